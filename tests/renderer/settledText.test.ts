// Tests of the settled text: keys are waited for, everything else is told at once, and nobody waits for ever.
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../renderer/editor/editor.ts';
import { createSettledText, LONGEST, REST, type Clock } from '../../renderer/settledText.ts';

function pretend() {
  let text = { version: 0, annotations: new Map() } as unknown as Snapshot;
  const listeners = new Set<() => void>();
  let now = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  let count = 0;
  const clock: Clock = {
    set(run, ms) {
      timers.set(++count, { at: now + ms, run });
      return count;
    },
    clear: (timer) => void timers.delete(timer as number),
  };
  const heard: number[] = [];
  const settled = createSettledText(
    {
      snapshot: () => text,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    clock,
  );
  return {
    heard,
    listeners,
    timers,
    subscribe: () => settled.subscribe(({ version }) => void heard.push(version)),
    change(change: Partial<Snapshot>) {
      text = { ...text, ...change };
      for (const listener of listeners) listener();
    },
    wait(ms: number) {
      now += ms;
      for (const [id, timer] of [...timers]) {
        if (timer.at > now || !timers.delete(id)) continue;
        timer.run();
      }
    },
  };
}

describe('the settled text', () => {
  it('waits until the keys rest', () => {
    const one = pretend();
    one.subscribe();
    one.change({ version: 1 });
    one.wait(REST - 1);
    one.change({ version: 2 });
    one.wait(REST - 1);
    expect(one.heard).toEqual([]);
    one.wait(1);
    expect(one.heard).toEqual([2]);
  });

  it('does not wait for ever while the keys go on', () => {
    const one = pretend();
    one.subscribe();
    for (let version = 1; version * 100 <= LONGEST; version++) {
      one.change({ version });
      one.wait(100);
    }
    expect(one.heard).toEqual([LONGEST / 100]);
  });

  it('tells at once of the caret, of checks and of notes, and with them of what was typed', () => {
    const one = pretend();
    one.subscribe();
    one.change({ caret: 7 });
    expect(one.heard).toEqual([0]);
    one.change({ version: 1 });
    one.change({ version: 2, annotations: new Map() });
    expect(one.heard).toEqual([0, 2]);
    one.wait(LONGEST);
    expect(one.heard).toEqual([0, 2]);
  });

  it('tells one who comes later, and listens to the text only while someone listens', () => {
    const one = pretend();
    one.change({ version: 1 });
    const end = one.subscribe();
    one.wait(REST);
    expect(one.heard).toEqual([1]);
    one.change({ version: 2 });
    end();
    expect([one.listeners.size, one.timers.size]).toEqual([0, 0]);
  });
});
