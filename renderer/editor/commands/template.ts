// Template: putting the text under another template, the fields of the title block, words of a scale at the caret, and an annex.
import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { Selection, TextSelection, type Command } from 'prosemirror-state';
import type { DetailWords } from '../../../shared/briefing/details.ts';
import { DETAILS, schema } from '../../../shared/briefing/schema.ts';
import type { Composer } from '../editor.ts';
import { insertInline } from './facts.ts';

const { nodes } = schema;

/** Where `block` stands in `doc` by identity; null when it is not there any more. */
function placeOf(doc: Node, block: Node): number | null {
  let found: number | null = null;
  doc.forEach((one, offset) => {
    if (one === block) found = offset;
  });
  return found;
}

/**
 * Puts `made` in the place of the text: the same blocks in another order, under other headings. One undo step. Notes keep
 * their bodies, which are not part of the text. The caret stays in its block.
 */
export function setTemplate(made: Node): Command {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const { selection, doc } = state;
    const block = selection.$head.depth > 0 ? selection.$head.node(1) : null;
    const into = block ? selection.head - selection.$head.before(1) : 0;
    const tr = state.tr.replaceWith(0, doc.content.size, made.content);
    for (const name of ['numbered', 'template'] as const) {
      if (doc.attrs[name] !== made.attrs[name]) tr.setDocAttribute(name, made.attrs[name]);
    }
    const at = block ? placeOf(tr.doc, block) : null;
    tr.setSelection(Selection.near(tr.doc.resolve(at === null ? 0 : at + into)));
    dispatch(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** Sets fields of the title block; one that is missing is made in its place, words that are the same stay with their notes. */
export function setDetails(words: DetailWords): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    for (const name of DETAILS) {
      const wanted = words[name]?.trim();
      if (wanted === undefined) continue;
      let there: { readonly pos: number; readonly line: Node } | null = null;
      // Behind the title and the fields that come before it.
      let after = 1 + (tr.doc.firstChild?.firstChild?.nodeSize ?? 0);
      tr.doc.firstChild?.forEach((line, offset) => {
        if (line.type !== nodes.detail) return;
        if (line.attrs['name'] === name) there ??= { pos: offset + 1, line };
        const order = (DETAILS as readonly string[]).indexOf(String(line.attrs['name']));
        if (order < DETAILS.indexOf(name)) after = offset + 1 + line.nodeSize;
      });
      const found = there as { readonly pos: number; readonly line: Node } | null;
      const content = wanted === '' ? [] : [schema.text(wanted)];
      if (!found) {
        if (wanted !== '') tr.insert(after, nodes.detail.create({ name }, content));
      } else if (found.line.textContent !== wanted) {
        tr.replaceWith(found.pos + 1, found.pos + found.line.nodeSize - 1, content);
      }
    }
    if (!tr.docChanged) return false;
    dispatch?.(closeHistory(tr));
    return true;
  };
}

/** Words at the caret or in the place of the selection, a space between them and the words around. */
export function insertWords(words: string): Command {
  return (state, dispatch) => {
    const { $from, $to, to } = state.selection;
    if (words === '' || !$from.sameParent($to)) return false;
    const around = $from.marks().filter(({ type }) => type.spec.inclusive !== false);
    const tr = state.tr;
    if (!insertInline(tr, $from, to, [schema.text(words, around)])) return false;
    dispatch?.(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** Blocks at the end of the briefing, the caret at their beginning. */
export function insertAnnex(blocks: readonly Node[]): Command {
  return (state, dispatch) => {
    if (blocks.length === 0) return false;
    if (dispatch) {
      const end = state.doc.content.size;
      const tr = state.tr.insert(end, blocks);
      tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1)));
      dispatch(closeHistory(tr).scrollIntoView());
    }
    return true;
  };
}

/** What dialogs set and insert, by `change`, which runs a command where the text may be changed. */
export function composer(change: (command: Command) => boolean): Composer {
  return {
    setTemplate: (made) => change(setTemplate(made)),
    setDetails: (words) => change(setDetails(words)),
    insertWords: (words) => change(insertWords(words)),
    insertAnnex: (blocks) => change(insertAnnex(blocks)),
  };
}
