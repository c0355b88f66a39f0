// Autosave: a pause, a longest wait, never two at once, nothing lost in between.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAutosave } from '../../renderer/autosave.ts';

/** A clock with timers that only moves when told. */
function clock() {
  let now = 0;
  let next = 1;
  const timers = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => now,
    setTimer: (run: () => void, ms: number) => {
      timers.set(next, { at: now + ms, run });
      return next++;
    },
    clearTimer: (timer: number) => void timers.delete(timer),
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        timers.delete(due[0]);
        now = due[1].at;
        due[1].run();
        await Promise.resolve();
        await Promise.resolve();
      }
      now = end;
      for (let i = 0; i < 5; i++) await Promise.resolve();
    },
  };
}

describe('autosave', () => {
  let time: ReturnType<typeof clock>;
  let runs: number[];
  let finish: (() => void) | null;
  let slow: boolean;
  const make = () =>
    createAutosave({
      ...time,
      run: () => {
        runs.push(time.now());
        return slow ? new Promise((resolve) => (finish = resolve)) : Promise.resolve();
      },
    });
  beforeEach(() => {
    time = clock();
    runs = [];
    finish = null;
    slow = false;
  });

  it('backs up once after a pause', async () => {
    const autosave = make();
    autosave.touch();
    await time.pass(500);
    autosave.touch();
    await time.pass(799);
    expect(runs).toEqual([]);
    await time.pass(1);
    expect(runs).toEqual([1300]);
    await time.pass(5000);
    expect(runs).toEqual([1300]);
  });

  it('does not wait longer than two seconds for typing that never pauses', async () => {
    const autosave = make();
    for (let at = 0; at < 6000; at += 100) {
      autosave.touch();
      await time.pass(100);
    }
    expect(runs[0]).toBe(2000);
    expect(runs.length).toBeGreaterThanOrEqual(2);
    for (let i = 1; i < runs.length; i++) expect(runs[i]! - runs[i - 1]!).toBeLessThanOrEqual(2100);
  });

  it('covers what is typed while a backup is being written with another one', async () => {
    slow = true;
    const autosave = make();
    autosave.touch();
    await time.pass(800);
    autosave.touch();
    await time.pass(5000);
    // The first is still being written: never two at once.
    expect(runs).toEqual([800]);
    finish?.();
    await time.pass(0);
    await time.pass(800);
    expect(runs).toHaveLength(2);
  });

  it('flushes what waits, and nothing when nothing waits', async () => {
    const autosave = make();
    await autosave.flush();
    expect(runs).toEqual([]);
    autosave.touch();
    await autosave.flush();
    expect(runs).toEqual([0]);
    await time.pass(5000);
    expect(runs).toEqual([0]);
  });

  it('forgets what waits when the work is saved', async () => {
    const autosave = make();
    autosave.touch();
    autosave.cancel();
    await time.pass(5000);
    expect(runs).toEqual([]);
  });
});
