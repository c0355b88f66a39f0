// Autosave: when to back up. After a pause in the changes, and at the latest a fixed time after the first unsaved one.

export interface AutosaveOptions {
  /** Makes one backup. Never runs twice at once. */
  readonly run: () => Promise<void>;
  /** Milliseconds without a change before a backup. */
  readonly pause?: number;
  /** Milliseconds from the first change that no backup covers: typing non-stop loses no more (safety.md, D3). */
  readonly longest?: number;
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (timer: number) => void;
}

export interface Autosave {
  /** Something changed. Cheap: it only moves a timer, so it may be called at every key. */
  touch(): void;
  /** Backs up now what waits, and resolves when it is kept. */
  flush(): Promise<void>;
  /** Forgets what waits: the work is saved, or the briefing is closed. */
  cancel(): void;
}

export function createAutosave({
  run,
  pause = 800,
  longest = 2000,
  now,
  setTimer,
  clearTimer,
}: AutosaveOptions): Autosave {
  /** Time of the first change that no backup covers; null when there is none. */
  let since: number | null = null;
  let timer: number | null = null;
  let running: Promise<void> | null = null;

  function stop(): void {
    if (timer !== null) clearTimer(timer);
    timer = null;
  }
  function start(): Promise<void> {
    stop();
    // A change that comes while this runs is not covered by it, so it starts a new wait.
    since = null;
    running = run().finally(() => {
      running = null;
      if (since !== null) wait();
    });
    return running;
  }
  function wait(): void {
    stop();
    if (since === null || running) return;
    const left = Math.max(0, Math.min(pause, since + longest - now()));
    timer = setTimer(() => void start(), left);
  }

  return {
    touch() {
      since ??= now();
      wait();
    },
    async flush() {
      if (running) await running;
      if (since !== null) await start();
    },
    cancel() {
      since = null;
      stop();
    },
  };
}
