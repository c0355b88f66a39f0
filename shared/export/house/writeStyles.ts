// word/styles.xml, fonts, theme and lists of an export in a house style: theirs as they are, and what they lack.
import { child, type Element } from '../../ooxml/xml.ts';
import { fontsXml } from '../parts/settings.ts';
import { escapeXml, NAMES, partXml, XML_HEAD } from '../parts/xml.ts';
import {
  CHARACTER_STYLES,
  contentsStyles,
  DEFAULT_STYLES,
  INK,
  isBuiltIn,
  PARAGRAPH_STYLES,
  tableStyle,
  TABLE_STYLE,
  type Page,
  type StyleSpec,
} from '../styles.ts';
import type { HouseStyle, HouseStyleEntry } from './houseStyle.ts';
import { foldName, type MappedStyle, type StyleMap } from './styleMap.ts';
import { element, writeTree } from './tree.ts';

/** What an added style says itself although it is based on one of the house: only what has a meaning. */
const MEANING: Readonly<Record<string, Pick<StyleSpec, 'p' | 'r'>>> = {
  Reporting: { r: PARAGRAPH_STYLES.Reporting.r },
  Prompt: { r: PARAGRAPH_STYLES.Prompt.r },
  SourceEntry: { p: '<w:keepLines/>' },
  Caption: { p: '<w:keepLines/>' },
};

/** The default style of each type, or the id that Word gives it. */
function defaultId(house: HouseStyle, type: HouseStyleEntry['type'], otherwise: string): string {
  return house.styles.find((one) => one.type === type && one.isDefault)?.id ?? otherwise;
}

/** The children `name` of the style and of what it is based on, nearest first. */
function inherited(house: HouseStyle, id: string | null, path: readonly string[]): Element[] {
  const found: Element[] = [];
  const seen = new Set<string>();
  for (let at = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const style = house.styles.find((one) => one.id === at);
    const one = child(style?.element, ...path);
    if (one) found.push(one);
    at = style?.basedOn ?? null;
  }
  return found;
}

/** True when paragraphs of the house's Normal already stand apart. */
function standsApart(house: HouseStyle, id: string | null): boolean {
  const defaults = child(house.defaults ?? undefined, 'w:pPrDefault', 'w:pPr', 'w:spacing');
  const all = [...inherited(house, id, ['w:pPr', 'w:spacing']), ...(defaults ? [defaults] : [])];
  const first = (key: string): number => Number(all.find(({ attrs }) => attrs[key] !== undefined)?.attrs[key] ?? 0);
  return first('w:after') > 0 || first('w:before') > 0;
}

/** Our own look without our fonts and our ink, so that it goes with the house's. */
function looks(id: string, spec: StyleSpec): string {
  const plain = (spec.r ?? '').replace(`<w:color w:val="${INK}"/>`, '');
  const from = id === 'InlineCode' ? -1 : plain.indexOf('<w:rFonts ');
  return from < 0 ? plain : plain.slice(0, from) + plain.slice(plain.indexOf('>', from) + 1);
}

/** What takes the number away that a style has from the one it is based on. */
const UNNUMBERED = '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>';

