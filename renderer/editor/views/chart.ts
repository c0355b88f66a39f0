// A chart as drawn on the page: title, unit, a small picture of columns or lines, and its values as a table for those who hear it.
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { readChart, type ChartData } from '../../../shared/briefing/chart.ts';
import { chartNumber, isPercent } from '../../../shared/briefing/chartText.ts';
import { CHART_SIZE, chartShapes, type ChartMark } from './chartShapes.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** With more columns the numbers over them would touch. */
const MOST_LABELS = 14;
/** Classes of the stylesheet; beyond them the colours come again. */
const SHADES = 6;

function svg(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

function html(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

/** A click on a value shows the figure in its source, like a click on traced words. */
function traced(element: SVGElement, { factId, category, value }: ChartMark, sign: string): SVGElement {
  if (factId !== null) element.setAttribute('data-fact', factId);
  element.append(svg('title', {}, `${category}: ${chartNumber(value)}${sign}`));
  return element;
}

function picture(data: ChartData): SVGElement {
  const { width, height, left, right } = CHART_SIZE;
  const shapes = chartShapes(data);
  const sign = isPercent(data.unit) ? '%' : '';
  // The table says it all to those who do not see the picture.
  const root = svg('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' });
  for (const { value, y } of shapes.ticks) {
    root.append(
      svg('line', { class: 'grid', x1: left, x2: width - right, y1: y, y2: y }),
      svg(
        'text',
        { class: 'tick-label', x: left - 7, y: y + 3.5, 'text-anchor': 'end' },
        `${chartNumber(value)}${sign}`,
      ),
    );
  }
  for (const column of shapes.columns) {
    const box = { x: column.left, y: column.upper, width: column.width, height: column.height };
    root.append(traced(svg('rect', { class: `shade-${column.series % SHADES}`, ...box }), column, sign));
  }
  for (const { series, points } of shapes.lines) {
    const path = points.map(({ x, y }) => `${x},${y}`).join(' ');
    root.append(svg('polyline', { class: `shade-${series % SHADES}`, points: path }));
    for (const point of points) {
      root.append(
        traced(svg('circle', { class: `shade-${series % SHADES}`, cx: point.x, cy: point.y, r: 3.5 }), point, sign),
      );
    }
  }
  const marks = shapes.columns.length > 0 ? shapes.columns : shapes.lines.flatMap(({ points }) => points);
  if (data.series.length === 1 && marks.length <= MOST_LABELS) {
    for (const { x, y, value } of marks) {
      const at = value < 0 ? y + 13 : y - 6;
      root.append(
        svg('text', { class: 'value-label', x, y: at, 'text-anchor': 'middle' }, `${chartNumber(value)}${sign}`),
      );
    }
  }
  root.append(svg('line', { class: 'zero', x1: left, x2: width - right, y1: shapes.zero, y2: shapes.zero }));
  for (const { text, x } of shapes.names) {
    root.append(svg('text', { class: 'tick-label', x, y: height - 6, 'text-anchor': 'middle' }, text));
  }
  return root;
}

function legend(data: ChartData): HTMLElement {
  const list = html('p', 'chart-legend');
  list.setAttribute('aria-hidden', 'true');
  for (const [at, { name }] of data.series.entries()) {
    list.append(html('span', `shade-${at % SHADES}`), html('span', '', name));
  }
  return list;
}

function table(data: ChartData): HTMLElement {
  const sign = isPercent(data.unit) ? '%' : '';
  const root = html('table', 'sr');
  root.append(html('caption', '', [data.title || 'Chart', data.unit].filter(Boolean).join(', ')));
  const head = html('tr', '');
  for (const name of ['Period', ...data.series.map(({ name }) => name)]) {
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
      const value = points[at]?.value ?? null;
      row.append(html('td', '', value === null ? 'not known' : `${chartNumber(value)}${sign}`));
    }
    root.append(row);
  }
  return root;
}

function draw(dom: HTMLElement, node: Node): void {
  const data = readChart(node.attrs['data']);
  if (!data) {
    dom.setAttribute('aria-label', 'Chart');
    dom.replaceChildren(html('p', 'chart-unit', 'A chart that cannot be read. It is kept as it is.'));
    return;
  }
  dom.setAttribute('aria-label', data.title === '' ? 'Chart' : `Chart: ${data.title}`);
  dom.replaceChildren(
    ...(data.title === '' ? [] : [html('p', 'chart-title', data.title)]),
    ...(data.unit === '' ? [] : [html('p', 'chart-unit', data.unit.charAt(0).toUpperCase() + data.unit.slice(1))]),
    picture(data),
    ...(data.series.length > 1 ? [legend(data)] : []),
    table(data),
  );
}

export function chartView(node: Node): NodeView {
  const dom = html('figure', 'chart');
  dom.setAttribute('role', 'figure');
  let drawn = node;
  draw(dom, node);
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false;
      if (next.attrs['data'] !== drawn.attrs['data']) draw(dom, next);
      drawn = next;
      return true;
    },
    ignoreMutation: () => true,
  };
}
