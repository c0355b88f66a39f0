// Claims: what the article says of its own figures ("more than three times"), computed again from them.
import {
  difference,
  fits,
  multipleOf,
  quotient,
  rounded,
  sum,
  write,
  writePercent,
  writeRatio,
  type Interval,
} from './claimValues.ts';
import type { DateHit } from './dateHit.ts';
import type { Claim, Figure, Verdict } from './fact.ts';
import type { RawFigure } from './rawFigure.ts';
import { CHANGE_NOUNS, DOWN_WORDS, UP_WORDS } from './lexicon/words.ts';
import { findOperands, type Known, type KnownFigures } from './operands.ts';
import { isBase, type SentenceTokens } from './period.ts';
import { isPhrasal } from './qualifier.ts';
import { factAt, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';

interface Judged {
  readonly verdict: Verdict;
  readonly computed: string | null;
  readonly reason: string | null;
  readonly figures: readonly Figure[];
}

/** Words after a multiple that compare two things, not two times. */
const COMPARED = /^(?:as|the|that|what|its|their|his|her|our)$/u;
const AMBIGUOUS = new Set('more higher larger greater bigger faster longer'.split(' '));

/** Every claim of the article, in order. */
export function findClaims(reading: Reading, known: KnownFigures): Claim[] {
  const claims: Claim[] = [];
  for (const sentence of known.sentences) {
    for (const f of sentence.figures) {
      const claimed = known.all[f];
      if (!claimed) continue;
      const judged = judge(known, sentence, claimed);
      if (!judged) continue;
      const start = (known.tokens[claimed.raw.qualifiedFrom] as Token).start;
      claims.push({
        ...factAt(reading, 'claim', { start: Math.min(start, claimed.raw.start), end: claimed.raw.end }),
        kind: 'claim',
        verdict: judged.verdict,
        computed: judged.computed,
        reason: judged.reason,
        figureIds: judged.figures.map((figure) => figure.id),
      });
    }
  }
  return claims;
}

function judge(known: KnownFigures, sentence: SentenceTokens, claimed: Known): Judged | null {
  const { raw } = claimed;
  if (raw.unit === 'times' && raw.kind === 'multiple') return judgeMultiple(known, sentence, claimed);
  if (typeof raw.value !== 'number') return null;
  if (raw.unit === 'percentage' || raw.unit === 'percentage point') {
    return judgeShare(known, sentence, claimed) ?? judgePercent(known, sentence, claimed);
  }
  return judgeSum(known, sentence, claimed) ?? judgeDifference(known, sentence, claimed) ?? judgeRecord(known, claimed);
}

function notCheckable(reason: string): Judged {
  return { verdict: 'not-checkable', computed: null, reason, figures: [] };
}

function verdict(ok: boolean, computed: string, figures: readonly Known[]): Judged {
  return { verdict: ok ? 'supported' : 'contradicted', computed, reason: null, figures: figures.map((k) => k.figure) };
}

function interval(known: Known, value = single(known)): Interval {
  return rounded(value, rounding(known.raw), known.raw.qualifier);
}

/** Whole numbers without a scale are taken as they stand: 12 ships are twelve. Scales, decimals and rates are rounded. */
function rounding(raw: RawFigure): number {
  return raw.step === 1 && raw.kind !== 'percent' ? 0 : raw.step;
}

function single(known: Known): number {
  return typeof known.raw.value === 'number' ? known.raw.value : known.raw.value[1];
}

/** Direction of the verb before the figure, or of the noun or adverb after it. */
function directionOf(known: KnownFigures, raw: RawFigure, reach: number): 'up' | 'down' | null {
  if (raw.qualifier === 'up' || raw.qualifier === 'down') return raw.qualifier;
  for (let j = raw.qualifiedFrom - 1; j >= 0 && j >= raw.qualifiedFrom - reach; j--) {
    const token = known.tokens[j] as Token;
    if (token.kind === 'mark' && /[.;:!?\n]/u.test(token.raw)) break;
    if (token.kind === 'word' && token.lower === 'up' && isPhrasal(known.tokens, j)) return null;
    if (token.kind === 'word' && UP_WORDS.has(token.lower)) return 'up';
    if (token.kind === 'word' && DOWN_WORDS.has(token.lower)) return 'down';
    if (token.kind === 'number') break;
  }
  for (let j = raw.to; j < raw.to + 2; j++) {
    const word = known.tokens[j]?.lower ?? '';
    if (word === 'higher' || (UP_WORDS.has(word) && CHANGE_NOUNS.has(word))) return 'up';
    if (word === 'lower' || (DOWN_WORDS.has(word) && CHANGE_NOUNS.has(word))) return 'down';
  }
  return null;
}

function judgeMultiple(known: KnownFigures, sentence: SentenceTokens, claimed: Known): Judged | null {
  const { raw } = claimed;
  if (typeof raw.value !== 'number') return null;
  const { tokens } = known;
  const last = tokens[raw.to - 1]?.lower ?? '';
  const next = tokens[raw.to]?.lower ?? '';
  if (last === 'times' && AMBIGUOUS.has(next)) {
    const words = known.text.slice(raw.start, (tokens[raw.to] as Token).end);
    return notCheckable(
      `"${words}" is ambiguous: it may mean ${write(raw.value)} or ${write(raw.value + 1)} times as much.`,
    );
  }
  // "wants to triple", "could double": a plan or a possibility is no claim about what was.
  const lead = tokens[raw.qualifiedFrom - 1]?.lower ?? '';
  if (raw.to - raw.from === 1 && /^(?:to|could|would|may|might|should|will|can)$/u.test(lead)) return null;
  const operands = findOperands(known, sentence, claimed, COMPARED.test(next) || last === 'as');
  if (typeof operands === 'string') return notCheckable(operands);
  const { base, result } = operands;
  const down = last === 'times' || last.endsWith('fold') ? directionOf(known, raw, 8) === 'down' : false;
  const value = down ? 1 / raw.value : raw.value;
  const ratio = quotient(interval(result, operands.to), interval(base, operands.from));
  const found = operands.to / operands.from;
  const computed = `${write(operands.to)} / ${write(operands.from)} = ${writeRatio(found)}`;
  const qualifier = down && raw.qualifier === '>' ? '<' : down && raw.qualifier === '<' ? '>' : raw.qualifier;
  const bound = qualifier === '>' || qualifier === '<';
  const claimedRatio = bound ? { low: value, high: value } : multipleOf(value, down ? 0 : raw.step);
  return verdict(fits(ratio, claimedRatio, qualifier), computed, [result, base]);
}

function judgePercent(known: KnownFigures, sentence: SentenceTokens, claimed: Known): Judged | null {
  const { raw } = claimed;
  const direction = directionOf(known, raw, 4);
  if (direction === null || typeof raw.value !== 'number') return null;
  // "rose to 12%", "a fall from 12%" and "the 12% that" are levels and no changes.
  const lead = known.tokens[raw.qualifiedFrom - 1]?.lower ?? '';
  const second = known.tokens[raw.qualifiedFrom - 2]?.lower ?? '';
  if (lead === 'to' || lead === 'from' || (lead === 'the' && /^(?:from|to|than)$/u.test(second))) return null;
  const operands = findOperands(known, sentence, claimed);
  if (typeof operands === 'string') {
    // Said of a named base that the article does not give: worth saying. Else every market report would be full of it.
    const named = sentence.dates.some((d) => isBase(known.tokens, known.dates[d] as DateHit));
    return named && operands.startsWith('The article gives no') ? notCheckable(operands) : null;
  }
  const { base, result, from, to } = operands;
  const percentages = base.raw.unit === 'percentage';
  if (raw.unit === 'percentage point') {
    if (!percentages) return null;
    const points = difference(interval(result, to), interval(base, from));
    const value = direction === 'up' ? raw.value : -raw.value;
    const computed = `${write(to)} - ${write(from)} = ${write(to - from)} percentage points`;
    return verdict(fits(points, rounded(value, raw.step), signed(raw, direction)), computed, [result, base]);
  }
  const ratio = quotient(interval(result, to), interval(base, from));
  const change = { low: ratio.low - 1, high: ratio.high - 1 };
  const value = (direction === 'up' ? raw.value : -raw.value) / 100;
  const computed = `(${write(to)} - ${write(from)}) / ${write(from)} = ${writePercent(to / from - 1)}`;
  const ok = fits(change, rounded(value, raw.step / 100), signed(raw, direction));
  const points = percentages && !ok ? `; in percentage points ${write(to)} - ${write(from)} = ${write(to - from)}` : '';
  return verdict(ok, computed + points, [result, base]);
}

/** More of a fall is less of a value: the qualifier turns with the sign. */
function signed(raw: RawFigure, direction: 'up' | 'down'): RawFigure['qualifier'] {
  if (direction === 'up') return raw.qualifier;
  return raw.qualifier === '>' ? '<' : raw.qualifier === '<' ? '>' : raw.qualifier;
}

/** "rose by $30m to $150m from $120m". */
function judgeDifference(known: KnownFigures, sentence: SentenceTokens, claimed: Known): Judged | null {
  const { raw } = claimed;
  if (typeof raw.value !== 'number' || raw.unit === null || raw.kind === 'multiple') return null;
  const word = known.tokens[raw.qualifiedFrom - 1]?.lower ?? '';
  const own = known.tokens[raw.qualifiedFrom]?.lower ?? '';
  const by =
    word === 'by' ||
    ((raw.qualifier === 'up' || raw.qualifier === 'down') && raw.qualifiedFrom < raw.from && word !== 'to');
  if (!by || own === 'to' || known.tokens[raw.from - 1]?.lower === 'to') return null;
  const direction = directionOf(known, raw, 3);
  if (direction === null) return null;
  const operands = findOperands(known, sentence, claimed);
  if (typeof operands === 'string' || operands.result.raw.unit !== raw.unit) return null;
  const { base, result, from, to } = operands;
  const found = difference(interval(result, to), interval(base, from));
  const value = direction === 'up' ? raw.value : -raw.value;
  const computed = `${write(to)} - ${write(from)} = ${write(to - from)}`;
  return verdict(fits(found, rounded(value, raw.step), signed(raw, direction)), computed, [result, base]);
}

/** "120 of the 400 workers, or 30%", "120 of 400 (30%)": a share whose part and whole stand right before it. */
function judgeShare(known: KnownFigures, sentence: SentenceTokens, claimed: Known): Judged | null {
  const { raw } = claimed;
  if (raw.unit !== 'percentage' || typeof raw.value !== 'number') return null;
  const at = sentence.figures.findIndex((f) => known.all[f] === claimed);
  const part = known.all[sentence.figures[at - 2] ?? -1];
  const whole = known.all[sentence.figures[at - 1] ?? -1];
  if (!part || !whole || typeof part.raw.value !== 'number' || typeof whole.raw.value !== 'number') return null;
  const lead = known.tokens[raw.qualifiedFrom - 1]?.lower ?? '';
  if (!(lead === 'or' || lead === '(' || lead === 'representing' || lead === ',')) return null;
  if (raw.from - whole.raw.to > 5) return null;
  const link = known.tokens.slice(part.raw.to, whole.raw.from).map((token) => token.lower);
  const shares =
    link.length <= 5 &&
    link.includes('of') &&
    link.every((word) => /^(?:out|of|the|a|total|its|their|all|some|about|,)$/u.test(word));
  if (!shares || whole.raw.value <= part.raw.value || (part.raw.unit !== whole.raw.unit && part.raw.unit !== null))
    return null;
  const share = quotient(interval(part), interval(whole));
  const computed = `${write(part.raw.value)} / ${write(whole.raw.value)} = ${writePercent(part.raw.value / whole.raw.value)}`;
  return verdict(fits(share, rounded(raw.value / 100, raw.step / 100), raw.qualifier), computed, [part, whole]);
}

/** "$3 million and $4 million, a total of $7 million": all parts of the sentence that stand before the total. */
function judgeSum(known: KnownFigures, sentence: SentenceTokens, claimed: Known): Judged | null {
  const { raw } = claimed;
  if (typeof raw.value !== 'number' || raw.unit === null) return null;
  const { tokens } = known;
  const before = tokens
    .slice(Math.max(sentence.from, raw.qualifiedFrom - 3), raw.qualifiedFrom)
    .map((token) => token.lower);
  const after = tokens.slice(raw.to, raw.to + 2).map((token) => token.lower);
  const total =
    /^(?:totalling|totaling|totalled)$/u.test(before.at(-1) ?? '') ||
    (before.includes('total') && /^(?:of|total|in|was|is)$/u.test(before.at(-1) ?? '')) ||
    (after[0] === 'in' && /^(?:total|all)$/u.test(after[1] ?? '')) ||
    after[0] === 'altogether' ||
    after[0] === 'combined';
  if (!total) return null;
  for (let i = sentence.from; i < sentence.to; i++) {
    // Parts that are only examples do not make up the total.
    if (/^(?:including|includes|included|among|such|partly|least|mostly)$/u.test(tokens[i]?.lower ?? '')) return null;
  }
  const at = sentence.figures.findIndex((f) => known.all[f] === claimed);
  const parts = sentence.figures
    .slice(0, at)
    .flatMap((f) => known.all[f] ?? [])
    .filter((part) => part.raw.unit === raw.unit && typeof part.raw.value === 'number' && part.raw.kind === raw.kind);
  if (parts.length < 2 || parts.some((part) => part.figure.period !== claimed.figure.period)) return null;
  const found = sum(parts.map((part) => interval(part)));
  const value = parts.reduce((all, part) => all + single(part), 0);
  const computed = `${parts.map((part) => write(single(part))).join(' + ')} = ${write(value)}`;
  return verdict(fits(found, rounded(raw.value, raw.step), raw.qualifier), computed + remark(value, raw), parts);
}

/** Said beside a result that is not the number claimed, but is as near as rounding allows. */
function remark(value: number, raw: RawFigure): string {
  const off = typeof raw.value === 'number' && Math.abs(value - raw.value) > raw.step / 2;
  return off && raw.qualifier === '=' && raw.step > 0 && Math.abs(value - (raw.value as number)) <= 3 * raw.step
    ? ' (before rounding of the parts)'
    : '';
}

/** "a record $5 million", "a record high of 40": only against the figures that the article gives. */
function judgeRecord(known: KnownFigures, claimed: Known): Judged | null {
  const { raw } = claimed;
  if (raw.kind === 'duration' || typeof raw.value !== 'number') return null;
  const words = [1, 2, 3].map((n) => known.tokens[raw.qualifiedFrom - n]?.lower ?? '');
  const low = words.includes('low') || words.includes('lowest');
  const record =
    (words[0] === 'record' && !/^(?:the|on|of)$/u.test(words[1] ?? '')) ||
    (words[0] === 'of' && (words[1] === 'high' || words[1] === 'low') && words[2] === 'record');
  if (!record) return null;
  const others = known
    .series(claimed)
    .filter(
      (other) =>
        other !== claimed && other.figure.period !== claimed.figure.period && typeof other.raw.value === 'number',
    );
  if (others.length === 0) return notCheckable('The article gives no other figures to compare the record with.');
  const value = raw.value;
  const worst = others.reduce((most, other) => (single(other) > single(most) !== low ? other : most));
  const ok = low ? value <= single(worst) : value >= single(worst);
  const computed = `${write(value)} ${low ? (ok ? '<=' : '>') : ok ? '>=' : '<'} ${write(single(worst))} (the figures of this article only)`;
  return verdict(ok, computed, [claimed, worst]);
}
