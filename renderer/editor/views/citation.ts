// A citation as drawn: a mark that the page numbers by itself; its words come by decoration, from the articles.
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { textAttr } from '../attributes.ts';

export function citationView(node: Node): NodeView {
  // Not the cite of the clipboard: that element may bear no role.
  const dom = document.createElement('span');
  const factId = textAttr(node.attrs, 'factId');
  if (factId !== null) dom.dataset['factid'] = factId;
  return { dom, ignoreMutation: () => true };
}
