// Oddities: places of an article that an analyst should look at, each with a note; general rules, few and useful.
import type { Article } from '../article/article.ts';
import { overlaps, type Span } from '../text/span.ts';
import { weekdayDiffers } from './absoluteDates.ts';
import { yearOf } from './calendar.ts';
import type { DateHit } from './dateHit.ts';
import type { Claim, Oddity } from './fact.ts';
import { CARDINALS } from './lexicon/numbers.ts';
import { CHANGE_NOUNS, DOWN_WORDS, UP_WORDS } from './lexicon/words.ts';
import type { Known, KnownFigures } from './operands.ts';
import { isBase, type SentenceTokens } from './period.ts';
import type { Token } from './tokens.ts';

type Metadata = Pick<Article, 'title' | 'byline' | 'publisher' | 'published'>;

/** All oddities in the order of the text, at most one for a place. */
export function findOddities(
  articleId: string,
  metadata: Metadata,
  known: KnownFigures,
  claims: readonly Claim[],
  opening: Span | null,
): Oddity[] {
  const found: Oddity[] = [];
  const add = ({ start, end }: Span, code: string, note: string): void => {
    found.push({ articleId, start, end, text: known.text.slice(start, end), code, note });
  };
  const claimStarts = new Set(claims.map((claim) => sentenceOf(known, claim.start)));
  known.sentences.forEach((sentence, n) => {
    electionYear(known, sentence, add);
    weekdays(known, sentence, add);
    composedAmounts(known, sentence, add);
    percentOrPoints(known, sentence, add);
    ranking(known, sentence, add);
    if (!claimStarts.has(n)) baseless(known, sentence, add);
  });
  relativePeriods(known, metadata.published, add);
  if (opening) missing(metadata, opening, add);
  return onePerPlace(found);
}

/** Sorted by place; of two that overlap the one found first stays. */
function onePerPlace(found: readonly Oddity[]): Oddity[] {
  const order = new Map(found.map((oddity, n) => [oddity, n]));
  const sorted = [...found].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Oddity[] = [];
  for (const oddity of sorted) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, oddity)) kept.push(oddity);
    else if ((order.get(oddity) ?? 0) < (order.get(last) ?? 0)) kept[kept.length - 1] = oddity;
  }
  return kept;
}

type Add = (span: Span, code: string, note: string) => void;

