// The finder: find and replace as the panels use it, over the commands and the plugin that do it.
import { TextSelection, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { firstMatch, replaceAll, replaceMatch, replacing, stepMatch } from './commands/find.ts';
import type { Finder, Found } from './editor.ts';
import { FindIndex } from './findIndex.ts';
import { currentMatch, searchOf, withSearch } from './plugins/find.ts';

/** Longer selections are what one works in, not what one looks for. */
const LONGEST_SEED = 200;

interface Finding {
  readonly view: EditorView;
  readonly editable: boolean;
  /** Brings a position into sight; `clear` pixels at the top are covered. */
  scrollTo(pos: number, clear: number): void;
}

export function createFinder({ view, editable, scrollTo }: Finding): Finder {
  let clear = 0;
  function show(command: Command): boolean {
    if (!command(view.state, view.dispatch, view)) return false;
    if (currentMatch(view.state)) scrollTo(view.state.selection.from, clear);
    return true;
  }
  return {
    set(query, options) {
      clear = options?.clear ?? clear;
      const index = query && query.words !== '' ? new FindIndex(query) : null;
      const tr = withSearch(view.state.tr, index);
      // In one step with the search: each step is drawn.
      const first = index && options?.from !== undefined ? firstMatch(index, view.state.doc, options.from) : null;
      if (first) tr.setSelection(TextSelection.create(tr.doc, first.from, first.to));
      view.dispatch(tr);
      if (first) scrollTo(first.from, clear);
    },
    found(): Found | null {
      const matches = searchOf(view.state)?.matchesOf(view.state.doc);
      if (!matches) return null;
      const current = currentMatch(view.state);
      return { total: matches.total, at: current ? matches.from(current.from) + 1 : null };
    },
    seed() {
      const { selection, doc } = view.state;
      const oneBlock = selection.$from.sameParent(selection.$to) && selection.$from.parent.isTextblock;
      if (selection.empty || !oneBlock || selection.to - selection.from > LONGEST_SEED) return null;
      return doc.textBetween(selection.from, selection.to, ' ', ' ').trim() || null;
    },
    caret: () => view.state.selection.from,
    step: (direction) => show(stepMatch(direction)),
    replace(words, evenSource = false) {
      const way = editable ? replacing(view.state, evenSource) : 'none';
      if (way === 'next' || way === 'replaces') show(replaceMatch(words, evenSource));
      return way;
    },
    replaceAll(words) {
      if (!editable) return { replaced: 0, left: 0 };
      const { tr, replaced, left } = replaceAll(view.state, words);
      if (tr) view.dispatch(tr);
      return { replaced, left };
    },
  };
}
