// Direction: which way words run, and the stretches of right-to-left letters in them, which Word must be told of run by run.
import type { RunProps } from './plan.ts';

/** Languages that are written from right to left in the script they have when none is named (CLDR, likely subtags). */
const RTL_LANGUAGES = new Set(
  'ar arc arz azb bal ckb dv fa glk he iw ji khw ks lrc mzn nqo pnb prs ps sd sdh syr ug ur yi'.split(' '),
);
const RTL_SCRIPTS = new Set(['adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa']);

/** The first part of a BCP 47 tag, in small letters: "pt-BR" is "pt". */
export function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** True when a text in the language `tag` (BCP 47) runs from right to left. */
export function isRtlLanguage(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/u.test(part));
  return script === undefined ? RTL_LANGUAGES.has(language) : RTL_SCRIPTS.has(script);
}

/** Of a letter: strong from left to right, or from right to left in one of the scripts; of the rest nothing strong. */
type Strength = 'ltr' | 'hebrew' | 'arabic' | 'rtl' | null;

const HEBREW = /\p{Script=Hebrew}/u;
const ARABIC = /\p{Script=Arabic}/u;
const OTHER_RTL =
  /[\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\u200f\u061c]/u;
const LETTER = /[\p{L}\u200e]/u;
/** Quick: nothing in a text without any of these runs from right to left. */
const ANY_RTL = new RegExp(`${HEBREW.source}|${ARABIC.source}|${OTHER_RTL.source}`, 'u');
/** Marks, digits and signs of the right-to-left scripts go with their neighbours, as other digits do. */
const WEAK = /[\p{M}\p{N}\p{P}\p{S}]/u;

function strength(char: string): Strength {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x41 || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0xaa)) return null;
  if (code < 0x250) return LETTER.test(char) ? 'ltr' : null;
  if (WEAK.test(char)) return null;
  if (HEBREW.test(char)) return 'hebrew';
  if (ARABIC.test(char)) return 'arabic';
  if (OTHER_RTL.test(char)) return 'rtl';
  return LETTER.test(char) ? 'ltr' : null;
}

/** True when `text` as a paragraph runs from right to left: by its first strong letter outside isolates (UAX 9, P2 and P3). */
export function runsRightToLeft(text: string, otherwise: boolean): boolean {
  let isolated = 0;
  for (const char of text) {
    if (char >= '\u2066' && char <= '\u2068') isolated++;
    else if (char === '\u2069') isolated = Math.max(isolated - 1, 0);
    else if (isolated === 0) {
      const strong = strength(char);
      if (strong !== null) return strong !== 'ltr';
    }
  }
  return otherwise;
}

/** A stretch of one direction, to `end` (exclusive); the first begins at 0. */
export interface Stretch {
  readonly end: number;
  readonly rtl: boolean;
  /** The language of its script, where the script tells it. */
  readonly language: 'he' | 'ar' | null;
}

const LANGUAGES = { ltr: null, hebrew: 'he', arabic: 'ar', rtl: null } as const;

/**
 * The stretches of a paragraph's `text` whose own direction is `rtl`; null when all of it runs from left to right. What is
 * not strong goes with both its neighbours where they agree, else with the paragraph (UAX 9, N1 and N2, without levels).
 * Linear.
 */
export function stretchesOf(text: string, rtl: boolean): readonly Stretch[] | null {
  if (!rtl && !ANY_RTL.test(text)) return null;
  const stretches: { end: number; rtl: boolean; language: 'he' | 'ar' | null }[] = [];
  const put = (end: number, toRight: boolean, language: 'he' | 'ar' | null): void => {
    const last = stretches.at(-1);
    const from = last?.end ?? 0;
    if (end === from) return;
    if (last && last.rtl === toRight && last.language === language) last.end = end;
    else stretches.push({ end, rtl: toRight, language });
  };
  let before: Strength = rtl ? 'rtl' : 'ltr';
  /** Where the last strong letter ends: what follows it waits for the next. */
  let strongEnd = 0;
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at) as number);
    const strong = strength(char);
    if (strong !== null) {
      const same = (before === 'ltr') === (strong === 'ltr');
      const language = before === strong ? LANGUAGES[strong] : null;
      if (at > strongEnd) put(at, same ? strong !== 'ltr' : rtl, same ? language : null);
      put(at + char.length, strong !== 'ltr', LANGUAGES[strong]);
      before = strong;
      strongEnd = at + char.length;
    }
    at += char.length;
  }
  const same = (before !== 'ltr') === rtl;
  put(text.length, rtl, same && before !== null ? LANGUAGES[before] : null);
  return stretches;
}

/** `props` of the words of one stretch in a document in `language`. What the words are known to be in goes before their script. */
export function directed(props: RunProps, stretch: Stretch, language: string): RunProps {
  if (!stretch.rtl) return props;
  // Persian or Urdu in Arabic letters is not Arabic: where the document itself has the script, it stays in its language.
  const ours = isRtlLanguage(language) && (stretch.language !== 'he') === (languageOf(language) !== 'he');
  const tag = props.language ?? (stretch.language !== null && !ours ? stretch.language : undefined);
  return { ...props, rtl: true, ...(tag === undefined ? {} : { language: tag }) };
}
