// Clipboard rules: what is pasted is cleaned to the schema, and ties to notes, facts and sources hold only where these exist.
import { DOMParser, Fragment, Slice, type Mark, type Node, type ParseRule } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { readChart } from '../../shared/briefing/chart.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { textAttr } from './attributes.ts';
import { isSafeAddress } from './commands/links.ts';
import { annotationsOf } from './plugins/annotations.ts';
import { known } from './plugins/context.ts';

const { nodes, marks } = schema;

/** Forms that other programs write: Word and web pages style by CSS, web mail wraps all in a `b` that is not bold. */
const FOREIGN: readonly ParseRule[] = [
  { tag: 'b[style*="font-weight:normal"], b[style*="font-weight: normal"]', skip: true, priority: 70 },
  { tag: 'h1:not(.title)', node: 'heading', attrs: { level: 1 }, priority: 40 },
  { tag: 'p', context: 'quotation/', node: 'quotationText', priority: 55 },
  { tag: 'h6', node: 'heading', attrs: { level: 4 }, priority: 40 },
  {
    style: 'font-weight',
    getAttrs: (value) => (/^(?:bold(?:er)?|[5-9]\d{2})$/u.test(value) ? null : false),
    mark: 'strong',
  },
  { style: 'font-style=italic', mark: 'em' },
  { style: 'text-decoration=underline', mark: 'underline' },
];

/** The parser of pasted HTML. */
export const clipboardParser = new DOMParser(schema, [...FOREIGN, ...DOMParser.fromSchema(schema).rules]);

function keepsMark(mark: Mark, state: EditorState): boolean {
  switch (mark.type) {
    case marks.annotation:
      return annotationsOf(state).bodies.has(textAttr(mark.attrs, 'id') ?? '');
    case marks.figure:
    case marks.quoted:
      return known(state).facts.has(textAttr(mark.attrs, 'factId') ?? '');
    case marks.link:
      return isSafeAddress(textAttr(mark.attrs, 'href') ?? '');
    default:
      return true;
  }
}

/** A chart whose points keep their ties only to facts that are here. */
function knownPoints(data: unknown, state: EditorState): unknown {
  const chart = readChart(data);
  if (!chart) return data;
  const { facts } = known(state);
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      points: series.points.map((point) => ({
        ...point,
        factId: point.factId !== null && facts.has(point.factId) ? point.factId : null,
      })),
    })),
  };
}

type HasPicture = (name: string) => boolean;

function cleaned(node: Node, state: EditorState, hasPicture: HasPicture): Node | null {
  const kept = node.marks.filter((mark) => keepsMark(mark, state));
  if (node.type === nodes.citation && !known(state).articles.has(textAttr(node.attrs, 'articleId') ?? '')) return null;
  if (node.type === nodes.chart) return node.type.create({ data: knownPoints(node.attrs['data'], state) });
  if (node.type === nodes.image && !hasPicture(textAttr(node.attrs, 'media') ?? '')) return null;
  if (node.isText) return node.mark(kept);
  const content = cleanedAll(node.content, state, hasPicture);
  if (node.type === nodes.quotation) {
    const factId = textAttr(node.attrs, 'factId');
    const tied = factId !== null && known(state).facts.has(factId);
    return node.type.create(tied ? node.attrs : { ...node.attrs, factId: null }, content, kept);
  }
  return node.type.create(node.attrs, content, kept);
}

function cleanedAll(fragment: Fragment, state: EditorState, hasPicture: HasPicture): Fragment {
  const out: Node[] = [];
  fragment.forEach((node) => {
    const clean = cleaned(node, state, hasPicture);
    if (clean) out.push(clean);
  });
  return Fragment.fromArray(out);
}

/** Paragraphs as paragraphs of a quotation, so that pasting in one does not break it open. */
function asQuotation(fragment: Fragment): Fragment {
  const out: Node[] = [];
  fragment.forEach((node) => {
    out.push(node.type === nodes.paragraph ? nodes.quotationText.create(null, node.content) : node);
  });
  return Fragment.fromArray(out);
}

/** For transformPasted, and for drops from elsewhere. `hasPicture` knows the pictures of this briefing. */
export function cleanSlice(slice: Slice, state: EditorState, hasPicture: HasPicture): Slice {
  const content = cleanedAll(slice.content, state, hasPicture);
  const inQuotation = state.selection.$from.parent.type === nodes.quotationText;
  return new Slice(inQuotation ? asQuotation(content) : content, slice.openStart, slice.openEnd);
}
