// Plan: the Word document as plain data, with every number fixed; made from a briefing, before any zip or XML.
import type { Node } from 'prosemirror-model';
import type { Message } from '../base/result.ts';
import { bannerStyle, type BannerStyle } from '../briefing/banner.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { anchorComments, type PlannedComment } from './comments.ts';
import { blocksOf } from './nodes.ts';
import { createSources, type SourceNotes } from './sources.ts';
import type { CharacterStyle, ParagraphStyle } from './styles.ts';
import { createCleaner, type Cleaner } from './text.ts';

/** Which copy leaves the house: with the annotations that may leave as Word comments, or with none. */
export type Copy = 'annotated' | 'clean';

/** Direct formatting of a run; everything else comes from styles. */
export interface RunProps {
  readonly bold?: true;
  readonly italics?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly raised?: 'super' | 'sub';
  readonly style?: CharacterStyle;
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly props: RunProps; readonly href: string | null }
  | { readonly kind: 'tab' }
  | { readonly kind: 'break' }
  /** A reference to the footnote `number` (1, 2, ...). */
  | { readonly kind: 'note'; readonly number: number }
  /** Comment ids of a whole thread: root and replies share one range, else Word drops the replies. */
  | { readonly kind: 'commentStart' | 'commentEnd'; readonly comments: readonly number[] };

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly inlines: readonly Inline[];
  /** Numbered or bulleted by list `list` of the plan, at `level` 0 to 8. */
  readonly item?: { readonly list: number; readonly level: number };
  /** Indent of a further paragraph of a list item: the level whose text it lines up with. */
  readonly under?: number;
  readonly keepNext?: true;
  readonly pageBreakBefore?: true;
  /** After a table: some air before the text goes on. */
  readonly spaceBefore?: true;
  readonly align?: Align;
}

export type Align = 'left' | 'center' | 'right';

export interface Cell {
  readonly blocks: readonly ParagraphBlock[];
  readonly span: number;
  /** `restart` opens a cell that goes on in the row below, `continue` is its further part, without content. */
  readonly merge: 'restart' | 'continue' | null;
}

export interface Row {
  readonly header: boolean;
  readonly cells: readonly Cell[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Width of each column in twips; together TEXT_WIDTH. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
}

/** `next`: the page ends here and nothing follows that could begin the new one. */
export interface PageBreakBlock {
  readonly kind: 'pageBreak';
}

export type Block = ParagraphBlock | TableBlock | PageBreakBlock;

/** A list of the document; each is numbered from its own start. */
export interface PlannedList {
  /** `sources` is the numbered list of sources. */
  readonly kind: 'bullet' | 'number' | 'sources';
  readonly level: number;
  readonly start: number;
}

/** A footnote: `notes[0]` is number 1. */
export interface PlannedNote {
  readonly inlines: readonly Inline[];
}

export interface Contents {
  readonly quotations: number;
  readonly figures: number;
  /** Word comments, replies included. */
  readonly comments: number;
  readonly footnotes: number;
  readonly tables: number;
}

export interface Plan {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** What stands at the head of the second page and after: reference and title, shortened. */
  readonly runningHead: string;
  readonly banner: BannerStyle | null;
  readonly draft: boolean;
  readonly blocks: readonly Block[];
  readonly lists: readonly PlannedList[];
  readonly notes: readonly PlannedNote[];
  /** In the order of their ids 0, 1, 2, ...: roots in document order, each followed by its replies. */
  readonly comments: readonly PlannedComment[];
  readonly contents: Contents;
}

export interface PlanOptions {
  readonly copy: Copy;
  readonly draft: boolean;
  /** Minutes to add to UTC for the author's wall clock. */
  readonly offsetMinutes: number;
}

/** What the entries of nodes.ts share while one briefing is planned. */
export interface PlanContext extends SourceNotes {
  readonly text: Cleaner;
  /** Threads whose range begins before, or ends after, the inline node at a document position. */
  readonly starts: ReadonlyMap<number, readonly (readonly number[])[]>;
  readonly ends: ReadonlyMap<number, readonly (readonly number[])[]>;
  newList(list: PlannedList): number;
  count(what: 'quotations' | 'figures' | 'tables'): void;
  /** The same text is told once, however often it happens. */
  tell(code: string, text: string): void;
}

/** The words of a language tag that Word takes; anything else is a document of ours in British English. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

const HEAD_LENGTH = 64;

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= HEAD_LENGTH
    ? text
    : `${letters
        .slice(0, HEAD_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

/** A page break is a property of the paragraph it precedes; only where none follows is it a block of its own. */
function settlePageBreaks(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  let pending = false;
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      if (pending) settled.push(block);
      pending = true;
      continue;
    }
    if (!pending) settled.push(block);
    else if (block.kind === 'paragraph') settled.push({ ...block, pageBreakBefore: true });
    else settled.push({ kind: 'pageBreak' }, block);
    pending = false;
  }
  if (pending) settled.push({ kind: 'pageBreak' });
  return settled;
}

