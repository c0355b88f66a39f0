// Input rules: lists and headings from their signs, and typography, which never touches words that are quoted.
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { Plugin } from 'prosemirror-state';
import type { EditorState } from 'prosemirror-state';
import { schema } from '../../shared/briefing/schema.ts';

const { nodes, marks } = schema;

/** True within a quotation, quoted words or code: what stands there is not ours to set. */
export function isForeign(state: EditorState, from: number, to: number): boolean {
  const $from = state.doc.resolve(from);
  if ($from.parent.type === nodes.quotationText) return true;
  const { quoted, code } = marks;
  const inside = $from.marks();
  return [quoted, code].some((type) => type.isInSet(inside) || state.doc.rangeHasMark(from, to, type));
}

/** A replacement of the typed characters; the text before them, `[1]`, stays. */
function typography(pattern: RegExp, replacement: string): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const kept = match[1]?.length ?? 0;
    if (isForeign(state, start, end)) return null;
    const $start = state.doc.resolve(start + kept);
    return state.tr.replaceWith(start + kept, end, schema.text(replacement, $start.marks()));
  });
}

/** Opening after a space, a bracket, a dash or another opening mark; closing anywhere else. */
const OPENS = '(^|[\\s\\u00a0([{\\u2014\\u2013“‘])';

const TYPOGRAPHY: readonly InputRule[] = [
  typography(new RegExp(`${OPENS}"$`, 'u'), '“'),
  typography(/"$/u, '”'),
  typography(new RegExp(`${OPENS}'$`, 'u'), '‘'),
  typography(/'$/u, '’'),
  // Three hyphens come after two have become a dash.
  typography(/--$/u, '–'),
  typography(/–-$/u, '—'),
  typography(/\.\.\.$/u, '…'),
];

const BLOCKS: readonly InputRule[] = [
  wrappingInputRule(/^[-*]\s$/u, nodes.bulletList),
  wrappingInputRule(
    /^(\d{1,3})\.\s$/u,
    nodes.orderedList,
    (match) => ({ order: Number(match[1]) }),
    (match, node) => node.childCount + Number(node.attrs['order']) === Number(match[1]),
  ),
  textblockTypeInputRule(/^(#{1,3})\s$/u, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
];

/** Each can be undone by Backspace or Undo right after: what was typed comes back. */
export function inputRulesPlugin(): Plugin {
  return inputRules({ rules: [...TYPOGRAPHY, ...BLOCKS] });
}
