// Headers and footers of an export in a house style: the house's as they are, with our banner above or below on every page.
import type { Element } from '../../ooxml/xml.ts';
import { footerContent, headerContent } from '../parts/margins.ts';
import * as fields from '../parts/fields.ts';
import { createRelations, type Relations } from '../parts/relations.ts';
import { escapeXml, partXml } from '../parts/xml.ts';
import type { Inline, Plan } from '../plan.ts';
import type { HouseMargin, HouseStyle, MarginKind, MarginSlot } from './houseStyle.ts';
import { foldName, type StyleMap } from './styleMap.ts';
import { writeTree } from './tree.ts';

export interface WrittenMargin {
  readonly kind: MarginKind;
  readonly slot: MarginSlot;
  readonly xml: string;
  readonly relations: Relations;
}

/** Seen by a reader: words, a picture, a field, or a rule. */
function isSeen(of: Element): boolean {
  return (
    /^(?:field|w:drawing|w:pBdr|w:tblBorders)$/u.test(of.name) ||
    (of.name === 'w:t' && of.text.trim() !== '') ||
    of.children.some(isSeen)
  );
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((one) => (one.kind === 'text' ? one.text : one.kind === 'reference' ? one.shown : '')).join('');
}

/** The words that STYLEREF finds: of the first paragraph in the style; null when there is none. */
function styledWords(plan: Plan, map: StyleMap, name: string): string | null {
  const wanted = foldName(/^[1-9]$/u.test(name) ? `heading ${name}` : name);
  // Word's fields name its own styles in the language of the user; the ids are made of those names, ASCII letters only.
  const id = wanted.replace(/[^a-z0-9]/gu, '');
  const ours = new Set(
    [...map.values()]
      .filter((one) => foldName(one.newName) === wanted || (one.how === 'same name' && one.id.toLowerCase() === id))
      .map((one) => one.ours),
  );
  const block = plan.blocks.find((one) => one.kind === 'paragraph' && ours.has(one.style));
  return block?.kind === 'paragraph' ? wordsOf(block.inlines) : null;
}

/** What a field of the house shows until Word reckons it; null leaves the field out. */
function shown(code: string, plan: Plan, map: StyleMap, day: string): string | null {
  const keyword = code.split(' ')[0] ?? '';
  switch (keyword) {
    case 'PAGE':
      return '1';
    case 'NUMPAGES':
    case 'SECTIONPAGES':
      return String(plan.pages);
    case 'TITLE':
      return plan.title;
    case 'SUBJECT':
      return plan.subject;
    case 'AUTHOR':
      return plan.author;
    case 'DATE':
      return day;
    default:
      return styledWords(plan, map, /"(.*)"/u.exec(code)?.[1] ?? '');
  }
}

interface Writing {
  readonly plan: Plan;
  readonly map: StyleMap;
  readonly day: string;
  readonly target: (picture: number) => string;
}

function blocksXml(margin: HouseMargin, relations: Relations, { plan, map, day, target }: Writing): string {
  let drawings = 0;
  const special = (one: Element): string | null => {
    switch (one.name) {
      case 'field': {
        const code = one.attrs['code'] ?? '';
        const words = shown(code, plan, map, day);
        return words === null ? '' : fields.house(code, words, one.children.map((props) => writeTree(props)).join(''));
      }
      case 'a:blip': {
        const picture = margin.pictures.get(one.attrs['r:embed'] ?? '') ?? 0;
        return `<a:blip r:embed="${relations.add('image', target(picture))}"/>`;
      }
      case 'w:hyperlink': {
        const address = margin.links.get(one.attrs['r:id'] ?? '') ?? '';
        const inner = one.children.map((each) => writeTree(each, special)).join('');
        return `<w:hyperlink r:id="${relations.add('hyperlink', address)}" w:history="1">${inner}</w:hyperlink>`;
      }
      case 'wp:docPr':
      case 'pic:cNvPr': {
        if (one.name === 'wp:docPr') drawings++;
        const alt = one.attrs['descr'] ?? '';
        return `<${one.name} id="${drawings}" name="Picture ${drawings}" descr="${escapeXml(alt === '' ? 'Letterhead' : alt)}"/>`;
      }
      default:
        return null;
    }
  };
  return margin.blocks.map((one) => writeTree(one, special)).join('');
}

/**
 * The headers and footers of the file, or null when the house has none: ours stand then. What the house has is kept; the
 * banner stands above its header and below its footer on every page, the number of the page where the house has none.
 */
export function houseMargins(
  house: HouseStyle,
  plan: Plan,
  map: StyleMap,
  more: { readonly now: string; readonly target: (picture: number) => string },
): readonly WrittenMargin[] | null {
  const seen = house.margins.filter(({ blocks }) => blocks.some(isSeen));
  if (seen.length === 0) return null;
  const styleId = (id: string): string => map.get(id)?.id ?? id;
  const writing: Writing = { plan, map, day: dayOf(more.now), target: more.target };
  const slots: MarginSlot[] = [
    'default',
    ...(house.titlePage ? ['first' as const] : []),
    ...(house.evenAndOdd ? ['even' as const] : []),
  ];
  const find = (kind: MarginKind, slot: MarginSlot): HouseMargin | undefined =>
    seen.find((one) => one.kind === kind && one.slot === slot);
  const written: WrittenMargin[] = [];
  for (const slot of slots) {
    const numbered = find('header', slot)?.numbered === true || find('footer', slot)?.numbered === true;
    for (const kind of ['header', 'footer'] as const) {
      const relations = createRelations();
      const own = find(kind, slot);
      const theirs = own ? blocksXml(own, relations, writing) : '';
      // A running head of ours only where the house has no headers at all.
      const bare = seen.some((one) => one.kind === 'header') || slot === 'first';
      let content =
        kind === 'header'
          ? headerContent(plan, bare ? 'first' : 'later', styleId, theirs !== '') + theirs
          : theirs + footerContent(plan, styleId, !numbered, theirs !== '');
      // A header must hold a paragraph, and end in one.
      if (content === '' || content.endsWith('</w:tbl>')) content += '<w:p/>';
      const root = kind === 'header' ? 'w:hdr' : 'w:ftr';
      written.push({ kind, slot, xml: partXml(root, ['w', 'r', 'wp', 'a', 'pic'], content), relations });
    }
  }
  return written;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2 June 2031`, of an ISO 8601 instant. */
function dayOf(now: string): string {
  return `${Number(now.slice(8, 10))} ${MONTHS[Number(now.slice(5, 7)) - 1] ?? ''} ${now.slice(0, 4)}`;
}
