// Breaks the inlines of a paragraph into lines: how many there are, how high, and which notes stand on each.
import { shownCaption } from '../../briefing/captions.ts';
import type { Inline, RunProps } from '../plan.ts';
import { emHeight, faceOf, type Metrics, type ParagraphMetrics } from './metrics.ts';
import { isSquare, TABLED, widthBeyond, widthsOf } from './widths.ts';

/** What a line may do at a character. */
const NEVER = 0;
/** Hangs over the end of the line. */
const SPACE = 1;
/** A line may end after it, unless a digit follows: "on-line", but "-5". */
const AFTER_BUT_DIGIT = 2;
const AFTER = 3;
const AROUND = 4;
/** A square letter: the same, and beyond the tables. */
const SQUARE = 5;

/** By code, after the rules of Unicode's UAX 14 that LibreOffice keeps. */
const BREAKS = new Uint8Array(TABLED);
BREAKS[0x20] = SPACE;
BREAKS.fill(SPACE, 0x2000, 0x2007);
BREAKS.fill(SPACE, 0x2008, 0x200c);
BREAKS[0x2d] = BREAKS[0x2f] = AFTER_BUT_DIGIT;
BREAKS[0xad] = BREAKS[0x2010] = BREAKS[0x2013] = BREAKS[0x7c] = AFTER;
BREAKS[0x2014] = AROUND;

/** EMU to a twip. */
const EMU = 635;
/** Superscript and subscript are set smaller, as Word and LibreOffice do. */
const RAISED = 0.58;
/** Default tab stops; settings.xml says the same. */
const TAB = 720;
/** Below the line that a picture stands on, in ems: the descent. */
const DESCENT = 0.25;

/** The lines of one paragraph; one object is used for all, so that nothing is made per line. */
export interface Lines {
  count: number;
  /** Height of a line without a picture, in twips. */
  height: number;
  /** Together. */
  total: number;
  /** Lines that are higher: [line, height, line, height, ...]. */
  readonly high: number[];
  /** Notes in order: [line, number, line, number, ...]. */
  readonly notes: number[];
}

export interface Place {
  /** Between the left end of the lines and the right; twips. */
  readonly width: number;
  /** How much further left the first line begins (positive: hanging). */
  readonly hanging: number;
}

/** Sets paragraphs one after the other. */
export class Setter {
  readonly lines: Lines = { count: 0, height: 0, total: 0, high: [], notes: [] };
  readonly #metrics: Metrics;
  #width = 0;
  /** End of the words on the line, width of the spaces after them and of the word that is still growing. */
  #x = 0;
  #spaces = 0;
  #word = 0;
  #line = 0;
  #mayBreak = false;
  #beforeDigit = false;
  /** The line's start: its indent; words and tabs count from the left edge of the other lines. */
  #start = 0;
  #object = 0;
  #wordNotes: number[] = [];

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  /** Sets `inlines` in `style`; the result stands in `lines` until the next call. */
  set(inlines: readonly Inline[], style: ParagraphMetrics, place: Place): Lines {
    const lines = this.lines;
    lines.high.length = 0;
    lines.notes.length = 0;
    lines.height = style.size * emHeight(style.font) * style.line;
    this.#width = Math.max(place.width, style.size);
    this.#start = -place.hanging;
    this.#x = this.#start;
    this.#spaces = this.#word = this.#line = this.#object = 0;
    this.#mayBreak = this.#beforeDigit = false;
    for (const inline of inlines) {
      switch (inline.kind) {
        case 'text':
          this.#text(inline.text, inline.props, style);
          break;
        case 'sequence':
          this.#text(shownCaption(inline), {}, style);
          break;
        case 'reference':
          this.#text(inline.shown, {}, style);
          break;
        case 'note':
          this.#wordNotes.push(inline.number);
          this.#text(`${inline.after ? ',' : ''}${inline.number}`, { raised: 'super' }, style);
          break;
        case 'tab':
          this.#tab(style);
          break;
        case 'break':
          this.#commit();
          this.#next();
          this.#x = 0;
          break;
        case 'picture':
        case 'chart':
          this.#mayBreak = false;
          this.#commit();
          this.#word = Math.min(inline.width / EMU, this.#width);
          this.#object = Math.max(this.#object, inline.height / EMU + style.size * DESCENT);
          this.#commit();
          break;
        case 'commentStart':
        case 'commentEnd':
          break;
      }
    }
    this.#commit();
    this.#next();
    lines.count = this.#line;
    lines.total = lines.count * lines.height;
    for (let at = 1; at < lines.high.length; at += 2) lines.total += (lines.high[at] ?? 0) - lines.height;
    return lines;
  }

