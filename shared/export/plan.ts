// Plan: the Word document as plain data, with every number fixed, before any zip or XML.
import type { BannerStyle } from '../briefing/banner.ts';
import type { ChartData } from '../briefing/chart.ts';
import type { CaptionLabel } from '../briefing/schema.ts';
import type { CharacterStyle, Page, ParagraphStyle } from './styles.ts';

/** Which copy leaves the house: with the annotations that may leave as Word comments, or with none. */
export type Copy = 'annotated' | 'clean';
/** Where the words of a citation stand. */
export type NoteKind = 'footnotes' | 'endnotes';

/** Direct formatting of a run; everything else comes from styles. */
export interface RunProps {
  readonly bold?: true;
  readonly italics?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly raised?: 'super' | 'sub';
  readonly style?: CharacterStyle;
  /** BCP 47, where the words are of another language than the document. */
  readonly language?: string;
  /** Letters that run from right to left; Word needs it beside the letters themselves. */
  readonly rtl?: true;
}

/** A change that waits to be accepted. `date`: `YYYY-MM-DDTHH:MM:SSZ`, the author's wall clock, or null. */
export interface Change {
  readonly kind: 'inserted' | 'deleted';
  readonly author: string;
  readonly date: string | null;
}

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly props: RunProps;
      readonly href: string | null;
      readonly change?: Change;
    }
  | { readonly kind: 'tab' }
  | { readonly kind: 'break' }
  /**
   * A reference to the note `number` (1, 2, ...). `after`: it stands directly behind another one, and a raised comma parts the
   * two, so that 1 and 2 do not read as 12. The comma is typography: no word of the text. `rtl`: the two stand in a paragraph
   * from right to left, where a comma between digits would turn them round.
   */
  | { readonly kind: 'note'; readonly number: number; readonly after?: true; readonly rtl?: true }
  /** Label and number of a caption under their bookmark: a SEQ field that shows `number`. */
  | { readonly kind: 'sequence'; readonly label: CaptionLabel; readonly number: number; readonly bookmark: string }
  /** A REF field to `bookmark`, showing the words that stand there. */
  | { readonly kind: 'reference'; readonly bookmark: string; readonly shown: string }
  /** Width and height in EMU (914,400 to an inch). `media` is an index of the plan's media. */
  | {
      readonly kind: 'picture';
      readonly media: number;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    }
  | {
      readonly kind: 'chart';
      readonly chart: number;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    }
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
  /** In a document of numbered paragraphs, a paragraph without a number: it begins where the words of the others do. */
  readonly inset?: true;
  /** A bookmark around all of it: what the list of contents points to. */
  readonly bookmark?: string;
  readonly keepNext?: true;
  readonly pageBreakBefore?: true;
  /** After a table: some air before the text goes on. */
  readonly spaceBefore?: true;
  /** As a reader of left-to-right text sees it; the writer turns it where the paragraph runs from right to left. */
  readonly align?: Align;
  readonly rtl?: true;
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
  /** Width of each column in twips; together the width of the text. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  /** What it is, for readers who do not see it: the words of its caption, or of the heading above it. */
  readonly title?: string;
  /** Its columns begin at the right. */
  readonly rtl?: true;
}

/** `next`: the page ends here and nothing follows that could begin the new one. */
export interface PageBreakBlock {
  readonly kind: 'pageBreak';
}

/** The list of contents as a TOC field that is filled already; after the title block. */
export interface ContentsBlock {
  readonly kind: 'contents';
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry {
  /** 1 to 3. */
  readonly level: number;
  readonly text: string;
  readonly bookmark: string;
  /** As estimated (pages.ts). */
  readonly page: number;
}

export type Block = ParagraphBlock | TableBlock | PageBreakBlock | ContentsBlock;

/** A list of the document; each is numbered from its own start. */
export interface PlannedList {
  /** `sources` is the numbered list of sources, `paragraphs` counts the paragraphs of the document through. */
  readonly kind: 'bullet' | 'number' | 'sources' | 'paragraphs';
  readonly level: number;
  readonly start: number;
  /** Lines up with the words of the numbered paragraphs around it (indents.ts). */
  readonly inset?: true;
}

/** A note: `notes[0]` is number 1. */
export interface PlannedNote {
  readonly inlines: readonly Inline[];
  readonly rtl?: true;
}

export interface PlannedComment {
  /** In the order of the document, counted from the number of notes + 1. */
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

/** A picture as it stands in the package, without its metadata. */
export interface PlannedMedia {
  readonly type: 'png' | 'jpeg' | 'gif';
  readonly bytes: Uint8Array;
}

export interface Contents {
  readonly quotations: number;
  readonly figures: number;
  /** Word comments, replies included. */
  readonly comments: number;
  /** Footnotes or endnotes. */
  readonly footnotes: number;
  readonly tables: number;
  readonly charts: number;
  readonly pictures: number;
}

export interface Plan {
  /** BCP 47. */
  readonly language: string;
  /** The document as a whole runs from right to left. */
  readonly rtl: boolean;
  readonly title: string;
  /** The reference of the title block, or ''. */
  readonly subject: string;
  readonly author: string;
  /** What stands at the head of the second page and after: reference and title, shortened. */
  readonly runningHead: string;
  /** Reference and date, at the foot of every page beside the page number; '' when the title block has neither. */
  readonly imprint: string;
  readonly banner: BannerStyle | null;
  readonly draft: boolean;
  readonly page: Page;
  readonly blocks: readonly Block[];
  readonly lists: readonly PlannedList[];
  readonly noteKind: NoteKind;
  readonly notes: readonly PlannedNote[];
  /** In the order of their ids: roots in document order, each followed by its replies. */
  readonly comments: readonly PlannedComment[];
  readonly media: readonly PlannedMedia[];
  readonly charts: readonly ChartData[];
  /** Estimated number of pages (pages.ts), at least 1: what NUMPAGES shows until Word lays the pages out. */
  readonly pages: number;
  /** JSON of the exported projection for the custom XML part (decisions.md, The file), or null for a copy without. */
  readonly projection: string | null;
  readonly contents: Contents;
}

export interface PlanOptions {
  readonly copy: Copy;
  readonly draft: boolean;
  /** Minutes to add to UTC for the author's wall clock. */
  readonly offsetMinutes: number;
  readonly page: Page;
  readonly notes: NoteKind;
  readonly contentsList: boolean;
  readonly portionMarks: boolean;
  /** False for a copy without the custom XML part. */
  readonly carrySources: boolean;
}
