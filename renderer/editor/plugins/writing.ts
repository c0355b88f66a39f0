// The plugins that help to write and need a view: carets where no text is, the grip of a block, the borders of columns.
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import type { Plugin } from 'prosemirror-state';
import { blockHandlePlugin, type BlockHandleHooks } from './blockHandle.ts';
import { columnResizePlugin } from './columnResize.ts';

/** The first two in a text that is only read, too: one goes about in it the same way. */
export function writingPlugins(editable: boolean, hooks: BlockHandleHooks): readonly Plugin[] {
  return [
    gapCursor(),
    dropCursor({ color: false, width: 2, class: 'drop-line' }),
    ...(editable ? [columnResizePlugin(), blockHandlePlugin(hooks)] : []),
  ];
}
