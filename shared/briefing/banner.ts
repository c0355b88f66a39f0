// Banners: the presets of the classification schemes and how a banner's text is shown, in the editor as in Word.

export type BannerScheme = 'tlp' | 'uk' | 'us' | 'nato' | 'ca' | 'eu' | 'fr' | 'free';

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
  /** How they are set and what is to be known of them, in a sentence. */
  readonly rule: string;
}

/** Words of conventions.md 3.7 and 3.8. A banner does not make a machine fit for classified work. */
export const BANNERS: readonly BannerGroup[] = [
  {
    scheme: 'tlp',
    name: 'Traffic Light Protocol 2.0',
    banners: ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'],
    rule: 'At the right of every page’s head and foot, coloured on black. A limit may stand behind it; no space inside.',
  },
  {
    scheme: 'uk',
    name: 'United Kingdom',
    banners: ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'],
    rule: 'Capitals, in the middle, at head and foot. A marking is optional at OFFICIAL.',
  },
  {
    scheme: 'us',
    name: 'United States',
    banners: ['UNCLASSIFIED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'],
    rule: 'The highest of its portion marks, at head and foot. The colours are those of the labels, by custom; paper stays black.',
  },
  {
    scheme: 'nato',
    name: 'NATO',
    banners: ['NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO CONFIDENTIAL', 'NATO SECRET', 'COSMIC TOP SECRET'],
    rule: 'Capitals, in the middle, at head and foot.',
  },
  {
    scheme: 'ca',
    name: 'Canada',
    banners: ['UNCLASSIFIED', 'PROTECTED A', 'PROTECTED B', 'PROTECTED C', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'],
    rule: 'PROTECTED for interests of persons and bodies, the others for the national interest.',
  },
  {
    scheme: 'eu',
    name: 'European Union',
    banners: [
      'RESTREINT UE/EU RESTRICTED',
      'CONFIDENTIEL UE/EU CONFIDENTIAL',
      'SECRET UE/EU SECRET',
      'TRÈS SECRET UE/EU TOP SECRET',
    ],
    rule: 'Both languages, as they stand.',
  },
  {
    scheme: 'fr',
    name: 'France',
    banners: ['NON PROTÉGÉ', 'DIFFUSION RESTREINTE', 'SECRET', 'TRÈS SECRET', 'SPÉCIAL FRANCE'],
    rule: 'SPÉCIAL FRANCE stands beside a level: it keeps the paper to French readers.',
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

/** Colours of the labels of the United States by custom (conventions.md 3.8): ground and words. No other scheme has any. */
const US_COLORS: Readonly<Record<string, readonly [ground: string, words: string]>> = {
  UNCLASSIFIED: ['#007A33', '#FFFFFF'],
  CONFIDENTIAL: ['#0033A0', '#FFFFFF'],
  SECRET: ['#C8102E', '#FFFFFF'],
  'TOP SECRET': ['#FF671F', '#000000'],
};

export interface BannerColors {
  /** `#rrggbb`. */
  readonly color: string;
  /** `#rrggbb`. */
  readonly background: string;
}

/** The colours by which people know a banner of `scheme` on a screen; null where it has none. On paper only a TLP label is coloured. */
export function labelColors(scheme: BannerScheme, text: string): BannerColors | null {
  if (scheme === 'us') {
    const [background, color] = US_COLORS[text.toUpperCase()] ?? [];
    return background !== undefined && color !== undefined ? { color, background } : null;
  }
  const style = scheme === 'tlp' ? bannerStyle(text) : null;
  return style?.background ? { color: style.color, background: style.background } : null;
}

/** Without accents, which capitals often lack: TRES SECRET is TRÈS SECRET. */
function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}

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
  const group = BANNERS.find(({ banners }) => banners.some((banner) => folded(banner) === folded(capitals)));
  // Markings are printed in capitals (decisions.md, Banner); free words stay as they were given.
  const printed = group ? capitals : words;
  return { text: printed, color: '#000000', background: null, align: 'center', scheme: group?.scheme ?? 'free' };
}
