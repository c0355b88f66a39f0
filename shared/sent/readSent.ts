// readSent: a Word file that was sent, read back; the first door of this folder.
import { fail, ok, outcome, type Message, type Outcome, type Result } from '../base/result.ts';
import { PROJECTION_NAMESPACE } from '../export/parts/customXml.ts';
import { textHash, visibleText } from '../export/visibleText.ts';
import { openPackage, type Package } from '../ooxml/package.ts';
import { readProjection, type Carried } from './readProjection.ts';
import { readStyles, readWords, type SentParagraph, type Style, type TrackedChange } from './words.ts';
import { child, type Element } from '../ooxml/xml.ts';
import { readCharts, type SentChart } from './beside/charts.ts';
import { drawingsOf } from './beside/drawings.ts';
import { readMargins, type SentMargins } from './beside/margins.ts';
import { readPictures, type SentPicture } from './beside/pictures.ts';
import { readProperties, type SentProperties } from './beside/properties.ts';

export interface SentDocument {
  /** Paragraphs of the body, those in cells, text boxes and content controls too, in the order of the file. */
  readonly body: readonly SentParagraph[];
  /** Paragraphs of footnotes and endnotes, in the order of their references. */
  readonly notes: readonly SentParagraph[];
  /** Headers and footers. */
  readonly margins: SentMargins;
  /** Native charts that could be read, and pictures, each in the order of the text. */
  readonly charts: readonly SentChart[];
  readonly pictures: readonly SentPicture[];
  readonly properties: SentProperties;
  readonly changes: readonly TrackedChange[];
  /** Hash of the visible text (visibleText.ts): equal to the projection's when no word changed since the export. */
  readonly textHash: string;
  /** The sources that the file carries, or null. */
  readonly carried: Carried | null;
}

const NAMESPACE_STEM = PROJECTION_NAMESPACE.slice(0, PROJECTION_NAMESPACE.lastIndexOf(':') + 1);

function missingDocument(code: string, text: string): Result<never> {
  return code === 'missing-part'
    ? fail('not-a-docx', 'The file is no Word document (.docx): it has no text part.')
    : fail(code, text);
}

/** A part that the file can do without: what is damaged in it is told, a limit that it breaks is not. */
function optional(pack: Package, part: string, messages: Message[]): Element | null {
  const root = pack.xml(part);
  if (root.ok) return root.value;
  messages.push({ code: root.error.code, text: root.error.text });
  return null;
}

/** The projection among the custom XML parts of the document, whatever their numbers. */
function carriedBy(pack: Package, parts: readonly string[], messages: Message[]): Carried | null {
  for (const part of parts) {
    const root = pack.xml(part);
    if (!root.ok) {
      // Whose it is cannot be told; other programs keep parts here as well.
      if (root.error.code !== 'missing-part') messages.push({ code: root.error.code, text: root.error.text });
      continue;
    }
    const { name, uri, text } = root.value;
    if (!uri.startsWith(NAMESPACE_STEM)) continue;
    if (uri !== PROJECTION_NAMESPACE) {
      messages.push({
        code: 'newer-projection',
        text: 'The sources that the file carries were written by a newer version of Chancery and were not used. Update this one.',
      });
      continue;
    }
    const read = name.endsWith(':briefing')
      ? readProjection(text)
      : fail('damaged-projection', 'The sources that the file carries are damaged and were not used.');
    if (read.ok) {
      messages.push(...read.value.messages);
      return read.value.value;
    }
    messages.push({ code: read.error.code, text: read.error.text });
  }
  return null;
}

function notesOf(pack: Package, part: string | undefined, styles: ReadonlyMap<string, Style>, messages: Message[]) {
  const notes = new Map<string, ReturnType<typeof readWords>>();
  const root = part === undefined ? null : optional(pack, part, messages);
  for (const note of root?.children ?? []) {
    const type = note.attrs['w:type'];
    if (type === undefined || type === 'normal') notes.set(note.attrs['w:id'] ?? '', readWords(note, styles));
  }
  return notes;
}

/**
 * Reads a .docx as it was sent: its words after accepting every insertion and deletion, without comments and hidden text; what
 * it shows beside them; and the sources that it carries. Whoever wrote it: Word, LibreOffice, Google Docs, pandoc. Failures,
 * each a sentence: `empty`, `old-word`, `not-a-docx`, `damaged`, `damaged-part`, `damaged-xml`, `unsafe-zip`, `unsafe-xml`.
 * Never throws.
 */
export function readSent(bytes: Uint8Array): Result<Outcome<SentDocument>> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const pack = opened.value;
  const types = pack.xml('[Content_Types].xml');
  if (!types.ok) return missingDocument(types.error.code, types.error.text);
  const main = pack.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const document = pack.xml(main);
  if (!document.ok) return missingDocument(document.error.code, document.error.text);
  const body = child(document.value, 'w:body');
  if (document.value.name !== 'w:document' || !body) {
    return fail('not-a-docx', 'The file is no Word document (.docx): its text part holds no text of Word.');
  }

  const messages: Message[] = [];
  const relations = pack.relations(main);
  const target = (type: string): string | undefined => relations.find((one) => one.type === type)?.target ?? undefined;
  const targets = (type: string): string[] =>
    relations.flatMap((one) => (one.type === type && one.target !== null ? [one.target] : []));
  const stylesPart = target('styles');
  const styles = readStyles(stylesPart === undefined ? null : optional(pack, stylesPart, messages));

  const words = readWords(body, styles);
  const notes = {
    footnote: notesOf(pack, target('footnotes'), styles, messages),
    endnote: notesOf(pack, target('endnotes'), styles, messages),
  };
  const noteWords = words.references.flatMap(({ kind, id }) => notes[kind].get(id) ?? []);
  const noteParagraphs = noteWords.flatMap(({ paragraphs }) => paragraphs);
  const settingsPart = target('settings');
  const settings = settingsPart === undefined ? null : optional(pack, settingsPart, messages);
  const margins = readMargins(pack, { part: main, body }, settings, styles, messages);
  const drawings = drawingsOf(body);
  const partOf = (id: string | null): string | null => relations.find((one) => one.id === id)?.target ?? null;
  const charts = readCharts(
    pack,
    drawings.flatMap((one) => (one.kind === 'chart' ? [partOf(one.id)] : [])),
    messages,
  );
  const pictures = readPictures(
    pack,
    drawings.flatMap((one) => (one.kind === 'picture' ? [{ ...one, target: partOf(one.id) }] : [])),
  );
  if (words.foreign) {
    messages.push({
      code: 'foreign-part',
      text: 'The file holds another file in place of some of its text; that text was not read. Save it anew in Word first.',
    });
  }
  const carried = carriedBy(pack, targets('customXml'), messages);
  const hashed = words.paragraphs.filter(({ contents }) => !contents);
  return ok(
    outcome(
      {
        body: words.paragraphs,
        notes: noteParagraphs,
        margins,
        charts: charts.filter((chart) => chart !== null),
        pictures,
        properties: readProperties(pack),
        changes: [...words.changes, ...noteWords.flatMap(({ changes }) => changes)],
        textHash: textHash(
          visibleText(
            hashed.map(({ text }) => text),
            noteParagraphs.map(({ text }) => text),
          ),
        ),
        carried,
      },
      messages,
    ),
  );
}
