// Cleaning the WordprocessingML of a house style: what acts, fetches, or tells of people is left out and named.
import type { Element } from '../../ooxml/xml.ts';
import { inOrder } from './order.ts';
import { rebuilt, valueOf } from './tree.ts';

/** What was left out, each told once. */
export type Tell = (what: string) => void;

/** Wrappers whose content stays. */
const UNWRAPPED: ReadonlySet<string> = new Set([
  'w:sdtContent',
  'w:smartTag',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:bdo',
  'w:dir',
]);

/** Gone without a word: marks of revision, of proofing and of places, which an export has no use for. */
const SILENT: ReadonlySet<string> = new Set([
  'w:rsid',
  'w:rsids',
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:permStart',
  'w:permEnd',
  'w:lastRenderedPageBreak',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:tblPrExChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:del',
  'w:moveFrom',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:sectPr',
  'w:divId',
  'w:personal',
  'w:personalCompose',
  'w:personalReply',
  'w:dataBinding',
  'w:framePrChange',
  'w:lang',
]);

const NAMED: Readonly<Record<string, string>> = {
  'w:object': 'an embedded object',
  'w:control': 'an ActiveX control',
  'w:pict': 'a drawing of an old kind',
  'w:altChunk': 'an embedded document',
  'w:subDoc': 'a linked document',
  'w:footnoteReference': 'a footnote',
  'w:endnoteReference': 'an endnote',
  'w:movie': 'a film',
  'mc:AlternateContent': 'a shape or text box',
};

/** Cleans a tree: its own children, deep. Elements of other vocabularies go when the tree is written (tree.ts). */
export function cleaned(of: Element, tell: Tell): Element {
  const clean = rebuilt(of, (child) => {
    if (SILENT.has(child.name)) return null;
    // Word says a place of a drawing twice, in the newer way first.
    if (child.name === 'mc:AlternateContent' && of.name.startsWith('wp:position')) {
      return child.children.find(({ name }) => name === 'mc:Fallback')?.children ?? null;
    }
    const named = Object.hasOwn(NAMED, child.name) ? NAMED[child.name] : undefined;
    if (named !== undefined) {
      tell(named);
      return null;
    }
    if (child.name === 'w:sdt') {
      const content = child.children.find((one) => one.name === 'w:sdtContent');
      return content ? cleaned(content, tell).children : null;
    }
    if (UNWRAPPED.has(child.name)) {
      // Inside rPr these are marks, not wrappers, and hold nothing.
      return cleaned(child, tell).children;
    }
    return cleaned(child, tell);
  });
  return inOrder(clean);
}

/** The style without the children that point to styles that are not there. */
export function withoutDangling(style: Element, has: (id: string) => boolean): Element {
  return rebuilt(style, (child) => {
    if (['w:basedOn', 'w:next', 'w:link'].includes(child.name) && !has(child.attrs['w:val'] ?? '')) return null;
    return child;
  });
}

/** Drops pStyle, rStyle and tblStyle that name what is not there, deep. */
export function withoutLostStyles(of: Element, has: (id: string) => boolean): Element {
  return rebuilt(of, (child) => {
    if (/^w:(?:pStyle|rStyle|tblStyle)$/u.test(child.name) && !has(child.attrs['w:val'] ?? '')) return null;
    return withoutLostStyles(child, has);
  });
}

/** Ids of the lists that the tree counts with. */
export function listIds(of: Element, into: Set<string> = new Set()): Set<string> {
  if (of.name === 'w:numPr') {
    const id = valueOf(of, 'w:numId');
    if (id !== undefined && id !== '0') into.add(id);
  }
  for (const child of of.children) listIds(child, into);
  return into;
}
