// Fills pages with measured pieces: keeps together what belongs together, and leaves the notes their room at the foot.
import type { Piece } from './blocks.ts';

/** The notes of a plan by number - 1: how many lines each has; a line's height and the space after each note in twips. */
export interface NoteLines {
  readonly lines: readonly number[];
  readonly line: number;
  readonly after: number;
}

/** The rule above the footnotes with the space around it; twips, as LibreOffice sets it. */
const NOTE_RULE = 122;
/** A paragraph leaves at least so many lines on either page. */
const WIDOW = 2;
/** Lines may stand out by so much before they are moved, so that sums of rounded parts decide nothing. */
const SLACK = 6;

export class PageFlow {
  readonly #height: number;
  readonly #notes: NoteLines | null;
  /** The first note of a page brings the rule, and has no note before to keep its distance from. */
  readonly #noteRule: number;
  #page = 1;
  /** Height of what stands on the page, without the space after the last piece. */
  #used = 0;
  #after = 0;
  /** Height of the notes of the page; the space after the last is not needed. */
  #foot = 0;
  /** Lines of a note that go on on the next page. */
  #carried = 0;
  /** Of the piece that is being placed: which of its notes and high lines come next. */
  #noteAt = 0;
  #highAt = 0;
  /** Nothing stands on the page yet. */
  #empty = true;
  /** The page began by itself, so the space before its first piece is dropped. */
  #soft = false;

  /** `height`: of the text on a page. `notes`: those that stand at the foot of the pages; null when none do. */
  constructor(height: number, notes: NoteLines | null) {
    this.#height = height;
    this.#notes = notes;
    this.#noteRule = NOTE_RULE - (notes?.after ?? 0);
  }

