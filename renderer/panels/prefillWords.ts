// Words for the plan of a prefill: how much of what, from how many sources.
import type { PlannedSection } from '../../shared/briefing/prefillPlan.ts';
import type { Fill } from '../../shared/briefing/template.ts';
import { counted } from './words.ts';

const ONE: Readonly<Record<Fill, string>> = {
  keyFigures: 'figure',
  quotations: 'quotation',
  chronology: 'dated event',
  names: 'name',
  sources: 'source listed',
  reporting: 'reporting paragraph',
};
const MANY: Partial<Record<Fill, string>> = { sources: 'sources listed' };

/** A filling as a whole. */
export const FILL_NAMES: Readonly<Record<Fill, string>> = {
  keyFigures: 'key figures',
  quotations: 'quotations',
  chronology: 'chronology',
  names: 'names',
  sources: 'list of sources',
  reporting: 'reporting',
};

function series(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** "12 figures and 3 names from 2 sources"; null where nothing is filled in. */
export function filledWords({ fills }: Pick<PlannedSection, 'fills'>): string | null {
  if (fills.length === 0) return null;
  const parts = fills.map(({ fill, items }) => counted(items.length, ONE[fill], MANY[fill]));
  if (fills.every(({ fill }) => fill === 'sources')) return series(parts);
  const sources = new Set(fills.flatMap(({ items }) => items.map(({ articleId }) => articleId)));
  return `${series(parts)} from ${counted(sources.size, 'source')}`;
}

/** Fills that the analyst can leave out; the list of sources is made of the briefing's sources whatever is ticked. */
export function isOptional({ fills }: Pick<PlannedSection, 'fills'>): boolean {
  return fills.some(({ fill }) => fill !== 'sources');
}
