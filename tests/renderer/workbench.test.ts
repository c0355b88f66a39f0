// Tests of the workbench: a key whose command cannot run says why.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Editor } from '../../renderer/editor/editor.ts';
import { createSession, type Session } from '../../renderer/session.ts';
import { createWorkbench, type Workbench } from '../../renderer/workbench.ts';
import type { CommandId } from '../../shared/commands.ts';
import { templateById } from '../../shared/briefing/templates.ts';
import { encode, pretendEditor, pretendPlatform, pretendWork } from './pretend.ts';

describe('ask', () => {
  let session: Session;
  let bench: Workbench;
  let timers: (() => void)[];
  let cited: string[];

  /** A briefing from one article, in whose text only `enabled` can run. */
  async function opened(...enabled: CommandId[]): Promise<void> {
    await session.startFrom([{ name: 'one.txt', bytes: encode('one') }]);
    const { editor } = pretendEditor(session.getSnapshot().open!.doc);
    const snapshot = { ...editor.snapshot(), enabled: new Set(enabled) };
    const cite: Editor['cite'] = (articleId) => cited.push(articleId) > 0;
    bench.text.set({ editor: { ...editor, snapshot: () => snapshot, cite }, scroll: null });
  }
  const said = () => bench.view.get().said.text;
  const shown = () => bench.view.get().notice?.text ?? null;

  beforeEach(() => {
    const { platform } = pretendPlatform();
    timers = [];
    cited = [];
    session = createSession({
      platform,
      work: pretendWork(),
      clock: () => new Date('2031-03-04T09:00:00Z'),
      newId: () => 'new',
      app: '0.0.0',
      templateById,
      setTimer: () => 0,
      clearTimer: () => undefined,
    });
    bench = createWorkbench({
      platform,
      session,
      setTimer: (run) => timers.push(run),
    });
  });

  it('says and shows why a link, a citation or a note cannot be made', async () => {
    expect(bench.ask('link')).toBe(false);
    expect(said()).toBe('Open a briefing first.');
    await opened();
    for (const [id, words] of [
      ['link', 'Select the words of the link first.'],
      ['citeSource', 'Put the caret in a paragraph first.'],
      ['addNote', 'Put the caret in a word, or select some, first.'],
    ] as const) {
      expect(bench.ask(id)).toBe(false);
      expect([said(), shown()]).toEqual([words, words]);
    }
    expect(bench.view.get().dialog).toBeNull();
    expect(cited).toEqual([]);
    for (const timer of timers) timer();
    expect(shown()).toBeNull();
  });

  it('runs what can run and says nothing', async () => {
    await opened('link', 'citeSource');
    expect(bench.ask('link')).toBe(true);
    expect(bench.view.get().dialog).toEqual({ kind: 'link' });
    expect(bench.ask('citeSource')).toBe(true);
    expect(cited).toHaveLength(1);
    expect([said(), shown()]).toEqual(['', null]);
  });

  it('leaves in sight what can still be taken back', async () => {
    await opened();
    bench.deleteNote('n');
    const before = shown();
    bench.ask('link');
    expect(said()).toBe('Select the words of the link first.');
    expect([before, shown()]).toEqual(['Note deleted.', 'Note deleted.']);
  });
});
