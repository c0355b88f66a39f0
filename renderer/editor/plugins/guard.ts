// The guard plugin: runs the checks of the command line on the text, at once on load and then after a pause in typing.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import type { Briefing } from '../../../shared/briefing/briefing.ts';
import { lengthLimitOf, type MeasuredLength } from '../../../shared/briefing/lengthLimit.ts';
import { acceptancesOf, splitChecks, type AcceptedCheck } from '../../../shared/check/acceptance.ts';
import type { Check } from '../../../shared/check/check.ts';
import { annotationsOf } from './annotations.ts';
import { cardsMoved, type CardOf } from './cards.ts';
import { known, newContext } from './context.ts';
import { drawChecks } from './guardLook.ts';
import { words } from '../wordCount.ts';

/** `checkBriefing`, taken as an argument so that tests can put their own in its place. */
export type CheckFunction = (
  briefing: Pick<Briefing, 'doc' | 'articles' | 'facts' | 'annotations'> & {
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly measured?: MeasuredLength;
  },
) => readonly Check[];

export interface Guard {
  /** What is open. Their places follow the text until the next run. */
  readonly checks: readonly Check[];
  /** What the analyst let stand with a reason. It counts for nothing and is not drawn. */
  readonly accepted: readonly AcceptedCheck[];
  readonly decorations: DecorationSet;
  /** True when the text was changed after the last run. */
  readonly stale: boolean;
  /** As estimated for a document a moment ago; null while that is not known. */
  readonly pages: number | null;
}

const guardKey = new PluginKey<Guard>('guard');
const pagesKey = new PluginKey('pages');

/** Only then a new count of pages can change what is found. */
function limitIsPages(state: EditorState): boolean {
  const { settings } = known(state).context;
  return settings !== undefined && lengthLimitOf(settings)?.unit === 'pages';
}

/** How long the keys rest before the guard looks, in milliseconds: short enough to feel live, never in the keystroke. */
export const PAUSE = 150;

function run(state: EditorState, check: CheckFunction, pages: number | null): readonly Check[] {
  const { articles, facts, settings } = known(state).context;
  return check({
    doc: state.doc,
    articles,
    facts,
    annotations: [...annotationsOf(state).bodies.values()],
    ...(settings ? { settings } : {}),
    // Counted block by block, which the check itself cannot do as cheaply.
    measured: { pages, words: words(state.doc) },
  });
}

/** Parts what was found by what the settings accept. */
function parted(state: EditorState, all: readonly Check[]): Pick<Guard, 'checks' | 'accepted'> {
  const { settings } = known(state).context;
  const { open, accepted } = splitChecks(all, settings ? acceptancesOf(settings) : []);
  return { checks: open, accepted };
}

/** All that was found, in the order of the text. */
function together({ checks, accepted }: Guard): readonly Check[] {
  if (accepted.length === 0) return checks;
  return [...checks, ...accepted.map(({ check }) => check)].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The checks moved along with the text; what was deleted with its place goes. */
function follow(checks: readonly Check[], tr: Transaction): readonly Check[] {
  return checks.flatMap((check) => {
    const from = tr.mapping.map(check.from, 1);
    const to = Math.max(from, tr.mapping.map(check.to, -1));
    if (from === check.from && to === check.to) return [check];
    return from === to && check.to > check.from ? [] : [{ ...check, from, to }];
  });
}

export function guardPlugin(check: CheckFunction, cardOf: CardOf): Plugin<Guard> {
  return new Plugin<Guard>({
    key: guardKey,
    state: {
      init: (_config, state) => {
        const found = parted(state, run(state, check, null));
        const decorations = drawChecks(state.doc, found.checks, known(state), cardOf);
        return { ...found, decorations, stale: false, pages: null };
      },
      apply(tr, old, _before, state) {
        const all = brought(tr);
        if (all) {
          const found = parted(state, all);
          const decorations = drawChecks(tr.doc, found.checks, known(state), cardOf);
          return { ...found, decorations, stale: false, pages: old.pages };
        }
        const pages = tr.getMeta(pagesKey) as number | undefined;
        if (pages !== undefined) return { ...old, pages, stale: old.stale || limitIsPages(state) };
        if (cardsMoved(tr)) return { ...old, decorations: drawChecks(tr.doc, old.checks, known(state), cardOf) };
        if (tr.docChanged) {
          return {
            checks: follow(old.checks, tr),
            accepted: old.accepted.flatMap((one) => follow([one.check], tr).map((moved) => ({ ...one, check: moved }))),
            decorations: old.decorations.map(tr.mapping, tr.doc),
            stale: true,
            pages: old.pages,
          };
        }
        if (!newContext(tr)) return old;
        // What was just accepted, or taken back, is seen at once; the rest after the pause.
        const found = parted(state, together(old));
        const same = found.checks.length === old.checks.length && found.accepted.length === old.accepted.length;
        if (same) return { ...old, stale: true };
        return { ...old, ...found, decorations: drawChecks(tr.doc, found.checks, known(state), cardOf), stale: true };
      },
    },
    props: {
      decorations: (state) => guardKey.getState(state)?.decorations,
    },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        timer = undefined;
        if (view.isDestroyed || !guardOf(view.state).stale) return;
        // A change of the page would end the composition of an input method.
        if (view.composing) wait();
        else view.dispatch(withChecks(view.state.tr, run(view.state, check, guardOf(view.state).pages)));
      };
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(look, PAUSE);
      };
      return {
        update: (_view, before) => {
          if (guardOf(view.state).stale && (view.state.doc !== before.doc || !guardOf(before).stale)) wait();
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

export function guardOf(state: EditorState): Guard {
  const found = guardKey.getState(state);
  if (!found) throw new RangeError('The state has no guard: make it with createState.');
  return found;
}

function brought(tr: Transaction): readonly Check[] | null {
  const found = tr.getMeta(guardKey) as readonly Check[] | undefined;
  return found ?? null;
}

/** A transaction that brings the length in pages, as estimated; nothing that undo could take back. */
export function withPages(tr: Transaction, pages: number): Transaction {
  return tr.setMeta(pagesKey, pages).setMeta('addToHistory', false);
}

/** A transaction that brings new checks; nothing that undo could take back. */
export function withChecks(tr: Transaction, checks: readonly Check[]): Transaction {
  return tr.setMeta(guardKey, checks).setMeta('addToHistory', false);
}

/** Runs the guard on what `state` holds, without a pause. */
export function checkNow(state: EditorState, check: CheckFunction): Transaction {
  return withChecks(state.tr, run(state, check, guardOf(state).pages));
}
