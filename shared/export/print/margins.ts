// What stands in the margins of every printed sheet: banner, DRAFT, running head, imprint and page number, as templates of Chromium.
import type { Plan } from '../plan.ts';
import { GREY, type Page } from '../styles.ts';
import { BODY_FACE, FIRST_SHEET, points } from './css.ts';
import { element, escapeHtml } from './html.ts';

/** FIRST's TLP 2.0 asks for 12 points or more (conventions.md 3.7). */
const BANNER_SIZE = 12;
/** Mean width of a letter of the banner, in twips, and the height of its line. */
const BANNER_LETTER = 145;
const BANNER_LINE = 293;

/**
 * Margin at top and bottom in twips: the page's own, and more where a long banner takes more than one line. Word lets a
 * header push the text down; a printed template cannot.
 */
export function verticalMargin({ banner, page }: Pick<Plan, 'banner' | 'page'>): number {
  const letters = banner ? Array.from(banner.text).length : 0;
  const lines = Math.ceil((letters * BANNER_LETTER) / (page.width - 2 * page.margin));
  return page.margin + Math.max(0, lines - 1) * BANNER_LINE;
}

/** The banner's words, and before them DRAFT when there is cause; '' when there is neither. */
function bannerHtml(plan: Plan): string {
  const draft = plan.draft ? element('span', { class: 'sheet-draft' }, 'DRAFT') : '';
  if (!plan.banner) return draft;
  const { text, color, background } = plan.banner;
  const style = `color:${color}${background ? `;background:${background};padding:0 3pt` : ''}`;
  return `${draft}${draft ? '\u2002' : ''}${element('span', { class: 'sheet-banner', style }, element('bdi', {}, escapeHtml(text)))}`;
}

/** HTML on one line, cut off with an ellipsis where it is too long. */
function oneLine(html: string, more = ''): string {
  return html === '' ? '' : element('span', { class: `sheet-words${more}` }, html);
}

function isolated(words: string): string {
  return words === '' ? '' : element('bdi', {}, escapeHtml(words));
}

/** Two or three parts of one line, on one baseline. */
function line(...parts: readonly [string, string] | readonly [string, string, string]): string {
  const cells = parts.map((part) => element('div', {}, part)).join('');
  return element('div', { class: `sheet-line of-${parts.length}` }, cells);
}

/**
 * Chromium pads the margins by 15 points and sets them in a tiny size; the sheet below undoes both. Only one thing tells the
 * first sheet from the others without a script: its top margin, which css.ts makes a little higher.
 */
function sheet(page: Page, vertical: number): string {
  const higher = (vertical / 20 + FIRST_SHEET / 2) / 0.75;
  // Class names of ours only: Chromium's own page of the templates has rules for "left", "right" and the like.
  return `<style>
.sheet-margin{box-sizing:border-box;width:100%;height:100%;container-type:size;position:relative;font:9pt/1.22 ${BODY_FACE};color:#${GREY};-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet-head{margin-top:-15pt}
.sheet-foot{margin-bottom:-15pt}
.sheet-margin>div{position:absolute;left:${points(page.margin)};right:${points(page.margin)}}
.sheet-head>div{top:${points(page.head)}}
.sheet-foot>div{bottom:${points(page.head)}}
.sheet-line{display:grid;align-items:baseline;column-gap:9pt}
.sheet-line>div{min-width:0}
.of-2{grid-template-columns:minmax(0,1fr) fit-content(100%)}
.of-3{grid-template-columns:minmax(0,1fr) fit-content(100%) minmax(0,1fr)}
.of-3>div:nth-child(2){text-align:center}
.sheet-line>div:last-child{text-align:right}
.sheet-words{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.sheet-banner,.sheet-draft{display:inline-block;font-size:${BANNER_SIZE}pt;font-weight:700}
.sheet-draft{color:#B3261E}
@container (height > ${higher}px){.sheet-later{display:none}}
</style>`;
}

function bannerPlace(plan: Plan): 'right' | 'center' {
  return plan.banner?.align === 'right' ? 'right' : 'center';
}

function margin(plan: Plan, name: 'head' | 'foot', content: string): string {
  const style = sheet(plan.page, verticalMargin(plan));
  return style + element('div', { class: `sheet-margin sheet-${name}` }, element('div', {}, content));
}

/** The banner on every sheet; from the second one on also what the document is. */
export function headerHtml(plan: Plan): string {
  const runs = bannerHtml(plan);
  const later = oneLine(isolated(plan.runningHead), ' sheet-later');
  const beside = bannerPlace(plan) === 'right' || runs === '';
  return margin(plan, 'head', beside ? line(later, runs) : line('', runs, '') + later);
}

/** "Page X of Y" at the other side of the banner, reference and date at the left. */
export function footerHtml(plan: Plan): string {
  const runs = bannerHtml(plan);
  const number = 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>';
  const imprint = isolated(plan.imprint);
  const both = imprint === '' ? number : `${imprint}\u2002·\u2002${number}`;
  const content =
    runs === ''
      ? line(oneLine(imprint), oneLine(number))
      : bannerPlace(plan) === 'right'
        ? line(oneLine(both), runs)
        : line(oneLine(imprint), runs, oneLine(number));
  return margin(plan, 'foot', content);
}
