// mapStyles: which style of the house each style of the export becomes, and what is added where the house has none.
import {
  CHARACTER_STYLES,
  contentsStyles,
  isBuiltIn,
  PAGES,
  PARAGRAPH_STYLES,
  TABLE_STYLE,
  type StyleSpec,
} from '../styles.ts';
import type { HouseStyle, HouseStyleEntry } from './houseStyle.ts';

/** One line of the preview. */
export interface StyleMapping {
  /** Our id and name: `Heading1`, `heading 1`. */
  readonly ours: string;
  readonly name: string;
  /** The style of the house that is used or that ours is based on; null when ours stands alone on the house's Normal. */
  readonly theirs: string | null;
  readonly how: 'same name' | 'based on' | 'added';
}

/** A line of the preview with what the writer needs. */
export interface MappedStyle extends StyleMapping {
  readonly type: 'paragraph' | 'character' | 'table';
  /** The style id in the file. */
  readonly id: string;
  /** The name that an added style has in the file. */
  readonly newName: string;
  /** Id of the style that an added one is based on; null where our own definition says it. */
  readonly base: string | null;
}

export type StyleMap = ReadonlyMap<string, MappedStyle>;

/** Styles of the house, by folded name, that do for ours when none has its name; the first that is there. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  BodyText: ['normal'],
  Heading2: ['heading 1'],
  Heading3: ['heading 2', 'heading 1'],
  Heading4: ['heading 3', 'heading 2', 'heading 1'],
  Quote: ['block text', 'quotations', 'intense quote'],
  ListBullet: ['list paragraph'],
  ListNumber: ['list paragraph'],
  ListContinue: ['list paragraph'],
  SourceEntry: ['bibliography', 'list number', 'list paragraph'],
  TableText: ['table contents', 'table paragraph', 'compact'],
  FootnoteText: ['endnote text'],
  EndnoteText: ['footnote text'],
  Caption: ['table caption', 'image caption'],
  Hyperlink: ['internet link'],
  InlineCode: ['html code', 'verbatim char', 'source text'],
  FootnoteReference: ['footnote anchor', 'footnote characters', 'endnote reference'],
  EndnoteReference: ['endnote anchor', 'endnote characters', 'footnote reference'],
};

/** Word shows "heading 1" as "Heading 1"; programs write either. */
export function foldName(name: string): string {
  return name.trim().toLowerCase();
}

interface Ours {
  readonly id: string;
  readonly name: string;
  readonly type: 'paragraph' | 'character' | 'table';
}

/** Every style that the emitter may name. */
export function ourStyles(): readonly Ours[] {
  const list = (type: Ours['type'], specs: Readonly<Record<string, StyleSpec>>): Ours[] =>
    Object.entries(specs).map(([id, { name }]) => ({ id, name, type }));
  return [
    ...list('paragraph', { ...PARAGRAPH_STYLES, ...contentsStyles(PAGES.A4) }),
    ...list('character', CHARACTER_STYLES),
    { id: TABLE_STYLE, name: 'Briefing Table', type: 'table' },
  ];
}

/** A name or id that nothing in `taken` has; `taken` is folded, and told of it. */
function fresh(wanted: string, other: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 1; taken.has(foldName(name)); n++) name = n === 1 ? other : `${other}${n}`;
  taken.add(foldName(name));
  return name;
}

/** Maps every style of the export, in the order of our own list. */
export function mapToHouse(house: Pick<HouseStyle, 'styles'>): StyleMap {
  const byName = new Map<string, HouseStyleEntry>();
  const byId = new Map<string, HouseStyleEntry>();
  const add = (key: string, style: HouseStyleEntry): void => {
    if (!byName.has(key)) byName.set(key, style);
  };
  for (const style of house.styles) add(`${style.type} ${foldName(style.name)}`, style);
  for (const style of house.styles) {
    for (const alias of style.aliases) add(`${style.type} ${foldName(alias)}`, style);
    byId.set(`${style.type} ${style.id}`, style);
  }
  const ids = new Set(house.styles.map(({ id }) => foldName(id)));
  const names = new Set(house.styles.map(({ name }) => foldName(name)));
  const normal = house.styles.find(({ type, isDefault }) => type === 'paragraph' && isDefault);
  const tables = house.styles.filter(({ type, custom }) => type === 'table' && custom);

  const map = new Map<string, MappedStyle>();
  for (const { id, name, type } of ourStyles()) {
    // An id says little of a style that is ours alone; of Word's own it is the name without spaces.
    const same =
      (id === 'Normal' ? normal : undefined) ??
      byName.get(`${type} ${foldName(name)}`) ??
      (isBuiltIn(name) ? byId.get(`${type} ${id}`) : undefined);
    if (same) {
      map.set(id, {
        ours: id,
        name,
        type,
        theirs: same.name,
        how: 'same name',
        id: same.id,
        newName: same.name,
        base: same.id,
      });
      continue;
    }
    // Both are the text of the body with a difference, so they go by what that has become.
    const body = id === 'Reporting' || id === 'Prompt' ? map.get('BodyText') : undefined;
    const base =
      type === 'table'
        ? tables.length === 1
          ? tables[0]
          : undefined
        : ((ROLES[id] ?? []).map((role) => byName.get(`${type} ${role}`)).find((one) => one !== undefined) ??
          (ROLES[id]?.includes('normal') ? normal : undefined));
    map.set(id, {
      ours: id,
      name,
      type,
      theirs: body?.theirs ?? base?.name ?? null,
      how: (body ? body.theirs !== null : base) ? 'based on' : 'added',
      id: fresh(id, `Briefing${id}`, ids),
      newName: fresh(name, `Briefing ${name}`, names),
      base: body?.id ?? base?.id ?? null,
    });
  }
  return map;
}

/** The preview: which style of the export is set as which of the house. */
export function mapStyles(house: Pick<HouseStyle, 'styles'>): readonly StyleMapping[] {
  return [...mapToHouse(house).values()].map(({ ours, name, theirs, how }) => ({ ours, name, theirs, how }));
}
