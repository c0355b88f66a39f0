// readHouseStyle: a .docx or .dotx of the user as a HouseStyle; nothing that acts, fetches or tells of people comes along.
import { fail, ok, outcome, type Message, type Outcome, type Result } from '../../base/result.ts';
import { readPicture } from '../../briefing/picture.ts';
import { openPackage, type Package } from '../../ooxml/package.ts';
import { child, isOn, type Element } from '../../ooxml/xml.ts';
import { PAGES, textHeight, textWidth, type Page } from '../styles.ts';
import { cleaned, listIds, withoutDangling, withoutLostStyles, type Tell } from './clean.ts';
import { hasField, withFields } from './fields.ts';
import type { HouseMargin, HousePicture, HouseStyle, HouseStyleEntry, MarginKind, MarginSlot } from './houseStyle.ts';
import { element, rebuilt, valueOf } from './tree.ts';

const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
/** Settings that decide on the look; none of them fetches or asks anything. */
const SETTINGS: ReadonlySet<string> = new Set([
  'w:autoHyphenation',
  'w:hyphenationZone',
  'w:doNotHyphenateCaps',
  'w:defaultTabStop',
  'w:clrSchemeMapping',
]);
const MACROS = /macroEnabled|vbaProject/iu;
/** Text narrower or lower than this is no page to set a briefing on; twips. */
const LEAST = 2880;

interface Reading {
  readonly file: Package;
  readonly tell: Tell;
  /** Name of the main part. */
  readonly main: string;
  related(type: string): string | undefined;
}

/** The part that `main` names by `type`, as a tree; null when there is none. A damaged one is the failure. */
function part(reading: Reading, type: string): Result<Element | null> {
  const name = reading.related(type);
  return name === undefined ? ok(null) : reading.file.xml(name);
}

/** Where no style of a type says that it is the default one, it is the one of this name. */
const DEFAULTS: readonly (readonly [HouseStyleEntry['type'], string])[] = [
  ['paragraph', 'normal'],
  ['character', 'default paragraph font'],
  ['table', 'normal table'],
  ['numbering', 'no list'],
];

function readStyles(root: Element, tell: Tell): HouseStyleEntry[] {
  const seen = new Set<string>();
  const list: HouseStyleEntry[] = [];
  for (const style of root.children) {
    const [type, id, name] = [
      style.attrs['w:type'] ?? 'paragraph',
      style.attrs['w:styleId'] ?? '',
      valueOf(style, 'w:name') ?? '',
    ];
    if (style.name !== 'w:style' || id === '' || name === '' || seen.has(id)) continue;
    if (type !== 'paragraph' && type !== 'character' && type !== 'table' && type !== 'numbering') continue;
    seen.add(id);
    list.push({
      type,
      id,
      name,
      aliases: (valueOf(style, 'w:aliases') ?? '').split(',').filter((one) => one !== ''),
      isDefault: ['1', 'true', 'on'].includes(style.attrs['w:default'] ?? '0'),
      custom: ['1', 'true', 'on'].includes(style.attrs['w:customStyle'] ?? '0'),
      basedOn: valueOf(style, 'w:basedOn') ?? null,
      element: cleaned(style, tell),
    });
  }
  const ids = new Set(list.map(({ id }) => id));
  const lacking = new Map(DEFAULTS.filter(([type]) => !list.some((one) => one.type === type && one.isDefault)));
  return list.map((one) => {
    const clean = withoutDangling(one.element, (id) => ids.has(id));
    if (lacking.get(one.type) !== one.name.toLowerCase()) return { ...one, element: clean };
    return { ...one, isDefault: true, element: { ...clean, attrs: { ...clean.attrs, 'w:default': '1' } } };
  });
}

