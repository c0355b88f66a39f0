// Relations: what one part of the package points to, numbered in the order of asking.
import { escapeXml, XML_HEAD } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The closed list of relationship types that a file of ours can hold (safety.md, export). */
export const RELATION_TYPES = {
  officeDocument: `${OFFICE}/officeDocument`,
  coreProperties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  extendedProperties: `${OFFICE}/extended-properties`,
  styles: `${OFFICE}/styles`,
  numbering: `${OFFICE}/numbering`,
  settings: `${OFFICE}/settings`,
  fontTable: `${OFFICE}/fontTable`,
  theme: `${OFFICE}/theme`,
  footnotes: `${OFFICE}/footnotes`,
  endnotes: `${OFFICE}/endnotes`,
  header: `${OFFICE}/header`,
  footer: `${OFFICE}/footer`,
  hyperlink: `${OFFICE}/hyperlink`,
  image: `${OFFICE}/image`,
  chart: `${OFFICE}/chart`,
  customXml: `${OFFICE}/customXml`,
  comments: `${OFFICE}/comments`,
  commentsExtended: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  commentsIds: 'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds',
  commentsExtensible: 'http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible',
} as const;
export type RelationType = keyof typeof RELATION_TYPES;

export interface Relations {
  /** The id ("rId3") of the relation to `target`; the same target is one relation. Only hyperlinks leave the package. */
  add(type: RelationType, target: string): string;
  /** The part `.rels`, or null when there is nothing to list. */
  xml(): string | null;
}

export function createRelations(): Relations {
  const ids = new Map<string, string>();
  const list: string[] = [];
  return {
    add(type, target) {
      const key = `${type} ${target}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = `rId${list.length + 1}`;
      ids.set(key, id);
      const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
      list.push(`<Relationship Id="${id}" Type="${RELATION_TYPES[type]}" Target="${escapeXml(target)}"${mode}/>`);
      return id;
    },
    xml() {
      if (list.length === 0) return null;
      return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
    },
  };
}
