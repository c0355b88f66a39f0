// Editor: the contract between the panels and the text. Panels see snapshots and call commands; only editor/ knows ProseMirror's view.
import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article/article.ts';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import type { ChartData } from '../../shared/briefing/chart.ts';
import type { DetailWords } from '../../shared/briefing/details.ts';
import type { AcceptedCheck } from '../../shared/check/acceptance.ts';
import type { Check } from '../../shared/check/check.ts';
import type { CommandId } from '../../shared/commands.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { FindQuery } from '../../shared/text/findWords.ts';

/** A place in the text that has something beside it in the margin: a used fact, an annotation or a check. */
export interface Anchor {
  readonly kind: 'fact' | 'annotation' | 'check';
  /** Fact id, annotation id or check id. */
  readonly id: string;
  /** ProseMirror positions. */
  readonly from: number;
  readonly to: number;
}

/** What the panels may know of the text; a new object whenever something in it changed. */
export interface Snapshot {
  readonly doc: Node;
  /** Counts up with every change of the text or an annotation; the session compares it with the saved one. */
  readonly version: number;
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** What is open. */
  readonly checks: readonly Check[];
  /** What was let stand with a reason; it counts for nothing. */
  readonly accepted: readonly AcceptedCheck[];
  /** In the order of the document. */
  readonly anchors: readonly Anchor[];
  /** Commands that are on at the selection (bold in bold text). */
  readonly active: ReadonlySet<CommandId>;
  /** Commands of the editor that can run now. */
  readonly enabled: ReadonlySet<CommandId>;
  /** Ids under the caret or selection. */
  readonly factAtCaret: string | null;
  readonly annotationAtCaret: string | null;
  readonly checkAtCaret: string | null;
  /** Portion mark of the paragraph or heading at the caret, of the first of several; null for none. */
  readonly portionAtCaret: string | null;
  /** Address of the link at the caret; null for none. */
  readonly linkAtCaret: string | null;
  /** The chart that is selected; `data` is null when it cannot be read. */
  readonly chart: { readonly pos: number; readonly data: ChartData | null } | null;
  readonly selectionEmpty: boolean;
  /** Where the caret stands, or the moving end of the selection; in ProseMirror positions. */
  readonly caret: number;
  readonly words: number;
  /** Words in the selection; 0 when it is empty. */
  readonly selectedWords: number;
}

export interface EditorContext {
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  /** Of the briefing: its template, its limit of length. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly author: string;
  /** ISO 8601 instant, from the session's clock. */
  now(): string;
  newId(): string;
}

/** The dataTransfer type of a dragged fact; its data is JSON `{factId, form}` with a form of InsertForm. */
export const FACT_TYPE = 'application/x-chancery-fact';

export const INSERT_FORMS = ['quotation', 'quoted', 'sentence', 'figure', 'row'] as const;
/** A block quotation, words in the line, a reporting sentence, a figure in the line, a row of a table. */
export type InsertForm = (typeof INSERT_FORMS)[number];

/** The forms that a kind of fact can take, its usual one first; none for dates, names and claims. */
export function formsOf(kind: Fact['kind']): readonly InsertForm[] {
  if (kind === 'quote') return ['quotation', 'quoted', 'sentence'];
  return kind === 'figure' ? ['figure', 'sentence', 'row'] : [];
}

