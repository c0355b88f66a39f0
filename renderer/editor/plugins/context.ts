// The context plugin: the articles, facts, author, clock and ids that commands and plugins need, kept in the state.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { Article } from '../../../shared/article/article.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { EditorContext } from '../editor.ts';

export interface Known {
  readonly context: EditorContext;
  readonly articles: ReadonlyMap<string, Article>;
  readonly facts: ReadonlyMap<string, Fact>;
}

const contextKey = new PluginKey<Known>('context');

export function indexed(context: EditorContext): Known {
  return {
    context,
    articles: new Map(context.articles.map((article) => [article.id, article])),
    facts: new Map(context.facts.map((fact) => [fact.id, fact])),
  };
}

/** Stands before every plugin that reads it while the state is made. */
export function contextPlugin(context: EditorContext): Plugin<Known> {
  return new Plugin<Known>({
    key: contextKey,
    state: {
      init: () => indexed(context),
      apply: (tr, known) => newContext(tr) ?? known,
    },
  });
}

export function known(state: EditorState): Known {
  const found = contextKey.getState(state);
  if (!found) throw new RangeError('The state has no context: make it with createState.');
  return found;
}

/** A transaction that puts another context in place of the old one; nothing that undo could take back. */
export function withContext(tr: Transaction, context: EditorContext): Transaction {
  return tr.setMeta(contextKey, indexed(context)).setMeta('addToHistory', false);
}

/** The context that `tr` brings, if it brings one. */
export function newContext(tr: Transaction): Known | null {
  const brought = tr.getMeta(contextKey) as Known | undefined;
  return brought ?? null;
}
