// The key of a scale of likelihood as an annex of the briefing; and the sentence at a caret, for not mixing it with confidence.
import type { Node } from 'prosemirror-model';
import { sentences } from '../text/sentences.ts';
import type { LikelihoodScale } from './likelihood.ts';
import { blockText } from './queries.ts';
import { schema } from './schema.ts';

/** `kind` of the table: the guard reads no judgement in it. */
export const LIKELIHOOD_KEY = 'likelihoodKey';

const { nodes } = schema;

function cell(type: typeof nodes.tableCell, words: string): Node {
  return type.create(null, nodes.paragraph.create(null, words === '' ? [] : schema.text(words)));
}

/** A heading, a table of the terms with what they stand for, and where the scale is from. */
export function likelihoodKey(scale: LikelihoodScale): Node[] {
  const head = nodes.tableRow.create(
    null,
    [...scale.rows.map((_row, index) => (index === 0 ? 'Term' : 'Or')), 'Likelihood'].map((words) =>
      cell(nodes.tableHeader, words),
    ),
  );
  const rows = scale.steps.map(({ terms, range }) =>
    nodes.tableRow.create(
      null,
      [...terms.map(({ words }) => words), range].map((words) => cell(nodes.tableCell, words)),
    ),
  );
  return [
    nodes.heading.create({ level: 1 }, schema.text('Annex: words of likelihood')),
    nodes.table.create({ kind: LIKELIHOOD_KEY }, [head, ...rows]),
    nodes.paragraph.create(null, schema.text(`Source: ${scale.source}.`)),
  ];
}

/** True when the briefing holds a key already. */
export function hasLikelihoodKey(doc: Node): boolean {
  let found = false;
  doc.forEach((block) => {
    if (block.type === nodes.table && block.attrs['kind'] === LIKELIHOOD_KEY) found = true;
  });
  return found;
}

/** The sentence around a position of the document; empty where there is none. */
export function sentenceAt(doc: Node, position: number): string {
  const $at = doc.resolve(Math.max(0, Math.min(position, doc.content.size)));
  if (!$at.parent.isTextblock) return '';
  const text = blockText($at.parent);
  const offset = blockText($at.parent.cut(0, $at.parentOffset)).length;
  // Behind its full stop a sentence is over: what is typed there begins another.
  const found = sentences(text).find(({ start, end }) => start <= offset && offset <= end);
  if (!found || (offset === found.end && /[.!?]["”’)\]]?$/u.test(text.slice(found.start, found.end).trimEnd())))
    return '';
  return text.slice(found.start, found.end);
}
