// What each mark of the schema becomes in a Word run: one entry per mark, so that a new mark without one does not compile.
import type { Mark } from 'prosemirror-model';
import type { MarkName } from '../briefing/schema.ts';
import type { RunProps } from './plan.ts';

/** Marks that tie words to a record (figure, quoted, own, annotation) change nothing in how the words look in Word. */
const UNSEEN: RunProps = {};

/**
 * Marks of reviews will come in here when the schema has them: `inserted` and `deleted` with author and instant. They are no
 * look of a run but its Change (plan.ts), so runProps will be joined by a `changeOf(marks)` that inlines.ts puts beside the
 * props of each text; the writer of the file, the visible text and shownWords know `change` already.
 */
const MARKS: Record<MarkName, RunProps> = {
  link: { style: 'Hyperlink' },
  strong: { bold: true },
  em: { italics: true },
  underline: { underline: true },
  strike: { strike: true },
  superscript: { raised: 'super' },
  subscript: { raised: 'sub' },
  code: { style: 'InlineCode' },
  figure: UNSEEN,
  quoted: UNSEEN,
  own: UNSEEN,
  annotation: UNSEEN,
};

/** The run properties of `marks` together. Throws RangeError for a mark that the schema does not have. */
export function runProps(marks: readonly Mark[]): RunProps {
  return marks.reduce<RunProps>((props, mark) => {
    const own = (MARKS as Readonly<Record<string, RunProps>>)[mark.type.name];
    if (!own) throw new RangeError(`The export has no entry for the mark "${mark.type.name}".`);
    return { ...props, ...own };
  }, {});
}
