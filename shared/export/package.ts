// The package of a Plan: every part of the .docx by its name, tied together by relations and content types, as one zip.
import { chartParts, chartTarget, CHART_CONTENT_TYPE, WORKBOOK_CONTENT_TYPE } from './parts/chart.ts';
import { COMMENT_PARTS, commentParts } from './parts/comments.ts';
import { customXmlParts } from './parts/customXml.ts';
import { documentXml, pageXml } from './parts/document.ts';
import type { PartContext } from './parts/inlines.ts';
import { footerXml, headerXml } from './parts/margins.ts';
import { notesXml } from './parts/notes.ts';
import { readMetrics, type Metrics } from './pages/metrics.ts';
import { numberingXml } from './parts/numbering.ts';
import { appXml, coreXml } from './parts/properties.ts';
import { createRelations, type Relations } from './parts/relations.ts';
import { fontTableXml, settingsXml } from './parts/settings.ts';
import { XML_HEAD } from './parts/xml.ts';
import type { Plan } from './plan.ts';
import { stylesXml } from './styles.ts';
import { packZip } from './zip.ts';
import { dressed } from './house/dress.ts';
import type { HouseStyle } from './house/houseStyle.ts';
import { houseMargins, type WrittenMargin } from './house/writeMargins.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'application/vnd.openxmlformats-package';

/** The parts so far, with the type that [Content_Types].xml gives each; a part without one goes by its extension. */
class Package {
  readonly parts = new Map<string, string | Uint8Array>();
  private readonly overrides: string[] = [];
  private readonly extensions = new Map([
    ['rels', `${PACKAGE}.relationships+xml`],
    ['xml', 'application/xml'],
  ]);

  add(name: string, type: string, content: string | Uint8Array): void {
    this.parts.set(name, content);
    this.type(`/${name}`, type);
  }

  type(partName: string, type: string): void {
    this.overrides.push(`<Override PartName="${partName}" ContentType="${type}"/>`);
  }

  /** A part whose type is that of its extension. */
  addByExtension(name: string, type: string, content: string | Uint8Array): void {
    this.parts.set(name, content);
    this.extensions.set(name.slice(name.lastIndexOf('.') + 1), type);
  }

