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
  const draft = plan.draft ? element('span', { class: 'draft' }, 'DRAFT') : '';
  if (!plan.banner) return draft;
  const { text, color, background } = plan.banner;
  const style = `color:${color}${background ? `;background:${background};padding:0 3pt` : ''}`;
  return `${draft}${draft ? '\u2002' : ''}${element('span', { class: 'banner', style }, element('bdi', {}, escapeHtml(text)))}`;
}

function quiet(words: string, name = 'quiet'): string {
  return words === '' ? '' : element('span', { class: name }, element('bdi', {}, escapeHtml(words)));
}

/** Left, middle and right of one line, on one baseline. */
function line(left: string, middle: string, right: string, place: 'center' | 'right'): string {
  const part = (name: string, content: string): string => element('div', { class: name }, content);
  return element('div', { class: `line ${place}` }, part('start', left) + part('middle', middle) + part('end', right));
}

/**
 * Chromium pads the margins by 0.4 cm and sets them in a tiny size; the sheet below undoes both. Only one thing tells the
 * first sheet from the others without a script: its top margin, which css.ts makes a little higher.
 */
function sheet(page: Page, vertical: number): string {
  const higher = (vertical / 20 + FIRST_SHEET / 2) / 0.75;
  return `<style>
.margin{box-sizing:border-box;width:100%;height:100%;container-type:size;position:relative;font:9pt/1.22 ${BODY_FACE};color:#${GREY};-webkit-print-color-adjust:exact;print-color-adjust:exact}
.margin.top{margin-top:-.4cm}
.margin.bottom{margin-bottom:-.4cm}
.margin>div{position:absolute;left:${points(page.margin)};right:${points(page.margin)}}
.margin.top>div{top:${points(page.head)}}
.margin.bottom>div{bottom:${points(page.head)}}
.line{display:grid;align-items:baseline;column-gap:9pt}
.line.center{grid-template-columns:minmax(0,1fr) fit-content(100%) minmax(0,1fr)}
.line.right{grid-template-columns:minmax(0,1fr) 0 fit-content(100%)}
.start,.middle,.end{min-width:0}
.middle{text-align:center}
.end{text-align:right}
.quiet,.head{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.banner,.draft{font-size:${BANNER_SIZE}pt;font-weight:700;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.draft{color:#B3261E}
@container (height > ${higher}px){.head{display:none}}
</style>`;
}

function bannerPlace(plan: Plan): 'right' | 'center' {
  return plan.banner?.align === 'right' ? 'right' : 'center';
}

/** The banner on every sheet; from the second one on also what the document is. */
export function headerHtml(plan: Plan): string {
  const runs = bannerHtml(plan);
  const head = quiet(plan.runningHead, 'head');
  const content =
    bannerPlace(plan) === 'right' || runs === '' ? line(head, '', runs, 'right') : line('', runs, '', 'center') + head;
  return `${sheet(plan.page, verticalMargin(plan))}${element('div', { class: 'margin top' }, element('div', {}, content))}`;
}

/** "Page X of Y" at the other side of the banner, reference and date at the left. */
export function footerHtml(plan: Plan): string {
  const runs = bannerHtml(plan);
  const number = 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>';
  const imprint = escapeHtml(plan.imprint);
  const start = element(
    'span',
    { class: 'quiet' },
    imprint === '' ? number : `<bdi>${imprint}</bdi>\u2002·\u2002${number}`,
  );
  const content =
    runs === ''
      ? line(quiet(plan.imprint), '', `<span class="quiet">${number}</span>`, 'right')
      : bannerPlace(plan) === 'right'
        ? line(start, '', runs, 'right')
        : line(quiet(plan.imprint), runs, `<span class="quiet">${number}</span>`, 'center');
  return `${sheet(plan.page, verticalMargin(plan))}${element('div', { class: 'margin bottom' }, element('div', {}, content))}`;
}