/** The definitions that `ids` count by, without pictures as bullets. */
function readNumbering(
  root: Element | null,
  ids: ReadonlySet<string>,
  has: (id: string) => boolean,
  tell: Tell,
): Element[] {
  if (root === null || ids.size === 0) return [];
  const nums = root.children.filter((one) => one.name === 'w:num' && ids.has(one.attrs['w:numId'] ?? ''));
  const wanted = new Set(nums.map((one) => valueOf(one, 'w:abstractNumId') ?? ''));
  const bare = (of: Element): Element =>
    rebuilt(of, (one) => {
      if (one.name === 'w:lvlPicBulletId' || one.name === 'w:nsid' || one.name === 'w:tmpl') return null;
      if (/^w:(?:pStyle|styleLink|numStyleLink)$/u.test(one.name) && !has(one.attrs['w:val'] ?? '')) return null;
      return bare(one);
    });
  return [
    ...root.children.filter((one) => one.name === 'w:abstractNum' && wanted.has(one.attrs['w:abstractNumId'] ?? '')),
    ...nums,
  ].map((one) => bare(cleaned(one, tell)));
}

/** The theme without pictures, and without the names by which it could be told whose it is. */
function readTheme(root: Element | null): Element | null {
  if (root === null || root.name !== 'a:theme') return null;
  const bare = (of: Element): Element =>
    rebuilt(of, (one) => {
      if (/^a:(?:extLst|ext|custClrLst|hlinkClick|audioCd|snd)$/u.test(one.name)) return null;
      if (one.name === 'a:objectDefaults' || one.name === 'a:extraClrSchemeLst') return element(one.name);
      if (one.name === 'a:blipFill') return element('a:solidFill', {}, [element('a:schemeClr', { val: 'phClr' })]);
      if (one.name === 'a:blip') return null;
      const named = /^a:(?:clrScheme|fontScheme|fmtScheme)$/u.test(one.name);
      return bare(named ? { ...one, attrs: { name: 'House' } } : one);
    });
  return bare({ ...root, attrs: { name: 'House' } });
}

function readFonts(root: Element | null, tell: Tell): Element[] {
  return (root?.children ?? [])
    .filter((one) => one.name === 'w:font' && (one.attrs['w:name'] ?? '') !== '')
    .map((font) =>
      rebuilt(font, (one) => {
        if (!one.name.startsWith('w:embed')) return one;
        tell('an embedded font');
        return null;
      }),
    );
}

function twips(of: Element | undefined, name: string, otherwise: number): number {
  const value = Number(of?.attrs[name] ?? NaN);
  return Number.isFinite(value) ? Math.round(Math.abs(value)) : otherwise;
}

/** Page of the section; null when no text would stand on it. */
function readPage(section: Element | undefined, gutterAtTop: boolean): Page | null {
  const [size, room] = [child(section, 'w:pgSz'), child(section, 'w:pgMar')];
  if (!size) return PAGES.A4;
  const gutter = twips(room, 'w:gutter', 0);
  const left = twips(room, 'w:left', 1440) + (gutterAtTop ? 0 : gutter);
  const right = twips(room, 'w:right', 1440);
  const page: Page = {
    name: 'House',
    width: twips(size, 'w:w', PAGES.A4.width),
    height: twips(size, 'w:h', PAGES.A4.height),
    margin: Math.round((left + right) / 2),
    margins: {
      top: twips(room, 'w:top', 1440) + (gutterAtTop ? gutter : 0),
      right,
      bottom: twips(room, 'w:bottom', 1440),
      left,
    },
    head: twips(room, 'w:header', PAGES.A4.head),
    foot: twips(room, 'w:footer', PAGES.A4.head),
  };
  const fits = textWidth(page) >= LEAST && textHeight(page) >= LEAST && Math.max(page.width, page.height) <= 31680;
  return fits ? page : null;
}

/** Sections of the document in order; the last stands in the body itself. */
function sections(document: Element): Element[] {
  const found: Element[] = [];
  const walk = (of: Element): void => {
    for (const one of of.children) {
      if (one.name === 'w:sectPr') found.push(one);
      else if (one.name !== 'w:r' && one.name !== 'w:sectPrChange') walk(one);
    }
  };
  walk(document);
  return found;
}

