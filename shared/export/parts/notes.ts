// word/footnotes.xml or word/endnotes.xml: the notes of a Plan, each under its number, and the rules that part them from the text.
import type { NoteKind, PlannedNote } from '../plan.ts';
import { inlinesXml, type PartContext } from './inlines.ts';
import { partXml } from './xml.ts';

const NAMES = {
  footnotes: { element: 'footnote', text: 'FootnoteText', reference: 'FootnoteReference' },
  endnotes: { element: 'endnote', text: 'EndnoteText', reference: 'EndnoteReference' },
} as const;

/** The whole part; `kind` is also its name. */
export function notesXml(kind: NoteKind, notes: readonly PlannedNote[], context: PartContext): string {
  const { element, text, reference } = NAMES[kind];
  const rule = (type: 'separator' | 'continuationSeparator', id: number): string =>
    `<w:${element} w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>` +
    `<w:r><w:${type}/></w:r></w:p></w:${element}>`;
  // The tab after the number lines every line of the note up.
  const number = `<w:r><w:rPr><w:rStyle w:val="${context.styleId(reference)}"/></w:rPr><w:${element}Ref/></w:r><w:r>${context.spacedNotes === true ? '<w:t xml:space="preserve"> </w:t>' : '<w:tab/>'}</w:r>`;
  const all = notes.map(
    (note, index) =>
      `<w:${element} w:id="${index + 1}"><w:p><w:pPr><w:pStyle w:val="${context.styleId(text)}"/>${note.rtl ? '<w:bidi/>' : ''}</w:pPr>` +
      `${number}${inlinesXml(note.inlines, context)}</w:p></w:${element}>`,
  );
  return partXml(`w:${kind}`, ['w', 'r'], rule('separator', -1) + rule('continuationSeparator', 0) + all.join(''));
}
