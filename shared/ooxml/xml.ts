// XML of a file that came from outside, as a tree: strict, without a document type, of limited depth, read by its namespaces.
import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../base/result.ts';

export interface Element {
  /** Prefix of PREFIXES and local name: `w:p`, whatever prefix the file itself uses; `?:name` of any other vocabulary. */
  readonly name: string;
  /** The namespace itself. */
  readonly uri: string;
  /** By names formed alike; attributes without a namespace by their bare name. */
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text that stands in it directly. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly uri: string;
  readonly attrs: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** Word nests to some twenty levels for a table, and lets a table stand in a table. */
export const XML_DEPTH = 256;

/** Transitional names and, where it differs, the strict one (ISO/IEC 29500-1 and -4, annex A). */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

function nameOf(uri: string, local: string): string {
  return `${Object.hasOwn(PREFIXES, uri) ? (PREFIXES[uri] ?? '?') : '?'}:${local}`;
}

/** Characters given to the parser at a time: a fault near the start ends the reading of a large part. */
const STEP = 65_536;

class Refused extends Error {
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
}

/** Parses the part `part`. Failures: `unsafe-xml` (a document type, too deep), `damaged-xml`. */
export function parseXml(bytes: Uint8Array, part: string): Result<Element> {
  const damaged = fail('damaged-xml', `The part ${part} of the file is damaged: it is no XML.`);
  let source: string;
  try {
    source = decode(bytes);
  } catch {
    return damaged;
  }
  const top: Open = { name: '', uri: '', attrs: {}, children: [], text: '' };
  const open: Open[] = [top];
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw new Refused(
      'unsafe-xml',
      `The part ${part} of the file has a document type, which no Word file has. It was not read.`,
    );
  });
  parser.on('opentag', (tag) => {
    if (open.length > XML_DEPTH) {
      throw new Refused(
        'unsafe-xml',
        `The part ${part} of the file is nested more than ${XML_DEPTH} times. It was not read.`,
      );
    }
    const attrs: Record<string, string> = {};
    for (const { uri, local, value, prefix } of Object.values(tag.attributes)) {
      if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) continue;
      const name = uri === '' ? local : nameOf(uri, local);
      if (name !== '__proto__') attrs[name] = value;
    }
    open.push({ name: nameOf(tag.uri, tag.local), uri: tag.uri, attrs, children: [], text: '' });
  });
  const text = (words: string): void => {
    const element = open.at(-1);
    if (element) element.text += words;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) open.at(-1)?.children.push(element);
  });
  try {
    for (let at = 0; at < source.length; at += STEP) parser.write(source.slice(at, at + STEP));
    parser.close();
  } catch (fault) {
    return fault instanceof Refused ? fail(fault.code, fault.message) : damaged;
  }
  const root = top.children[0];
  return root ? ok(root) : damaged;
}

/** The value of a property that is on by being there (`w:titlePg`), unless its `w:val` says otherwise. */
export function isOn(property: Element | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attrs['w:val'] ?? 'true');
}

/** The first child of that name, and of that the first of the next. */
export function child(of: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((element, name) => element?.children.find((one) => one.name === name), of);
}
