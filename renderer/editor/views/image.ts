// An image as drawn: its text alternative in a frame, until the file's media are handed to the text.
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { textAttr } from '../attributes.ts';

export function imageView(node: Node): NodeView {
  const dom = document.createElement('div');
  dom.className = 'image';
  dom.setAttribute('role', 'img');
  const alt = textAttr(node.attrs, 'alt') ?? '';
  dom.setAttribute('aria-label', alt === '' ? 'Image without a description' : alt);
  dom.textContent = alt === '' ? 'Image without a description' : alt;
  return { dom, ignoreMutation: () => true };
}
