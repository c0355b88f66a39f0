// settledText: the state of the text once the keys rest; what is costly to draw follows it and not each key.
import type { Editor, Snapshot } from './editor/editor.ts';

/** How long the keys rest, and how long they may go on before the panels follow all the same; in milliseconds. */
export const REST = 150;
export const LONGEST = 1000;

export interface SettledText {
  /** Hears of every state that is settled; the answer ends it. */
  subscribe(listener: (text: Snapshot) => void): () => void;
}

export interface Clock {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

const system: Clock = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** A key that changes the text is waited after; whatever else changes (the caret, checks, notes) is told at once. */
export function createSettledText(editor: Pick<Editor, 'snapshot' | 'subscribe'>, clock: Clock = system): SettledText {
  const listeners = new Set<(text: Snapshot) => void>();
  let last = editor.snapshot();
  let rest: unknown = null;
  let longest: unknown = null;
  let stop: (() => void) | null = null;

  const tell = (): void => {
    if (rest !== null) clock.clear(rest);
    if (longest !== null) clock.clear(longest);
    rest = longest = null;
    const text = editor.snapshot();
    if (text === last) return;
    last = text;
    for (const listener of [...listeners]) listener(text);
  };
  const changed = (): void => {
    const text = editor.snapshot();
    const typed = text.version !== last.version && text.annotations === last.annotations;
    if (!typed) return tell();
    if (rest !== null) clock.clear(rest);
    rest = clock.set(tell, REST);
    longest ??= clock.set(tell, LONGEST);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      stop ??= editor.subscribe(changed);
      const now = editor.snapshot();
      if (now !== last) changed();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        if (rest !== null) clock.clear(rest);
        if (longest !== null) clock.clear(longest);
        rest = longest = null;
      };
    },
  };
}

const kept = new WeakMap<Editor, SettledText>();

/** One for each editor, so that all panels follow together. */
export function settledText(editor: Editor): SettledText {
  let found = kept.get(editor);
  if (!found) {
    found = createSettledText(editor);
    kept.set(editor, found);
  }
  return found;
}
