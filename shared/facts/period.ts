// Period: when a figure holds, read from the dates beside it, in its sentence, or carried over from the one before.
import type { DateHit } from './dateHit.ts';
import type { RawFigure } from './rawFigure.ts';
import { BREAK, type Token } from './tokens.ts';

/** A sentence as tokens, with the figures and dates that lie in it (as indexes into their lists). */
export interface SentenceTokens {
  readonly from: number;
  readonly to: number;
  readonly figures: readonly number[];
  readonly dates: readonly number[];
  /** True for the first sentence of a paragraph. */
  readonly opens: boolean;
}

export interface Period {
  readonly value: string;
  readonly note: string | null;
}

export interface PeriodContext {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly figures: readonly RawFigure[];
  readonly dates: readonly DateHit[];
  readonly sentences: readonly SentenceTokens[];
  readonly day: string | null;
}

/** A sentence is cut here: work within a sentence grows with the square of what is in it, tables of text have no end. */
const LONGEST_SENTENCE = 300;

/** Groups figures and dates by sentence. `starts`: the offsets at which sentences begin, in order. */
export function cutSentences(
  tokens: readonly Token[],
  figures: readonly RawFigure[],
  dates: readonly DateHit[],
  starts: readonly number[],
): SentenceTokens[] {
  const out: SentenceTokens[] = [];
  let token = 0;
  let figure = 0;
  let date = 0;
  for (let s = 0; s < starts.length;) {
    const end = starts[s + 1] ?? Infinity;
    const from = token;
    while (
      token < tokens.length &&
      token - from < LONGEST_SENTENCE &&
      (tokens[token] as Token).start < end &&
      !(token > from && isBreakAt(tokens, token, end))
    )
      token++;
    // A longer one goes on as a sentence of its own.
    if (token - from < LONGEST_SENTENCE) s++;
    const own: number[] = [];
    while (figure < figures.length && (figures[figure] as RawFigure).from < token) own.push(figure++);
    const dated: number[] = [];
    while (date < dates.length && (dates[date] as DateHit).from < token) dated.push(date++);
    out.push({ from, to: token, figures: own, dates: dated, opens: from === 0 || tokens[from]?.raw === BREAK });
  }
  return out;
}

/** The break before a paragraph belongs to the sentence that opens it. */
function isBreakAt(tokens: readonly Token[], i: number, end: number): boolean {
  return tokens[i]?.raw === BREAK && (tokens[i + 1]?.start ?? Infinity) >= end;
}

const LINKS = new Set(
  'in for during over at on of the by through as early late mid around end , ( fiscal year calendar full a'.split(' '),
);

/** True when a date is only what a figure is compared with: "compared to 2022", "from the previous year", "since 2019". */
export function isBase(tokens: readonly Token[], hit: DateHit): boolean {
  let i = hit.from - 1;
  while (i >= 0 && /^(?:the|in|a|year|levels?|of)$/u.test(tokens[i]?.lower ?? '') && hit.from - i < 4) i--;
  const word = tokens[i]?.lower ?? '';
  if (/^(?:from|than|since|versus|vs|against|over)$/u.test(word)) return i > hit.from - 4;
  // "up 25% on 2023"; nothing happens "on" a year.
  if (word === 'on') return hit.value !== null && /^\d{4}(?:-[QH]\d)?$/u.test(hit.value);
  return (
    (word === 'with' || word === 'to') &&
    /^(?:compared|comparison|relative|contrast)$/u.test(tokens[i - 1]?.lower ?? '')
  );
}

/** A day or week read from "Tuesday" or "last week": mostly when something was said, not when a number holds. */
function isSaying(hit: DateHit): boolean {
  return hit.relative && hit.value !== null && /^\d{4}-\d{2}-\d{2}/u.test(hit.value);
}

function isOneDay(hit: DateHit): boolean {
  return hit.value !== null && /^\d{4}-\d{2}-\d{2}$/u.test(hit.value);
}

function direct(context: PeriodContext, figure: RawFigure, hit: DateHit): boolean {
  if (hit.from < figure.to || hit.from - figure.to > 4) return false;
  for (let i = figure.to; i < hit.from; i++) if (!LINKS.has(context.tokens[i]?.lower ?? '')) return false;
  return true;
}

/** The period of each figure, in the order of `context.figures`. */
export function periodsOf(context: PeriodContext): (Period | null)[] {
  const periods: (Period | null)[] = context.figures.map(() => null);
  let carried: { readonly hit: DateHit; readonly note: string; readonly sentence: number } | null = null;
  for (const [n, sentence] of context.sentences.entries()) {
    if (sentence.opens || (carried !== null && n - carried.sentence > 2)) carried = null;
    const hits = sentence.dates.map((d) => context.dates[d] as DateHit).filter((h) => h.value !== null);
    if (sentence.figures.length > 0) {
      const found = inSentence(context, sentence, hits);
      sentence.figures.forEach((f, k) => {
        const figure = context.figures[f] as RawFigure;
        const hit = found[k];
        if (hit) periods[f] = written(context, hit);
        else if (carried && hits.length === 0 && figure.kind !== 'duration') {
          periods[f] = { value: carried.hit.value as string, note: carried.note };
        }
      });
    }
    const said = hits.filter((h) => !isBase(context.tokens, h) && !isOneDay(h));
    const only = said.length === 1 ? said[0] : said.find((h) => h.from - sentence.from <= 3);
    if (only) carried = { hit: only, note: carriedNote(context, only), sentence: n };
    else if (said.length > 0) carried = null;
  }
  return periods;
}