/** A heading of a level that the house lacks: as the one above it, a little smaller, and without its number. */
function addedHeading(mapped: MappedStyle, level: number, house: HouseStyle, next: string): string {
  const above = Number(/(\d)$/u.exec(foldName(mapped.theirs ?? ''))?.[1] ?? 1);
  const sizes = inherited(house, mapped.base, ['w:rPr', 'w:sz']);
  const whole = sizes[0] ?? child(house.defaults ?? undefined, 'w:rPrDefault', 'w:rPr', 'w:sz');
  const size = Math.max(20, (Number(whole?.attrs['w:val']) || 24) - 3 * (level - above));
  const numbered = inherited(house, mapped.base, ['w:pPr', 'w:numPr']).length > 0;
  return (
    `<w:style w:type="paragraph"${isBuiltIn(mapped.newName) ? '' : ' w:customStyle="1"'} w:styleId="${escapeXml(mapped.id)}">` +
    `<w:name w:val="${escapeXml(mapped.newName)}"/><w:basedOn w:val="${escapeXml(mapped.base ?? '')}"/><w:next w:val="${escapeXml(next)}"/>` +
    `<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>${numbered ? UNNUMBERED : ''}` +
    `<w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
  );
}

function added(mapped: MappedStyle, spec: StyleSpec, house: HouseStyle, map: StyleMap): string {
  const { type, ours } = mapped;
  const idOf = (id: string): string => map.get(id)?.id ?? id;
  const onTheirs = mapped.how === 'based on';
  let p = onTheirs ? (MEANING[ours]?.p ?? '') : (spec.p ?? '');
  const r = onTheirs ? (MEANING[ours]?.r ?? '') : looks(ours, spec);
  const level = Number(/^Heading([2-4])$/u.exec(ours)?.[1] ?? 0);
  if (level > 0 && onTheirs) return addedHeading(mapped, level, house, idOf('BodyText'));
  if (ours === 'BodyText' && onTheirs && !standsApart(house, mapped.base)) p = spec.p ?? '';
  const based =
    mapped.base ??
    (type === 'character'
      ? defaultId(house, 'character', 'DefaultParagraphFont')
      : spec.basedOn === undefined
        ? ''
        : idOf(spec.basedOn));
  // A heading of the house may be numbered; the heading of the list of contents is not.
  if (ours === 'ContentsHeading' && inherited(house, based, ['w:pPr', 'w:numPr']).length > 0) {
    p = UNNUMBERED + p;
  }
  const kind = ours === 'Normal' ? ' w:default="1"' : isBuiltIn(mapped.newName) ? '' : ' w:customStyle="1"';
  return (
    `<w:style w:type="${type}"${kind} w:styleId="${escapeXml(mapped.id)}"><w:name w:val="${escapeXml(mapped.newName)}"/>` +
    (based === '' ? '' : `<w:basedOn w:val="${escapeXml(based)}"/>`) +
    (spec.next ? `<w:next w:val="${escapeXml(idOf(spec.next))}"/>` : '') +
    (spec.priority === undefined ? '' : `<w:uiPriority w:val="${spec.priority}"/>`) +
    (spec.quick ? '<w:qFormat/>' : '') +
    (p === '' ? '' : `<w:pPr>${p}</w:pPr>`) +
    (r === '' ? '' : `<w:rPr>${r}</w:rPr>`) +
    '</w:style>'
  );
}

function addedTable(mapped: MappedStyle, house: HouseStyle): string {
  const based = mapped.base ?? defaultId(house, 'table', 'TableNormal');
  const head =
    `<w:style w:type="table" w:customStyle="1" w:styleId="${escapeXml(mapped.id)}"><w:name w:val="${escapeXml(mapped.newName)}"/>` +
    `<w:basedOn w:val="${escapeXml(based)}"/>`;
  if (mapped.how === 'based on') return `${head}<w:uiPriority w:val="40"/></w:style>`;
  const whole = tableStyle();
  return head + whole.slice(whole.indexOf('<w:uiPriority'));
}

/** docDefaults of the house in the language of the document. */
function defaultsXml(defaults: Element | null, tag: string): string {
  const language = element('w:lang', { 'w:val': tag, 'w:eastAsia': tag, 'w:bidi': 'ar-SA' });
  const run = child(defaults ?? undefined, 'w:rPrDefault', 'w:rPr');
  const paragraph = child(defaults ?? undefined, 'w:pPrDefault');
  return writeTree(
    element('w:docDefaults', {}, [
      element('w:rPrDefault', {}, [element('w:rPr', {}, [...(run?.children ?? []), language])]),
      ...(paragraph ? [paragraph] : []),
    ]),
  );
}

/** New ids of the house's lists and definitions, behind `lists` lists and `kinds` definitions of ours. */
export interface ListIds {
  readonly nums: ReadonlyMap<string, string>;
  readonly definitions: ReadonlyMap<string, string>;
}

export function listIdsOf(house: HouseStyle, lists: number, kinds: number): ListIds {
  const nums = new Map<string, string>();
  const definitions = new Map<string, string>();
  for (const { name, attrs } of house.numbering) {
    if (name === 'w:abstractNum') definitions.set(attrs['w:abstractNumId'] ?? '', String(kinds + definitions.size));
    else nums.set(attrs['w:numId'] ?? '', String(lists + 1 + nums.size));
  }
  return { nums, definitions };
}

function renumbered(ids: ListIds): (one: Element) => string | null {
  return (one) => {
    if (one.name === 'w:numId') {
      const id = one.attrs['w:val'] ?? '';
      return id === '0' ? '<w:numId w:val="0"/>' : `<w:numId w:val="${ids.nums.get(id) ?? '0'}"/>`;
    }
    if (one.name === 'w:abstractNumId')
      return `<w:abstractNumId w:val="${ids.definitions.get(one.attrs['w:val'] ?? '') ?? '0'}"/>`;
    return null;
  };
}

/** The definitions and the lists of the house, each for its place in word/numbering.xml. */
export function houseNumbering(
  house: HouseStyle,
  ids: ListIds,
): { readonly definitions: string; readonly lists: string } {
  const write = (kind: string): string =>
    house.numbering
      .filter(({ name }) => name === kind)
      .map((one) => {
        const [key, id] =
          kind === 'w:num'
            ? ['w:numId', ids.nums.get(one.attrs['w:numId'] ?? '')]
            : ['w:abstractNumId', ids.definitions.get(one.attrs['w:abstractNumId'] ?? '')];
        return writeTree({ ...one, attrs: { [key]: id ?? '0' } }, renumbered(ids));
      })
      .join('');
  return { definitions: write('w:abstractNum'), lists: write('w:num') };
}

/** The whole of word/styles.xml. */
export function houseStylesXml(house: HouseStyle, map: StyleMap, tag: string, page: Page, ids: ListIds): string {
  const special = renumbered(ids);
  const theirs = house.styles.map((one) => writeTree(one.element, special));
  const specs: Readonly<Record<string, StyleSpec>> = {
    ...PARAGRAPH_STYLES,
    ...contentsStyles(page),
    ...CHARACTER_STYLES,
  };
  const more: string[] = [];
  for (const [type, id] of [
    ['character', 'DefaultParagraphFont'],
    ['table', 'TableNormal'],
    ['numbering', 'NoList'],
  ] as const) {
    const there = house.styles.some((one) => (one.type === type && one.isDefault) || one.id === id);
    if (!there) more.push(DEFAULT_STYLES[type]);
  }
  for (const mapped of map.values()) {
    if (mapped.how === 'same name') continue;
    const spec = specs[mapped.ours];
    if (mapped.ours === TABLE_STYLE) more.push(addedTable(mapped, house));
    else if (spec) more.push(added(mapped, spec, house, map));
  }
  const latent = house.latent ? writeTree(house.latent) : '';
  return partXml(
    'w:styles',
    ['w', 'r'],
    `${defaultsXml(house.defaults, tag)}${latent}${theirs.join('')}${more.join('')}`,
  );
}

/** The whole of word/fontTable.xml: the house's fonts, and ours that it does not name. */
export function houseFontsXml(house: HouseStyle): string {
  const names = new Set(house.fonts.map(({ attrs }) => attrs['w:name'] ?? ''));
  return partXml('w:fonts', ['w', 'r'], house.fonts.map((one) => writeTree(one)).join('') + fontsXml(names));
}

/** The whole of word/theme/theme1.xml. */
export function houseThemeXml(theme: Element): string {
  const xml = writeTree(theme);
  return `${XML_HEAD}${xml.replace('<a:theme', `<a:theme xmlns:a="${NAMES.a}" xmlns:r="${NAMES.r}"`)}`;
}
