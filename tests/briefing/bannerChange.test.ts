// Tests of the order of banners: what is lower, what is higher, and what cannot be ranked.
import { expect, test } from 'vitest';
import { bannerChange } from '../../shared/briefing/bannerChange.ts';
import { BANNERS } from '../../shared/briefing/banner.ts';
import { PORTIONS } from '../../shared/briefing/portion.ts';

test.each([
  ['TLP:AMBER', 'TLP:CLEAR', 'lowered'],
  ['TLP:AMBER', 'tlp : white', 'lowered'],
  ['TLP:AMBER+STRICT', 'TLP:AMBER', 'lowered'],
  ['TLP:AMBER', 'TLP:AMBER+STRICT', 'raised'],
  ['SECRET//NOFORN', 'CONFIDENTIAL', 'lowered'],
  ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'raised'],
  ['SECRET', 'OFFICIAL', 'lowered'],
  ['SECRET//NOFORN', 'SECRET', 'other'],
  ['TLP:AMBER', 'NATO SECRET', 'other'],
  ['Not for the league', 'TLP:CLEAR', 'other'],
  ['TLP:RED', 'Not for the league', 'other'],
  ['OFFICIAL', 'OFFICIAL', 'other'],
])('%j, then %j: %s', (before, after, change) => expect(bannerChange(before, after)).toBe(change));

test('within a scheme every lower banner is lower, and the other way round higher', () => {
  for (const { scheme } of BANNERS) {
    const words = scheme in PORTIONS ? PORTIONS[scheme as keyof typeof PORTIONS].map((portion) => portion.words) : [];
    words.forEach((low, at) => {
      for (const high of words.slice(at + 1)) {
        expect([high, low, bannerChange(high, low)]).toEqual([high, low, 'lowered']);
        expect([low, high, bannerChange(low, high)]).toEqual([low, high, 'raised']);
      }
    });
  }
});
