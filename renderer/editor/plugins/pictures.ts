// The pictures plugin: files that are pasted or dropped on the text, Enter and double click on a picture.
import { Plugin } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import type { PictureAttrs } from '../editor.ts';
import { pictureOf, selectedPicture } from '../commands/pictures.ts';
import { disarm } from '../paste/disarm.ts';

export interface PictureHooks {
  /** How to draw the picture of this name; null when the briefing does not have it. Sizes in CSS pixels of 96 to an inch. */
  show(name: string): { readonly url: string; readonly width: number; readonly height: number } | null;
  /** Files of pictures were pasted, or dropped at a document position. */
  onFiles(files: readonly File[], pos: number): void;
  /** Description and width of the picture at `pos` are to be changed. */
  onEdit(pos: number, picture: PictureAttrs): void;
}

/** True for a file that says it is a picture; what it really is, its bytes tell later. */
export function isPictureFile(file: Pick<File, 'type'>): boolean {
  return file.type.startsWith('image/');
}

/** True when HTML that comes in holds words. Parsing fetches nothing. */
function hasWords(html: string): boolean {
  const { body } = new DOMParser().parseFromString(disarm(html), 'text/html');
  return (body.textContent ?? '').trim() !== '';
}

export function picturesPlugin(hooks: PictureHooks): Plugin {
  /** Takes the pictures that `data` carries as files; true when it did. `at` is asked only then. */
  function take(data: DataTransfer, at: () => number | null): boolean {
    const files = [...data.files].filter(isPictureFile);
    if (files.length === 0) return false;
    // Word and Excel put a drawing of the words beside the words: these are what is meant.
    if (hasWords(data.getData('text/html'))) return false;
    const pos = at();
    if (pos !== null) hooks.onFiles(files, pos);
    return true;
  }
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
        const selected = view.editable ? selectedPicture(view.state) : null;
        if (!selected) return false;
        hooks.onEdit(selected.pos, selected.picture);
        return true;
      },
      handleDoubleClickOn(view, _pos, node, nodePos) {
        if (!view.editable || node.type !== schema.nodes.image) return false;
        hooks.onEdit(nodePos, pictureOf(node));
        return true;
      },
      handlePaste(view, event) {
        if (!view.editable || !event.clipboardData) return false;
        return take(event.clipboardData, () => view.state.selection.to);
      },
      handleDOMEvents: {
        drop(view, event) {
          // What is moved within the text is ProseMirror's.
          if (!view.editable || view.dragging || !event.dataTransfer) return false;
          const point = { left: event.clientX, top: event.clientY };
          if (!take(event.dataTransfer, () => view.posAtCoords(point)?.pos ?? null)) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}
