// inOrder: children in the order of the schema (ISO/IEC 29500-1, annex A), which files of other programs do not always keep.
import type { Element } from '../../ooxml/xml.ts';

const ORDERS: Readonly<Record<string, string>> = {
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr tblStylePr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing ' +
    'w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku ' +
    'wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents ' +
    'suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout ' +
    'tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
};

const PLACES = new Map(
  Object.entries(ORDERS).map(([name, list]) => [name, new Map(list.split(' ').map((one, at) => [`w:${one}`, at]))]),
);

/** The children of `of` in order; those that the schema does not know there are left out. */
export function inOrder(of: Element): Element {
  const places = PLACES.get(of.name);
  if (!places) return of;
  const known = of.children.filter(({ name }) => places.has(name));
  return { ...of, children: known.sort((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0)) };
}
