// Charts: a series of figures into the text, with a caption that says where the figures come from.
import { closeHistory } from 'prosemirror-history';
import { Fragment, type Node } from 'prosemirror-model';
import { TextSelection, type Command } from 'prosemirror-state';
import type { ChartData } from '../../../shared/briefing/chart.ts';
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

/** Inserts a chart and its caption after the block at the caret; the caret comes to the end of the caption's words. */
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
    tr.setSelection(TextSelection.create(tr.doc, slot.from + chart.nodeSize + 1 + words.length));
    dispatch(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** When a chart has a place at the caret. */
export const canInsertChart: Command = (state) =>
  slotFor(state.selection.$from, nodes.chart.create({ data: null })) !== null;