  /** Places pieces `from` to `to`, which stay on one page if a page can hold them; notes the pages of their blocks. */
  place(pieces: readonly Piece[], from: number, to: number, pageOf: number[]): void {
    const first = pieces[from];
    if (!first) return;
    if (first.pageBreakBefore && !(this.#empty && this.#page === 1)) this.#next(false);
    if (to - from > 1 && !this.#empty && !this.#fits(pieces, from, to, false) && this.#fits(pieces, from, to, true)) {
      this.#next(true);
    }
    for (let at = from; at < to; at++) {
      const piece = pieces[at];
      if (piece) this.#piece(piece, pageOf);
    }
  }

  /** The endnotes: LibreOffice sets them on pages of their own after the last block, without a rule; Word below it. */
  endnotes(notes: NoteLines): void {
    if (notes.lines.length > 0) this.#next(true);
    for (const lines of notes.lines) {
      for (let line = 0; line < lines; line++) {
        if (this.#used + notes.line > this.#height) this.#next(true);
        this.#used += notes.line;
      }
      this.#used += notes.after;
    }
  }

  /** The number of pages, when all is placed. */
  finish(): number {
    while (this.#carried > 0) this.#next(true);
    return this.#page;
  }

  /** How much of the page that is being filled holds text and notes: from 0 to 1. */
  get filled(): number {
    return Math.min(1, Math.max(0, (this.#used + this.#foot) / this.#height));
  }

  #next(soft: boolean): void {
    this.#page++;
    this.#used = this.#after = this.#foot = 0;
    this.#empty = true;
    this.#soft = soft;
    if (this.#carried > 0 && this.#notes) {
      const most = Math.max(1, Math.floor((this.#height - NOTE_RULE) / this.#notes.line));
      const lines = Math.min(this.#carried, most);
      this.#carried -= lines;
      this.#foot = NOTE_RULE + lines * this.#notes.line;
    }
  }

  #gap(piece: Piece): number {
    if (this.#empty) return this.#soft ? 0 : piece.before;
    return Math.max(this.#after, piece.before);
  }

  #noteHeight(number: number): number {
    const notes = this.#notes;
    return notes ? (notes.lines[number - 1] ?? 1) * notes.line + notes.after : 0;
  }

  /** Height of the notes on the lines up to `to` of `piece`, with their rule when they are the page's first. */
  #notesOf(piece: Piece, to: number, foot: number): number {
    let height = 0;
    if (!this.#notes) return height;
    for (let at = 0; at < piece.notes.length && (piece.notes[at] ?? 0) < to; at += 2) {
      height += this.#noteHeight(piece.notes[at + 1] ?? 0);
    }
    return height > 0 && foot === 0 ? height + this.#noteRule : height;
  }

  /** Whether the chain fits, on a new page or where we are: all of it, and of its last piece as much as must stand together. */
  #fits(pieces: readonly Piece[], from: number, to: number, fresh: boolean): boolean {
    let used = fresh ? 0 : this.#used;
    let after = fresh ? 0 : this.#after;
    let foot = fresh ? 0 : this.#foot;
    for (let at = from; at < to; at++) {
      const piece = pieces[at] as Piece;
      const whole = at < to - 1 || piece.keepLines || piece.lines <= WIDOW + 1;
      used += fresh && at === from ? 0 : Math.max(after, piece.before);
      used += whole ? piece.height : piece.above + WIDOW * piece.lineHeight;
      foot += this.#notesOf(piece, whole ? piece.lines : WIDOW, foot);
      if (used + foot > this.#height + piece.spare + SLACK) return false;
      after = piece.after;
    }
    return true;
  }

  #piece(piece: Piece, pageOf: number[]): void {
    let from = 0;
    let above = piece.above;
    this.#noteAt = this.#highAt = 0;
    while (from < piece.lines) {
      const gap = from === 0 ? this.#gap(piece) : 0;
      let end = this.#linesThatFit(piece, from, this.#used + gap + above);
      if (end === from && !this.#empty) {
        this.#next(true);
        if (piece.repeated > 0 && piece.repeated < this.#height / 2) {
          this.#used = piece.repeated;
          this.#empty = false;
          end = this.#linesThatFit(piece, from, this.#used);
        } else continue;
      }
      // What no page can hold stands on one all the same.
      end = Math.max(end, from + 1);
      if (pageOf[piece.block] === 0) pageOf[piece.block] = this.#page;
      this.#used += gap + above;
      for (let line = from; line < end; line++) this.#used += this.#lineHeight(piece, line);
      this.#addNotes(piece, end);
      this.#empty = false;
      above = 0;
      from = end;
      if (from < piece.lines) this.#next(true);
    }
    this.#after = piece.after;
    if (piece.pageBreakAfter) this.#next(false);
  }

  /** Height of `line`; asked in order, from a line on that stands below all placed ones. */
  #lineHeight(piece: Piece, line: number): number {
    const { high } = piece;
    let at = this.#highAt;
    while (at < high.length && (high[at] ?? 0) < line) at += 2;
    this.#highAt = at;
    return at < high.length && high[at] === line ? (high[at + 1] ?? 0) : piece.lineHeight;
  }

  /** The end of the lines from `from` that stand on this page when the first begins at `top`. */
  #linesThatFit(piece: Piece, from: number, top: number): number {
    const limit = this.#height + piece.spare + SLACK;
    const highAt = this.#highAt;
    let noteAt = this.#noteAt;
    let used = top;
    let foot = this.#foot;
    let end = from;
    while (end < piece.lines) {
      used += this.#lineHeight(piece, end);
      for (; this.#notes && noteAt < piece.notes.length && piece.notes[noteAt] === end; noteAt += 2) {
        foot += (foot === 0 ? this.#noteRule : 0) + this.#noteHeight(piece.notes[noteAt + 1] ?? 0);
      }
      if (used + foot > limit) break;
      end++;
    }
    this.#highAt = highAt;
    if (end === piece.lines) return end;
    if (piece.keepLines && from === 0 && !this.#empty) return from;
    if (piece.lines - end < WIDOW) end = piece.lines - WIDOW;
    if (from === 0 && end < WIDOW) end = 0;
    return Math.max(end, from);
  }

  /** Puts the notes of the lines up to `to` at the foot. */
  #addNotes(piece: Piece, to: number): void {
    const notes = this.#notes;
    if (!notes) return;
    let at = this.#noteAt;
    for (; at < piece.notes.length && (piece.notes[at] ?? 0) < to; at += 2) {
      this.#foot += (this.#foot === 0 ? this.#noteRule : 0) + this.#noteHeight(piece.notes[at + 1] ?? 0);
    }
    this.#noteAt = at;
    const over = this.#used + this.#foot - this.#height;
    if (over > notes.line) {
      // Notes longer than the page: they go on on the next ones.
      this.#carried += Math.ceil(over / notes.line);
      this.#foot -= over;
    }
  }
}
