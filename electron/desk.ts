// Desk: one open window as the main process knows it: its file, its backup and what its page told of itself.
import { createTurns } from '../shared/base/turns.ts';
import type { Start, WindowState } from '../shared/platform.ts';
import type { Dialogs } from './dialogs.ts';

export class Desk {
  readonly dialogs: Dialogs;
  readonly focus: () => void;
  /** Hands the page something to open. */
  readonly send: (start: Start) => void;

  /** What the window was opened for; asked for by its page once it has loaded. */
  start: Start;
  started = false;
  /** The file of the briefing; null until it is saved or opened. */
  path: string | null = null;
  /** SHA-256 that the file may have without being changed by another: what was read or written, and what a failed save may have left. */
  expected: string[] = [];
  state: WindowState = { title: '', dirty: false, disabled: [] };
  dirtySince: Date | null = null;
  /** A briefing is open in this window, or about to be: nothing else may be opened in it unasked, and its file is its own. */
  used = false;
  /** Hash of its own file as read again for a page with unsaved changes, which may be comparing only. */
  reread: string | null = null;
  backupId: string | null = null;
  /** The backup's bytes came from this window, not from the run before. */
  backupIsOurs = false;
  /** The user chose not to save and the window is closing: its backup stays, but is not offered at the next start. */
  declining = false;
  exported: string | null = null;
  /** Saves and backups of one window run one after the other, in the order they were asked for. */
  readonly inTurn = createTurns();

  constructor(start: Start, dialogs: Dialogs, focus: () => void, send: (start: Start) => void) {
    this.start = start;
    this.dialogs = dialogs;
    this.focus = focus;
    this.send = send;
    this.used = start.kind === 'articles' || start.kind === 'briefing';
  }
}

/** The briefing open in a page, by what it told; a page that tells no more than its title counts as showing one briefing. */
export function openedIn(
  state: WindowState,
): { readonly count: number; readonly placeId: string | null | undefined } | null {
  if (state.opened !== undefined) return state.opened;
  return state.title === '' ? null : { count: 0, placeId: undefined };
}
