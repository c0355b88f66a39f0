// Tests of block quotations typed by the analyst: made of paragraphs, unmade, and what is left alone.
import { describe, expect, it } from 'vitest';
import { blockQuote, blockQuoteActive } from '../../../../renderer/editor/commands/quotations.ts';
import { guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import { editorState } from '../harbour.ts';
import {
  apply,
  by,
  doc,
  h,
  li,
  note,
  p,
  quotation,
  quote,
  qt,
  stateOf,
  strong,
  td,
  table,
  tr,
  ul,
} from '../../../builders.ts';

describe('a block quotation', () => {
  it('is made of the selected paragraphs, whose notes and marks stay', () => {
    apply(
      doc(h('One'), p('o<from>ne ', strong('two')), p(note('n', 'th<to>ree')), p('four')),
      blockQuote,
      doc(h('One'), quotation(qt('o<from>ne ', strong('two')), qt(note('n', 'th<to>ree')), by()), p('four')),
    );
  });

  it('is made of an empty paragraph, to type in', () => {
    apply(doc(p('<cursor>')), blockQuote, doc(quotation(qt('<cursor>'), by())));
  });

  it('is paragraphs again, with whose words they were when that was said', () => {
    apply(doc(quote(null, 'o<cursor>ne', 'two')), blockQuote, doc(p('o<cursor>ne'), p('two')));
    apply(doc(quote(null, 'o<cursor>ne', by('Ana'))), blockQuote, doc(p('o<cursor>ne'), p('Ana')));
    apply(doc(quote(null, 'one', by('<cursor>'))), blockQuote, doc(p('one<cursor>')));
  });

  it('keeps the portion mark of its first paragraph', () => {
    apply(
      doc(p({ portion: 'OS' }, 'o<cursor>ne')),
      blockQuote,
      doc(quotation({ portion: 'OS' }, qt('o<cursor>ne'), by())),
    );
    apply(
      doc(quotation({ portion: 'OS' }, qt('o<cursor>ne'), by())),
      blockQuote,
      doc(p({ portion: 'OS' }, 'o<cursor>ne')),
    );
  });

  it('is neither made of headings, items and cells, nor of a traced one', () => {
    apply(doc(h('o<cursor>ne')), blockQuote, null);
    apply(doc(ul(li(p('o<cursor>ne')))), blockQuote, null);
    apply(doc(table(tr(td(p('o<cursor>ne'))))), blockQuote, null);
    apply(doc(quote('q-dues', 'o<cursor>ne')), blockQuote, null);
    expect(blockQuoteActive(stateOf(doc(quote('q-dues', 'o<cursor>ne'))))).toBe(false);
    expect(blockQuoteActive(stateOf(doc(quote(null, 'o<cursor>ne'))))).toBe(true);
  });

  it('has no source, says the guard', () => {
    const checks = guardOf(editorState(doc(quote(null, 'The lighthouse sings.', by('Ana'))))).checks;
    expect(checks.map(({ kind }) => kind)).toContain('source-not-located');
  });
});
