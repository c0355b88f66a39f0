// The source list as drawn: made from the articles of the briefing wherever it stands, so it has no text of its own.
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import type { Article } from '../../../shared/article/article.ts';
import { sourceEntries } from '../../../shared/briefing/citation.ts';

/** Every list that is drawn now, so that an imported article can enter it. */
export class SourceLists {
  private readonly drawn = new Set<SourceListView>();

  constructor(private readonly articles: () => readonly Article[]) {}

  create(): NodeView {
    const view = new SourceListView(this.articles, (gone) => this.drawn.delete(gone));
    this.drawn.add(view);
    return view;
  }

  refresh(): void {
    for (const view of this.drawn) view.draw();
  }
}

class SourceListView implements NodeView {
  readonly dom = document.createElement('div');

  constructor(
    private readonly articles: () => readonly Article[],
    private readonly onGone: (view: SourceListView) => void,
  ) {
    this.dom.className = 'source-list';
    this.draw();
  }

  draw(): void {
    const entries = sourceEntries(this.articles());
    if (entries.length === 0) {
      this.dom.textContent = 'No source yet.';
      return;
    }
    const list = document.createElement('ol');
    for (const { articleId, text } of entries) {
      const item = document.createElement('li');
      item.dataset['articleid'] = articleId;
      item.textContent = text;
      list.append(item);
    }
    this.dom.replaceChildren(list);
  }

  update(node: Node): boolean {
    return node.type.name === 'sourceList';
  }

  /** What is drawn here is ours, not typed. */
  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.onGone(this);
  }
}
