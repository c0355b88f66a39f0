// Figures: every number of an article that measures or counts something, with value, unit, qualifier, period and measure.
import type { DateHit } from './dateHit.ts';
import { scanDates } from './dates.ts';
import type { Figure } from './fact.ts';
import { CODES, DOLLAR_PREFIXES, SYMBOLS, SYMBOL_CHARACTERS } from './lexicon/currencies.ts';
import { MULTIPLE_VERBS, MULTIPLE_WORDS } from './lexicon/numbers.ts';
import { measuresOf } from './measure.ts';
import { multipleWordAt, ratioAfter } from './multiples.ts';
import { NUMERAL_STARTS, numeralAt } from './numerals.ts';
import { KnownFigures } from './operands.ts';
import { cutSentences, periodsOf, type Period } from './period.ts';
import { quantityAt, type Lexed } from './quantity.ts';
import { rangeFrom, suspended, type Found } from './ranges.ts';
import { finish, ofMultiple, type RawFigure } from './rawFigure.ts';
import { factAt, type Reading } from './reading.ts';
import { lex, type Token } from './tokens.ts';
import type { Span } from '../text/span.ts';

/** Words, in lower case, that a figure may begin with. */
const WORD_STARTS: ReadonlySet<string> = new Set([
  ...NUMERAL_STARTS,
  ...MULTIPLE_VERBS.keys(),
  ...MULTIPLE_WORDS.keys(),
  ...[...CODES, ...SYMBOLS.keys(), ...DOLLAR_PREFIXES.keys(), 'Y'].map((symbol) => symbol.toLowerCase()),
]);

/** True for a token that a figure may begin with: keeps the scan fast. */
function mayBegin(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'mark')
    return SYMBOL_CHARACTERS.has(token.raw) || token.raw === '-' || token.raw === '−' || token.raw === '–';
  const word = token.lower;
  return WORD_STARTS.has(word) || (word.length > 6 && word.endsWith('fold'));
}

/** All figures of the article, in order. Linear in its length. */
function scanFigures(lexed: Lexed): RawFigure[] {
  const { tokens, dated } = lexed;
  const figures: RawFigure[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token;
    if (dated[i] === 1 || !mayBegin(token)) {
      i++;
      continue;
    }
    const found = figuresAt(lexed, i);
    figures.push(...found.figures);
    i = Math.max(found.to, i + 1);
  }
  return figures;
}

const NOTHING: Found = { figures: [], to: 0 };

function figuresAt(lexed: Lexed, i: number): Found {
  const { tokens } = lexed;
  const word = multipleWordAt(tokens, i);
  if (word) return one(ofMultiple(lexed, word));
  const first = quantityAt(lexed, i);
  if (!first) return NOTHING;
  if (first.unit === null && first.kind === 'number') {
    const ratio = ratioAfter(tokens, first.numeral, (at) =>
      lexed.dated[at] === 1 ? null : numeralAt(tokens, at, false),
    );
    if (ratio) return one(ofMultiple(lexed, ratio));
  }
  const range = rangeFrom(lexed, first);
  if (range) return one(range);
  const list = suspended(lexed, first);
  if (list) return list;
  const figure = finish(lexed, first, null);
  return figure ? one(figure) : { figures: [], to: first.numeral.to };
}

function one(figure: RawFigure): Found {
  return { figures: [figure], to: figure.to };
}

/** True when the article writes of sterling, so that bare "pounds" are money. */
function writesSterling(text: string): boolean {
  return text.includes('£') || /\b(?:sterling|pence|quid)\b/u.test(text.slice(0, 100_000));
}

/** Words, dates and numbers of a text, before period and measure are known. */
export interface Scan {
  readonly tokens: readonly Token[];
  readonly dates: readonly DateHit[];
  /** 1 for each token that belongs to a date: no figure there. */
  readonly dated: Uint8Array;
  readonly raw: readonly RawFigure[];
}

/** The one reader of articles and of the briefing's own words. `day` as in Reading. */
export function scanText(text: string, paragraphs: readonly Span[], day: string | null): Scan {
  const tokens = lex(text, paragraphs);
  const dates = scanDates(tokens, day);
  const dated = new Uint8Array(tokens.length + 1);
  for (const hit of dates) dated.fill(1, hit.from, hit.to);
  return { tokens, dates, dated, raw: scanFigures({ text, tokens, dated, sterling: writesSterling(text) }) };
}

/** What is read of an article's words and numbers: the common ground of figures, dates, claims and oddities. */
export interface FigureReading {
  readonly tokens: readonly Token[];
  readonly dates: readonly DateHit[];
  readonly figures: readonly Figure[];
  readonly known: KnownFigures;
}

/** Reads dates and figures, with period and measure. */
export function readFigures(reading: Reading): FigureReading {
  const { text, day } = reading;
  const { tokens, dates, dated, raw } = scanText(text, reading.paragraphs, day);
  const starts = reading.sentences.map((sentence) => sentence.start);
  const sentences = cutSentences(tokens, raw, dates, starts);
  const context = { text, tokens, figures: raw, dates, sentences, day };
  const periods = periodsOf(context);
  const measures = measuresOf(context, dated);
  const figures = raw.map((figure, i) => figureFact(reading, figure, periods[i] ?? null, measures[i] ?? null));
  const sentenceOf = new Uint32Array(raw.length);
  sentences.forEach((sentence, n) => {
    for (const f of sentence.figures) sentenceOf[f] = n;
  });
  const all = figures.map((figure, i) => ({ figure, raw: raw[i] as RawFigure, sentence: sentenceOf[i] as number }));
  return { tokens, dates, figures, known: new KnownFigures(text, tokens, all, sentences, dates, day) };
}

/** The figures of an article, in order. */
export function findFigures(reading: Reading): Figure[] {
  return [...readFigures(reading).figures];
}

function figureFact(reading: Reading, raw: RawFigure, period: Period | null, measure: string | null): Figure {
  return {
    ...factAt(reading, 'figure', { start: raw.start, end: raw.end }),
    kind: 'figure',
    value: raw.value,
    unit: raw.unit,
    figureKind: raw.kind,
    qualifier: raw.qualifier,
    measure,
    period: period?.value ?? null,
    periodNote: period?.note ?? null,
  };
}
