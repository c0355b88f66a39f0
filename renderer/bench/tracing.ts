// Tracing: from words of the briefing to their place in a source, from there to where they are used, and back to where one was.
import type { Anchor, Box } from '../editor/editor.ts';
import type { Bench } from './bench.ts';

/** As many places as one can go back to. */
const MOST = 50;

interface Spot {
  /** What tells it from the next: the caret and the part of the window with the focus. */
  readonly at: string;
  restore(): void;
}

export type Tracing = ReturnType<typeof createTracing>;

const hasWindow = typeof document !== 'undefined';
const sourceScroll = () => (hasWindow ? document.querySelector<HTMLElement>('.article-scroll') : null);
const focused = () =>
  hasWindow && document.activeElement instanceof HTMLElement && document.activeElement !== document.body
    ? document.activeElement
    : null;

/** The element of a fact in the source pane, to take the focus. */
function markOf(factId: string): HTMLElement | null {
  const marks = sourceScroll()?.querySelectorAll<HTMLElement>('mark.fact') ?? [];
  return [...marks].find((mark) => mark.dataset['fact'] === factId) ?? null;
}

export function createTracing({ session, view, text, editor, now, say, showPane, afterDrawing }: Bench) {
  const trail: Spot[] = [];
  /** Where the last step of a walk from fact to fact, or note to note, came to: the next one goes on from there. */
  let stepped: number | null = null;
  let peekFrom: HTMLElement | null = null;

  const fact = (id: string) => session.getSnapshot().facts.find((one) => one.id === id);

  /** Remembers where one is, before one is taken elsewhere. `walking`: one of several steps, which are one way back. */
  function leave(walking = false): void {
    const caret = now()?.caret;
    if (caret === undefined || (walking && caret === stepped)) return;
    const { scroll } = text.get();
    const [textTop, sourceTop] = [scroll?.scrollTop ?? 0, sourceScroll()?.scrollTop ?? 0];
    const { articleId, hit } = view.get();
    const element = focused();
    const part = element?.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? 'text';
    const at = `${caret} ${part} ${part === 'text' ? '' : (element?.dataset['fact'] ?? '')} ${articleId ?? ''}`;
    if (trail.at(-1)?.at === at) return;
    const bring = editor()?.bookmark();
    trail.push({
      at,
      restore() {
        bring?.();
        view.set({ articleId, hit, peek: null });
        if (part === 'text' || !element?.isConnected) editor()?.focus();
        else element.focus({ preventScroll: true });
        // After the panes are drawn again, and after what the focus itself scrolled.
        afterDrawing(() => {
          if (scroll) scroll.scrollTop = textTop;
          const source = sourceScroll();
          if (source) source.scrollTop = sourceTop;
        });
      },
    });
    if (trail.length > MOST) trail.shift();
    view.set({ trail: trail.length });
  }
  function landed(): void {
    stepped = now()?.caret ?? null;
  }

  /** The place of a fact in its source; `byKey` gives it the focus, so that one can read on from there. */
  function showFact(factId: string, byKey = false): void {
    const found = fact(factId);
    if (!found) return;
    const turn = (view.get().hit?.turn ?? 0) + 1;
    if (!view.get().narrow || view.get().drawer !== 'facts') showPane('sources');
    view.set({ articleId: found.articleId, hit: { factId, turn }, paragraph: null });
    if (byKey) afterDrawing(() => markOf(factId)?.focus({ preventScroll: true }));
  }
  /** A paragraph of a source, from 1; null for the source as a whole. */
  function showParagraph(articleId: string, number: number | null): void {
    if (!session.getSnapshot().articles.some((article) => article.id === articleId)) return;
    const turn = (view.get().paragraph?.turn ?? 0) + 1;
    showPane('sources');
    view.set({ articleId, hit: null, paragraph: { articleId, number, turn } });
  }

  /** Where a fact is used in the briefing, in order. */
  function usesOf(factId: string): readonly Anchor[] {
    return (now()?.anchors ?? []).filter((anchor) => anchor.kind === 'fact' && anchor.id === factId);
  }

  return {
    leave,
    landed,
    showFact,
    showParagraph,
    usesOf,
    /** True when there is a place to go back to. */
    canGoBack: () => trail.length > 0,
    /** Back to where one was: caret, scroll positions, source and focus. */
    back(): boolean {
      const spot = trail.pop();
      view.set({ trail: trail.length, peek: null });
      stepped = null;
      spot?.restore();
      return spot !== undefined;
    },
    /** From the text, or a list, to the source. */
    trace(factId: string, byKey = false): void {
      leave();
      showFact(factId, byKey);
    },
    traceCitation(articleId: string, locator: string | null): void {
      leave();
      const digits = /^paragraph (\d+)/u.exec(locator ?? '')?.[1];
      showParagraph(articleId, digits ? Number(digits) : null);
    },
    /** Its place in the source, and its next use in the briefing. */
    selectFact(factId: string): void {
      leave();
      showFact(factId);
      editor()?.reveal({ kind: 'fact', id: factId });
    },
    /** One use of it in the briefing; `byKey` gives the text the focus. Without a number the one after the caret. */
    goToUse(factId: string, index: number | null = null, byKey = false): boolean {
      const uses = usesOf(factId);
      const use = index === null ? null : uses[index];
      if (uses.length === 0 || use === undefined) {
        say('It is not used in the briefing.');
        return false;
      }
      leave();
      showFact(factId);
      if (view.get().narrow) view.set({ drawer: null });
      editor()?.reveal(use ? { pos: use.from } : { kind: 'fact', id: factId }, byKey);
      return true;
    },
    /** Shows the paragraph of the source beside the words; `byKey` gives it the focus, and Esc gives it back. */
    peek(factId: string, box: Box, byKey: boolean): void {
      if (!fact(factId)) return;
      peekFrom = byKey ? focused() : null;
      view.set({ peek: { factId, box, byKey } });
    },
    closePeek(): void {
      const from = peekFrom;
      const { peek } = view.get();
      peekFrom = null;
      view.set({ peek: null });
      if (!peek) return;
      if (from?.isConnected && !from.closest('[data-part="text"]')) from.focus();
      else editor()?.focus();
    },
  };
}
