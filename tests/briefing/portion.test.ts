// Tests of portion marks: which a banner offers, how they are kept, and which stand above it.
import { describe, expect, it, test } from 'vitest';
import { BANNERS } from '../../shared/briefing/banner.ts';
import {
  hasPortionMarks,
  markAbove,
  portionGroups,
  portionMark,
  PORTIONS,
  raisedBanner,
} from '../../shared/briefing/portion.ts';
import { by, doc, h, li, p, qt, quotation, title, titleBlock, ul } from '../builders.ts';

it('has a mark for each banner of a scheme, from low to high', () => {
  for (const { scheme, banners } of BANNERS) {
    if (!(scheme in PORTIONS)) continue;
    const words = PORTIONS[scheme as keyof typeof PORTIONS].map((portion) => portion.words);
    // TLP's banners are listed from the strictest down.
    expect(words).toEqual(scheme === 'tlp' ? [...banners].reverse() : banners);
  }
});

test.each([
  ['OFFICIAL', ['uk']],
  ['secret', ['uk', 'us']],
  ['UNCLASSIFIED//FOUO', ['us']],
  ['TLP:AMBER+STRICT until Friday', ['tlp']],
  ['NATO SECRET', ['nato']],
  ['Not for the league', ['uk', 'us', 'nato', 'tlp']],
  ['SECRETARIAT', ['uk', 'us', 'nato', 'tlp']],
  [null, ['uk', 'us', 'nato', 'tlp']],
])('%j offers the marks of %j', (banner, schemes) => {
  expect(portionGroups(banner).map((group) => group.scheme)).toEqual(schemes);
});

test.each([
  [' (u) ', 'U'],
  ['s//nf', 'S//NF'],
  ['tlp:amber', 'TLP:AMBER'],
  ['()', null],
  ['', null],
])('%j is kept as %j', (words, mark) => expect(portionMark(words)).toBe(mark));

describe('a mark above the banner', () => {
  test.each([
    ['OFFICIAL', ['O', 'OS'], 'OS'],
    ['OFFICIAL-SENSITIVE', ['O', 'OS'], null],
    ['OFFICIAL', ['S', 'TS', 'OS'], 'TS'],
    ['SECRET', ['S', 'C', 'OS'], null],
    ['SECRET', ['TS'], 'TS'],
    ['UNCLASSIFIED', ['C//NF'], 'C//NF'],
    ['UNCLASSIFIED', ['OS', 'NS'], null],
    ['TLP:AMBER', ['TLP:AMBER+STRICT'], 'TLP:AMBER+STRICT'],
    ['TLP:RED', ['TLP:AMBER+STRICT'], null],
    ['NATO RESTRICTED', ['NU', 'CTS'], 'CTS'],
    ['Not for the league', ['TS'], null],
    [null, ['TS'], null],
  ])('%j with %j: %j', (banner, marks, above) => expect(markAbove(banner, marks)).toBe(above));
});

describe('a banner is raised to what covers the mark', () => {
  test.each([
    ['OFFICIAL', 'OS', 'OFFICIAL-SENSITIVE'],
    ['official', 'ts', 'TOP SECRET'],
    ['SECRET//NOFORN', 'TS//SI', 'TOP SECRET//NOFORN'],
    ['tlp: amber until Friday', 'TLP:RED', 'TLP:RED until Friday'],
    ['TLP:WHITE', 'TLP:GREEN', 'TLP:GREEN'],
    ['NATO RESTRICTED', 'CTS', 'COSMIC TOP SECRET'],
    ['SECRET', 'C', null],
    ['UNCLASSIFIED', 'NS', null],
    ['Not for the league', 'TS', null],
    [null, 'TS', null],
  ])('%j for %j: %j', (banner, mark, raised) => {
    expect(raisedBanner(banner, mark)).toBe(raised);
    if (raised !== null) expect(markAbove(raised, [mark])).toBe(null);
  });
});

describe('a document', () => {
  test.each([
    ['nothing', doc(p('Grain.')), false],
    ['a paragraph', doc(p('Grain.'), p({ portion: 'U' }, 'Barley.')), true],
    ['a quotation', doc(quotation({ portion: 'OS' }, qt('It will not last.'), by(''))), true],
    ['a paragraph in a list', doc(ul(li(p({ portion: 'TLP:RED' }, 'Barley.')))), true],
    ['a heading', doc(h({ portion: 'U' }, 'Grain')), true],
    ['the title', doc(titleBlock(title({ portion: 'U' }, 'Grain')), p('Barley.')), true],
    ['an empty mark', doc(p({ portion: '' }, 'Grain.')), false],
  ])('with a mark on %s', (_where, made, has) => expect(hasPortionMarks(made)).toBe(has));
});