function sentenceOf(known: KnownFigures, offset: number): number {
  let low = 0;
  let high = known.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const from = known.sentences[middle]?.from ?? 0;
    if ((known.tokens[from]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end };
}

const words = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');

const ELECTION = /^(?:elected|reelected|election|reelection)$/u;
const PRESIDENCY =
  /\b(?:president of the (?:united states|us|u\.s\.|usa)|(?:us|u\.s\.|american) president|(?:us|u\.s\.|american) presidential|white house)\b/u;

/** US presidents are elected in years divisible by four (US Constitution, Article II; 3 U.S.C. § 1). */
function electionYear(known: KnownFigures, sentence: SentenceTokens, add: Add): void {
  const { tokens } = known;
  for (const d of sentence.dates) {
    const hit = known.dates[d] as DateHit;
    const year = hit.value === null ? null : yearOf(hit.value);
    if (year === null || hit.relative || year % 4 === 0 || tokens[hit.from - 1]?.lower !== 'in') continue;
    const from = Math.max(sentence.from, hit.from - 16);
    let at = -1;
    for (let i = from; i < hit.from; i++) if (ELECTION.test(tokens[i]?.lower ?? '')) at = i;
    if (at < 0 || !PRESIDENCY.test(words(tokens, at, hit.from))) {
      // "US presidential election in 2023": the office stands before the word.
      if (at < 0 || !PRESIDENCY.test(words(tokens, Math.max(sentence.from, at - 4), hit.from))) continue;
    }
    // Another year between belongs to the election, not this one.
    if (sentence.dates.some((other) => (known.dates[other] as DateHit).from > at && other < d)) continue;
    const start = tokens[at - 1]?.raw === '-' && tokens[at - 2]?.lower === 're' ? at - 2 : at;
    add(
      spanOf(tokens, start, hit.to),
      'election-year',
      `No US presidential election is held in ${year}: they are held in years divisible by four, and the term begins in the January after. Check whether the election or the inauguration is meant.`,
    );
  }
}

function weekdays(known: KnownFigures, sentence: SentenceTokens, add: Add): void {
  for (const d of sentence.dates) {
    const hit = known.dates[d] as DateHit;
    if (hit.weekday === undefined || hit.value === null || hit.relative || !weekdayDiffers(hit.value, hit.weekday))
      continue;
    add(
      spanOf(known.tokens, hit.from, hit.to),
      'weekday-date',
      `${hit.value} is not the weekday that the text gives. One of the two is wrong.`,
    );
  }
}

function composedAmounts(known: KnownFigures, sentence: SentenceTokens, add: Add): void {
  for (const f of sentence.figures) {
    const figure = known.all[f];
    if (!figure?.raw.composed || typeof figure.raw.value !== 'number') continue;
    add(
      figure.raw,
      'composed-amount',
      `The amount is written in parts. It was read as one figure, ${figure.raw.value.toLocaleString('en-GB')}.`,
    );
  }
}

/** A change of percentages that is stated in per cent but is right only in percentage points. */
function percentOrPoints(known: KnownFigures, sentence: SentenceTokens, add: Add): void {
  const figures = sentence.figures.flatMap((f) => known.all[f] ?? []);
  for (const change of figures) {
    if (change.raw.unit !== 'percentage' || typeof change.raw.value !== 'number') continue;
    const pair = figures.find((other) => other !== change && other.raw.change && other.raw.unit === 'percentage');
    const levels = pair && Array.isArray(pair.raw.value) ? pair.raw.value : null;
    if (!levels) continue;
    const points = Math.abs(levels[1] - levels[0]);
    const percent = Math.abs(levels[1] / levels[0] - 1) * 100;
    if (Math.abs(points - change.raw.value) < 0.051 && Math.abs(percent - change.raw.value) > 0.5) {
      add(
        change.raw,
        'percent-or-points',
        `From ${levels[0]}% to ${levels[1]}% is a change of ${trim(points)} percentage points, or ${trim(percent)} per cent. The text says per cent.`,
      );
    }
  }
}

const trim = (value: number): string => String(Number(value.toFixed(1)));

const RANKED = /^(?:largest|biggest|highest|smallest|lowest|richest|fastest|most|oldest|longest)$/u;
const RANKING_NOUNS =
  /^(?:partners?|exporters?|importers?|producers?|economies|countries|nations|companies|suppliers?|investors?|markets?|destinations?|buyers?|donors?|banks?|cities|states|list)$/u;

/** "top ten", "fourth-largest": a place in a ranking that the text does not give. */
function ranking(known: KnownFigures, sentence: SentenceTokens, add: Add): void {
  const { tokens } = known;
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    let to = 0;
    if (token.lower === 'top' && next && (next.kind === 'number' || (CARDINALS.get(next.lower) ?? 0) > 1)) {
      to = i + 2;
      while (
        to < sentence.to &&
        to < i + 5 &&
        tokens[to]?.kind === 'word' &&
        !RANKING_NOUNS.test(tokens[to - 1]?.lower ?? '')
      )
        to++;
      if (!RANKING_NOUNS.test(tokens[to - 1]?.lower ?? '')) to = i + 2;
    } else if (
      /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/u.test(token.lower) &&
      next?.raw === '-' &&
      RANKED.test(tokens[i + 2]?.lower ?? '')
    ) {
      to = i + 3;
    }
    // "the top 1 per cent" is a share.
    if (to === 0 || /^(?:%|percent|per|pct)$/u.test(tokens[i + 2]?.lower ?? '')) continue;
    // "for the first time" beside it makes the ranking a claim over time as well.
    if (/^for the first time$/u.test(words(tokens, to, to + 4))) to += 4;
    add(
      spanOf(tokens, i, to),
      'ranking-without-list',
      'The text names a place in a ranking but gives neither the ranking nor its source.',
    );
    i = to;
  }
}

