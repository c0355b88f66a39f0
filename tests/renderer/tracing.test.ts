// Tests of tracing: what is shown of a fact, where one is brought, and the way back; and the commands that mend facts.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Anchor, Editor, Snapshot } from '../../renderer/editor/editor.ts';
import { createSession, type Session } from '../../renderer/session.ts';
import { createWorkbench, type Workbench } from '../../renderer/workbench.ts';
import { templateById } from '../../shared/briefing/templates.ts';
import { encode, pretendEditor, pretendPlatform, pretendWork } from './pretend.ts';

describe('tracing', () => {
  let session: Session;
  let bench: Workbench;
  let id: string;
  let caret: number;
  let revealed: unknown[];
  let restored: number[];
  let anchors: readonly Anchor[];

  beforeEach(async () => {
    const { platform } = pretendPlatform();
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
    bench = createWorkbench({ platform, session, setTimer: (run) => run() });
    await session.startFrom([{ name: 'one.txt', bytes: encode('one') }]);
    id = session.getSnapshot().facts[0]?.id ?? '';
    [caret, revealed, restored, anchors] = [3, [], [], []];
    const { editor } = pretendEditor(session.getSnapshot().open!.doc);
    const made: Editor = {
      ...editor,
      snapshot: (): Snapshot => ({ ...editor.snapshot(), caret, anchors }),
      reveal: (target) => revealed.push(target),
      bookmark: () => {
        const at = caret;
        return () => restored.push(at);
      },
    };
    // The timers of notices are none of these.
    bench.text.set({ editor: made, scroll: null });
  });
  const view = () => bench.view.get();

  it('shows the fact in its source, and comes back to the caret', () => {
    expect(bench.canGoBack()).toBe(false);
    bench.trace(id);
    expect(view()).toMatchObject({ hit: { factId: id }, trail: 1 });
    caret = 20;
    expect(bench.back()).toBe(true);
    expect(restored).toEqual([3]);
    expect(view()).toMatchObject({ hit: null, trail: 0 });
    expect(bench.back()).toBe(false);
  });

  it('remembers each place once, and several steps of a walk as one', () => {
    bench.leave();
    bench.leave();
    expect(view().trail).toBe(1);
    bench.leave(true);
    caret = 9;
    bench.landed();
    bench.leave(true);
    expect(view().trail).toBe(1);
    caret = 12;
    bench.leave(true);
    expect(view().trail).toBe(2);
  });

  it('goes to one use or to the next, or says that there is none', () => {
    expect(bench.goToUse(id)).toBe(false);
    expect(view().said.text).toBe('It is not used in the briefing.');
    anchors = [{ kind: 'fact', id, from: 5, to: 9 }];
    expect(bench.goToUse(id)).toBe(true);
    expect(bench.goToUse(id, 0)).toBe(true);
    expect(bench.goToUse(id, 1)).toBe(false);
    expect(revealed).toEqual([{ kind: 'fact', id }, { pos: 5 }]);
  });

  it('leads from a citation to its paragraph, or to the source as a whole', () => {
    const articleId = session.getSnapshot().articles[0]?.id ?? '';
    bench.traceCitation(articleId, 'paragraph 4');
    expect(view().paragraph).toMatchObject({ articleId, number: 4 });
    bench.traceCitation(articleId, null);
    expect(view().paragraph).toMatchObject({ number: null });
    bench.traceCitation('gone', null);
    expect(view().paragraph?.articleId).toBe(articleId);
  });

  it('has commands that say what they need', () => {
    expect(bench.reasonOff('correctFact')).toBe('Select a fact first');
    expect(bench.reasonOff('addFigure')).toBe('Select words of the source first');
    bench.showFact(id);
    expect(bench.reasonOff('correctFact')).toBeNull();
    expect(bench.reasonOff('putBackFact')).toBe('It stands as it was read');
    expect(bench.reasonOff('goToUse')).toBe('It is not used in the briefing');
    bench.run('correctFact');
    expect(view().dialog).toEqual({ kind: 'correct', factId: id });
  });

  it('takes an edit back by the offer beside what was said', () => {
    const before = session.getSnapshot().facts;
    const undo: (() => void)[] = [];
    bench.view.subscribe(() => {
      const offer = view().notice?.offers?.[0];
      if (offer) undo.push(() => offer.run());
    });
    bench.factWork.toggleDismissed(id);
    expect(session.getSnapshot().facts[0]?.dismissed).toBe(true);
    undo[0]?.();
    expect(session.getSnapshot().facts).toEqual(before);
  });

  it('adds the words that are selected, and says why it cannot', () => {
    const { id: articleId, text } = session.getSnapshot().articles[0]!;
    bench.view.set({ chosen: { articleId, span: { start: 0, end: 3 } } });
    bench.factWork.add('figure');
    expect(view().said.text).toBe('No number can be read in these words. Select a number with its unit.');
    expect(view().chosen).not.toBeNull();
    const start = text.indexOf('12');
    bench.factWork.cover();
    expect(view().said.text).toContain('Show the fact in its source first');
    expect(start).toBeGreaterThan(0);
  });
});
