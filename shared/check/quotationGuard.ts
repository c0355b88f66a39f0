// The guard of quotations: are the words of a quotation its source's, openly edited, or altered?
import { diffWords, type Change } from '../text/diff.ts';
import { fold } from '../text/normalize.ts';
import { sentences } from '../text/sentences.ts';
import { gapBetween, quotationTokens, textOf, withoutLastStop, type Token } from './quotationTokens.ts';

export interface QuotationComparison {
  /**
   * `same`: the source's words; typography does not count. `edited`: changed by the rules of conventions.md 3.9 and no
   * others: an ellipsis for words left out, in the source's order; insertions in square brackets; [T]his. `altered`: the rest.
   */
  readonly verdict: 'same' | 'edited' | 'altered';
  /** The source's words against the quotation's, without the marks of paragraphs; empty when they are the same. */
  readonly diff: readonly Change[];
  /** Stretches of the source that an ellipsis, or the edge of a fragment, leaves out and that may change the sense. */
  readonly hidden: readonly string[];
  /** Words in square brackets that may change the sense: "[not]". */
  readonly added: readonly string[];
}

const NEGATIONS = (
  'not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely rarely seldom fails failed ' +
  'deny denies denied fail refuse refuses refused unlikely unable impossible'
).split(' ');
const MODALS = 'may might could would should must can shall ought perhaps possibly probably maybe allegedly'.split(' ');
const CONDITIONS = 'if unless only except until provided but although though however whether'.split(' ');
const NUMBERS = (
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred ' +
  'thousand million billion trillion dozen half quarter third double twice percent'
).split(' ');
const SENSE = new Set([...NEGATIONS, ...MODALS, ...CONDITIONS]);
const SENSE_OR_NUMBER = new Set([...SENSE, ...NUMBERS]);

