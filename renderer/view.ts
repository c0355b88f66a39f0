// View: what the window shows of the briefing (panes, filters, the open card, the dialog); nothing of it is saved in the file.
import type { CommandId } from '../shared/commands.ts';
import type { Status } from '../shared/facts/fact.ts';
import type { FindQuery } from '../shared/text/findWords.ts';
import type { ReadArticles } from './session.ts';
import type { Span } from '../shared/text/span.ts';
import type { Box, InsertForm, PictureAttrs } from './editor/editor.ts';
import { USUAL_WIDTHS } from './paneWidths.ts';
import { ALL_FACTS, type FactQuery } from './panels/factQuery.ts';

export type Pane = 'sources' | 'facts';
export type Filter = 'all' | 'figures' | 'quotes' | 'notes' | 'warnings' | 'dates' | 'names';
export type Shade = 'quote' | 'figure' | 'date' | 'name';

export type DialogState =
  | { readonly kind: 'palette' }
  | { readonly kind: 'insert'; readonly form: InsertForm }
  /** Which figure of a source a number is linked to: the number of a finding, or the one at the caret. */
  | { readonly kind: 'linkFigure'; readonly checkId: string | null }
  | { readonly kind: 'correct'; readonly factId: string }
  | {
      readonly kind:
        | 'shortcuts'
        | 'settings'
        | 'about'
        | 'export'
        | 'exportPdf'
        | 'paste'
        | 'backups'
        | 'banner'
        | 'link'
        | 'recovery'
        | 'reference'
        | 'portion'
        | 'section'
        | 'lengthLimit'
        | 'template'
        | 'saveTemplate'
        | 'details'
        | 'likelihood';
    }
  /** `factId`: a figure whose series is chosen first. */
  | { readonly kind: 'chart'; readonly factId?: string }
  /** The description of a picture; `done` hears what was decided, null for nothing. */
  | {
      readonly kind: 'picture';
      readonly way: 'insert' | 'edit';
      readonly picture: PictureAttrs;
      readonly done: (picture: PictureAttrs | null) => void;
    }
  /** Articles that were chosen, and the template that is offered first: what a briefing would be filled with. */
  | { readonly kind: 'startFrom'; readonly read: ReadArticles; readonly templateId: string }
  /** Asked before something would drop unsaved changes; `then` goes on. */
  | { readonly kind: 'unsaved'; readonly then: () => void };

/** What can be done about something, as a button. */
export interface Offer {
  readonly label: string;
  run(): void;
}

/** A line in the status bar: what happened, with an offer to take it back or to go on from it, or why a key did nothing. */
export interface Notice {
  readonly text: string;
  readonly undo: CommandId | null;
  readonly offers?: readonly Offer[];
}

/** The bar that finds. What was looked for stays when it is closed. */
export interface FindState {
  readonly open: boolean;
  /** True when it shows the field for other words. */
  readonly replacing: boolean;
  readonly query: FindQuery;
  readonly replacement: string;
  /** Counts up each time it is asked for, so that its field takes the focus again. */
  readonly turn: number;
}

/** Which notes are shown; null for any. */
export interface NoteFilter {
  /** `mine`: of the analyst who writes; `program`: what Chancery noticed; `others`: of anybody else. */
  readonly by: 'mine' | 'program' | 'others' | null;
  readonly status: Status | null;
  readonly tag: string | null;
}
export const ALL_NOTES: NoteFilter = { by: null, status: null, tag: null };

export interface ViewState {
  readonly panes: Readonly<Record<Pane, boolean>>;
  /** As set by hand, in CSS pixels; a small window draws them narrower. */
  readonly widths: Readonly<Record<Pane, number>>;
  /** True below 1180 px: panes are rails and open as drawers. */
  readonly narrow: boolean;
  readonly drawer: Pane | null;
  /** Per cent of paper size; 90 is drawn as designed. */
  readonly zoom: number;
  readonly arrange: 'beside' | 'list';
  readonly filter: Filter;
  readonly showResolved: boolean;
  readonly shades: Readonly<Record<Shade, boolean>>;
  readonly articleId: string | null;
  /** The fact shown in its source; `turn` counts up so that the same fact can be shown again. */
  readonly hit: { readonly factId: string; readonly turn: number } | null;
  /** `annotation:ID` or `check:ID`: the margin's open card. */
  readonly card: string | null;
  /** True when the card was opened by key: then it takes the focus. */
  readonly cardByKey: boolean;
  /** The check for which a reason is being written. */
  readonly accepting: string | null;
  readonly notes: NoteFilter;
  readonly unusedOpen: boolean;
  /** What the list of facts lets through, beside the kind of `filter`. */
  readonly facts: FactQuery;
  /** A paragraph of a source that a citation without a fact leads to; `number` from 1, null for the source as a whole. */
  readonly paragraph: { readonly articleId: string; readonly number: number | null; readonly turn: number } | null;
  /** Words that are selected in the source. */
  readonly chosen: { readonly articleId: string; readonly span: Span } | null;
  /** The source of some words, shown beside them. */
  readonly peek: { readonly factId: string; readonly box: Box; readonly byKey: boolean } | null;
  /** How many places one can go back to. */
  readonly trail: number;
  readonly showFacts: boolean;
  /** The pane of the selected chart was closed, until another is selected. */
  readonly chartClosed: boolean;
  /** The page stays white in a dark window. */
  readonly whitePage: boolean;
  readonly find: FindState;
  /** The outline under the sources is unfolded. */
  readonly outlineOpen: boolean;
  readonly dialog: DialogState | null;
  readonly notice: Notice | null;
  /** Words for the polite live region; `turn` makes the same words speak again. */
  readonly said: { readonly text: string; readonly turn: number };
}

export const ZOOMS = [50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 300, 400] as const;

export const FIRST_VIEW: ViewState = {
  panes: { sources: true, facts: true },
  widths: USUAL_WIDTHS,
  narrow: false,
  drawer: null,
  zoom: 90,
  arrange: 'beside',
  filter: 'all',
  showResolved: false,
  shades: { quote: true, figure: true, date: false, name: false },
  articleId: null,
  hit: null,
  card: null,
  cardByKey: false,
  accepting: null,
  notes: ALL_NOTES,
  unusedOpen: false,
  facts: ALL_FACTS,
  paragraph: null,
  chosen: null,
  peek: null,
  trail: 0,
  showFacts: true,
  chartClosed: false,
  whitePage: false,
  find: {
    open: false,
    replacing: false,
    query: { words: '', matchCase: false, wholeWords: false },
    replacement: '',
    turn: 0,
  },
  outlineOpen: false,
  dialog: null,
  notice: null,
  said: { text: '', turn: 0 },
};

/** The next zoom step in a direction, staying at the ends. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOMS : [...ZOOMS].reverse();
  return steps.find((step) => (direction === 1 ? step > zoom : step < zoom)) ?? zoom;
}