/** A place on the screen, in pixels of the window. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** Ways out of a finding: the three of altered words, then those of other findings. */
export const SETTLEMENTS = ['restore', 'paraphrase', 'markCuts', 'own', 'speaker', 'period', 'uncite'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What an image node holds: the picture's name, its description, and its width in per cent of the text's, or null for its own. */
export interface PictureAttrs {
  readonly media: string;
  readonly alt: string;
  readonly width: number | null;
}

/** What a search has found. */
export interface Found {
  readonly total: number;
  /** Number of the selected match, from 1; null when none is selected. */
  readonly at: number | null;
}

/** Find and replace in the text. */
export interface Finder {
  /**
   * Looks for `query`, or ends the search. With `from` the first match from there on is selected. `clear`: pixels at the top
   * of what is seen that something covers.
   */
  set(query: FindQuery | null, options?: { readonly from?: number; readonly clear?: number }): void;
  /** Null while nothing is looked for. */
  found(): Found | null;
  /** The selected words, when they are such as one looks for; else null. */
  seed(): string | null;
  /** Where the caret or the selection begins. */
  caret(): number;
  /** Selects the next match or the one before, round the end. */
  step(direction: 1 | -1): boolean;
  /**
   * Replaces the selected match and goes to the next. Answers what was done: `none` (nothing found), `next` (gone to a match
   * first), `asks` (the words are a source's: nothing is done without `evenSource`), `replaces`.
   */
  replace(words: string, evenSource?: boolean): 'none' | 'next' | 'asks' | 'replaces';
  /** Replaces every match outside a source's words, in one undo step; `left` counts those in them. */
  replaceAll(words: string): { readonly replaced: number; readonly left: number };
}

/** What is set or put into the text from a dialog; each is one undo step. */
export interface Composer {
  /** Puts the text as `made` has it, under another template; notes keep their bodies, the caret its block. */
  setTemplate(made: Node): boolean;
  /** Sets the fields named of the title block; false when nothing changes. */
  setDetails(words: DetailWords): boolean;
  /** Words at the caret, or in the place of what is selected in one paragraph. */
  insertWords(words: string): boolean;
  /** Blocks at the end. */
  insertAnnex(blocks: readonly Node[]): boolean;
}

export interface Editor {
  readonly find: Finder;
  readonly compose: Composer;
  snapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  /** Articles, facts or author changed (imported, verified): decorations, checks and the source list follow. */
  setContext(context: EditorContext): void;

  /** Runs a command of shared/commands.ts that belongs to the text; false when it cannot run now. */
  run(id: CommandId): boolean;
  /** Inserts a fact at the caret, or at a point of the window (drop), with its citation. One undo step. */
  insertFact(factId: string, form: InsertForm, at?: { readonly left: number; readonly top: number }): boolean;
  /** Inserts a picture behind the block of the caret, or of a document position (drop). One undo step. */
  insertPicture(picture: PictureAttrs, pos?: number): boolean;
  /** Changes description and width of the picture at a document position; false when there is none any more. */
  setPicture(pos: number, picture: PictureAttrs): boolean;
  cite(articleId: string, factId: string | null): boolean;
  /** Inserts a chart after the block at the caret, with a caption under it that cites the figures' sources. One undo step. */
  insertChart(chart: ChartData, caption: string): boolean;
  /** Another state of the chart at a document position, which stays selected. One undo step; `typing` joins it to the one before. */
  setChart(pos: number, chart: ChartData, typing?: boolean): boolean;
  /** The figure at the caret, or of the table row it stands in. */
  figureHere(): string | null;
  /** A reference to the caption before which `pos` lies, in the place of the selection. */
  insertReference(pos: number): boolean;
  /** Marks the selected paragraphs; null takes their marks away. One undo step. */
  setPortion(mark: string | null): boolean;
  setLink(href: string | null): boolean;
  setBanner(banner: string | null): void;
  /** Tells how many pages the text was estimated to have, for the check of its length; parts of a page count. */
  setPages(pages: number): void;

  /** Adds an annotation on the selection (or the word at the caret); its id, or null when there is nothing to annotate. */
  addAnnotation(): string | null;
  /** Changes of one annotation; each is one undo step, changes of `body` typed in a row are one together. */
  updateAnnotation(
    id: string,
    change: Partial<Pick<Annotation, 'body' | 'status' | 'confidence' | 'tags' | 'resolved' | 'export'>>,
  ): void;
  addReply(id: string, body: string): void;
  deleteAnnotation(id: string): void;

  updateReply(id: string, replyId: string, body: string): void;
  deleteReply(id: string, replyId: string): void;

  /** One of the ways out of a finding; one undo step. False when the check is gone, or the way is none of its. */
  settle(checkId: string, how: Settlement): boolean;
  /** True when `settle` would do something. */
  canSettle(checkId: string, how: Settlement): boolean;
  /** Ties a number (of a finding, else at the caret) to a figure of a source, and cites it. One undo step. */
  linkNumber(checkId: string | null, factId: string): boolean;

  /** Places the selection on the thing, scrolls it into view; with `focus` the text takes the focus. */
  reveal(
    target: { readonly kind: Anchor['kind']; readonly id: string } | { readonly pos: number },
    focus?: boolean,
  ): void;
  /** The citation that is selected or stands before the caret; null for none. */
  citationHere(): {
    readonly articleId: string;
    readonly factId: string | null;
    readonly locator: string | null;
  } | null;
  /** Remembers the selection, moved along with the text that changes around it; what it answers brings it back. */
  bookmark(): () => void;
  /** Where the words at a position stand on the screen; null when they are not drawn. */
  boxOf(pos: number): Box | null;
  /** Window coordinates of the top of each position, read in one pass; null for what is not drawn. */
  topsOf(positions: readonly number[]): readonly (number | null)[];
  focus(): void;
  destroy(): void;
}
