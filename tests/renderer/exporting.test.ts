// Tests of exporting: an export that is stopped writes nothing and tells nothing, and the next one goes through.
import { describe, expect, it } from 'vitest';
import { createExporting, type ExportWork } from '../../renderer/exporting.ts';
import type { SessionState } from '../../renderer/sessionState.ts';
import { ok, outcome } from '../../shared/base/result.ts';
import { exportChoicesOf } from '../../shared/briefing/exportChoices.ts';
import type { Platform } from '../../shared/platform.ts';

const CHOICES = exportChoicesOf({ language: 'en-GB' });
const made = ok(outcome({ bytes: new Uint8Array([80]), contents: { tables: 1 }, draft: false }, []));

function desk(exportWord: () => Promise<unknown>, stoppable = true) {
  const state: { noticed: SessionState['noticed']; exported: SessionState['exported']; problem?: unknown } = {
    noticed: [],
    exported: null,
  };
  const told: string[] = [];
  const files: string[] = [];
  let stops = 0;
  const work = {
    exportWord,
    exportPage: () => Promise.reject(new Error('Stopped.')),
    leaving: () => Promise.reject(new Error('Stopped.')),
    ...(stoppable ? { stop: () => void stops++ } : {}),
  } as unknown as ExportWork;
  const platform = {
    exportFile: (_bytes: Uint8Array, name: string) => {
      files.push(name);
      return Promise.resolve(ok({ place: { id: 'p', name, folder: '' }, at: '' }));
    },
  } as unknown as Platform;
  const exporting = createExporting({
    platform,
    work,
    clock: () => new Date('2031-03-09T10:00:00Z'),
    state: () => state,
    set: (change) => void Object.assign(state, change),
    briefing: () => ({}) as never,
    title: () => 'Salt',
    during: (words, task) => {
      told.push(words);
      return task();
    },
  });
  return { exporting, state, told, files, stops: () => stops };
}

describe('an export', () => {
  it('that is stopped writes no file and tells of no fault, and ends the worker', async () => {
    let reject: (fault: Error) => void = () => undefined;
    const { exporting, state, files, stops } = desk(() => new Promise((_, fail) => (reject = fail)));
    const done = exporting.exportWord(CHOICES);
    await Promise.resolve();
    exporting.cancel();
    reject(new Error('Stopped.'));
    expect(await done).toBe(false);
    expect(stops()).toBe(1);
    expect(files).toEqual([]);
    expect(state).toEqual({ noticed: [], exported: null });
  });

  it('goes through after one that was stopped', async () => {
    let asked = 0;
    const { exporting, state, files } = desk(() =>
      asked++ === 0 ? new Promise(() => undefined) : Promise.resolve(made),
    );
    const first = exporting.exportWord(CHOICES);
    await Promise.resolve();
    exporting.cancel();
    expect(await first).toBe(false);
    expect(await exporting.exportWord(CHOICES)).toBe(true);
    expect(files).toEqual(['Salt.docx']);
    expect(state.exported).toMatchObject({ name: 'Salt.docx', draft: false });
  });

  it('cannot be stopped when nothing is under way, or when its worker cannot be', async () => {
    const { exporting, stops } = desk(() => Promise.resolve(made));
    exporting.cancel();
    await exporting.exportWord(CHOICES);
    exporting.cancel();
    expect(stops()).toBe(0);
    expect(desk(() => Promise.resolve(made), false).exporting.canCancel).toBe(false);
  });

  it('says which of two copies it writes', async () => {
    const { exporting, told } = desk(() => Promise.resolve({ ok: false, error: { code: 'x', text: 'No.' } }));
    await exporting.exportWord({ ...CHOICES, copies: 'both' });
    expect(told).toEqual(['Writing copy 1 of 2', 'Writing copy 2 of 2']);
  });

  it('shows no preview and no list of what leaves when the worker was stopped', async () => {
    const { exporting } = desk(() => Promise.resolve(made));
    expect(await exporting.preview()).toBeNull();
    expect(await exporting.leaving(CHOICES)).toBeNull();
  });
});
