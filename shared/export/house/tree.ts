// Trees of a house style: XML from outside, cleaned to what may stand in a file of ours, and written under our own prefixes.
import type { Element } from '../../ooxml/xml.ts';
import { escapeXml } from '../parts/xml.ts';

/** Vocabularies that are taken over; of all others nothing is (Word 2010's effects, VML, markup compatibility). */
const KEPT: ReadonlySet<string> = new Set(['w', 'a', 'pic', 'wp']);

/** Never written as they are found, wherever they hide; `special` of writeTree writes what stays of them anew. */
const NEVER: ReadonlySet<string> = new Set([
  'w:fldSimple',
  'w:fldChar',
  'w:instrText',
  'w:object',
  'w:pict',
  'w:control',
  'w:altChunk',
  'w:subDoc',
  'w:attachedTemplate',
]);

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':')));
}

/** Attributes that tell who worked on the template when, or that point to what is not taken along. */
function isKeptAttribute(name: string): boolean {
  if (name.startsWith('w:rsid')) return false;
  return !name.includes(':') || KEPT.has(prefixOf(name));
}

/** Its twin with what `change` answers in place of each child; null leaves the child out, a list takes its place. */
export function rebuilt(of: Element, change: (child: Element) => Element | readonly Element[] | null): Element {
  return { ...of, children: of.children.flatMap((one) => change(one) ?? []) };
}

export function element(
  name: string,
  attrs: Readonly<Record<string, string>> = {},
  children: readonly Element[] = [],
  text = '',
): Element {
  return { name, uri: '', attrs, children, text };
}

/** `w:val` of the child `name`, or undefined. */
export function valueOf(of: Element, name: string): string | undefined {
  return of.children.find((one) => one.name === name)?.attrs['w:val'];
}

/** Writes the tree; elements and attributes of other vocabularies are left out. `special` may write an element itself. */
export function writeTree(of: Element, special?: (one: Element) => string | null): string {
  const own = special?.(of);
  if (own !== undefined && own !== null) return own;
  if (!KEPT.has(prefixOf(of.name)) || NEVER.has(of.name)) return '';
  let attrs = '';
  for (const [name, value] of Object.entries(of.attrs)) {
    if (isKeptAttribute(name)) attrs += ` ${name}="${escapeAttribute(value)}"`;
  }
  // Said anew, because the reader does not tell it from attributes of other vocabularies.
  if (of.name === 'w:t') attrs = ' xml:space="preserve"';
  let inner = '';
  for (const one of of.children) inner += writeTree(one, special);
  // Elements of these vocabularies hold elements or words, never both; space between elements is dropped.
  if (inner === '' && HOLDS_WORDS.has(of.name)) inner = escapeXml(of.text);
  return inner === '' ? `<${of.name}${attrs}/>` : `<${of.name}${attrs}>${inner}</${of.name}>`;
}

const HOLDS_WORDS: ReadonlySet<string> = new Set(['w:t', 'wp:align', 'wp:posOffset']);

function escapeAttribute(value: string): string {
  return escapeXml(value).replace(/[\t\n\r]/gu, ' ');
}
