// Tests of every command at every place: none throws, a dry run says what the run does, and nothing that it makes breaks the schema.
import { GapCursor } from 'prosemirror-gapcursor';
import { undo } from 'prosemirror-history';
import { AllSelection, NodeSelection, TextSelection, type EditorState, type Selection } from 'prosemirror-state';
import { CellSelection } from 'prosemirror-tables';
import { describe, expect, it } from 'vitest';
import { textCommands } from '../../../renderer/editor/textCommands.ts';
import {
  build,
  by,
  doc,
  h,
  li,
  note,
  ol,
  p,
  pageBreak,
  quote,
  sourceList,
  table,
  td,
  th,
  tr,
  ul,
} from '../../builders.ts';
import { annotation, editorState } from './harbour.ts';

const drawn = doc(
  h('One'),
  p('Some ', note('n', 'words'), ' here'),
  ul(li(p('a'), ol(li(p('b')), li(p('c'))))),
  quote(null, 'said', by('Ana')),
  quote('q-dues', 'more'),
  table(tr(th(p('A')), th(p('B'))), tr(td(p('c')), td(p('d')))),
  table(tr(td({ colspan: 2 }, p('wide')))),
  build('image', { media: 'm', alt: 'A quay' }),
  pageBreak(),
  sourceList(),
);

/** A caret at every place, every block and gap selected, cells, and all. */
function selections({ doc }: EditorState): Selection[] {
  const found: Selection[] = [new AllSelection(doc)];
  doc.descendants((node, pos) => {
    const after = doc.resolve(pos + node.nodeSize);
    if (node.isTextblock)
      found.push(TextSelection.create(doc, pos + 1), TextSelection.create(doc, pos + 1, after.pos - 1));
    else if (NodeSelection.isSelectable(node)) found.push(NodeSelection.create(doc, pos));
    if (after.parent === doc) found.push(new GapCursor(after));
    if (node.type.name === 'table')
      found.push(CellSelection.create(doc, pos + 2, after.pos - 2 - (node.lastChild?.lastChild?.nodeSize ?? 0)));
    return true;
  });
  found.push(TextSelection.between(doc.resolve(2), doc.resolve(doc.content.size - 2)));
  return found;
}

describe('every command of the text, at every place', () => {
  const commands = textCommands(() => undefined);
  const first = editorState(drawn, [annotation('n')]);

  it.each([...commands.keys()].filter((id) => id !== 'pastePlain'))('%s', (id) => {
    const command = commands.get(id);
    if (!command) throw new RangeError(id);
    for (const selection of selections(first)) {
      const state = first.apply(first.tr.setSelection(selection));
      const able = command(state);
      let after = state;
      const done = command(state, (change) => {
        after = after.apply(change);
      });
      expect([selection.toJSON(), done]).toEqual([selection.toJSON(), able]);
      after.doc.check();
      if (id === 'undo' || id === 'redo' || after.doc.eq(state.doc)) continue;
      undo(after, (change) => (after = after.apply(change)));
      expect([selection.toJSON(), after.doc.eq(state.doc)]).toEqual([selection.toJSON(), true]);
    }
  });
});
