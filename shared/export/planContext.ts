// PlanContext: what the entries of nodes.ts share while one briefing is planned.
import type { Node } from 'prosemirror-model';
import type { PortionBearer } from './portions.ts';
import type { Block, Inline, ParagraphBlock, PlannedList } from './plan.ts';
import type { SourceNotes } from './sources.ts';
import type { Page } from './styles.ts';
import type { Cleaner } from './text.ts';

export interface PlanContext extends SourceNotes {
  readonly page: Page;
  /** BCP 47 tag of the document, and whether it runs from right to left. */
  readonly language: string;
  readonly rtl: boolean;
  readonly text: Cleaner;
  /** Threads whose range begins before, or ends after, the inline node at a document position. */
  readonly starts: ReadonlyMap<number, readonly (readonly number[])[]>;
  readonly ends: ReadonlyMap<number, readonly (readonly number[])[]>;
  newList(list: PlannedList): number;
  /** Label and number of the caption at a document position, under their bookmark. */
  sequence(pos: number): Inline | null;
  /** What a reference to `target` becomes; where its caption is gone, words that say so. */
  reference(target: unknown): Inline;
  /** A chart of `data`, or what of it can be told. */
  chart(data: unknown): Block[];
  /** The list that counts the paragraphs of the body, or null where they bear no numbers. */
  paragraphList(): number | null;
  /** The bookmark of a heading with words, by which the list of contents finds it; null where it is not listed. */
  heading(level: number, words: string): string | null;
  /** What a portion mark prints before the words that it marks; '' where none is printed. */
  portion(mark: unknown, what: PortionBearer): string;
  /** The language of the words quoted from the fact, where it is another than the document's. */
  foreign(factId: unknown): string | null;
  /** An image node as its picture, or as the words that stand in its place (pictures.ts). */
  picture(node: Node): ParagraphBlock;
  count(what: 'quotations' | 'figures' | 'tables' | 'charts' | 'pictures'): void;
  /** The same text is told once, however often it happens. */
  tell(code: string, text: string): void;
}