/** "a small increase from the previous year" with no figure for that year anywhere. */
function baseless(known: KnownFigures, sentence: SentenceTokens, add: Add): void {
  const { tokens } = known;
  for (const d of sentence.dates) {
    const hit = known.dates[d] as DateHit;
    if (!isBase(tokens, hit)) continue;
    // "since 2019" says how long, not what was there before.
    const from = Math.max(sentence.from, hit.from - 7);
    let at = -1;
    for (let i = from; i < hit.from; i++) {
      const word = tokens[i]?.lower ?? '';
      if (word === 'since' || word === 'over') at = -1;
      else if (
        CHANGE_NOUNS.has(word) ||
        ((UP_WORDS.has(word) || DOWN_WORDS.has(word)) && word.length > 2) ||
        word === 'compared'
      )
        at = at < 0 ? i : at;
      if (tokens[i]?.kind === 'number') at = -1;
    }
    if (at < 0 || tokens[hit.from - 1]?.lower === 'since') continue;
    const figures = sentence.figures.flatMap((f) => known.all[f] ?? []);
    const given = figures.some(
      (figure) =>
        figure.raw.unit === 'percentage' ||
        figure.raw.kind === 'multiple' ||
        (figure.figure.period === hit.value && hit.value !== null),
    );
    if (given) continue;
    if (hit.value !== null && figures.some((figure) => hasBase(known, figure, hit.value as string))) continue;
    const start =
      tokens[at - 1]?.kind === 'word' && /(?:st|al|ic|ht|ld|ll|ep|rp|ge|nt|ive)$/u.test(tokens[at - 1]?.lower ?? '')
        ? at - 1
        : at;
    const period = hit.value === null ? 'the earlier period' : hit.value;
    add(
      spanOf(tokens, start, hit.to),
      'comparison-without-base',
      `The text compares with ${period} but gives no figure for it, so the change cannot be checked.`,
    );
  }
}

/** True when the article gives a figure of the same unit for the period compared with, and of the same measure if told. */
function hasBase(known: KnownFigures, figure: Known, period: string): boolean {
  return known.near(figure.figure.unit, period, figure).some((other) => {
    const [a, b] = [figure.figure.measure, other.figure.measure];
    return a === null || b === null || known.sameMeasure(a, b);
  });
}

/** The first use of each relative wording that a figure's period was read from. */
function relativePeriods(known: KnownFigures, published: string | null, add: Add): void {
  if (known.day === null) return;
  const seen = new Set<string>();
  const periods = new Set(known.all.map((figure) => (figure.figure.periodNote === null ? null : figure.figure.period)));
  for (const hit of known.dates) {
    if (
      !hit.relative ||
      hit.value === null ||
      hit.yearsFromOther !== undefined ||
      !periods.has(hit.value) ||
      /^\d{4}-\d{2}-\d{2}/u.test(hit.value)
    )
      continue;
    const first = known.tokens[hit.from] as Token;
    const last = known.tokens[hit.to - 1] as Token;
    const text = known.text.slice(first.start, last.end);
    // "in July" needs no note: which July is plain.
    if (!/^(?:last|this|next|previous|current|coming)\b|\b(?:ago|to|ended|ending)\b/iu.test(text)) continue;
    const key = `${text.toLowerCase()}|${hit.value}`;
    if (seen.has(key)) continue;
    seen.add(key);
    add(
      spanOf(known.tokens, hit.from, hit.to),
      'relative-period',
      published === null
        ? `“${text}” was read as ${hit.value}, against ${known.day}: the source bears no date of its own.`
        : `“${text}” was read as ${hit.value}, against the article’s date, ${known.day}.`,
    );
  }
}

/** One note for all that the source leaves out about itself, at its opening words. */
function missing(metadata: Metadata, opening: Span, add: Add): void {
  const absent = [
    ...(metadata.title === null ? ['headline'] : []),
    ...(metadata.byline === null ? ['author'] : []),
    ...(metadata.published === null ? ['date'] : []),
  ];
  if (absent.length === 0) return;
  const list = absent.length === 1 ? absent[0] : `${absent.slice(0, -1).join(', ')} or ${absent.at(-1)}`;
  add(opening, 'missing-metadata', `The source as received has no ${String(list)}. Complete it before it is cited.`);
}
