// View: what the window shows of the briefing (panes, filters, the open card, the dialog); nothing of it is saved in the file.
import type { CommandId } from '../shared/commands.ts';
import type { FindQuery } from '../shared/text/findWords.ts';
import type { InsertForm, PictureAttrs } from './editor/editor.ts';

export type Pane = 'sources' | 'facts';
export type Filter = 'all' | 'figures' | 'quotes' | 'notes' | 'warnings' | 'dates' | 'names';
export type Shade = 'quote' | 'figure' | 'date' | 'name';

export type DialogState =
  | { readonly kind: 'palette' }
  | { readonly kind: 'insert'; readonly form: InsertForm }
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
        | 'chart'
        | 'reference'
        | 'portion'
        | 'section'
        | 'lengthLimit';
    }
  /** The description of a picture; `done` hears what was decided, null for nothing. */
  | {
      readonly kind: 'picture';
      readonly way: 'insert' | 'edit';
      readonly picture: PictureAttrs;
      readonly done: (picture: PictureAttrs | null) => void;
    }
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

export interface ViewState {
  readonly panes: Readonly<Record<Pane, boolean>>;
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
  readonly unusedOpen: boolean;
  readonly showFacts: boolean;
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
  unusedOpen: false,
  showFacts: true,
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
