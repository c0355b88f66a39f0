// The guard of likelihood: which words of a scale a paragraph uses, which of none, and where confidence stands beside them.
import { LIKELIHOOD_SCALES, LOOSE_WORDS, type LikelihoodScale, type LooseWord } from '../briefing/likelihood.ts';
import { findStretches } from '../facts/quoteMarks.ts';
import { fold } from '../text/normalize.ts';
import { paragraphs, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** A word of likelihood in a paragraph. */
export interface LikelihoodUse extends Span {
  /** In lower case. */
  readonly form: string;
  /** The row of the scale that it belongs to; null for a word of no scale, or of another one. */
  readonly row: number | null;
}

export interface LikelihoodReading {
  /** In order; those within quotation marks are left out. */
  readonly uses: readonly LikelihoodUse[];
  /** Sentences that give a degree of likelihood and a level of confidence, with the words of both. */
  readonly mixed: readonly (Span & { readonly likelihood: string; readonly confidence: string })[];
}

interface Form {
  readonly rows: ReadonlyMap<LikelihoodScale['id'], number>;
  readonly withChance: boolean;
  readonly loose: LooseWord | null;
}

function formsOf(): ReadonlyMap<string, Form> {
  const forms = new Map<string, { rows: Map<LikelihoodScale['id'], number>; withChance: boolean; loose: null }>();
  for (const { id, steps } of LIKELIHOOD_SCALES) {
    for (const { terms } of steps) {
      terms.forEach((term, row) => {
        for (const form of term.forms) {
          const known = forms.get(form) ?? { rows: new Map(), withChance: false, loose: null };
          known.rows.set(id, row);
          known.withChance ||= term.withChance === true && !/ /u.test(form);
          forms.set(form, known);
        }
      });
    }
  }
  const all = new Map<string, Form>(forms);
  for (const loose of LOOSE_WORDS) all.set(loose.form, { rows: new Map(), withChance: false, loose });
  return all;
}

const FORMS = formsOf();
/** The longest first, so that "very unlikely" is not read as "unlikely". */
const ANY_FORM = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...FORMS.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
const MAYBE_ANY =
  /likel|probabl|chance|odds|certain|remote|possib|perhaps|maybe|\bmay\b|might|could|conceiv|feasib|plausib|presum|fifty/iu;

const CHANCE = /\b(?:chances?|possibility|likelihood|probability|prospects?|odds|risk)\b/iu;
const CONFIDENCE =
  /\b(?:very )?(?:high|moderate|medium|low|limited)(?:[ -]to[ -](?:high|moderate|low))? (?:analytic |analytical )?confidence\b|\bconfidence (?:level )?(?:(?:in|of) (?:this|that|the|our|these) \p{L}{1,20} )?(?:is|are|was|remains|stands at) (?:judged )?(?:high|moderate|medium|low)\b|\b(?:highly|moderately) confident\b/giu;
/** Whose confidence is a fact of the world, not of the judgement. */
const OF_OTHERS = /\b(?:consumer|business|investor|market|public|voter|industry|buyer|household)(?:'s|s')?$/iu;

const NO_WORD = /[^\p{L}\p{N}'-]+/u;
/** No word looked for is longer. */
const LONGEST_WORD = 24;

/** True where the word means something else than that a thing may be. */
function isExempt(loose: LooseWord, text: string, start: number, end: number): boolean {
  const words = (from: number, to: number): string[] =>
    text.slice(from, to).toLowerCase().split(NO_WORD).filter(Boolean);
  const before = words(Math.max(0, start - LONGEST_WORD), start).at(-1) ?? '';
  const behind = words(end, end + LONGEST_WORD)[0] ?? '';
  if (loose.notAfter.includes(before) || loose.notBefore.includes(behind)) return true;
  // The month has a capital, and a number about it or a preposition before.
  return loose.form === 'may' && text.charAt(start) === 'M';
}

const NOTHING: LikelihoodReading = { uses: [], mixed: [] };

/** Reads `text`, one paragraph, by `scale`. `quoted`: stretches that are somebody's words, beside those in marks. */
export function readLikelihood(text: string, scale: LikelihoodScale, quoted: readonly Span[]): LikelihoodReading {
  if (!MAYBE_ANY.test(text)) return NOTHING;
  const theirs = [...quoted, ...findStretches(text, paragraphs(text))];
  const free = (start: number, end: number): boolean =>
    theirs.every((stretch) => end <= stretch.start || stretch.end <= start);
  const folded = fold(text);
  const plain = folded.text;
  const place = (at: number, length: number): Span => ({
    start: folded.offsets[at] ?? 0,
    end: folded.ends[at + length - 1] ?? text.length,
  });
  const all = sentences(plain);
  const uses: (LikelihoodUse & { readonly at: number; readonly inAScale: boolean })[] = [];
  for (const found of plain.matchAll(ANY_FORM)) {
    const form = found[0].toLowerCase();
    const known = FORMS.get(form);
    const at = found.index;
    const span = place(at, form.length);
    if (!known || !free(span.start, span.end)) continue;
    if (known.loose && isExempt(known.loose, plain, at, at + form.length)) continue;
    if (known.withChance) {
      const sentence = all.find(({ start, end }) => start <= at && at < end);
      if (!sentence || !CHANCE.test(plain.slice(sentence.start, sentence.end))) continue;
    }
    uses.push({ ...span, form, row: known.rows.get(scale.id) ?? null, at, inAScale: known.rows.size > 0 });
  }
  const mixed: LikelihoodReading['mixed'][number][] = [];
  for (const found of plain.matchAll(CONFIDENCE)) {
    const at = found.index;
    const span = place(at, found[0].length);
    if (!free(span.start, span.end) || OF_OTHERS.test(plain.slice(Math.max(0, at - LONGEST_WORD), at).trimEnd()))
      continue;
    const sentence = all.find(({ start, end }) => start <= at && at < end);
    const use = sentence && uses.find((one) => one.inAScale && sentence.start <= one.at && one.at < sentence.end);
    if (!sentence || !use) continue;
    const whole = place(sentence.start, sentence.end - sentence.start);
    if (mixed.at(-1)?.start !== whole.start) mixed.push({ ...whole, likelihood: use.form, confidence: found[0] });
  }
  return { uses: uses.map(({ at: _, inAScale: __, ...use }) => use), mixed };
}
