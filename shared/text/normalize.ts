// Folding of typography for comparison: quotation marks, dashes, spaces and Unicode forms made alike, with the map back.

export interface Folded {
  readonly text: string;
  /** The original offset of each code unit of `text`; one more entry for its end. */
  readonly offsets: readonly number[];
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
  // Invisible: soft hyphen, zero width characters, byte order mark, directional marks.
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
  '\u200e': '',
  '\u200f': '',
  '\u202a': '',
  '\u202b': '',
  '\u202c': '',
  '\u202d': '',
  '\u202e': '',
  '\u2066': '',
  '\u2067': '',
  '\u2068': '',
  '\u2069': '',
};

const SPACE = /\s/u;
/** A letter with the combining marks that follow it: what NFC may join into one character. */
const COMBINED = /.\p{M}+/suy;

/**
 * Folds `text`. A run of spaces and line ends becomes one space, double hyphens one dash; case is kept.
 * `fold(a).text === fold(b).text` is the guard's "same words".
 */
export function fold(text: string): Folded {
  let out = '';
  const offsets: number[] = [];
  const put = (folded: string, from: number): void => {
    for (let i = 0; i < folded.length; i++) offsets.push(from);
    out += folded;
  };
  for (let at = 0; at < text.length;) {
    const char = text[at] as string;
    if (SPACE.test(char)) {
      const from = at;
      while (at < text.length && SPACE.test(text[at] as string)) at++;
      put(' ', from);
      continue;
    }
    COMBINED.lastIndex = at;
    const combined = COMBINED.exec(text)?.[0];
    if (combined) {
      put(combined.normalize('NFC'), at);
      at += combined.length;
      continue;
    }
    const folded = FOLDS[char] ?? char;
    if (!(folded === '-' && out.endsWith('-') && offsets.at(-1) === at - 1)) put(folded, at);
    at++;
  }
  offsets.push(text.length);
  return { text: out, offsets };
}
