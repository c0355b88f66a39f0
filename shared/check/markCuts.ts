// markCuts: the words of an altered quotation with every cut and every insertion shown openly.
import { diffWords, type Change } from '../text/diff.ts';
import { oneLine } from '../text/oneLine.ts';
import { compareQuotation, type CompareOptions } from './quotationGuard.ts';
import { isWord, paragraphBreak, quotationTokens, withoutLastStop, type Token } from './quotationTokens.ts';

/** One run of the alignment of source and words. */
interface Run {
  readonly kind: Change['kind'];
  /** Where it begins in the tokens of the source. */
  readonly at: number;
  readonly source: readonly Token[];
  readonly words: readonly Token[];
}

/**
 * What is written out, in order. `own`: a token of the words as typed. `bracket`: it stands for the tokens of the words from
 * `first` to `last`. An ellipsis `opens` when the cut begins a paragraph of the source.
 */
type Item =
  | { readonly kind: 'own'; readonly token: Token; readonly text: string }
  | { readonly kind: 'ellipsis'; readonly text: '…'; readonly opens: boolean }
  | { readonly kind: 'bracket'; readonly first: Token; readonly last: Token; readonly text: string }
  | { readonly kind: 'restored'; readonly text: string; readonly spaced: boolean };

const ELLIPSIS = { kind: 'ellipsis', text: '…', opens: false } as const;

/** The changes from `source` to `words`, token by token; `words` without ellipses and insertions. */
function runsOf(source: readonly Token[], words: readonly Token[]): Run[] {
  const known = new Set(source.map((token) => token.key));
  const key = (token: Token): string => {
    if (token.kind !== 'recased') return token.key;
    const [letter, rest] = [token.key.charAt(0), token.key.slice(1)];
    return [letter.toLowerCase() + rest, letter.toUpperCase() + rest].find((one) => known.has(one)) ?? token.key;
  };
  let inSource = 0;
  let inWords = 0;
  // Keys hold no space, so the diff of the joined keys is the diff of the tokens.
  return diffWords(source.map(key).join(' '), words.map(key).join(' ')).map(({ kind, text }) => {
    const count = text.split(' ').filter(Boolean).length;
    const run = {
      kind,
      at: inSource,
      source: kind === 'added' ? [] : source.slice(inSource, inSource + count),
      words: kind === 'cut' ? [] : words.slice(inWords, inWords + count),
    };
    inSource += run.source.length;
    inWords += run.words.length;
    return run;
  });
}

/** True when the two runs are one word whose first letter changed its case. */
function recased(cut: Run | undefined, added: Run | undefined): boolean {
  const [before, after] = [cut?.source[0], added?.words[0]];
  if (cut?.kind !== 'cut' || added?.kind !== 'added' || !before || !after) return false;
  if (cut.source.length !== 1 || added.words.length !== 1 || !isWord(before) || after.kind !== 'word') return false;
  return (
    before.key.slice(1) === after.key.slice(1) &&
    before.key.charAt(0).toLowerCase() === after.key.charAt(0).toLowerCase()
  );
}

const DIGIT_END = /\d$/u;
const DIGIT_START = /^\d/u;
const LETTER_END = /\p{L}$/u;

/** True when `token` belongs to what stands right before it as one word for a reader: "3.5", "1,752", "$5", "19%", "don't". */
function clings(before: Token, token: Token, after: Token | undefined): boolean {
  const next = after && !after.spaced && after.kind === 'word' ? after.key : '';
  if (/^[.,]$/u.test(token.key)) return DIGIT_END.test(before.key) && DIGIT_START.test(next);
  if (token.key === '%') return DIGIT_END.test(before.key);
  if (token.key === "'") return LETTER_END.test(before.key) && /^\p{L}/u.test(next);
  if (/^\p{Sc}$/u.test(before.key)) return DIGIT_START.test(token.key);
  return /\d[.,]$/u.test(before.key) ? DIGIT_START.test(token.key) : /\p{L}'$/u.test(before.key);
}

/** Tokens joined to what a reader takes as one word, so that no number is cut in two. */
function joinedTokens(list: readonly Token[]): Token[] {
  const joined: Token[] = [];
  list.forEach((token, at) => {
    const before = joined.at(-1);
    const plain = token.kind === 'word' && before?.kind === 'word' && !token.spaced;
    if (!plain || !clings(before, token, list[at + 1])) joined.push(token);
    else joined[joined.length - 1] = { ...before, key: before.key + token.key, end: token.end };
  });
  return joined;
}

/** True when the token at `at` of `list` begins a paragraph of `text` that is not the first. */
function opensParagraph(text: string, list: readonly Token[], at: number): boolean {
  const before = list[at - 1];
  return before !== undefined && paragraphBreak(text.slice(before.end, list[at]?.start)) >= 0;
}

