// Folding of typography for comparison: quotation marks, dashes, spaces and Unicode forms made alike, with the map back.

export interface Folded {
  readonly text: string;
  /** The original offset of each code unit of `text`; one more entry for its end. */
  readonly offsets: readonly number[];
  /** Where the original stretch behind each code unit of `text` ends. */
  readonly ends: readonly number[];
}

/** What one character becomes; absent: itself. Only for matching, stored text is never altered (product.md, The guard). */
const FOLDS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '‹': "'",
  '›': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  ʻ: "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '〝': '"',
  '〞': '"',
  '＂': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '﹘': '-',
  '－': '-',
  '…': '...',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};

/** Soft hyphen, zero width characters, byte order mark, directional marks: no part of the words. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]/u;
const INVISIBLES = new RegExp(INVISIBLE, 'gu');
const SPACE = /\s/u;
/** A character with the combining marks (or the Korean letters) that follow it: what NFC may join into one. */
const CLUSTER =
  /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|.(?:[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]*\p{M})+/suy;
/** What needs no look at all: printable ASCII but the grave accent and the hyphen. */
const PLAIN = /[!-,.-_a-~]+(?![^\0-\x7f])/y;

function foldCharacters(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) out += FOLDS[char] ?? char;
  return out.normalize('NFC');
}

/**
 * Folds `text`. A run of spaces and line ends becomes one space, a run of dashes one hyphen; case is kept.
 * `fold(a).text === fold(b).text` is the guard's "same words".
 */
export function fold(text: string): Folded {
  let out = '';
  /** What was put last. Asking the growing `out` itself would copy it each time, and take quadratic time. */
  let last = '';
  const offsets: number[] = [];
  const ends: number[] = [];
  const put = (folded: string, from: number, to: number): void => {
    for (let i = 0; i < folded.length; i++) {
      offsets.push(from);
      ends.push(to);
    }
    if (folded === '') return;
    out += folded;
    last = folded;
  };
  /** Puts a space or a hyphen, or lengthens the one that stands last. */
  const putOnce = (folded: string, from: number, to: number): void => {
    if (last.endsWith(folded)) ends[ends.length - 1] = to;
    else put(folded, from, to);
  };
  for (let at = 0; at < text.length;) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text)?.[0];
    if (plain) {
      for (let i = 0; i < plain.length; i++) {
        offsets.push(at + i);
        ends.push(at + i + 1);
      }
      out += plain;
      last = plain;
      at += plain.length;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(at) as number);
    if (INVISIBLE.test(char)) {
      at++;
      continue;
    }
    if (SPACE.test(char)) {
      putOnce(' ', at, at + 1);
      at++;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = CLUSTER.exec(text)?.[0] ?? char;
    const visible = INVISIBLE.test(cluster) ? cluster.replace(INVISIBLES, '') : cluster;
    const folded = foldCharacters(visible);
    const to = at + cluster.length;
    if (folded === '-') putOnce('-', at, to);
    else put(folded, at, to);
    at = to;
  }
  offsets.push(text.length);
  return { text: out, offsets, ends };
}