  /** The relations of the part `name`, when it has any. */
  relate(name: string, relations: Relations): void {
    const xml = relations.xml();
    const slash = name.lastIndexOf('/') + 1;
    if (xml !== null) this.parts.set(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`, xml);
  }

  zip(): Uint8Array {
    const defaults = [...this.extensions].map(
      ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
    );
    const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
    this.parts.set(
      '[Content_Types].xml',
      `${XML_HEAD}<Types xmlns="${types}">${defaults.join('')}${this.overrides.join('')}</Types>`,
    );
    return packZip(this.parts);
  }
}

function mediaName(plan: Plan, index: number): string {
  return `media/image${index + 1}.${plan.media[index]?.type ?? 'png'}`;
}

/** What the inlines of one part are written with. */
function partContext(
  plan: Plan,
  relations: Relations,
  { styleId, indentOf }: Pick<PartContext, 'styleId' | 'indentOf'>,
): PartContext {
  let id = 0;
  return {
    relations,
    noteKind: plan.noteKind,
    mediaTarget: (index) => mediaName(plan, index),
    chartTarget,
    styleId,
    indentOf,
    nextId: () => ++id,
  };
}

/** Our headers and footers with their references in the section. */
function addMargins(made: Package, plan: Plan, relations: Relations, styleId: (id: string) => string): string {
  const references: string[] = [];
  for (const [kind, where, file, xml] of [
    ['header', 'default', 'header1.xml', headerXml(plan, 'later', styleId)],
    ['header', 'first', 'header2.xml', headerXml(plan, 'first', styleId)],
    ['footer', 'default', 'footer1.xml', footerXml(plan, styleId)],
    ['footer', 'first', 'footer2.xml', footerXml(plan, styleId)],
  ] as const) {
    made.add(`word/${file}`, `${WORD}.${kind}+xml`, xml);
    references.push(`<w:${kind}Reference w:type="${where}" r:id="${relations.add(kind, file)}"/>`);
  }
  return references.join('');
}

/** Where picture `index` of a header or footer of the house stands. */
function letterhead(house: HouseStyle): (index: number) => string {
  return (index) => `media/letterhead${index + 1}.${house.pictures[index]?.type ?? 'png'}`;
}

/** The headers and footers in a house style, with their pictures. */
function addHouseMargins(
  made: Package,
  house: HouseStyle,
  margins: readonly WrittenMargin[],
  relations: Relations,
): string {
  const counts = { header: 0, footer: 0 };
  const references: string[] = [];
  for (const { kind, slot, xml, relations: own } of margins) {
    const file = `${kind}${++counts[kind]}.xml`;
    made.add(`word/${file}`, `${WORD}.${kind}+xml`, xml);
    made.relate(`word/${file}`, own);
    references.push(`<w:${kind}Reference w:type="${slot}" r:id="${relations.add(kind, file)}"/>`);
  }
  for (const [index, picture] of house.pictures.entries()) {
    made.addByExtension(`word/${letterhead(house)(index)}`, `image/${picture.type}`, picture.bytes);
  }
  return references.join('');
}

/**
 * The bytes of the .docx. `now` is an ISO 8601 instant in UTC; nothing else of the outer world goes in, so the same plan
 * gives the same bytes anywhere.
 */
export function packageDocx(plan: Plan, now: string, house?: HouseStyle): Uint8Array {
  const made = new Package();
  const dress = house ? dressed(house, plan) : null;
  const styleId = dress?.styleId ?? ((id: string) => id);
  const root = createRelations();
  const relations = createRelations();
  root.add('officeDocument', 'word/document.xml');
  root.add('coreProperties', 'docProps/core.xml');
  root.add('extendedProperties', 'docProps/app.xml');

  const word = (name: string, type: string, xml: string): void => {
    made.add(`word/${name}.xml`, `${WORD}.${type}+xml`, xml);
  };
  const styles = dress?.styles ?? stylesXml(plan.language, plan.page);
  let metrics: Metrics | null = null;
  const indentOf = (id: string): number => (metrics ??= readMetrics(styles)).paragraph(styleId(id)).left;
  word('styles', 'styles', styles);
  relations.add('styles', 'styles.xml');
  word('settings', 'settings', settingsXml(plan, dress?.settings));
  relations.add('settings', 'settings.xml');
  word('fontTable', 'fontTable', dress?.fonts ?? fontTableXml());
  relations.add('fontTable', 'fontTable.xml');
  word('numbering', 'numbering', numberingXml(plan.lists, dress?.numbering));
  relations.add('numbering', 'numbering.xml');

  const noteRelations = createRelations();
  word(
    plan.noteKind,
    plan.noteKind,
    notesXml(plan.noteKind, plan.notes, {
      ...partContext(plan, noteRelations, { styleId, indentOf }),
      spacedNotes: dress?.spacedNotes === true,
    }),
  );
  made.relate(`word/${plan.noteKind}.xml`, noteRelations);
  relations.add(plan.noteKind, `${plan.noteKind}.xml`);

  if (dress && dress.theme !== null) {
    made.add('word/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml', dress.theme);
    relations.add('theme', 'theme/theme1.xml');
  }
  const margins = house && dress ? houseMargins(house, plan, dress.map, { now, target: letterhead(house) }) : null;
  const references =
    margins && house ? addHouseMargins(made, house, margins, relations) : addMargins(made, plan, relations, styleId);
  if (plan.comments.length > 0) {
    const comments = commentParts(plan.comments, styleId);
    for (const name of COMMENT_PARTS) {
      word(name, name, comments[name]);
      relations.add(name, `${name}.xml`);
    }
  }
  for (const [index, picture] of plan.media.entries()) {
    made.addByExtension(`word/${mediaName(plan, index)}`, `image/${picture.type}`, picture.bytes);
  }
  if (plan.projection !== null) {
    const { parts, relation, overrides } = customXmlParts(plan.projection);
    for (const [name, xml] of parts) made.parts.set(name, xml);
    for (const { partName, contentType } of overrides) made.type(partName, contentType);
    relations.add(relation.type, relation.target);
  }
  for (const [index, chart] of plan.charts.entries()) {
    for (const [name, content] of chartParts(index, chart, plan)) {
      if (name.endsWith('.rels')) made.parts.set(name, content);
      else if (name.endsWith('.xlsx')) made.addByExtension(name, WORKBOOK_CONTENT_TYPE, content);
      else made.add(name, CHART_CONTENT_TYPE, content);
    }
  }
  word(
    'document',
    'document.main',
    documentXml(
      plan,
      { references, page: pageXml(plan), titlePage: margins === null || house?.titlePage === true },
      partContext(plan, relations, { styleId, indentOf }),
    ),
  );
  made.relate('word/document.xml', relations);

  made.add('docProps/core.xml', `${PACKAGE}.core-properties+xml`, coreXml(plan, now));
  made.add('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml', appXml());
  made.relate('', root);
  return made.zip();
}