/** A drawing with one picture that can be read, freed of links; null for others. */
function drawing(of: Element, read: (id: string) => boolean): Element | null {
  const graphics: Element[] = [];
  const seek = (one: Element): void => {
    if (one.name === 'a:blip') graphics.push(one);
    one.children.forEach(seek);
  };
  seek(of);
  const [blip] = graphics;
  const frame = of.children.find(({ name }) => name === 'wp:inline' || name === 'wp:anchor');
  const data = child(frame, 'a:graphic', 'a:graphicData');
  if (
    !frame ||
    graphics.length !== 1 ||
    !blip ||
    data?.children[0]?.name !== 'pic:pic' ||
    !read(blip.attrs['r:embed'] ?? '')
  )
    return null;
  const bare = (one: Element): Element | null => {
    if (/^a:(?:hlinkClick|hlinkHover|extLst|ext)$/u.test(one.name) && one.attrs['cx'] === undefined) return null;
    if (one.name === 'a:blip') return element('a:blip', { 'r:embed': one.attrs['r:embed'] ?? '' });
    if (/^(?:wp:docPr|pic:cNvPr)$/u.test(one.name)) {
      return element(one.name, { id: '', name: 'Picture', descr: one.attrs['descr'] ?? one.attrs['title'] ?? '' });
    }
    return rebuilt(one, bare);
  };
  return element('w:drawing', {}, [bare(frame) ?? frame]);
}

