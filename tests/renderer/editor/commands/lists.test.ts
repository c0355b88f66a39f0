// Tests of lists.
import { describe, expect, it } from 'vitest';
import { bulletedList, indent, listActive, numberedList, outdent } from '../../../../renderer/editor/commands/lists.ts';
import { enter } from '../../../../renderer/editor/commands/enter.ts';
import { schema } from '../../../../shared/briefing/schema.ts';
import { apply, doc, li, ol, p, stateOf, td, table, tr, ul } from '../../../builders.ts';

describe('lists', () => {
  it('wrap the paragraphs selected', () => {
    apply(doc(p('o<from>ne'), p('t<to>wo')), bulletedList, doc(ul(li(p('one')), li(p('two')))));
  });

  it('of the other kind change, and of their own kind go', () => {
    apply(doc(ul(li(p('o<cursor>ne')), li(p('two')))), numberedList, doc(ol(li(p('one')), li(p('two')))));
    apply(doc(ol(li(p('o<cursor>ne')), li(p('two')))), numberedList, doc(p('one'), ol(li(p('two')))));
  });

  it('indent under the item above and come back', () => {
    const flat = doc(ul(li(p('one')), li(p('t<cursor>wo'))));
    const nested = doc(ul(li(p('one'), ul(li(p('t<cursor>wo'))))));
    apply(flat, indent, nested);
    apply(nested, outdent, flat);
  });

  it('keep Tab in the first item, which has none above', () => {
    apply(doc(ul(li(p('o<cursor>ne')))), indent, doc(ul(li(p('one')))));
    apply(doc(p('o<cursor>ne')), indent, null);
  });

  it('go on with Enter, and end with Enter in an empty item', () => {
    apply(doc(ul(li(p('one<cursor>')))), enter, doc(ul(li(p('one')), li(p('<cursor>')))));
    apply(doc(ul(li(p('one')), li(p('<cursor>')))), enter, doc(ul(li(p('one'))), p('<cursor>')));
  });

  it('are on by the innermost, and not through a table in an item', () => {
    const { bulletList, orderedList } = schema.nodes;
    const nested = stateOf(doc(ul(li(p('a'), ol(li(p('b<cursor>')))))));
    expect([listActive(nested, bulletList), listActive(nested, orderedList)]).toEqual([false, true]);
    const cell = stateOf(doc(ul(li(p('a'), table(tr(td(p('b<cursor>'))))))));
    expect(listActive(cell, bulletList)).toBe(false);
  });
});
