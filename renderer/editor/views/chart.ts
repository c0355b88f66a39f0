// A chart as drawn on the page: title, unit, its picture, the line of its sources, and its values as a table for those who hear it.
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import type { Article } from '../../../shared/article/article.ts';
import { readChart, type ChartData } from '../../../shared/briefing/chart.ts';
import { chartSourceWords } from '../../../shared/briefing/chartSource.ts';
import { changesOf, chartNumber, isPercent, showsChange } from '../../../shared/briefing/chartText.ts';
import type { Fact } from '../../../shared/facts/fact.ts';

/** Draws the picture of a chart, in a document of its own. */
type Draw = (data: ChartData, document: Document) => SVGElement;

/** Classes of the stylesheet; beyond them the colours come again. */
const SHADES = 6;

/** The facts and articles that a chart is drawn from, as they are known when it is drawn. */
export interface ChartSources {
  fact(id: string): Fact | undefined;
  article(id: string): Article | undefined;
}

let drawing: Draw | null = null;
let loading: Promise<Draw> | null = null;

/** The library that draws is fetched with the first chart; a page without one never loads it. */
function loadDrawing(): Promise<Draw> {
  loading ??= import('./chartPlot.ts').then(({ chartPicture }) => (drawing = chartPicture));
  return loading;
}

function html(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

/** Has its full height before the picture is there. */
function picture(data: ChartData): HTMLElement {
  const box = html('div', 'chart-picture');
  const fill = (draw: Draw): void => box.replaceChildren(draw(data, document));
  if (drawing) fill(drawing);
  else
    loadDrawing().then(fill, () =>
      box.replaceChildren(html('p', 'chart-unit', 'The chart cannot be drawn here. Its values are kept.')),
    );
  return box;
}

function legend(data: ChartData): HTMLElement {
  const list = html('p', 'chart-legend');
  list.setAttribute('aria-hidden', 'true');
  for (const [at, { name }] of data.series.entries()) {
    list.append(html('span', `shade-${at % SHADES}`), html('span', '', name));
  }
  return list;
}

/** The values; `seen`: drawn on the page as well, in the place of the picture. */
function table(data: ChartData, seen: boolean): HTMLElement {
  const sign = isPercent(data.unit) ? '%' : '';
  const root = html('table', seen ? 'chart-table' : 'sr');
  root.append(html('caption', 'sr', [data.title || 'Chart', data.unit].filter(Boolean).join(', ')));
  const [only] = data.series;
  const changes =
    showsChange(data) && only
      ? changesOf(
          data.unit,
          only.points.map(({ value }) => value),
        )
      : null;
  const head = html('tr', '');
  const names = ['Period', ...data.series.map(({ name }) => name), ...(changes ? ['Change'] : [])];
  for (const name of names) {
    const cell = html('th', '', name);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  root.append(head);
  for (const [at, category] of data.categories.entries()) {
    const row = html('tr', '');
    const name = html('th', '', category);
    name.setAttribute('scope', 'row');
    row.append(name);
    for (const { points } of data.series) {
      const { value = null, factId = null } = points[at] ?? {};
      const cell = html('td', '', value === null ? 'not known' : `${chartNumber(value)}${sign}`);
      if (seen && factId !== null) cell.dataset['fact'] = factId;
      row.append(cell);
    }
    if (changes) row.append(html('td', '', changes[at] ?? '–'));
    root.append(row);
  }
  return root;
}

function paragraph(className: string, words: string): HTMLElement[] {
  return words === '' ? [] : [html('p', className, words)];
}

function draw(dom: HTMLElement, node: Node, sources: ChartSources): void {
  const data = readChart(node.attrs['data']);
  if (!data) {
    dom.setAttribute('aria-label', 'Chart');
    dom.replaceChildren(html('p', 'chart-unit', 'A chart that cannot be read. It is kept as it is.'));
    return;
  }
  const kind = data.asTable ? 'Table' : 'Chart';
  dom.setAttribute('aria-label', data.title === '' ? kind : `${kind}: ${data.title}`);
  const source = data.show?.source ? chartSourceWords(data, sources.fact, sources.article) : '';
  const drawn = data.asTable
    ? [table(data, true)]
    : [picture(data), ...(data.series.length > 1 ? [legend(data)] : []), table(data, false)];
  dom.replaceChildren(
    ...paragraph('chart-title', data.title),
    ...paragraph('chart-unit', data.unit.charAt(0).toUpperCase() + data.unit.slice(1)),
    ...drawn,
    ...paragraph('chart-source', source),
  );
}

/** The views of charts; `refresh` draws again those whose sources are called otherwise now. */
export class ChartViews {
  readonly #sources: ChartSources;
  readonly #drawn = new Set<{ refresh(): void }>();

  constructor(sources: ChartSources) {
    this.#sources = sources;
  }

  create(node: Node): NodeView {
    const dom = html('figure', 'chart');
    dom.setAttribute('role', 'figure');
    let drawn = node;
    draw(dom, node, this.#sources);
    const one = {
      refresh: () => {
        if (readChart(drawn.attrs['data'])?.show?.source) draw(dom, drawn, this.#sources);
      },
    };
    this.#drawn.add(one);
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type) return false;
        if (next.attrs['data'] !== drawn.attrs['data']) draw(dom, next, this.#sources);
        drawn = next;
        return true;
      },
      ignoreMutation: () => true,
      destroy: () => {
        this.#drawn.delete(one);
      },
    };
  }

  refresh(): void {
    for (const one of this.#drawn) one.refresh();
  }
}
