// Tests of format: marks that look, and kinds of block.
import { describe, it, expect } from 'vitest';
import {
  bodyText,
  bold,
  clearFormatting,
  heading,
  headingActive,
  markActive,
} from '../../../../renderer/editor/commands/format.ts';
import { schema } from '../../../../shared/briefing/schema.ts';
import {
  apply,
  by,
  doc,
  figure,
  h,
  h2,
  li,
  note,
  p,
  quote,
  stateOf,
  strong,
  td,
  table,
  tr,
  ul,
} from '../../../builders.ts';

describe('heading', () => {
  it('makes a paragraph a heading', () => {
    apply(doc(p('o<cursor>ne'), p('two')), heading(1), doc(h('o<cursor>ne'), p('two')));
  });

  it('changes the level and keeps the section of the template', () => {
    apply(doc(h({ slot: 'issue' }, 'o<cursor>ne')), heading(2), doc(h({ level: 2, slot: 'issue' }, 'one')));
  });

  it('is able where it is done already, and changes nothing', () => {
    apply(doc(h2('o<cursor>ne')), heading(2), doc(h2('one')));
  });

  it('cannot run in a quotation, a cell or a list', () => {
    apply(doc(quote('q', 'o<cursor>ne', by('A'))), heading(1), null);
    apply(doc(table(tr(td(p('o<cursor>ne'))))), heading(1), null);
    apply(doc(ul(li(p('o<cursor>ne')))), heading(1), null);
  });

  it('is on at its own level only', () => {
    const state = stateOf(doc(h2('o<cursor>ne')));
    expect([1, 2, 3].map((level) => headingActive(state, level))).toEqual([false, true, false]);
  });
});

describe('body text', () => {
  it('takes a heading back', () => {
    apply(doc(h2('o<cursor>ne')), bodyText, doc(p('one')));
  });

  it('takes an item out of its list', () => {
    apply(doc(ul(li(p('o<cursor>ne')))), bodyText, doc(p('one')));
  });
});

describe('marks', () => {
  it('bold goes on and off', () => {
    apply(doc(p('<from>one<to> two')), bold, doc(p(strong('one'), ' two')));
    apply(doc(p(strong('<from>one<to>'), ' two')), bold, doc(p('one two')));
  });

  it('bold is on when every word selected is bold, not when one is', () => {
    const { strong: type } = schema.marks;
    expect(markActive(stateOf(doc(p('a ', strong('<from>b<to>')))), type)).toBe(true);
    expect(markActive(stateOf(doc(p('<from>a ', strong('b<to>')))), type)).toBe(false);
  });

  it('clear formatting leaves ties to facts and notes', () => {
    apply(
      doc(p('<from>', strong('a', figure('f', '1')), note('n', strong('b')), '<to>')),
      clearFormatting,
      doc(p('a', figure('f', '1'), note('n', 'b'))),
    );
  });
});
