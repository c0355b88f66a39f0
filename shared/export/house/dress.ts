// dressed: the parts of an export that a house style decides.
import { KINDS } from '../parts/numbering.ts';
import type { HouseSettings } from '../parts/settings.ts';
import type { Plan } from '../plan.ts';
import type { HouseStyle } from './houseStyle.ts';
import { mapToHouse, type StyleMap } from './styleMap.ts';
import { writeTree } from './tree.ts';
import { houseFontsXml, houseNumbering, houseStylesXml, houseThemeXml, listIdsOf } from './writeStyles.ts';

export interface Dress {
  readonly map: StyleMap;
  /** The id in the file of a style of ours. */
  readonly styleId: (id: string) => string;
  readonly styles: string;
  readonly fonts: string;
  readonly theme: string | null;
  readonly numbering: { readonly definitions: string; readonly lists: string };
  readonly settings: HouseSettings;
  /** Notes are set in a style of the house, which may have no room for a tab after their number. */
  readonly spacedNotes: boolean;
}

export function dressed(house: HouseStyle, plan: Plan): Dress {
  const map = mapToHouse(house);
  const ids = listIdsOf(house, plan.lists.length, KINDS.length);
  const setting = (name: string): string => {
    const one = house.settings.find((each) => each.name === name);
    return one ? writeTree(one) : '';
  };
  return {
    map,
    styleId: (id) => map.get(id)?.id ?? id,
    styles: houseStylesXml(house, map, plan.language, plan.page, ids),
    fonts: houseFontsXml(house),
    theme: house.theme ? houseThemeXml(house.theme) : null,
    numbering: houseNumbering(house, ids),
    spacedNotes: map.get(plan.noteKind === 'footnotes' ? 'FootnoteText' : 'EndnoteText')?.how !== 'added',
    settings: {
      spacing: ['w:defaultTabStop', 'w:autoHyphenation', 'w:hyphenationZone', 'w:doNotHyphenateCaps']
        .map(setting)
        .join(''),
      evenAndOdd: house.evenAndOdd,
      colours: house.theme ? setting('w:clrSchemeMapping') : '',
    },
  };
}
