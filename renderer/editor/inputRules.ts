// Input rules: lists, headings and quotations from their signs, and typography.
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { TextSelection, type Plugin } from 'prosemirror-state';
import { schema } from '../../shared/briefing/schema.ts';
import { asQuotation } from './commands/quotations.ts';
import { typographyRules } from './typography.ts';

export { isForeign } from './typography.ts';

const { nodes } = schema;

/** "> " at the start of a paragraph of the page begins a block quotation. */
const quotation = new InputRule(/^>\s$/u, (state, _match, start, end) => {
  const $start = state.doc.resolve(start);
  if ($start.depth !== 1 || $start.parent.type !== nodes.paragraph) return null;
  const tr = state.tr.delete(start, end);
  const pos = $start.before();
  const paragraph = tr.doc.nodeAt(pos);
  if (!paragraph) return null;
  tr.replaceWith(pos, pos + paragraph.nodeSize, asQuotation([paragraph]));
  return tr.setSelection(TextSelection.create(tr.doc, pos + 2));
});

const BLOCKS: readonly InputRule[] = [
  wrappingInputRule(/^[-*]\s$/u, nodes.bulletList),
  wrappingInputRule(
    /^(\d{1,3})\.\s$/u,
    nodes.orderedList,
    (match) => ({ order: Number(match[1]) }),
    (match, node) => node.childCount + Number(node.attrs['order']) === Number(match[1]),
  ),
  textblockTypeInputRule(/^(#{1,3})\s$/u, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
  quotation,
];

/** Each can be undone by Backspace or Undo right after: what was typed comes back. `typography`: whether marks are set. */
export function inputRulesPlugin(typography: () => boolean = () => true): Plugin {
  return inputRules({ rules: [...typographyRules(typography), ...BLOCKS] });
}
