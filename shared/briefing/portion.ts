// Portion marks: the letters that mark one paragraph or heading, by scheme and rank, and whether a banner covers them.
import type { Node } from 'prosemirror-model';
import { BANNERS, bannerStyle, type BannerScheme } from './banner.ts';

/** Schemes whose marks of paragraphs are not known well enough to be offered. */
type Unportioned = 'ca' | 'eu' | 'fr';

interface Portion {
  /** Without brackets. */
  readonly mark: string;
  readonly words: string;
}

/** conventions.md 3.7 and 3.8. From low to high; each scheme's marks are in the order of its banners' ranks. */
export const PORTIONS: Readonly<Record<Exclude<BannerScheme, 'free' | Unportioned>, readonly Portion[]>> = {
  uk: [
    { mark: 'O', words: 'OFFICIAL' },
    { mark: 'OS', words: 'OFFICIAL-SENSITIVE' },
    { mark: 'S', words: 'SECRET' },
    { mark: 'TS', words: 'TOP SECRET' },
  ],
  us: [
    { mark: 'U', words: 'UNCLASSIFIED' },
    { mark: 'C', words: 'CONFIDENTIAL' },
    { mark: 'S', words: 'SECRET' },
    { mark: 'TS', words: 'TOP SECRET' },
  ],
  nato: [
    { mark: 'NU', words: 'NATO UNCLASSIFIED' },
    { mark: 'NR', words: 'NATO RESTRICTED' },
    { mark: 'NC', words: 'NATO CONFIDENTIAL' },
    { mark: 'NS', words: 'NATO SECRET' },
    { mark: 'CTS', words: 'COSMIC TOP SECRET' },
  ],
  tlp: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'].map((mark) => ({ mark, words: mark })),
};

type Scheme = keyof typeof PORTIONS;
const SCHEMES = Object.keys(PORTIONS) as Scheme[];

export interface PortionGroup {
  readonly scheme: Scheme;
  readonly name: string;
  readonly portions: readonly Portion[];
}

/** The level that `words` begin with ("SECRET//NOFORN", "TLP:AMBER until Friday") and what rank it has in `scheme`; -1 for none. */
function rankOf(words: string, scheme: Scheme, of: (portion: Portion) => string): number {
  let rank = -1;
  let longest = 0;
  for (const [index, portion] of PORTIONS[scheme].entries()) {
    const level = of(portion);
    const next = words.charAt(level.length);
    if (level.length <= longest || !words.startsWith(level) || /[\p{L}\p{N}+]/u.test(next)) continue;
    rank = index;
    longest = level.length;
  }
  return rank;
}

/** The printed words of a banner, in capitals. */
function bannerWords(banner: string | null): string {
  return bannerStyle(banner)?.text.toUpperCase() ?? '';
}

/** The schemes that fit `banner` (SECRET is British and American); all of them when it is none of theirs. */
export function portionGroups(banner: string | null): readonly PortionGroup[] {
  const words = bannerWords(banner);
  const fit = SCHEMES.filter((scheme) => rankOf(words, scheme, (portion) => portion.words) >= 0);
  return (fit.length > 0 ? fit : SCHEMES).map((scheme) => ({
    scheme,
    name: BANNERS.find((group) => group.scheme === scheme)?.name ?? scheme,
    portions: PORTIONS[scheme],
  }));
}

/** True for what may bear a mark of its own: the title, headings, paragraphs and quotations. */
export function bearsPortion(node: Node): boolean {
  return node.type.spec.attrs?.['portion'] !== undefined;
}

/** A mark as it is kept: without brackets around it, in capitals, one space between words; null for nothing. */
export function portionMark(words: string): string | null {
  const bare = words.replace(/[()]/gu, ' ').split(/\s+/u).filter(Boolean).join(' ').toUpperCase();
  return bare === '' ? null : bare;
}

/** True when a paragraph, a heading, the title or a quotation of `doc` has a portion mark: only then is there anything to print or leave out. */
export function hasPortionMarks(doc: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    if (bearsPortion(node) && node.attrs['portion']) found = true;
    return !found;
  });
  return found;
}

/** The level that a banner needs to cover `mark`, in place of its own; what follows the level is kept. Null when it covers it. */
export function raisedBanner(banner: string | null, mark: string): string | null {
  const printed = bannerStyle(banner)?.text ?? '';
  const words = bannerWords(banner);
  for (const scheme of SCHEMES) {
    const covers = PORTIONS[scheme][rankOf(words, scheme, (portion) => portion.words)];
    const rank = rankOf(mark.toUpperCase(), scheme, (portion) => portion.mark);
    const needed = PORTIONS[scheme][rank];
    if (!covers || !needed || rank <= PORTIONS[scheme].indexOf(covers)) continue;
    return `${needed.words}${printed.slice(covers.words.length)}`;
  }
  return null;
}

/** The first of `marks` that stands above `banner` in a scheme that both belong to, from the highest; null when there is none. */
export function markAbove(banner: string | null, marks: Iterable<string>): string | null {
  const words = bannerWords(banner);
  const all = [...new Set(marks)];
  for (const scheme of SCHEMES) {
    const covers = rankOf(words, scheme, (portion) => portion.words);
    if (covers < 0) continue;
    let highest = covers;
    let found: string | null = null;
    for (const mark of all) {
      const rank = rankOf(mark.toUpperCase(), scheme, (portion) => portion.mark);
      if (rank > highest) {
        highest = rank;
        found = mark;
      }
    }
    if (found !== null) return found;
  }
  return null;
}
