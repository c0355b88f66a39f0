// readFigures: the figures in words of the briefing, read by the same reader that reads the articles.
import type { Figure } from '../facts/fact.ts';
import { scanText } from '../facts/figures.ts';

/** What the guard needs of a figure read in the briefing. */
export interface ReadFigure extends Pick<
  Figure,
  'start' | 'end' | 'text' | 'value' | 'unit' | 'figureKind' | 'qualifier'
> {
  /** What the last digit is worth, in plain units: half of it on either side is what rounding may have taken. */
  readonly step: number;
}

const DIGIT_OR_WORD = /[\p{L}\p{N}]/u;

/** The figures of a short text, such as one paragraph, in order. Dates, years and times of day are none. */
export function readFigures(text: string): ReadFigure[] {
  if (!DIGIT_OR_WORD.test(text)) return [];
  return scanText(text, [{ start: 0, end: text.length }], null).raw.map((figure) => ({
    start: figure.start,
    end: figure.end,
    text: text.slice(figure.start, figure.end),
    value: figure.value,
    unit: figure.unit,
    figureKind: figure.kind,
    qualifier: figure.qualifier,
    step: figure.step,
  }));
}
