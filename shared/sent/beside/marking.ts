// Markings in words: does a header still say the banner, and if not, which marking does it say?
import { BANNERS, bannerStyle } from '../../briefing/banner.ts';

/** Longest first, so that NATO SECRET is not read as SECRET. */
const KNOWN = [...new Set(['TLP:WHITE', ...BANNERS.flatMap(({ banners }) => banners)])].sort(
  (a, b) => b.length - a.length,
);

const PART_OF_WORD = /[\p{L}\p{N}+-]/u;

/** One space between words, and TLP labels without any. */
function plain(words: string): string {
  return words
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ')
    .replace(/TLP ?: ?/giu, 'TLP:')
    .replace(/AMBER ?\+ ?STRICT/giu, 'AMBER+STRICT');
}

/** Offset of `mark` in `words` where it is no part of a longer word; -1 when there is none. */
function placeOf(words: string, mark: string): number {
  for (let at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + 1)) {
    const [before, after] = [words.charAt(at - 1), words.charAt(at + mark.length)];
    if (!PART_OF_WORD.test(before) && !PART_OF_WORD.test(after)) return at;
  }
  return -1;
}

/** True when one of `paragraphs` says the banner, as it is printed, and not merely as a part of a longer one. */
export function saysBanner(paragraphs: readonly string[], banner: string): boolean {
  const wanted = plain(banner);
  const longer = KNOWN.filter((mark) => mark.length > wanted.length && mark.includes(wanted));
  return paragraphs.some((paragraph) => {
    const words = longer.reduce((text, mark) => text.replaceAll(mark, ' '), plain(paragraph));
    return placeOf(words, wanted) >= 0;
  });
}

/** The first marking of a known scheme in `paragraphs`, with the words behind it, or null. */
export function markingIn(paragraphs: readonly string[]): string | null {
  for (const paragraph of paragraphs) {
    const words = plain(paragraph);
    for (const mark of KNOWN) {
      // A label of the protocol is one in any letters; "Official" is a word like others.
      const at = placeOf(mark.startsWith('TLP:') ? words.toUpperCase() : words, mark);
      if (at >= 0) return bannerStyle(mark)?.text ?? mark;
    }
  }
  return null;
}
