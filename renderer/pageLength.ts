// PageLength: how many pages the open briefing has, counted in the worker after a pause; and when it grows over its limit.
import { isOver, lengthLimitOf, limitWords, pagesByTenths } from '../shared/briefing/lengthLimit.ts';
import { createAutosave } from './autosave.ts';
import type { Bench } from './bench/bench.ts';
import type { Editor } from './editor/editor.ts';
import type { HouseStyles } from './houseStyles.ts';
import { createLengthPacker, type LengthInput } from './lengthParcel.ts';
import { createStore } from './store.ts';
import type { PageLength, Work } from './worker/contract.ts';

/** Milliseconds without a change before the pages are counted, and the longest that typing without a pause goes uncounted. */
const PAUSE = 500;
const LONGEST = 3000;

export interface PageLengthState {
  /** With the part of the last page that holds text (2.3 stands on three), by tenths; null until they are counted. */
  readonly length: number | null;
  /** Whole pages: what "About 3 pages" tells. */
  readonly pages: number | null;
}

export interface PageLengthParts {
  readonly bench: Pick<Bench, 'session' | 'text' | 'say'>;
  readonly houseStyles: Pick<HouseStyles, 'load' | 'settled' | 'get' | 'subscribe'>;
  /** Counts; without it nothing is counted. */
  readonly measure: Work['pageLength'] | undefined;
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

const NONE: PageLengthState = { length: null, pages: null };

export function createPageLength(parts: PageLengthParts) {
  const { bench, houseStyles, measure } = parts;
  const { session, text, say } = bench;
  const state = createStore<PageLengthState>(NONE);
  const packer = createLengthPacker();
  let editor: Editor | null = null;
  let stop = (): void => undefined;
  /** What was counted last, to know whether anything has changed since. */
  let counted: Partial<LengthInput> = {};
  let styleAsked = false;
  let wasOver = false;

  const later = createAutosave({
    run: count,
    pause: PAUSE,
    longest: LONGEST,
    now: parts.now,
    setTimer: (run, ms) => parts.setTimer(run, ms) as number,
    clearTimer: (timer) => parts.clearTimer(timer),
  });

  async function input(): Promise<LengthInput | null> {
    const { settings, articles, facts } = session.getSnapshot();
    if (!styleAsked) {
      styleAsked = true;
      await houseStyles.load();
    }
    const style = await houseStyles.settled();
    const doc = editor?.snapshot().doc;
    if (!settings || !doc) return null;
    return { doc, articles, facts, settings, media: session.media.all(), houseStyle: style?.bytes ?? null };
  }

  async function count(): Promise<void> {
    const asked = editor;
    const now = await input();
    if (!now || !measure || asked !== editor) return;
    counted = now;
    let found: PageLength | null;
    try {
      found = await measure(packer.pack(now));
      if (!found) {
        packer.reset();
        found = await measure(packer.pack(now));
      }
    } catch {
      // The worker died: the next change is counted by another, which has been given nothing.
      packer.reset();
      return;
    }
    if (!found || asked !== editor) return;
    const length = pagesByTenths(found.pages, found.filled);
    state.set({ length, pages: found.pages });
    editor?.setPages(length);
    tell();
  }

  /** Says once that it is over, and again only after it was not. */
  function tell(): void {
    const { settings } = session.getSnapshot();
    const limit = settings && lengthLimitOf(settings);
    const words = editor?.snapshot().words ?? null;
    const over = limit !== null && isOver(limit, { pages: state.get().length, words });
    if (over && !wasOver && limit) say(`The briefing is longer than ${limitWords(limit)}.`);
    wasOver = over;
  }

  function changed(): void {
    const { settings, articles, facts } = session.getSnapshot();
    const doc = editor?.snapshot().doc;
    if (!doc) return;
    const same =
      counted.doc === doc &&
      counted.settings === settings &&
      counted.articles === articles &&
      counted.facts === facts &&
      counted.houseStyle === (houseStyles.get().style?.bytes ?? null);
    if (!same) later.touch();
  }

  function attach(): void {
    if (text.get().editor === editor) return;
    stop();
    editor = text.get().editor;
    counted = {};
    wasOver = false;
    state.set(NONE);
    stop = editor ? editor.subscribe(changed) : () => undefined;
    if (editor) later.touch();
    else later.cancel();
  }

  if (measure) {
    text.subscribe(attach);
    session.subscribe(changed);
    houseStyles.subscribe(changed);
    attach();
  }
  return { get: state.get, subscribe: state.subscribe };
}
