// Banners: the presets of the classification schemes and how a banner's text is shown, in the editor as in Word.

export type BannerScheme = 'tlp' | 'uk' | 'us' | 'nato' | 'free';

export interface BannerStyle {
  /** The words as printed: TLP labels in capitals without spaces, WHITE read as CLEAR; other banners as given. */
  readonly text: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** `#rrggbb`, or null for none. */
  readonly background: string | null;
  /** decisions.md, Banner: TLP labels stand at the right, all others in the middle. */
  readonly align: 'right' | 'center';
  readonly scheme: BannerScheme;
}

export interface BannerGroup {
  readonly scheme: BannerScheme;
  /** Heading in the list of banners. */
  readonly name: string;
  readonly banners: readonly string[];
}

/** Words of conventions.md 3.7 and 3.8. A banner does not make a machine fit for classified work. */
export const BANNERS: readonly BannerGroup[] = [
  {
    scheme: 'tlp',
    name: 'Traffic Light Protocol 2.0',
    banners: ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'],
  },
  { scheme: 'uk', name: 'United Kingdom', banners: ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] },
  { scheme: 'us', name: 'United States', banners: ['UNCLASSIFIED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'] },
  {
    scheme: 'nato',
    name: 'NATO',
    banners: ['NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO CONFIDENTIAL', 'NATO SECRET', 'COSMIC TOP SECRET'],
  },
];

/** TLP 2.0 (FIRST): the label's own colour on black, in every theme. The colours of TLP 1 are others. */
const TLP_COLORS: Readonly<Record<string, string>> = {
  RED: '#FF2B2B',
  'AMBER+STRICT': '#FFC000',
  AMBER: '#FFC000',
  GREEN: '#33FF00',
  CLEAR: '#FFFFFF',
};

/** The label of "tlp : amber + strict, until Friday" and what follows it; further limits must be kept (conventions.md 3.7). */
const TLP = /^TLP ?: ?(RED|AMBER ?\+ ?STRICT|AMBER|GREEN|CLEAR|WHITE)(?![A-Za-z+])(.*)$/iu;

/** How the banner `text` is shown. Null when there is nothing to show. */
export function bannerStyle(text: string | null): BannerStyle | null {
  const words = (text ?? '').split(/\s+/u).filter(Boolean).join(' ');
  if (words === '') return null;
  const tlp = TLP.exec(words);
  if (tlp) {
    const named = (tlp[1] ?? '').replaceAll(' ', '').toUpperCase();
    const label = named === 'WHITE' ? 'CLEAR' : named;
    return {
      text: `TLP:${label}${tlp[2] ?? ''}`,
      color: TLP_COLORS[label] ?? '#FFFFFF',
      background: '#000000',
      align: 'right',
      scheme: 'tlp',
    };
  }
  const capitals = words.toUpperCase();
  const group = BANNERS.find(({ banners }) => banners.some((banner) => capitals === banner));
  // Markings are printed in capitals (decisions.md, Banner); free words stay as they were given.
  const printed = group ? capitals : words;
  return { text: printed, color: '#000000', background: null, align: 'center', scheme: group?.scheme ?? 'free' };
}