  /** Ends the line. */
  #next(): void {
    if (this.#object > this.lines.height) this.lines.high.push(this.#line, this.#object);
    this.#object = 0;
    this.#line++;
    this.#spaces = 0;
    this.#start = 0;
  }

  /** Puts the word that was growing on the line, or on the next when it does not fit. */
  #commit(): void {
    let word = this.#word;
    if (word > 0) {
      const object = this.#object;
      if (this.#x > this.#start && this.#x + this.#spaces + word > this.#width) {
        this.#object = 0;
        this.#next();
        this.#object = object;
        this.#x = word;
      } else {
        this.#x += this.#spaces + word;
      }
      this.#spaces = 0;
      // A word longer than the line ends where the line does.
      for (word = this.#x; word > this.#width + 1; word -= this.#width) {
        this.#next();
        this.#x = word - this.#width;
      }
      this.#word = 0;
    }
    if (this.#wordNotes.length > 0) {
      for (const note of this.#wordNotes) this.lines.notes.push(this.#line, note);
      this.#wordNotes.length = 0;
    }
  }

  #tab(style: ParagraphMetrics): void {
    this.#commit();
    const at = this.#x + this.#spaces;
    // The hanging indent is a tab stop too.
    const stop = at < 0 ? 0 : style.tab > style.left && at < style.tab - style.left ? style.tab - style.left : -1;
    const left = style.left;
    this.#x = stop >= 0 ? stop : (Math.floor((at + left) / TAB) + 1) * TAB - left;
    this.#spaces = 0;
    if (this.#x > this.#width) {
      this.#next();
      this.#x = 0;
    }
  }

  #text(text: string, props: RunProps, style: ParagraphMetrics): void {
    const own = props.style === undefined ? undefined : this.#metrics.character(props.style);
    const bold = props.bold ?? own?.bold ?? style.bold;
    const widths = widthsOf(faceOf(own?.font ?? style.font, bold, props.italics ?? style.italic));
    const raised = props.raised !== undefined || own?.raised === true;
    const scale = ((own?.size ?? style.size) * (raised ? RAISED : 1)) / 1000;
    const { length } = text;
    // The hot loop of the whole estimate: the fields of the line are kept in locals, and words that fit need no call.
    let x = this.#x;
    let spaces = this.#spaces;
    let word = this.#word;
    let mayBreak = this.#mayBreak;
    let beforeDigit = this.#beforeDigit;
    const width = this.#width;
    const noted = this.#wordNotes.length > 0;
    for (let at = 0; at < length;) {
      let code = text.charCodeAt(at);
      const breaks = code < TABLED ? (BREAKS[code] as number) : isSquare(code) ? SQUARE : NEVER;
      const ends =
        breaks === SPACE
          ? word > 0
          : breaks >= AROUND ||
            // A second dash, a full stop or a closing quotation mark stays where the first is.
            (mayBreak && (beforeDigit || code < 0x30 || code > 0x39) && !isClosing(code));
      mayBreak = false;
      if (ends) {
        if (!noted && x + spaces + word <= width) {
          x += spaces + word;
          spaces = 0;
        } else {
          this.#x = x;
          this.#spaces = spaces;
          this.#word = word;
          this.#commit();
          x = this.#x;
          spaces = this.#spaces;
        }
        word = 0;
      }
      if (breaks === SPACE) {
        spaces += (widths[code] as number) * scale;
        at++;
        continue;
      }
      if (breaks !== NEVER || code >= TABLED) {
        word += (code < TABLED ? (widths[code] as number) : widthBeyond(code)) * scale;
        mayBreak = breaks !== NEVER;
        beforeDigit = breaks !== AFTER_BUT_DIGIT;
        at++;
        continue;
      }
      let advance = 0;
      do {
        advance += widths[code] as number;
        if (++at === length) break;
        code = text.charCodeAt(at);
      } while (code < TABLED && BREAKS[code] === NEVER);
      word += advance * scale;
    }
    this.#x = x;
    this.#spaces = spaces;
    this.#word = word;
    this.#mayBreak = mayBreak;
    this.#beforeDigit = beforeDigit;
  }
}

/** No line begins with one of these. */
function isClosing(code: number): boolean {
  return (
    code === 0x2e ||
    code === 0x2c ||
    code === 0x3a ||
    code === 0x3b ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x7d ||
    code === 0x2f ||
    code === 0x2d ||
    code === 0x2013 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x2019 ||
    code === 0x201d ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2060
  );
}
