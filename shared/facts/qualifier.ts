// Qualifier: whether a figure is exact, about, less, more, up or down, by the words around it.
import type { Qualifier } from './fact.ts';
import { DOWN_WORDS, SOFT_WORDS, UP_WORDS } from './lexicon/words.ts';
import { BREAK, type Token } from './tokens.ts';

const ABOUT = new Set(
  'about around approximately roughly nearly almost some approx ca circa estimated barely virtually ~ ≈ ∼'.split(' '),
);
const ABOVE = new Set(
  'over above exceeding exceeded exceeds topping topped surpassing surpassed beyond > ≥'.split(' '),
);
const BELOW = new Set('under below < ≤'.split(' '));

export interface Qualified {
  readonly qualifier: Qualifier;
  /** Index of the first token that the qualifier is read from; the figure's own first token when there is none. */
  readonly from: number;
}

/** A bound or an approximation that ends right before `i`: "more than", "at least", "up to", "just under", "about". */
function boundBefore(tokens: readonly Token[], i: number): Qualified | null {
  const word = tokens[i - 1]?.lower ?? '';
  const second = tokens[i - 2]?.lower ?? '';
  const third = tokens[i - 3]?.lower ?? '';
  if (tokens[i - 1]?.raw === BREAK) return null;
  if (ABOUT.has(word)) return { qualifier: '~', from: i - 1 };
  if (word === 'of' && second === 'region' && third === 'the') return { qualifier: '~', from: i - 3 };
  if (word === 'to' && second === 'close') return { qualifier: '~', from: i - 2 };
  if (word === 'an' && ABOUT.has(second)) return { qualifier: '~', from: i - 2 };
  if (word === 'than') {
    if (/^(?:more|greater|higher|larger|better|longer|bigger|older|faster|heavier|taller|over)$/u.test(second))
      return { qualifier: '>', from: i - 2 };
    if (/^(?:less|fewer|lower|smaller|shorter|younger|cheaper|under)$/u.test(second)) {
      // "no fewer than 40" are 40 or more.
      return third === 'no' ? { qualifier: '>', from: i - 3 } : { qualifier: '<', from: i - 2 };
    }
  }
  if (word === 'least' && second === 'at') return { qualifier: '>', from: i - 2 };
  if (word === 'most' && second === 'at') return { qualifier: '<', from: i - 2 };
  if (word === 'minimum') return { qualifier: '>', from: i - 1 };
  if (word === 'maximum') return { qualifier: '<', from: i - 1 };
  if (word === 'of' && second === 'minimum') return { qualifier: '>', from: i - 2 };
  if (word === 'of' && (second === 'maximum' || second === 'excess')) {
    return { qualifier: second === 'excess' ? '>' : '<', from: i - 2 };
  }
  if (word === 'to' && second === 'up' && !/^(?:going|went|add|adds|adding|go)$/u.test(third))
    return { qualifier: '<', from: i - 2 };
  if (ABOVE.has(word)) return { qualifier: '>', from: i - 1 };
  if (BELOW.has(word)) return { qualifier: '<', from: i - 1 };
  if (word === 'sub' || (word === '-' && second === 'sub'))
    return { qualifier: '<', from: i - (word === 'sub' ? 1 : 2) };
  return null;
}

/** "gave up", "made up": no rise. */
const PHRASAL =
  /^(?:gave|give|gives|giving|given|made|make|makes|making|put|set|took|take|sets|puts|shows?|showed|signed)$/u;
/** True when the "up" at `i` belongs to a verb of another sense. */
export function isPhrasal(tokens: readonly Token[], i: number): boolean {
  return PHRASAL.test(tokens[i - 1]?.lower ?? '');
}

/** Verbs that often have another object than a rise or fall: only right before the figure do they say its direction. */
const WEAK = new Set(
  'raised raise raises raising added add adds adding lost lose loses losing shed sheds cut cuts lifted'.split(' '),
);

/** A sum that is lost is a loss, no fall: "the board lost £12.4m". What a price loses is said in percent or in cents. */
const LOSS_WORDS = new Set('lost lose loses losing'.split(' '));

/** Direction by a verb or noun of change that governs the figure: "rose 5%", "up by", "a decline of", "fell sharply to". */
function directionBefore(tokens: readonly Token[], i: number, sum: boolean): Qualified | null {
  for (let j = i - 1, steps = 0; j >= 0 && steps < 5; j--, steps++) {
    const token = tokens[j] as Token;
    const word = token.lower;
    if (token.raw === BREAK) return null;
    if (token.kind === 'mark' && !(word === '+' || word === '-')) return null;
    const up = UP_WORDS.has(word);
    if (word === 'up' && isPhrasal(tokens, j)) return null;
    // "added a 30 m mast" says nothing of direction, "up a further 3%" does.
    if (WEAK.has(word) && steps > 0) return null;
    if (sum && LOSS_WORDS.has(word)) return null;
    if (up || DOWN_WORDS.has(word)) return { qualifier: up ? 'up' : 'down', from: j };
    if (!SOFT_WORDS.has(word) && !/ly$/u.test(word) && !ABOUT.has(word)) return null;
  }
  return null;
}

/** Direction by what follows: "12% higher", "5% lower than", "a 3% rise" is the size of a rise and stays "=". */
function directionAfter(tokens: readonly Token[], to: number): Qualifier | null {
  const word = tokens[to]?.lower ?? '';
  if (/^(?:higher|up)$/u.test(word)) return 'up';
  if (/^(?:lower|down)$/u.test(word)) return 'down';
  return null;
}

/** Bounds after the figure: "or more", "or less", "-plus", "at most". */
function boundAfter(tokens: readonly Token[], to: number): Qualifier | null {
  const [a, b] = [tokens[to]?.lower ?? '', tokens[to + 1]?.lower ?? ''];
  if (a === 'or' && (b === 'more' || b === 'above' || b === 'over')) return '>';
  if (a === 'or' && (b === 'less' || b === 'fewer' || b === 'under')) return '<';
  if (a === 'or' && b === 'so') return '~';
  if (a === '-' && b === 'plus') return '>';
  if (a === '+' && !tokens[to]?.gap) return '>';
  return null;
}

/**
 * The qualifier of the figure in tokens `from` to `to`. Approximation and bounds win over direction (decisions.md);
 * within a bound the direction is lost, as in "up more than 3%". `sum`: the figure is money in a whole currency.
 */
export function qualify(tokens: readonly Token[], from: number, to: number, sum = false): Qualified {
  const start = tokens[from - 1]?.lower === 'a' || tokens[from - 1]?.lower === 'the' ? from - 1 : from;
  const bound = boundBefore(tokens, from) ?? (start < from ? boundBefore(tokens, start) : null);
  if (bound) return bound;
  const after = boundAfter(tokens, to);
  if (after) return { qualifier: after, from };
  const soft = boundSoft(tokens, from);
  if (soft) return soft;
  const direction = directionBefore(tokens, from, sum);
  if (direction) return direction;
  return { qualifier: directionAfter(tokens, to) ?? '=', from };
}

/** "about just 5", "more than a further 5": one soft word between bound and figure. */
function boundSoft(tokens: readonly Token[], from: number): Qualified | null {
  const word = tokens[from - 1]?.lower ?? '';
  return /^(?:just|another|only|further)$/u.test(word) ? boundBefore(tokens, from - 1) : null;
}
