// The guard of figures: does a number in the briefing still say what its source says?
import type { Figure } from '../facts/fact.ts';
import { fold } from '../text/normalize.ts';
import { readFigures, type ReadFigure } from './readFigures.ts';
import { trimMarks } from '../text/trim.ts';

export interface FigureComparison {
  /** `same`: the same value, however it is written. `rounded`: a correct rounding of it. `altered`: anything else. */
  readonly verdict: 'same' | 'rounded' | 'altered';
  /** For an altered figure, what is wrong with it, in a sentence; else empty. */
  readonly reason: string;
}

const SAME: FigureComparison = { verdict: 'same', reason: '' };

function altered(reason: string): FigureComparison {
  return { verdict: 'altered', reason };
}

function spelled(text: string): string {
  return fold(text).text.trim().toLowerCase();
}

const WRITTEN_NUMBER = /\d[\d,]*(?:\.\d+)?/gu;
/** A number in words is a rounding only of what is near it: "half" of no 0.3. */
const NEAR = 0.1;

/**
 * The steps to which a figure may have been rounded, in plain units: what its last digit is worth, and for a whole number that
 * ends in zeros what its last digit other than zero is worth, as long as two digits stay ("1,750" may be rounded to tens,
 * "600" to no hundreds).
 */
export function shownSteps(shown: Pick<ReadFigure, 'text' | 'step' | 'value'>): number[] {
  const last = [...shown.text.matchAll(WRITTEN_NUMBER)].at(-1);
  if (!last) return [Math.min(shown.step, 2 * NEAR * Math.abs([shown.value].flat()[0] ?? 0))];
  const digits = last[0].replaceAll(',', '');
  // The 1 keeps the start of the digits as it is: only the zeros at the end are counted.
  const zeros = digits.includes('.') ? 0 : digits.length - trimMarks(`1${digits}`, '0').length + 1;
  const steps = [shown.step];
  for (let count = 1; count <= zeros && digits.length - count >= 2; count++) steps.push(shown.step * 10 ** count);
  return steps;
}

/** True when `shown` is what `value` becomes when it is rounded to one of `steps`; half may go either way. */
export function isRounding(value: number, shown: number, steps: readonly number[]): boolean {
  if (value === shown) return true;
  if (shown === 0 || Math.sign(value) !== Math.sign(shown)) return false;
  return steps.some((step) => Math.abs(value - shown) <= (step / 2) * (1 + 1e-9));
}

/** Kinds whose unit is a noun that may stand outside the marked words, or be left to the context. */
const UNIT_OPTIONAL = new Set<Figure['figureKind']>(['count', 'number', 'multiple', 'ratio']);

/** What `shown` must be multiplied with to be in the fact's unit; null when the units do not go together. */
function conversion(fact: Pick<Figure, 'unit' | 'figureKind'>, shown: ReadFigure): number | null {
  if (fact.unit === shown.unit && (fact.unit !== null || fact.figureKind !== 'percent')) return 1;
  // One in five is 20 per cent.
  if (fact.figureKind === 'percent' && fact.unit === 'percentage' && shown.figureKind === 'ratio') return 100;
  if (fact.figureKind === 'ratio' && shown.unit === 'percentage') return 0.01;
  if (shown.unit === null && UNIT_OPTIONAL.has(fact.figureKind)) return 1;
  const counted = shown.figureKind === 'count' || shown.figureKind === 'number';
  if (fact.unit === null && UNIT_OPTIONAL.has(fact.figureKind) && counted) return 1;
  return null;
}

const OPPOSITE: Readonly<Record<string, string>> = { up: 'down', down: 'up' };
const OTHER_BOUND: Readonly<Record<string, string>> = { '<': '>', '>': '<' };

/**
 * Compares the words under a figure's mark with the figure. The same value in another scale or spelling is the same
 * ("$1.752 billion" for "$1 billion 752 million"); fewer digits are right when they are a correct rounding. A word before
 * the mark is not seen here. Never a likeness: what cannot be read as one figure is altered.
 */
export function compareFigure(fact: Figure, words: string): FigureComparison {
  if (spelled(words) === spelled(fact.text)) return SAME;
  const read = readFigures(words);
  const shown = read[0];
  if (!shown) return altered('No figure can be read in these words.');
  if (read.length > 1) return altered('These words hold more than one figure.');
  // Read without its article a word may mean another unit ("dollars"); then it does so in the briefing's words as well.
  const alone = readFigures(fact.text)[0];
  const factor = conversion(fact, shown) ?? (alone ? conversion(alone, shown) : null);
  if (factor === null) {
    return altered(fact.figureKind === 'money' ? 'The currency differs.' : 'The unit differs.');
  }
  if (OPPOSITE[fact.qualifier] === shown.qualifier) return altered('The direction differs.');
  const values = [fact.value].flat();
  const shownValues = [shown.value].flat();
  if (values.length !== shownValues.length) return altered('One is a range, the other is not.');
  const steps = shownSteps(shown).map((step) => step * factor);
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(a) * 1e-9;
  const scaled = shownValues.map((value) => value * factor);
  if (values.every((value, index) => close(value, scaled[index] ?? NaN))) return SAME;
  const rounded = values.every((value, index) => isRounding(value, scaled[index] ?? NaN, steps));
  return rounded ? { verdict: 'rounded', reason: '' } : altered('It is no correct rounding of the source’s figure.');
}

/**
 * What is wrong with the words about a figure's mark, in a sentence; null when nothing is. `shown` is the figure that the
 * whole sentence shows there, `wider` when its words reach out of the mark: the verb may turn its direction ("fell 19 per
 * cent"), and a word before or behind the mark its unit and scale. A range is left alone: the mark may be one end of it.
 */
export function surroundingFault(fact: Figure, shown: ReadFigure, wider: boolean): string | null {
  if (OPPOSITE[fact.qualifier] === shown.qualifier) return 'The direction differs.';
  if (OTHER_BOUND[fact.qualifier] === shown.qualifier) return 'One says more than, the other less than.';
  if (!wider || typeof shown.value !== 'number' || typeof fact.value !== 'number') return null;
  const compared = compareFigure(fact, shown.text);
  return compared.verdict === 'altered' ? compared.reason : null;
}
