// The pictures plugin: files that are pasted or dropped on the text, Enter and double click on a picture, pictures of web pages.
import { Plugin } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import type { PictureAttrs } from '../editor.ts';
import { pictureOf, selectedPicture } from '../commands/pictures.ts';

export interface PictureHooks {
  /** How to draw the picture of this name; null when the briefing does not have it. Sizes in CSS pixels of 96 to an inch. */
  show(name: string): { readonly url: string; readonly width: number; readonly height: number } | null;
  /** Files of pictures were pasted, or dropped at a document position. */
  onFiles(files: readonly File[], pos: number): void;
  /** Description and width of the picture at `pos` are to be changed. */
  onEdit(pos: number, picture: PictureAttrs): void;
  /** What was pasted or dropped had pictures that are only addresses, or another briefing's: these never come along. */
  onLeftOut(): void;
}

/** True for a file that says it is a picture; what it really is, its bytes tell later. */
export function isPictureFile(file: Pick<File, 'type'>): boolean {
  return file.type.startsWith('image/');
}

/** What HTML that comes in holds: words, and pictures that are not of this briefing. Parsing fetches nothing. */
export function readForeign(html: string, isOurs: (name: string) => boolean): { words: boolean; pictures: boolean } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const images = [...body.querySelectorAll('img')];
  return {
    words: (body.textContent ?? '').trim() !== '',
    pictures: images.some((image) => !isOurs(image.dataset['media'] ?? '')),
  };
}

export function picturesPlugin(hooks: PictureHooks): Plugin {
  const isOurs = (name: string): boolean => hooks.show(name) !== null;
  /** Takes the pictures that `data` carries as files; true when it did. `at` is asked only then. */
  function take(data: DataTransfer, at: () => number | null): boolean {
    const files = [...data.files].filter(isPictureFile);
    const html = data.getData('text/html');
    const foreign = html === '' ? { words: false, pictures: false } : readForeign(html, isOurs);
    // Word and Excel put a drawing of the words beside the words: these are what is meant.
    if (files.length > 0 && !foreign.words) {
      const pos = at();
      if (pos !== null) hooks.onFiles(files, pos);
      return true;
    }
    if (foreign.pictures) hooks.onLeftOut();
    return false;
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
