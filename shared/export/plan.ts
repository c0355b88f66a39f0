// Plan: the Word document as plain data, with every number fixed, before any zip or XML.
import type { BannerStyle } from '../briefing/banner.ts';
import type { CharacterStyle, ParagraphStyle } from './styles.ts';

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

export interface PlannedComment {
  /** 0, 1, 2, ... in the order of the document. */
  readonly id: number;
  /** Id of the comment it answers; always a root, for Word knows one level of replies. */
  readonly parent: number | null;
  readonly author: string;
  readonly initials: string;
  /** The author's wall clock as Word wants it in `w:date`, `YYYY-MM-DDTHH:MM:SSZ`; null when the time is unreadable. */
  readonly date: string | null;
  /** The instant itself, in UTC. */
  readonly dateUtc: string | null;
  readonly paragraphs: readonly string[];
  readonly resolved: boolean;
  /** Where Word knows it again by when the file was edited; from the id of the annotation or reply. */
  readonly durableId: string;
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
  /** In the order of their ids: roots in document order, each followed by its replies. */
  readonly comments: readonly PlannedComment[];
  readonly contents: Contents;
}

export interface PlanOptions {
  readonly copy: Copy;
  readonly draft: boolean;
  /** Minutes to add to UTC for the author's wall clock. */
  readonly offsetMinutes: number;
}
