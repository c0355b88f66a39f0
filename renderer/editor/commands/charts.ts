// Charts: a series of figures into the text, with a caption that says where the figures come from.
import { closeHistory } from 'prosemirror-history';
import { Fragment, type Node } from 'prosemirror-model';
import { NodeSelection, type Command, type EditorState } from 'prosemirror-state';
import { readChart, type ChartData } from '../../../shared/briefing/chart.ts';
import { chartFacts, paragraphNumber } from '../../../shared/briefing/queries.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { known, type Known } from '../plugins/context.ts';
import { slotFor } from './insertion.ts';

const { nodes } = schema;

/** "paragraph 2", "paragraphs 2, 3 and 5". */
function paragraphWords(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const last = sorted.pop() ?? 1;
  return sorted.length === 0 ? `paragraph ${last}` : `paragraphs ${sorted.join(', ')} and ${last}`;
}

/** One citation for each source of the chart's figures: two in a row would read as one number in Word. */
function citationsOf(chart: Node, of: Known): Node[] {
  const cited = new Map<string, { readonly factId: string; readonly paragraphs: number[] }>();
  for (const id of chartFacts(chart)) {
    const fact = of.facts.get(id);
    const article = fact && of.articles.get(fact.articleId);
    if (!fact || !article) continue;
    const before = cited.get(article.id) ?? { factId: id, paragraphs: [] };
    before.paragraphs.push(paragraphNumber(article, { start: fact.start, end: fact.end }));
    cited.set(article.id, before);
  }
  return [...cited].map(([articleId, { factId, paragraphs }]) =>
    nodes.citation.create({ articleId, factId, locator: paragraphWords(paragraphs) }),
  );
}

/** Inserts a chart and its caption after the block at the caret. The chart is selected, so that its pane can be opened. */
export function insertChart(data: ChartData, caption: string): Command {
  return (state, dispatch) => {
    const chart = nodes.chart.create({ data });
    const slot = slotFor(state.selection.$from, chart);
    if (!slot) return false;
    if (!dispatch) return true;
    const of = known(state);
    const words = caption.trim();
    const under = nodes.caption.create({ label: 'Chart', target: of.context.newId() }, [
      ...(words === '' ? [] : [schema.text(words)]),
      ...citationsOf(chart, of),
    ]);
    const tr = state.tr.replaceWith(slot.from, slot.to, Fragment.from([chart, under]));
    tr.setSelection(NodeSelection.create(tr.doc, slot.from));
    dispatch(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** When a chart has a place at the caret. */
export const canInsertChart: Command = (state) =>
  slotFor(state.selection.$from, nodes.chart.create({ data: null })) !== null;

/** The chart that is selected as a whole, with its position. */
export function selectedChart(state: EditorState): { readonly pos: number; readonly chart: ChartData | null } | null {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.chart) return null;
  return { pos: selection.from, chart: readChart(selection.node.attrs['data']) };
}

/**
 * Puts other data in place of the chart's at `pos`, which stays selected. Each change is one undo step; with `typing` those
 * that follow soon upon one another are one.
 */
export function setChart(pos: number, data: ChartData, typing = false): Command {
  return (state, dispatch) => {
    const old = state.doc.nodeAt(pos);
    if (old?.type !== nodes.chart) return false;
    if (!dispatch) return true;
    const tr = state.tr.replaceWith(
      pos,
      pos + old.nodeSize,
      nodes.chart.create({ ...old.attrs, data }, null, old.marks),
    );
    tr.setSelection(NodeSelection.create(tr.doc, pos));
    // Without a time it ends its step: what is typed next is no part of it.
    dispatch(typing ? tr : closeHistory(tr).setTime(0));
    return true;
  };
}

/** The figure that a chart asked for here would be about: at the caret, else the first of the table row it stands in. */
export function figureHere(state: EditorState, atCaret: string | null): string | null {
  const of = known(state).facts;
  if (atCaret !== null && of.get(atCaret)?.kind === 'figure') return atCaret;
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const row = $from.node(depth);
    if (row.type !== nodes.tableRow) continue;
    const ids: string[] = [];
    row.descendants((node) => {
      const mark = node.marks.find(({ type }) => type === schema.marks.figure);
      if (mark) ids.push(String(mark.attrs['factId']));
    });
    return ids.find((id) => of.get(id)?.kind === 'figure') ?? null;
  }
  return null;
}
