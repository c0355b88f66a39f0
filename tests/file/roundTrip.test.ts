// The law of the file: what is read is what was written, and the same briefing is the same bytes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { readBrief } from '../../shared/file/read.ts';
import { writeBrief } from '../../shared/file/write.ts';
import { briefings, SEED } from '../arbitraries.ts';
import { comparable } from './compare.ts';

const app = 'Chancery 0.1.0';

function read(bytes: Uint8Array) {
  const result = readBrief(bytes);
  if (!result.ok) throw new Error(result.error.text);
  return result.value;
}

describe('laws', () => {
  test('read(write(b)) == b, without a message and open for writing', () => {
    fc.assert(
      fc.property(briefings, (briefing) => {
        const { value, messages } = read(writeBrief(briefing, { app }));
        expect(messages).toEqual([]);
        expect(value.readOnly).toBe(false);
        expect(value.briefing.doc.eq(briefing.doc)).toBe(true);
        expect(comparable(value.briefing)).toStrictEqual(comparable(briefing));
      }),
      { ...SEED, numRuns: 150 },
    );
  });

  test('the same briefing gives the same bytes, also after reading', () => {
    fc.assert(
      fc.property(briefings, (briefing) => {
        const bytes = writeBrief(briefing, { app });
        const again: Briefing = { ...briefing, sources: new Map([...briefing.sources].reverse()) };
        expect(writeBrief(again, { app })).toEqual(bytes);
        expect(writeBrief(read(bytes).value.briefing, { app })).toEqual(bytes);
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  test('a picture that the text does not show is not written, and changes nothing', () => {
    const stray = 'stray-0.png';
    fc.assert(
      fc.property(briefings, (briefing) => {
        const more: Briefing = { ...briefing, media: new Map([[stray, Uint8Array.of(1, 2)], ...briefing.media]) };
        expect(writeBrief(more, { app })).toEqual(writeBrief(briefing, { app }));
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  test('there are briefings with pictures among them', () => {
    const sizes = fc.sample(briefings, { ...SEED, numRuns: 60 }).map(({ media }) => media.size);
    expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(10);
  });

  test('the same bytes in every time zone', () => {
    const zone = process.env['TZ'];
    const [briefing] = fc.sample(briefings, { ...SEED, numRuns: 1 }) as [Briefing];
    try {
      const all = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'].map((name) => {
        process.env['TZ'] = name;
        return writeBrief(briefing, { app });
      });
      // The zone does change here, or this test would show nothing.
      process.env['TZ'] = 'Asia/Kolkata';
      expect(new Date('1980-01-01T12:00:00').toISOString()).toBe('1980-01-01T06:30:00.000Z');
      for (const bytes of all) expect(bytes).toEqual(all[0]);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