/** Reads one header or footer part. */
function readMargin(
  reading: Reading,
  name: string,
  place: { readonly kind: MarginKind; readonly slot: MarginSlot },
  pictures: HousePicture[],
  has: (id: string) => boolean,
): Result<HouseMargin> {
  const root = reading.file.xml(name);
  if (!root.ok) return root;
  const relations = new Map(reading.file.relations(name).map((one) => [one.id, one]));
  const ours = new Map<string, number>();
  const links = new Map<string, string>();
  const take = (id: string): boolean => {
    if (ours.has(id)) return true;
    const relation = relations.get(id);
    if (relation?.target === null || relation?.type !== 'image') return false;
    const bytes = reading.file.bytes(relation.target);
    const picture = bytes.ok ? readPicture(bytes.value) : bytes;
    if (!picture.ok) return false;
    ours.set(id, pictures.length);
    pictures.push({ type: picture.value.type, bytes: picture.value.bytes });
    return true;
  };
  const bare = (of: Element): Element =>
    rebuilt(of, (one) => {
      if (one.name === 'w:drawing') {
        const kept = drawing(one, take);
        if (kept === null) reading.tell('a picture or shape that cannot be taken along');
        return kept;
      }
      if (one.name === 'w:hyperlink') {
        const inner = bare(one);
        const id = one.attrs['r:id'] ?? '';
        const address = relations.get(id)?.address ?? '';
        if (relations.get(id)?.target !== null || !/^(?:https?:\/\/|mailto:)[^\s"'<>\\]+$/u.test(address))
          return inner.children;
        links.set(id, address);
        return element('w:hyperlink', { 'r:id': id, 'w:history': '1' }, inner.children);
      }
      return bare(one);
    });
  const clean = withoutLostStyles(bare(cleaned(root.value, reading.tell)), has);
  // Lists of the template's text are not taken along.
  const plain = (of: Element): Element => rebuilt(of, (one) => (one.name === 'w:numPr' ? null : plain(one)));
  const whole = withFields(plain(clean), reading.tell);
  const blocks = whole.children.filter((one) => one.name === 'w:p' || one.name === 'w:tbl');
  return ok({ ...place, blocks, numbered: blocks.some((one) => hasField(one, 'PAGE')), pictures: ours, links });
}

/** What the file must not be: a program. */
function refuseMacros(file: Package): Result<string> {
  const types = file.xml('[Content_Types].xml');
  if (!types.ok) return types;
  if (types.value.children.some(({ attrs }) => MACROS.test(attrs['ContentType'] ?? ''))) {
    return fail(
      'macros',
      'The file holds macros (.docm or .dotm). Save it in Word as .docx or .dotx, without them, and choose that.',
    );
  }
  const main = file.relations('').find(({ type }) => type === 'officeDocument')?.target;
  return main === undefined || main === null
    ? fail('not-a-docx', 'The file is no Word document (.docx or .dotx).')
    : ok(main);
}

function leftOut(what: readonly string[]): Message[] {
  if (what.length === 0) return [];
  return [{ code: 'house-style-left-out', text: `Of the house style these were left out: ${what.join(', ')}.` }];
}

/**
 * Reads a house style. Failures: those of the zip guard and of strict XML (`unsafe-zip`, `unsafe-xml`, `damaged-xml`,
 * `damaged-part`, `not-a-docx`, `old-word`, `empty`), `macros`, `strict-docx`, `no-styles`. Messages name what was left out.
 */
export function readHouseStyle(bytes: Uint8Array): Result<Outcome<HouseStyle>> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const file = opened.value;
  const main = refuseMacros(file);
  if (!main.ok) return main;
  const left = new Set<string>();
  const relations = file.relations(main.value);
  const reading: Reading = {
    file,
    main: main.value,
    tell: (what) => void left.add(what),
    related: (type) => relations.find((one) => one.type === type && one.target !== null)?.target ?? undefined,
  };
  const { tell } = reading;

  const document = file.xml(main.value);
  if (!document.ok) return document;
  if (document.value.name !== 'w:document') return fail('not-a-docx', 'The file is no Word document (.docx or .dotx).');
  if (document.value.uri === STRICT) {
    return fail(
      'strict-docx',
      'The file is a Strict Open XML document. Save it in Word as a plain Word document or template, and choose that.',
    );
  }
  const parts: (Element | null)[] = [];
  for (const type of ['styles', 'theme', 'fontTable', 'numbering', 'settings']) {
    const read = part(reading, type);
    if (!read.ok) return read;
    parts.push(read.value);
  }
  const [stylesRoot, theme, fontTable, numbering, settings] = parts;
  if (!stylesRoot || stylesRoot.name !== 'w:styles') return fail('no-styles', 'The file has no styles to take over.');

  const styles = readStyles(stylesRoot, tell);
  const ids = new Set(styles.map(({ id }) => id));
  const has = (id: string): boolean => ids.has(id);
  const counted = new Set<string>();
  for (const one of styles) listIds(one.element, counted);
  const found = sections(document.value);
  const last = found.at(-1);
  const settingsList = settings?.children ?? [];
  let page = readPage(last, isOn(settingsList.find(({ name }) => name === 'w:gutterAtTop')));
  const messages: Message[] = [];
  if (page === null) {
    page = PAGES.A4;
    messages.push({ code: 'house-page', text: 'The page of the house style leaves no room for text, so A4 is used.' });
  }

  // A section takes over the headers and footers that it does not set itself.
  const references = new Map<string, { kind: MarginKind; slot: MarginSlot; part: string }>();
  for (const section of found) {
    for (const one of section.children) {
      const kind = one.name === 'w:headerReference' ? 'header' : one.name === 'w:footerReference' ? 'footer' : null;
      const target = relations.find(({ id }) => id === one.attrs['r:id'])?.target;
      if (kind === null || target === undefined || target === null) continue;
      const type = one.attrs['w:type'] ?? 'default';
      const slot: MarginSlot = type === 'first' || type === 'even' ? type : 'default';
      references.set(`${kind} ${slot}`, { kind, slot, part: target });
    }
  }
  const titlePage = isOn(child(last, 'w:titlePg'));
  const evenAndOdd = isOn(settingsList.find(({ name }) => name === 'w:evenAndOddHeaders'));
  const pictures: HousePicture[] = [];
  const margins: HouseMargin[] = [];
  for (const { part: name, ...place } of references.values()) {
    // Word keeps the headers of pages that are no longer set apart; they stand on no page.
    if ((place.slot === 'first' && !titlePage) || (place.slot === 'even' && !evenAndOdd)) continue;
    const margin = readMargin(reading, name, place, pictures, has);
    if (!margin.ok) return margin;
    margins.push(margin.value);
  }
  if (
    relations.some(({ type }) => type === 'attachedTemplate') ||
    settingsList.some(({ name }) => name === 'w:attachedTemplate')
  ) {
    tell('the template that the file is tied to');
  }
  const top = (name: string): Element | null => {
    const one = stylesRoot.children.find((each) => each.name === name);
    return one ? cleaned(one, tell) : null;
  };
  const house: HouseStyle = {
    styles,
    defaults: top('w:docDefaults'),
    latent: top('w:latentStyles'),
    theme: readTheme(theme ?? null),
    fonts: readFonts(fontTable ?? null, tell),
    numbering: readNumbering(numbering ?? null, counted, has, tell),
    settings: settingsList.filter(({ name }) => SETTINGS.has(name)),
    page,
    titlePage,
    evenAndOdd,
    margins,
    pictures,
  };
  return ok(outcome(house, [...messages, ...leftOut([...left])]));
}
