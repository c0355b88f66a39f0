// Palette entries: groups in their order, at most twelve rows, prefixes, and reasons for what cannot run.
import { describe, expect, it } from 'vitest';
import { MOST_ROWS, paletteEntries, type PaletteInput } from '../../../renderer/panels/paletteEntries.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { doc, p } from '../../builders.ts';
import { article, figureOf, nameOf, quoteOf } from '../../records.ts';

const source = article('Quarries sent 90 tonnes north. “We were ready,” said Ada Brandt. Ada Brandt left.');
const facts = [
  quoteOf(source, 'We were ready,'),
  figureOf(source, '90 tonnes'),
  nameOf(source, 'Ada Brandt'),
  { ...nameOf(source, 'Ada Brandt'), id: 'again' },
];
const ask = (query: string, over: Partial<PaletteInput> = {}) =>
  paletteEntries({
    query,
    recent: [],
    facts,
    doc: doc(schema.nodes.heading.create({ level: 1 }, schema.text('Quarries and roads')), p('x')),
    reasonOff: () => null,
    ...over,
  });
const labels = (query: string, over: Partial<PaletteInput> = {}) =>
  ask(query, over).map((group) => [group.label, group.entries.map((entry) => entry.label)]);

describe('paletteEntries', () => {
  it('offers commands, then facts, then places, each only if it has hits', () => {
    const groups = ask('qu');
    expect(groups.map((group) => group.label)).toEqual(['Commands', 'Facts in the sources', 'Go to']);
    expect(groups[0]?.entries.slice(0, 2).map((entry) => entry.label)).toEqual([
      'Block quotation',
      'Insert quotation…',
    ]);
    // A quote is found by what it is, though its words do not say so.
    expect(groups[1]?.entries.map((entry) => entry.label)).toEqual(['“We were ready,”']);
    expect(groups[2]?.entries[0]?.label).toBe('Quarries and roads');
  });

  it('keeps what is set for good in a group of its own', () => {
    const groups = ask('dark');
    const settings = groups.find((group) => group.label === 'Settings');
    expect(settings?.entries.map((entry) => entry.label)).toEqual(['Appearance: dark', 'White page in dark']);
    expect(groups[0]?.entries.some((entry) => entry.label.startsWith('Appearance'))).toBe(false);
  });

  it('never shows more rows than it may', () => {
    for (const query of ['', 'e', 'a', 'n', 's']) {
      const rows = ask(query).reduce((sum, group) => sum + group.entries.length, 0);
      expect(rows).toBeLessThanOrEqual(MOST_ROWS);
    }
    expect(ask('')[0]?.entries).toHaveLength(MOST_ROWS);
  });

  it('puts recent commands first when nothing is asked', () => {
    expect(
      ask('', { recent: ['bold', 'export'] })[0]
        ?.entries.slice(0, 2)
        .map((entry) => entry.key),
    ).toEqual(['bold', 'export']);
  });

  it('limits by prefix', () => {
    expect(labels('#')).toEqual([['Facts in the sources', ['90 tonnes']]]);
    expect(labels('"ready')).toEqual([['Quotes in the sources', ['“We were ready,”']]]);
    expect(labels('@')).toEqual([['Facts in the sources', ['Ada Brandt']]]);
    expect(labels('>bold')).toEqual([['Commands', ['Bold']]]);
  });

  it('offers one kind of fact to a picker, whatever is typed', () => {
    expect(labels('', { only: ['figure'] })).toEqual([['Facts in the sources', ['90 tonnes']]]);
    expect(labels('bold', { only: ['figure'] })).toEqual([]);
  });

  it('says why a command cannot run', () => {
    const [group] = ask('>bold', { reasonOff: (id) => (id === 'bold' ? 'Open a briefing first' : null) });
    expect(group?.entries[0]?.off).toBe('Open a briefing first');
  });
});
