// readFigures: the figures in a stretch of the briefing, read by the same reader that reads the articles.
import type { Figure } from '../facts/fact.ts';

/** What the guard needs of a figure read in the briefing. */
export type ReadFigure = Pick<Figure, 'start' | 'end' | 'text' | 'value' | 'unit' | 'figureKind' | 'qualifier'>;

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const FIGURE = new RegExp(
  String.raw`([$€£])?(${NUMBER})(?: ?(thousand|million|billion|trillion|m|bn))?(?: (${NUMBER}) (thousand|million))?( ?%| per ?cent)?`,
  'giu',
);
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
const CURRENCIES: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

export function readFigures(text: string): ReadFigure[] {
  return [...text.matchAll(FIGURE)].flatMap((found): ReadFigure[] => {
    const [words, symbol, number = '', scale, second, secondScale, percent] = found;
    if (!symbol && !scale && !percent && /^(?:19|20)\d\d$/u.test(number)) return [];
    const value = (digits: string, power: string | undefined): number =>
      Number(digits.replaceAll(',', '')) * (power ? (SCALES[power.toLowerCase()] ?? 1) : 1);
    return [
      {
        start: found.index,
        end: found.index + words.length,
        text: words,
        value: value(number, scale) + (second ? value(second, secondScale) : 0),
        unit: symbol ? (CURRENCIES[symbol] ?? null) : percent ? 'percentage' : null,
        figureKind: symbol ? 'money' : percent ? 'percent' : 'number',
        qualifier: '=',
      },
    ];
  });
}
