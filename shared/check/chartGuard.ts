// The guard of charts: does each value that is drawn still say what its figure says?
import { readChart, type ChartData } from '../briefing/chart.ts';
import { chartNumber, decimalsOf, unitParts } from '../briefing/chartText.ts';
import { unitWords } from '../briefing/unitWords.ts';
import type { Figure } from '../facts/fact.ts';
import type { CheckKind } from './check.ts';
import { chartClaim, type ChartClaim } from './chartClaim.ts';
import type { Contradicted } from './claimFindings.ts';
import { claimPlaces } from './claimPlaces.ts';
import { isRounding } from './figureGuard.ts';
import { alteredFigure, shortened } from './findingWords.ts';
import { periodFault, periodOfCell } from './periodGuard.ts';

function sameWords(a: string, b: string): boolean {
  const bare = (words: string): string => words.trim().toLowerCase();
  return bare(a) === bare(b);
}

/** "%" and its kin are one unit. */
function baseOf(unit: string): string {
  return /^(?:%|percent|percentage)$/iu.test(unit.trim()) ? 'per cent' : unit;
}

/**
 * What is wrong with a value drawn in `unit` ("million US dollars") for `fact`, in a sentence; null when it is the fact's
 * own or a correct rounding of it. A chart without a unit is not held to one.
 */
export function chartValueFault(fact: Figure, value: number, unit: string): string | null {
  if (typeof fact.value !== 'number') return 'The source gives a range, the chart one value.';
  const { scale, base } = unitParts(unit);
  if (base !== '' && !sameWords(baseOf(base), unitWords(fact.unit))) {
    return fact.figureKind === 'money' ? 'The currency differs.' : 'The unit differs.';
  }
  const drawn = value * scale;
  if (Math.abs(drawn - fact.value) <= Math.abs(fact.value) * 1e-9) return null;
  const step = scale * 10 ** -decimalsOf([value]);
  return isRounding(fact.value, drawn, [step]) ? null : 'It is no correct rounding of the source’s figure.';
}

/** Kept with the data, which is never changed: a title is read again only when the chart is another. */
const claims = new WeakMap<object, ChartClaim | null>();

function claimOf(data: unknown, chart: ChartData): ChartClaim | null {
  // What could be read is an object.
  const key = data as object;
  const kept = claims.get(key);
  if (kept !== undefined) return kept;
  const found = chartClaim(chart);
  claims.set(key, found);
  return found;
}

export interface ChartFinding {
  readonly kind: CheckKind;
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly factId: string | null;
}

/**
 * The findings about a chart node's `data`. A chart states its values as a text does, and its title is a claim of ours; one
 * that cannot be read states nothing. `figureOf` gives the located figure of an id, or null when it has told what is wrong.
 */
export function chartFindings(
  data: unknown,
  figureOf: (id: string, name: string) => Figure | null,
  contradicted: readonly Contradicted[],
): ChartFinding[] {
  const chart = readChart(data);
  if (!chart) return [];
  const findings: ChartFinding[] = [];
  for (const { points } of chart.series) {
    for (const [at, { value, factId }] of points.entries()) {
      // A gap says nothing that could be wrong.
      if (value === null) continue;
      const words = `${chart.categories[at] ?? ''}: ${chartNumber(value)} ${chart.unit}`.trim();
      const name = `“${shortened(words)}” in a chart`;
      if (factId === null) {
        findings.push({
          kind: 'unsourced-figure',
          key: `chart ${words.toLowerCase()}`,
          title: `${name} has no source`,
          detail: 'It is tied to no figure of a source.',
          factId,
        });
        continue;
      }
      const figure = figureOf(factId, name);
      if (!figure) continue;
      const fault = chartValueFault(figure, value, chart.unit);
      if (fault) findings.push(alteredFigure(figure, name, fault));
      const other = periodFault(figure.period, periodOfCell(chart.categories[at] ?? ''));
      if (other === null) continue;
      findings.push({
        kind: 'changed-period',
        key: factId,
        title: `${name} stands for another period than in its source`,
        detail: other,
        factId,
      });
    }
  }
  for (const { claim, words } of contradicted) {
    if (claimPlaces(chart.title, words).length === 0) continue;
    findings.push({
      kind: 'contradicted-claim',
      key: claim.id,
      title: `The title of a chart is contradicted by the article’s figures`,
      detail: `${claim.computed ? `${claim.computed}. ` : ''}Write it in words that the figures support.`,
      factId: claim.id,
    });
  }
  const own = claimOf(data, chart);
  // What a source claims and its own figures contradict is said once, of the source.
  if (own?.verdict === 'contradicted' && !findings.some(({ kind }) => kind === 'contradicted-claim')) {
    findings.push({
      kind: 'contradicted-claim',
      key: `chart ${own.words.toLowerCase()} ${own.computed}`,
      title: `“${shortened(own.words)}” in the title of a chart is contradicted by its values`,
      detail: `${own.computed}. Write it in words that the values support.`,
      factId: null,
    });
  }
  return findings;
}