function itemsOf(source: string, theirs: readonly Token[], words: string, ours: readonly Token[]): Item[] {
  const index = new Map(ours.map((token, at) => [token, at]));
  const indexOf = (token: Token): number => index.get(token) ?? 0;
  const items: Item[] = [];
  let next = 0;
  const put = (item: Item): void => {
    if (item.kind !== 'ellipsis' || items.at(-1)?.kind !== 'ellipsis') items.push(item);
  };
  /** Ellipses and insertions that the words hold already, up to the token at `to`. */
  const putMarked = (to: number): void => {
    for (; next < to; next++) {
      const one = ours[next];
      if (one?.kind === 'ellipsis') put(ELLIPSIS);
      if (one?.kind === 'insertion')
        put({ kind: 'bracket', first: one, last: one, text: words.slice(one.start, one.end) });
    }
    next = Math.max(next, to + 1);
  };
  const putCut = (cut: readonly Token[], at: number): void => {
    if (cut.some(isWord)) put({ ...ELLIPSIS, opens: opensParagraph(source, theirs, at) });
    // Punctuation alone is no cut: it comes back.
    else for (const one of cut) put({ kind: 'restored', text: source.slice(one.start, one.end), spaced: one.spaced });
  };
  const putAdded = (added: readonly Token[]): void => {
    let open: Token[] = [];
    const close = (): void => {
      const [first, last] = [open[0], open.at(-1)];
      const text = oneLine(
        words
          .slice(first?.start, last?.end)
          .replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
          .replace(/[[\]]/gu, ' '),
      );
      if (first && last && open.some(isWord)) put({ kind: 'bracket', first, last, text: `[${text}]` });
      open = [];
    };
    for (const token of added) {
      // No insertion runs from one paragraph into the next, over the mark that opens it.
      if (indexOf(token) > next || opensParagraph(words, ours, indexOf(token))) close();
      putMarked(indexOf(token));
      open.push(token);
    }
    close();
  };

  const runs = runsOf(
    theirs,
    ours.filter((token) => token.kind === 'word' || token.kind === 'recased'),
  );
  runs.forEach((run, at) => {
    if (run.kind === 'same') {
      for (const token of run.words) {
        putMarked(indexOf(token));
        put({ kind: 'own', token, text: words.slice(token.start, token.end) });
      }
    } else if (run.kind === 'added') {
      const token = run.words[0];
      if (!recased(runs[at - 1], run) || !token) return putAdded(run.words);
      putMarked(indexOf(token));
      const text = words.slice(token.start, token.end);
      put({ kind: 'own', token, text: `[${text.charAt(0)}]${text.slice(1)}` });
    } else if (!recased(run, runs[at + 1])) putCut(run.source, run.at);
  });
  putMarked(ours.length);
  return items;
}

const CLOSING = /^[.,;:!?)%’”'"]/u;
const OPEN_END = /(?:^|[\s([“‘„«])$/u;

/** The items as one text, with the spaces, marks and paragraphs of `words` where they still apply. */
function written(items: readonly Item[], words: string, ours: readonly Token[]): string {
  const index = new Map(ours.map((token, at) => [token, at]));
  const rawBefore = (place: number): string => words.slice(ours[place - 1]?.end ?? 0, ours[place]?.start);
  let out = words.slice(0, ours[0]?.start ?? 0);
  // The last token of the words that is written, or stands in what is.
  let done = -1;
  /** The break, and the marks about it, between what is written and the item; null when no paragraph begins there. */
  const breakBefore = (item: Item | undefined, follows: boolean): string | null => {
    if (item?.kind !== 'own' && item?.kind !== 'bracket') return null;
    const to = index.get(item.kind === 'own' ? item.token : item.first) ?? 0;
    for (let place = to; place > Math.max(done, 0); place--) {
      const raw = rawBefore(place);
      const at = paragraphBreak(raw);
      if (at >= 0) return follows && place === done + 1 ? raw : raw.slice(at);
    }
    return null;
  };
  let broken = false;
  items.forEach((item, at) => {
    const before = items[at - 1];
    const follows = before?.kind === 'own' || before?.kind === 'bracket';
    const opens = item.kind === 'ellipsis' && item.opens;
    const paragraph = at === 0 || broken ? null : breakBefore(opens ? items[at + 1] : item, follows);
    broken = opens && paragraph !== null;
    let gap = '';
    if (paragraph !== null) gap = paragraph;
    else if (item.kind === 'restored') gap = item.spaced ? ' ' : '';
    else if (at > 0 && item.kind === 'own') {
      const place = index.get(item.token) ?? 0;
      if (before?.kind === 'own' && done === place - 1) gap = rawBefore(place);
      else gap = CLOSING.test(item.text) ? '' : ' ';
    } else if (!OPEN_END.test(out)) gap = ' ';
    out += gap + item.text;
    if (item.kind === 'own') done = index.get(item.token) ?? done;
    if (item.kind === 'bracket') done = index.get(item.last) ?? done;
  });
  return out;
}

/**
 * `words` with every cut shown as " … " and every insertion in square brackets, so that `compareQuotation` no longer calls
 * them altered. Punctuation comes back as in the source; a word of another case becomes [t]his; what was marked already stays.
 */
export function markCuts(source: string, words: string, options: CompareOptions = {}): string {
  if (compareQuotation(source, words, options).verdict !== 'altered') return words;
  const theirs = joinedTokens(withoutLastStop(quotationTokens(source, false)));
  const ours = joinedTokens(withoutLastStop(quotationTokens(words, true)));
  let items = itemsOf(source, theirs, words, ours);
  if (options.fragment) {
    // No ellipsis at the start or the end of words within our own sentence (conventions.md 3.9, AP).
    if (items.length > 1 && items[0]?.kind === 'ellipsis') items = items.slice(1);
    if (items.length > 1 && items.at(-1)?.kind === 'ellipsis') items = items.slice(0, -1);
  }
  const tail = words.slice(ours.at(-1)?.end ?? words.length);
  const out = written(items, words, ours);
  return out + (items.at(-1)?.kind === 'ellipsis' ? tail.replace(/^[.,]/u, '') : tail);
}
