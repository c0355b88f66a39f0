// What all parts written as strings need of XML: the head, the names, and text that cannot break out.

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Names of the vocabularies, by the prefix under which they stand in every part of ours. */
export const NAMES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  w16cid: 'http://schemas.microsoft.com/office/word/2016/wordml/cid',
  w16cex: 'http://schemas.microsoft.com/office/word/2018/wordml/cex',
} as const;
export type Prefix = keyof typeof NAMES;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const SPECIAL = /[&<>"]/u;

/** Clean text (text.ts) as the content of an element or of an attribute in double quotes. */
export function escapeXml(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"]/gu, (char) => ESCAPES[char] ?? char) : text;
}

/** Clean text as the content of an element only: JSON is full of quotation marks, and each would be six characters. */
export function escapeContent(text: string): string {
  return /[&<>]/u.test(text) ? text.replace(/[&<>]/gu, (char) => ESCAPES[char] ?? char) : text;
}

/** A whole part: head, root element `root` with the vocabularies it uses, and what stands in it. */
export function partXml(root: string, prefixes: readonly Prefix[], content: string, more = ''): string {
  const names = prefixes.map((prefix) => ` xmlns:${prefix}="${NAMES[prefix]}"`).join('');
  return `${XML_HEAD}<${root}${names}${more}>${content}</${root}>`;
}

/** Marks the prefixes of newer vocabularies as skippable for older readers. */
export function ignorable(...prefixes: readonly Prefix[]): string {
  return ` mc:Ignorable="${prefixes.join(' ')}"`;
}
