// scareQuotes: tells titles of works and nicknames between quotation marks from speech, before anything is attributed.
import type { Stretch } from './quoteMarks.ts';

/** Nouns that announce a title: "the book 'X'", "a song called 'X'". */
const WORKS =
  /(?:\b(?:book|novel|film|movie|song|album|play|poem|series|show|program|programme|documentary|podcast|essay|article|report|painting|opera|sitcom|musical|exhibition|memoir|titled|entitled|named|nicknamed|known as|so-called|headlined)|['’]s|\b(?:on|of|in|told)(?: the)?)\s*$/iu;
const SMALL_TITLE_WORDS = new Set(
  'a an the of and or to in on at for with from by vs nor but as is with into'.split(' '),
);
const LONGEST_TITLE = 80;

/** False for a title of a work or a nickname; the stretch is then plain text. */
export function isSpeech(text: string, stretch: Stretch): boolean {
  if (stretch.end <= stretch.start) return false;
  if (!stretch.closed || stretch.end - stretch.start > LONGEST_TITLE) return true;
  const content = text.slice(stretch.start, stretch.end);
  if (!/[\p{L}\p{N}]/u.test(content)) return false;
  return !isNickname(text, stretch, content) && !isTitle(text, stretch, content);
}

/** `Ann "Red" Bo`: one or two capitalised words between two capitalised words. */
function isNickname(text: string, stretch: Stretch, content: string): boolean {
  if (content.length > 20 || !/^\p{Lu}[\p{L}.'’ -]*$/u.test(content)) return false;
  const before = text.slice(Math.max(0, stretch.open - 24), stretch.open);
  const after = text.slice(stretch.close, stretch.close + 3);
  const word = before.endsWith(' ') ? (before.trimEnd().split(' ').at(-1) ?? '') : '';
  return /^\p{Lu}/u.test(word) && /^,? \p{Lu}/u.test(after);
}

/** Title Case behind a word for a work or a preposition: `the film "Low Water"`, `on "The Morning Hour."` */
function isTitle(text: string, stretch: Stretch, content: string): boolean {
  const before = text.slice(Math.max(0, stretch.open - 24), stretch.open);
  if (!WORKS.test(before)) return false;
  const words = content.replace(/[.,]$/u, '').split(/\s+/u);
  if (/[?!]$/u.test(content) && words.length > 4) return false;
  return words.every((word, index) => /^[\p{Lu}\p{N}&]/u.test(word) || (index > 0 && SMALL_TITLE_WORDS.has(word)));
}