/** "on 2023, when it was $4 million": the date is that of the clause it opens, whatever it is compared with. */
function opensClause(tokens: readonly Token[], hit: DateHit, figure: RawFigure): boolean {
  if (hit.to >= figure.from || figure.from - hit.to > 8) return false;
  const at = tokens[hit.to]?.raw === ',' ? hit.to + 1 : hit.to;
  return tokens[at]?.lower === 'when';
}

/** True for a figure that another one has risen or fallen from: "up from £8m", "down from about 6%". */
function isEarlier(tokens: readonly Token[], figure: RawFigure): boolean {
  const i = figure.qualifiedFrom;
  return tokens[i - 1]?.lower === 'from' && /^(?:up|down)$/u.test(tokens[i - 2]?.lower ?? '');
}

/** True when only ", or" or a bracket stands between two figures: the second says the first in another way. */
function restates(tokens: readonly Token[], first: RawFigure, second: RawFigure): boolean {
  if (first.kind === 'duration' || second.kind === 'duration') return false;
  const between = tokens.slice(first.to, Math.min(second.from, first.to + 3)).map((token) => token.lower);
  return second.from - first.to <= 2 && /^(?:,? ?or|,? ?\()$/u.test(between.join(' '));
}

/** The hit of each figure of the sentence, or null. */
function inSentence(context: PeriodContext, sentence: SentenceTokens, hits: readonly DateHit[]): (DateHit | null)[] {
  const { tokens } = context;
  const figures = sentence.figures.map((f) => context.figures[f] as RawFigure);
  const owner = new Map<DateHit, number>();
  const own: (DateHit | null)[] = figures.map(() => null);
  figures.forEach((figure, n) => {
    const hit = hits.find((h) => direct(context, figure, h));
    if (hit && !owner.has(hit) && !isBase(tokens, hit)) {
      own[n] = hit;
      owner.set(hit, n);
    }
  });
  // "$97.1 million, or $2.14 a share, a year earlier": said twice, of one period.
  for (let n = figures.length - 2; n >= 0; n--) {
    const [figure, next] = [figures[n] as RawFigure, figures[n + 1] as RawFigure];
    if (own[n] === null && own[n + 1] && restates(tokens, figure, next)) own[n] = own[n + 1] as DateHit;
  }
  const general = hits.filter((h) => !isBase(tokens, h) && !isSaying(h) && h.yearsFromOther === undefined);
  return figures.map((figure, n) => {
    const mine = own[n];
    if (mine) return mine;
    if (figure.kind === 'duration') return null;
    // An age, or a size in inches, holds at no period that the sentence names for something else.
    if (figure.unit?.endsWith('of age') === true) return null;
    // "£12m in 2024, up from £8m": the earlier sum has no period unless the article names it.
    if (isEarlier(tokens, figure)) return null;
    const clause = hits.find((h) => opensClause(tokens, h, figure));
    if (clause) return clause;
    const before = general.findLast((h) => h.to <= figure.from && !owner.has(h));
    if (before) return before;
    const next = figures[n + 1];
    const after = general.find((h) => h.from >= figure.to);
    if (after) {
      const other = owner.get(after);
      if (other === undefined && (!next || next.from > after.from || next.kind !== figure.kind)) return after;
      // "rose 5% to $3 million in 2023": both hold in 2023.
      if (other === n + 1 && next && next.from - figure.to <= 3) return after;
      if (general.length === 1 && other === undefined) return after;
    }
    const last = general.findLast((h) => h.to <= figure.from);
    if (last) return last;
    return general.length === 1 && hits.length === 1 && after ? after : null;
  });
}

function words(context: PeriodContext, hit: DateHit): string {
  const first = context.tokens[hit.from];
  const last = context.tokens[hit.to - 1];
  return first && last ? context.text.slice(first.start, last.end) : '';
}

function written(context: PeriodContext, hit: DateHit): Period {
  return { value: hit.value as string, note: noteOf(context, hit) };
}

function noteOf(context: PeriodContext, hit: DateHit): string | null {
  if (!hit.relative) return null;
  if (hit.yearsFromOther !== undefined) return `"${words(context, hit)}", counted from the year named before`;
  return context.day === null ? `"${words(context, hit)}"` : `"${words(context, hit)}", read against ${context.day}`;
}

function carriedNote(context: PeriodContext, hit: DateHit): string {
  const read = hit.relative && context.day !== null ? `, read against ${context.day}` : '';
  return `carried over from "${words(context, hit)}" before${read}`;
}
