// The custom XML part that carries the projection: its three parts, and what the package must say of them.
import { RELATION_TYPES } from './relations.ts';
import { escapeContent, XML_HEAD } from './xml.ts';

/** Of the one element, `briefing`, whose text is the JSON. A new number is a form that older readers do not know. */
export const PROJECTION_NAMESPACE = 'urn:chancery:briefing:1';
/** Fixed, so that the same briefing gives the same bytes and a reader can find the part by it. */
export const PROJECTION_ITEM_ID = '{3D1F0C52-6E8B-4B57-9C0A-7A5E2F4D8B61}';

const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps';

export interface CustomXml {
  /** XML by the name of the part in the package. */
  readonly parts: ReadonlyMap<string, string>;
  /** The relation of word/document.xml to the item. */
  readonly relation: { readonly type: 'customXml'; readonly typeUri: string; readonly target: string };
  /** Overrides of [Content_Types].xml; the item itself goes by the default of the extension `xml`, `application/xml`. */
  readonly overrides: readonly { readonly partName: string; readonly contentType: string }[];
}

/** The custom XML for `json` (projectionJson: every character of it can stand in XML). */
export function customXmlParts(json: string): CustomXml {
  return {
    parts: new Map([
      ['customXml/item1.xml', `${XML_HEAD}<briefing xmlns="${PROJECTION_NAMESPACE}">${escapeContent(json)}</briefing>`],
      [
        'customXml/itemProps1.xml',
        `${XML_HEAD}<ds:datastoreItem ds:itemID="${PROJECTION_ITEM_ID}" xmlns:ds="${DATA_STORE}">` +
          `<ds:schemaRefs><ds:schemaRef ds:uri="${PROJECTION_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
      ],
      [
        'customXml/_rels/item1.xml.rels',
        `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
          `<Relationship Id="rId1" Type="${PROPERTIES_RELATION}" Target="itemProps1.xml"/></Relationships>`,
      ],
    ]),
    relation: { type: 'customXml', typeUri: RELATION_TYPES.customXml, target: '../customXml/item1.xml' },
    overrides: [
      {
        partName: '/customXml/itemProps1.xml',
        contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      },
    ],
  };
}