/** Two tables in a row would become one in Word, and the text after a table needs air. */
function settleTables(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  let after = false;
  for (const block of blocks) {
    if (after && block.kind === 'paragraph') settled.push({ ...block, spaceBefore: true });
    else if (after && block.kind === 'table')
      settled.push({ kind: 'paragraph', style: 'TableGap', inlines: [] }, block);
    else settled.push(block);
    after = block.kind === 'table';
  }
  // A document that ends in a table has no place behind it for the caret.
  if (after) settled.push({ kind: 'paragraph', style: 'TableGap', inlines: [] });
  return settled;
}

/** Lays out `briefing` as a Plan. The messages tell what could not be taken along. */
export function planBriefing(briefing: Briefing, options: PlanOptions): { plan: Plan; messages: Message[] } {
  const doc: Node = briefing.doc;
  const cleaner = createCleaner();
  const messages = new Map<string, Message>();
  const counts = { quotations: 0, figures: 0, tables: 0 };
  const lists: PlannedList[] = [];
  const tell = (code: string, text: string): void => {
    if (!messages.has(text)) messages.set(text, { code, text });
  };

  const anchored = anchorComments(briefing, options, cleaner, tell);
  const sources = createSources(briefing, cleaner, tell);
  const context: PlanContext = {
    ...sources,
    text: cleaner,
    starts: anchored.starts,
    ends: anchored.ends,
    newList: (list) => lists.push(list) - 1,
    count: (what) => void counts[what]++,
    tell,
  };
  const blocks = settleTables(settlePageBreaks(blocksOf(doc, -1, context)));

  const titleBlock = doc.firstChild;
  const title = cleaner.line(titleBlock?.firstChild?.textContent ?? '');
  let reference = '';
  titleBlock?.forEach((child) => {
    if (child.attrs['name'] === 'reference') reference = cleaner.line(child.textContent);
  });
  const banner = bannerStyle(cleaner.line(String(doc.attrs['banner'] ?? '')));
  const language = String(doc.attrs['lang'] ?? '');

  const plan: Plan = {
    language: LANGUAGE.test(language) ? language : 'en-GB',
    title: title || 'Briefing',
    author: cleaner.line(briefing.settings.author) || 'Analyst',
    runningHead: shorten([reference, title].filter(Boolean).join(' · ')),
    banner,
    draft: options.draft,
    blocks,
    lists,
    notes: sources.notes,
    comments: anchored.comments,
    contents: { ...counts, comments: anchored.comments.length, footnotes: sources.notes.length },
  };
  if (cleaner.removed() > 0) {
    const [number, verb] =
      cleaner.removed() === 1 ? ['1 character', 'was'] : [`${cleaner.removed()} characters`, 'were'];
    tell('characters-removed', `${number} that a Word file cannot hold ${verb} left out of the text.`);
  }
  return { plan, messages: [...messages.values()] };
}
