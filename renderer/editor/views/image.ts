// A picture as drawn: in the size that Word will give it, with its description; a frame with the description where it is lost.
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { schema } from '../../../shared/briefing/schema.ts';
import { pictureOf } from '../commands/pictures.ts';
import type { PictureHooks } from '../plugins/pictures.ts';

/** The sheet is drawn at nine tenths of paper size; the view's zoom comes on top. */
const DRAWN_AT = 0.9;
const NO_DESCRIPTION = 'Image without a description';

class ImageView implements NodeView {
  readonly dom = document.createElement('div');
  private node: Node;

  constructor(
    node: Node,
    private readonly show: PictureHooks['show'],
  ) {
    this.node = node;
    this.draw();
  }

  private draw(): void {
    const { media, alt, width } = pictureOf(this.node);
    const shown = this.show(media);
    const words = alt.trim() === '' ? NO_DESCRIPTION : alt;
    if (!shown) {
      this.dom.className = 'image is-lost';
      this.dom.setAttribute('role', 'img');
      this.dom.setAttribute('aria-label', words);
      this.dom.textContent = words;
      return;
    }
    this.dom.className = 'image';
    this.dom.removeAttribute('role');
    this.dom.removeAttribute('aria-label');
    const picture = document.createElement('img');
    picture.src = shown.url;
    picture.alt = words;
    picture.title = words;
    // The box is dragged, not the picture in it, which would come in again as a file.
    picture.draggable = false;
    // Room for it before it is read.
    picture.width = Math.round(shown.width * DRAWN_AT);
    picture.height = Math.round(shown.height * DRAWN_AT);
    if (width !== null) picture.style.width = `${width}%`;
    this.dom.replaceChildren(picture);
  }

  update(node: Node): boolean {
    if (node.type !== schema.nodes.image) return false;
    if (!node.sameMarkup(this.node)) {
      this.node = node;
      this.draw();
    }
    return true;
  }

  /** What is drawn here is ours, not typed. */
  ignoreMutation(): boolean {
    return true;
  }
}

export function imageView(show: PictureHooks['show']): (node: Node) => NodeView {
  return (node) => new ImageView(node, show);
}
