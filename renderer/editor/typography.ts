// Typography: the marks that typed signs become, by the language of the briefing; never in words that are quoted.
import { InputRule } from 'prosemirror-inputrules';
import type { EditorState } from 'prosemirror-state';
import { schema } from '../../shared/briefing/schema.ts';
import { textAttr } from './attributes.ts';

const { nodes, marks } = schema;

/** True within a quotation, quoted words or code: what stands there is not ours to set. */
export function isForeign(state: EditorState, from: number, to: number): boolean {
  const $from = state.doc.resolve(from);
  if ($from.parent.type === nodes.quotationText) return true;
  const { quoted, code } = marks;
  const inside = $from.marks();
  return [quoted, code].some((type) => type.isInSet(inside) || state.doc.rangeHasMark(from, to, type));
}

/** Quotation marks: outer and inner, opening and closing; a space within is a no-break space (French). */
interface QuoteMarks {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
}

const ENGLISH: QuoteMarks = { double: ['“', '”'], single: ['‘', '’'] };
const LOW: QuoteMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const LOW_HIGH: QuoteMarks = { double: ['„', '”'], single: ['‚', '’'] };
const ANGLED: QuoteMarks = { double: ['«', '»'], single: ['“', '”'] };

/** By the first part of the language tag, after Unicode CLDR's delimiters; what is not listed is set as English. */
const BY_LANGUAGE: Readonly<Record<string, QuoteMarks>> = {
  de: LOW,
  cs: LOW,
  sk: LOW,
  sl: LOW,
  bg: LOW,
  hr: LOW_HIGH,
  hu: LOW_HIGH,
  pl: LOW_HIGH,
  ro: LOW_HIGH,
  sr: LOW_HIGH,
  es: ANGLED,
  it: ANGLED,
  pt: ANGLED,
  el: ANGLED,
  no: ANGLED,
  nb: ANGLED,
  nn: ANGLED,
  fr: { double: ['«\u00a0', '\u00a0»'], single: ['‹\u00a0', '\u00a0›'] },
  ru: { double: ['«', '»'], single: ['„', '“'] },
  uk: { double: ['«', '»'], single: ['„', '“'] },
  sv: { double: ['”', '”'], single: ['’', '’'] },
  fi: { double: ['”', '”'], single: ['’', '’'] },
};

function languageOf(state: EditorState): string {
  return (textAttr(state.doc.attrs, 'lang') ?? 'en').split('-')[0]?.toLowerCase() ?? 'en';
}

/** The quotation marks of a language tag ("de-AT"). */
export function quoteMarks(language: string): QuoteMarks {
  return BY_LANGUAGE[language.split('-')[0]?.toLowerCase() ?? ''] ?? ENGLISH;
}

const APOSTROPHE = '’';

type Replacement = string | ((state: EditorState, before: string) => string | null);

/** A replacement of the typed characters; the text before them, group 1, stays. Null from the function: none here. */
function rule(pattern: RegExp, replacement: Replacement, on: () => boolean): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const kept = match[1]?.length ?? 0;
    if (!on() || isForeign(state, start, end)) return null;
    const words = typeof replacement === 'string' ? replacement : replacement(state, match.input ?? '');
    if (words === null) return null;
    const $start = state.doc.resolve(start + kept);
    return state.tr.replaceWith(start + kept, end, schema.text(words, $start.marks()));
  });
}

/** Opening after a space, a bracket, a dash or another opening mark; closing anywhere else. */
const OPENS = '(^|[\\s\\u00a0([{\\u2014\\u2013“‘„‚«‹])';

/** The typed sign is the last of `before`. */
function closes([open, close]: readonly [string, string], before: string): string {
  // Between letters, and where no mark is open, it is an apostrophe.
  const [opened, closed] = [before.lastIndexOf(open.trim()), before.lastIndexOf(close.trim())];
  return opened > closed || (open === close && opened >= 0) ? close : APOSTROPHE;
}

/** `on` says whether the analyst wants them at all. Each can be taken back by Backspace or Undo right after. */
export function typographyRules(on: () => boolean): readonly InputRule[] {
  const marksOf = (state: EditorState): QuoteMarks => quoteMarks(languageOf(state));
  return [
    rule(new RegExp(`${OPENS}"$`, 'u'), (state) => marksOf(state).double[0], on),
    rule(/"$/u, (state) => marksOf(state).double[1], on),
    rule(new RegExp(`${OPENS}'$`, 'u'), (state) => marksOf(state).single[0], on),
    rule(/'$/u, (state, before) => closes(marksOf(state).single, before), on),
    // Three hyphens come after two have become a dash.
    rule(/--$/u, '–', on),
    rule(/–-$/u, '—', on),
    // A hyphen between spaces is meant as a dash; between figures it may be a minus.
    rule(/([\p{L}\p{P}]) - $/u, ' – ', on),
    rule(/\.\.\.$/u, '…', on),
    // An opening mark before a decade was an apostrophe: ’90s.
    rule(/(^|[\s\u00a0(])‘\d0s$/u, (_state, before) => `${APOSTROPHE}${before.slice(-3)}`, on),
    // French sets a space before these; the typed one becomes one that does not break.
    rule(/ [;:!?»]$/u, (state, before) => (languageOf(state) === 'fr' ? `\u00a0${before.slice(-1)}` : null), on),
  ];
}
