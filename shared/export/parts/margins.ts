// Header and footer of every page: the banner, the word DRAFT while something is to settle, running head, imprint and page number.
import type { Plan } from '../plan.ts';
import * as fields from './fields.ts';
import { escapeXml, partXml } from './xml.ts';

type Place = 'left' | 'center' | 'right';

/** FIRST's TLP 2.0 asks for 12 points or more (conventions.md 3.7). Half-points. */
const BANNER_SIZE = '<w:sz w:val="24"/><w:szCs w:val="24"/>';

const hex = (colour: string): string => colour.replace('#', '');

function run(text: string, props = ''): string {
  return `<w:r>${props === '' ? '' : `<w:rPr>${props}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** The banner's words in a run of their own, so that the label stands unbroken; before them DRAFT, when there is cause. */
function bannerRuns(plan: Plan, styleId: (id: string) => string): string {
  const draft = plan.draft ? run('DRAFT', `<w:rStyle w:val="${styleId('DraftMark')}"/>`) : '';
  const { banner } = plan;
  if (!banner) return draft;
  const gap = plan.draft ? run('\u2002', BANNER_SIZE) : '';
  const shading = banner.background ? `<w:shd w:val="clear" w:color="auto" w:fill="${hex(banner.background)}"/>` : '';
  // A space of the same black at either side keeps the letters off the edge.
  const edge = banner.background ? run('\u00a0', BANNER_SIZE + shading) : '';
  const label = run(banner.text, `<w:b/><w:bCs/><w:color w:val="${hex(banner.color)}"/>${BANNER_SIZE}${shading}`);
  return draft + gap + edge + label + edge;
}

/** Stands at the left or right of the line of the paragraph after it, as Word's own page numbers do. */
function beside(x: 'left' | 'right', content: string, style: string): string {
  return (
    `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="${x}" w:yAlign="top"/>` +
    // 9 points beside 12: lowered to the same baseline.
    `<w:spacing w:before="50"/></w:pPr>${content}</w:p>`
  );
}

function line(style: string, place: Place, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:jc w:val="${place}"/></w:pPr>${content}</w:p>`;
}

function bannerPlace(plan: Plan): 'right' | 'center' {
  return plan.banner?.align === 'right' ? 'right' : 'center';
}

/** Ours, or the house style's (house/styleMap.ts). */
type StyleId = (id: string) => string;
const OURS: StyleId = (id) => id;

/**
 * The banner on every page; from the second page on also what the document is. `above`: a header of the house stands below, so
 * that nothing is said where there is nothing to say.
 */
export function headerContent(plan: Plan, where: 'first' | 'later', styleId: StyleId, above = false): string {
  const style = styleId('Header');
  const runs = bannerRuns(plan, styleId);
  const head = where === 'later' && plan.runningHead !== '' ? run(plan.runningHead) : '';
  const place = bannerPlace(plan);
  if (runs === '') return above && head === '' ? '' : line(style, 'left', head);
  if (head === '') return line(style, place, runs);
  return place === 'right'
    ? beside('left', head, style) + line(style, place, runs)
    : line(style, place, runs) + line(style, 'left', head);
}

/** "Page X of Y" at the other side of the banner, reference and date at the left. `below`: a footer of the house stands above. */
export function footerContent(plan: Plan, styleId: StyleId, numbered: boolean, below = false): string {
  const style = styleId('Footer');
  const number = numbered ? run('Page ') + fields.page() + run(' of ') + fields.numPages(plan.pages) : '';
  const runs = bannerRuns(plan, styleId);
  const imprint = plan.imprint === '' ? '' : run(plan.imprint);
  const both = imprint === '' || number === '' ? imprint + number : imprint + run('\u2002·\u2002') + number;
  const left = imprint === '' ? '' : beside('left', imprint, style);
  if (runs === '') {
    if (number !== '') return left + line(style, 'right', number);
    return below && imprint === '' ? '' : line(style, 'left', imprint);
  }
  if (bannerPlace(plan) === 'right')
    return (both === '' ? '' : beside('left', both, style)) + line(style, 'right', runs);
  return left + (number === '' ? '' : beside('right', number, style)) + line(style, 'center', runs);
}

/** The whole part of a header of ours. */
export function headerXml(plan: Plan, where: 'first' | 'later', styleId = OURS): string {
  return partXml('w:hdr', ['w'], headerContent(plan, where, styleId));
}

/** The whole part of a footer of ours. */
export function footerXml(plan: Plan, styleId = OURS): string {
  return partXml('w:ftr', ['w'], footerContent(plan, styleId, true));
}
