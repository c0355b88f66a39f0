// Tests of banners: labels by FIRST's rules (conventions.md 3.7) and markings in capitals.
import { describe, expect, it } from 'vitest';
import { BANNERS, bannerStyle, labelColors } from '../../shared/briefing/banner.ts';

describe('bannerStyle', () => {
  it.each([
    ['TLP:RED', 'TLP:RED', '#FF2B2B'],
    ['tlp:amber', 'TLP:AMBER', '#FFC000'],
    ['TLP: AMBER + STRICT', 'TLP:AMBER+STRICT', '#FFC000'],
    ['TLP:GREEN', 'TLP:GREEN', '#33FF00'],
    ['TLP:CLEAR', 'TLP:CLEAR', '#FFFFFF'],
    ['TLP:WHITE', 'TLP:CLEAR', '#FFFFFF'],
    ['TLP:AMBER, until Friday', 'TLP:AMBER, until Friday', '#FFC000'],
  ])('shows %s as %s in its colour on black, at the right', (given, text, color) => {
    expect(bannerStyle(given)).toEqual({ text, color, background: '#000000', align: 'right', scheme: 'tlp' });
  });

  it('sets markings in capitals in the middle, and leaves free words as they are', () => {
    expect(bannerStyle('official-sensitive')).toMatchObject({
      text: 'OFFICIAL-SENSITIVE',
      align: 'center',
      scheme: 'uk',
    });
    expect(bannerStyle('NATO Restricted')).toMatchObject({ text: 'NATO RESTRICTED', scheme: 'nato' });
    expect(bannerStyle('Draft for the board')).toMatchObject({ text: 'Draft for the board', scheme: 'free' });
    expect(bannerStyle('TLP:PURPLE')).toMatchObject({ text: 'TLP:PURPLE', scheme: 'free' });
    expect(bannerStyle('TLP:REDACTED')?.scheme).toBe('free');
  });

  it('gives TLP labels and those of the United States their colours, and no other scheme any', () => {
    expect(labelColors('us', 'TOP SECRET')).toEqual({ color: '#000000', background: '#FF671F' });
    expect(labelColors('us', 'Secret')).toEqual({ color: '#FFFFFF', background: '#C8102E' });
    expect(labelColors('uk', 'SECRET')).toBeNull();
    expect(labelColors('tlp', 'TLP:GREEN')).toEqual({ color: '#33FF00', background: '#000000' });
    for (const { scheme, banners } of BANNERS) {
      for (const banner of banners) expect(labelColors(scheme, banner) !== null).toBe(['tlp', 'us'].includes(scheme));
    }
    // On paper a marking is black.
    expect(bannerStyle('TOP SECRET')).toMatchObject({ color: '#000000', background: null });
  });

  it('knows a banner without its accents', () => {
    expect(bannerStyle('tres secret')).toMatchObject({ text: 'TRES SECRET', scheme: 'fr' });
    expect(bannerStyle('TRÈS SECRET')?.scheme).toBe('fr');
  });

  it('is nothing without words', () => {
    expect(bannerStyle(null)).toBeNull();
    expect(bannerStyle('  ')).toBeNull();
  });

  it('knows every preset by its own words', () => {
    for (const { banners } of BANNERS) for (const banner of banners) expect(bannerStyle(banner)?.text).toBe(banner);
  });
});
