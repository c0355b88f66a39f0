// Turns: tasks never overlap, keep their order, and one that fails stops nobody else.
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../shared/base/turns.ts';

describe('createTurns', () => {
  it('runs one task after the other, in the order they were asked for', async () => {
    const inTurn = createTurns();
    const seen: string[] = [];
    const task = (name: string, waits: number) =>
      inTurn(async () => {
        seen.push(`${name} begins`);
        for (let n = 0; n < waits; n++) await Promise.resolve();
        seen.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all([task('slow', 20), task('quick', 0)])).toEqual(['slow', 'quick']);
    expect(seen).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
  });

  it('tells a failure to the one who asked, and goes on', async () => {
    const inTurn = createTurns();
    const failing = inTurn(() => Promise.reject(new Error('The disk is gone.')));
    const next = inTurn(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('The disk is gone.');
    expect(await next).toBe('done');
  });
});
