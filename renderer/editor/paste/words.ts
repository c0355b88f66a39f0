// The words of pasted paragraphs as inline content of a briefing: cleaned, trimmed, parted at pictures and blank lines.
import type { Mark, Node } from 'prosemirror-model';
import { schema, type MarkName } from '../../../shared/briefing/schema.ts';
import { foreign } from './foreign.ts';
import type { PasteReport } from './report.ts';

const { nodes, marks } = schema;

/** Characters that no XML may hold; tabs and line ends are space, and handled before. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** The characters of `text` that a Word file can hold. */
export function fitText(text: string): string {
  return text.toWellFormed().replace(UNFIT, '');
}

/** Word fills with no-break spaces; one between words is meant. */
const SPACES = /[ \u00a0\t\n\r]{2,}/gu;

function squeezed(text: string): string {
  return fitText(text).replace(SPACES, ' ');
}

const PLAIN: readonly MarkName[] = ['strong', 'em', 'underline', 'strike', 'superscript', 'subscript', 'code'];

function ourMarks(theirs: readonly Mark[]): readonly Mark[] {
  let ours: readonly Mark[] = [];
  for (const mark of theirs) {
    const { name } = mark.type;
    if (name === 'link') ours = marks.link.create(mark.attrs).addToSet(ours);
    else if (name === 'deleted') ours = marks.strike.create().addToSet(ours);
    else {
      const plain = PLAIN.find((one) => one === name);
      if (plain) ours = marks[plain].create().addToSet(ours);
    }
  }
  // A link is drawn underlined: that is no look of its own.
  if (marks.link.isInSet(ours)) ours = marks.underline.removeFromSet(ours);
  return ours;
}

/** What becomes of a picture: a node of ours, words in its place, or nothing. */
export type TakePicture = (image: Node) => Node | string | null;

const BLANK = /^[\s\u00a0]*$/u;

function isBlank(node: Node): boolean {
  return node.type === nodes.hardBreak || (node.isText && BLANK.test(node.text ?? ''));
}

/** Without space at both ends, around a break, and twice between words. */
export function trimmed(content: readonly Node[]): Node[] {
  const row = [...content];
  for (let last = row.at(-1); last && isBlank(last); last = row.at(-1)) row.pop();
  const out: Node[] = [];
  /** True where a space would be one too many. */
  let spaced = true;
  row.forEach((node, index) => {
    if (node.type === nodes.hardBreak) {
      if (out.length === 0) return;
      out.push(node);
      spaced = true;
      return;
    }
    if (!node.isText) {
      out.push(node);
      spaced = false;
      return;
    }
    let text = node.text ?? '';
    if (spaced) text = text.replace(/^[ \u00a0]+/u, '');
    const next = row[index + 1];
    if (!next || next.type === nodes.hardBreak) text = text.trimEnd();
    if (text === '') return;
    spaced = /[ \u00a0]$/u.test(text);
    out.push(schema.text(text, node.marks));
  });
  return out;
}

/**
 * The content of a foreign textblock, in pieces: a list of inline nodes for each paragraph, a node for each picture between
 * them. Two line breaks in a row part paragraphs, as on the page.
 */
export function piecesOf(block: Node, take: TakePicture, report: PasteReport): (Node | readonly Node[])[] {
  const pieces: (Node | readonly Node[])[] = [];
  let row: Node[] = [];
  let deleting = false;
  const end = (): void => {
    const content = trimmed(row);
    if (content.length > 0) pieces.push(content);
    row = [];
  };
  const lineBreak = (given: readonly Mark[]): void => {
    let back = row.length - 1;
    while (back >= 0 && row[back]?.isText && BLANK.test(row[back]?.text ?? '')) back--;
    if (back >= 0 && row[back]?.type === nodes.hardBreak) end();
    else
      row.push(
        nodes.hardBreak.create(
          null,
          null,
          given.filter((mark) => mark.type !== marks.link),
        ),
      );
  };
  block.forEach((child) => {
    const given = ourMarks(child.marks);
    const deleted = foreign.marks.deleted.isInSet(child.marks) !== undefined;
    if (deleted && !deleting) report.deletions++;
    deleting = deleted;
    if (child.type === foreign.nodes.image) {
      const taken = take(child);
      if (typeof taken === 'string') row.push(schema.text(taken, given));
      else if (taken) {
        end();
        pieces.push(taken);
      }
    } else if (child.isText) {
      const lines = (child.text ?? '').replace(/\r\n?/gu, '\n').split('\n');
      lines.forEach((line, index) => {
        if (index > 0) lineBreak(given);
        const words = squeezed(line);
        if (words !== '') row.push(schema.text(words, given));
      });
    } else lineBreak(given);
  });
  end();
  return pieces;
}
