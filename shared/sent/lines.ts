// Lines: the paragraphs that the exported document is expected to have in the file, each with the textblock it comes from.
import type { Node } from 'prosemirror-model';
import { byTarget, captionsOf, LOST_REFERENCE, shownCaption } from '../briefing/captions.ts';
import { citationText, sourceEntries } from '../briefing/citation.ts';
import { citations } from '../briefing/queries.ts';
import { schema } from '../briefing/schema.ts';
import type { Article } from '../article/article.ts';
import { fold } from '../text/normalize.ts';

export interface Line {
  /** Position before the textblock, or null for words that the program writes (the list of sources). */
  readonly position: number | null;
  readonly block: Node | null;
  /** As the file is expected to show it, without what stands before it (`leads`). */
  readonly text: string;
  /** What may stand before the text in the file and is none of it: "Reference", "(U)", "Table 2:". */
  readonly leads: readonly string[];
  /** What is still asked of the writer: the text is it, in square brackets. */
  readonly prompt: boolean;
  readonly inTable: boolean;
  /** In or under a block quotation, or with words tied to a fact. */
  readonly tied: boolean;
}

/** What XML cannot hold does not reach the file. */
const UNSEEN = /(?!\s)[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** The form in which lines are compared: typography does not count (normalize.ts). */
export function lineKey(text: string): string {
  return fold(text.replace(UNSEEN, '')).text.trim();
}

/** The shown words of each caption ("Table 2"): by its target, and by its node. */
export function captionNames(doc: Node): { byTarget: ReadonlyMap<string, string>; byNode: ReadonlyMap<Node, string> } {
  const captions = captionsOf(doc);
  return {
    byTarget: new Map([...byTarget(captions)].map(([target, caption]) => [target, shownCaption(caption)])),
    byNode: new Map(captions.map((caption) => [caption.node, shownCaption(caption)])),
  };
}

/** What a leaf within a line shows. */
export function leafText(leaf: Node, captions: ReadonlyMap<string, string>): string {
  if (leaf.type === schema.nodes.hardBreak) return '\n';
  if (leaf.type === schema.nodes.reference) return captions.get(String(leaf.attrs['target'])) ?? LOST_REFERENCE;
  return '';
}

function leadsOf(block: Node, caption: string | undefined): string[] {
  if (block.type === schema.nodes.detail) {
    const name = String(block.attrs['name']);
    return [`${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  }
  if (caption !== undefined) return [':', '.', ' –', ''].map((end) => `${caption}${end}`);
  return [];
}

function hasTie(block: Node): boolean {
  let tied = false;
  block.forEach((child) => {
    tied ||= child.marks.some((mark) => mark.type === schema.marks.figure || mark.type === schema.marks.quoted);
  });
  return tied;
}

/** The lines of `doc` in order. Empty textblocks have none. */
export function linesOf(doc: Node, articles: readonly Article[]): Line[] {
  const lines: Line[] = [];
  const captions = captionNames(doc);
  const walk = (node: Node, start: number, portion: unknown, inTable: boolean, quotation: boolean): void => {
    node.forEach((child, offset) => {
      const position = start + offset;
      if (child.type === schema.nodes.sourceList) {
        for (const { text } of sourceEntries(articles)) {
          lines.push({ position: null, block: null, text, leads: [], prompt: false, inTable, tied: false });
        }
      } else if (child.isTextblock) {
        const own: unknown = child.attrs['portion'] ?? portion;
        const leads = leadsOf(child, captions.byNode.get(child));
        if (typeof own === 'string' && own !== '') leads.push(`(${own})`);
        const text = child.textBetween(0, child.content.size, undefined, (leaf) => leafText(leaf, captions.byTarget));
        const asked: unknown = child.attrs['prompt'];
        const prompt = child.content.size === 0 && typeof asked === 'string' && asked !== '';
        const shown = prompt ? `[${asked}]` : text;
        if (lineKey(shown) === '') return;
        lines.push({ position, block: child, text: shown, leads, prompt, inTable, tied: quotation || hasTie(child) });
      } else if (!child.isLeaf) {
        const isTable = inTable || child.type === schema.nodes.table;
        walk(child, position + 1, child.attrs['portion'] ?? null, isTable, child.type === schema.nodes.quotation);
      }
    });
  };
  walk(doc, 0, null, false, false);
  return lines;
}

/** Keys of the notes that the program writes for the citations of `doc`. */
export function noteKeys(doc: Node, articles: readonly Article[]): ReadonlySet<string> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const keys = new Set<string>();
  for (const { articleId, locator, first } of citations(doc)) {
    const article = byId.get(articleId);
    const where = locator ? `, ${locator}` : '';
    keys.add(lineKey(article ? citationText(article, locator, !first) : `Source not in the briefing${where}.`));
  }
  return keys;
}