/** True when leaving `text` out, or putting it in, may change the sense (conventions.md 3.9, Guard rule set). */
export function changesSense(text: string, numbers: boolean): boolean {
  const folded = fold(text).text;
  if (numbers && /\d/u.test(folded)) return true;
  const words = folded.split(/[^\p{L}']+/u);
  return words.some((word) => {
    // May is a month when it has a capital.
    if (word === 'May') return false;
    const lower = word.toLowerCase();
    return lower.endsWith("n't") || (numbers ? SENSE_OR_NUMBER : SENSE).has(lower);
  });
}

/** Positions in the source that the words so far can have reached: those listed, or all from `from` on. */
type Reached = { readonly from: number } | ReadonlySet<number>;

function has(reached: Reached, at: number): boolean {
  return 'from' in reached ? at >= reached.from : reached.has(at);
}

function first(reached: Reached): number {
  if ('from' in reached) return reached.from;
  let least = Infinity;
  for (const at of reached) least = Math.min(least, at);
  return least;
}

function sameIgnoringCase(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** How many tokens of the source at `at` this token stands for, besides none at all; null when it does not fit there. */
function fits(source: readonly Token[], at: number, token: Token): number | null {
  const here = source[at];
  if (token.literal.every((key, index) => source[at + index]?.key === key)) return token.literal.length;
  if (token.kind === 'recased' && here) {
    const sameRest = here.key.slice(1) === token.key.slice(1);
    return sameRest && sameIgnoringCase(here.key.charAt(0), token.key.charAt(0)) ? 1 : null;
  }
  if (token.kind === 'insertion' && token.inner.length > 0) {
    const fit = token.inner.every((inner, index) => sameIgnoringCase(source[at + index]?.key ?? '', inner.key));
    return fit ? token.inner.length : null;
  }
  return null;
}

/** One token of the quotation on the stretch [from, to) of the source. */
interface Step {
  readonly token: Token;
  readonly from: number;
  readonly to: number;
}

/** Where tokens of each key stand in the source; by lower case, which finds those of another case as well. */
function placesByKey(source: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  source.forEach((token, at) => {
    const key = token.key.toLowerCase();
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  });
  return places;
}

/** Lays `words` over `source`; of several ways, one that leaves few words out. Null when there is none. */
function align(source: readonly Token[], words: readonly Token[], fragment: boolean): Step[] | null {
  const end = source.length;
  const places = placesByKey(source);
  const reached: Reached[] = [fragment ? { from: 0 } : new Set([0])];
  for (const token of words) {
    const before = reached.at(-1) as Reached;
    if (token.kind === 'ellipsis') {
      reached.push({ from: first(before) });
      continue;
    }
    // An insertion stands for no words of the source too: nothing that was reached is lost.
    const nothing = token.kind === 'insertion';
    if (nothing && 'from' in before) {
      reached.push(before);
      continue;
    }
    const after = new Set<number>(nothing && !('from' in before) ? before : []);
    const keys = new Set(
      [token.key, token.literal[0] ?? '', token.inner[0]?.key ?? ''].map((key) => key.toLowerCase()),
    );
    const candidates =
      'from' in before ? [...keys].flatMap((key) => places.get(key) ?? []).filter((at) => at >= before.from) : before;
    for (const at of candidates) {
      const length = fits(source, at, token);
      if (length !== null) after.add(at + length);
    }
    if (after.size === 0) return null;
    reached.push(after);
  }
  const last = reached.at(-1) as Reached;
  const ends = [withoutLastStop(source).length, end];
  let to = fragment ? first(last) : (ends.find((at) => has(last, at)) ?? -1);
  if (to < 0 || to > end) return null;
  const steps: Step[] = [];
  for (let index = words.length - 1; index >= 0; index--) {
    const token = words[index] as Token;
    const before = reached[index] as Reached;
    let from = to;
    if (token.kind === 'ellipsis') {
      while (!has(before, from)) from--;
    } else {
      // Standing for words of the source comes before standing for none.
      const lengths = [token.literal.length, token.inner.length, 1].filter((length) => length > 0 && length <= to);
      const length = lengths.find((one) => has(before, to - one) && fits(source, to - one, token) === one);
      if (length !== undefined) from = to - length;
    }
    steps.push({ token, from, to });
    to = from;
  }
  return steps.reverse();
}

/** What the sentences around a fragment say before and after it, when it may change the sense. */
function cutAtEdges(text: string, source: readonly Token[], from: number, to: number): string[] {
  const start = source[from]?.start;
  const end = source[to - 1]?.end;
  if (start === undefined || end === undefined) return [];
  const all = sentences(text);
  const opening = all.find((one) => one.start <= start && start < one.end);
  const closing = all.find((one) => one.start < end && end <= one.end);
  const edges = [opening ? text.slice(opening.start, start) : '', closing ? text.slice(end, closing.end) : ''];
  return edges.map((edge) => edge.trim()).filter((edge) => changesSense(edge, false));
}

export interface CompareOptions {
  /** Words within our own sentence may be any part of the source; a block quotation is the whole of it. */
  readonly fragment?: boolean;
}

/**
 * Compares the `words` of a quotation with its `source`, both without need of outer marks, paragraphs parted by a blank
 * line. The matching contract, rule by rule, in this order:
 * 1. Typography never counts: straight, curly, single, double or pointed marks, forms of dashes, kinds and number of spaces
 *    (but a space within a word, or none between two, does), letters and their accents apart or together, invisible
 *    characters. Upper and lower case do count.
 * 2. Outer marks, and one comma or full stop at the very end, never count.
 * 3. `…`, `...`, `[…]` stand for any words left out at that place; the words that stay keep their order.
 * 4. `[words]` stand for nothing, or for the same words in another case; `[T]his` stands for "this".
 * 5. Everything else is altered. There is no likeness and no score.
 */
export function compareQuotation(source: string, words: string, options: CompareOptions = {}): QuotationComparison {
  const fragment = options.fragment ?? false;
  const ours = withoutLastStop(quotationTokens(words, true));
  const theirs = quotationTokens(source, false);
  const steps = ours.length === 0 && withoutLastStop(theirs).length > 0 ? null : align(theirs, ours, fragment);
  if (!steps) {
    const diff = diffWords(textOf(source, withoutLastStop(theirs)), textOf(words, ours));
    return { verdict: 'altered', diff, hidden: [], added: [] };
  }
  const cuts: string[] = [];
  const added: string[] = [];
  const diff: Change[] = [];
  const put = (kind: Change['kind'], text: string): void => {
    const before = diff.at(-1);
    if (before?.kind === kind) diff[diff.length - 1] = { kind, text: before.text + text };
    else diff.push({ kind, text });
  };
  let plain = true;
  steps.forEach(({ token, from, to }, index) => {
    const next = ours[index + 1];
    const text = words.slice(token.start, token.end) + (next ? gapBetween(words, token, next) : '');
    if (token.kind === 'ellipsis') {
      const left = theirs.slice(from, to);
      const hidden = left.some((one) => one.kind !== 'ellipsis') ? textOf(source, left) : '';
      if (hidden === '') return put('same', text);
      cuts.push(hidden.replace(/^[^\p{L}\p{N}]+/u, ''));
      put('cut', `${hidden} `);
    } else if (token.kind === 'insertion' && to === from) {
      added.push(token.key);
      put('added', text);
    } else {
      plain &&= token.literal.every((key, at) => theirs[from + at]?.key === key);
      put('same', text);
    }
  });
  const same = plain && cuts.length === 0 && added.length === 0;
  const edges = fragment ? cutAtEdges(source, theirs, steps[0]?.from ?? 0, steps.at(-1)?.to ?? 0) : [];
  return {
    verdict: same ? 'same' : 'edited',
    diff: same ? [] : diff,
    hidden: [...cuts.filter((text) => changesSense(text, true)), ...edges],
    added: added.filter((text) => changesSense(text, true)),
  };
}
