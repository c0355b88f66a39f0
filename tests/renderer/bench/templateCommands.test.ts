// Tests of the commands on the form of the briefing: when they can run, the preview that may be turned off, and facts read again.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Editor } from '../../../renderer/editor/editor.ts';
import { createSession, type Session } from '../../../renderer/session.ts';
import { createWorkbench, type Workbench } from '../../../renderer/workbench.ts';
import { likelihoodKey } from '../../../shared/briefing/likelihoodKey.ts';
import { LIKELIHOOD_SCALES } from '../../../shared/briefing/likelihood.ts';
import { templateById } from '../../../shared/briefing/templates.ts';
import { ok } from '../../../shared/base/result.ts';
import type { InputFile } from '../../../shared/platform.ts';
import { figureOf, NO_FACTS } from '../../records.ts';
import { encode, pretendEditor, pretendPlatform, pretendWork } from '../pretend.ts';

let session: Session;
let bench: Workbench;
let chosen: readonly InputFile[];
let annexes: number;

const file = (name: string): InputFile => ({ name, bytes: encode(name) });
const said = () => bench.view.get().said.text;
const settled = () => new Promise((done) => setTimeout(done, 20));

beforeEach(() => {
  const { platform } = pretendPlatform();
  chosen = [];
  annexes = 0;
  const work = pretendWork();
  session = createSession({
    platform,
    // This reading finds the ships, and what they are.
    work: {
      ...work,
      readFacts: async ({ articles }) =>
        articles.map((one) => ({ ...NO_FACTS, figures: [figureOf(one, '12 ships', { measure: 'fleet' })] })),
    },
    clock: () => new Date('2031-03-04T09:00:00Z'),
    newId: () => 'new',
    app: '0.0.0',
    templateById,
    setTimer: () => 0,
    clearTimer: () => undefined,
  });
  bench = createWorkbench({
    platform: { ...platform, chooseArticles: async () => ok(chosen) },
    session,
    setTimer: () => 0,
  });
});

async function opened(doc?: (first: Editor) => void): Promise<void> {
  await session.startFrom([file('one')]);
  const text = pretendEditor(session.getSnapshot().open!.doc);
  const editor: Editor = {
    ...text.editor,
    compose: { ...text.editor.compose, insertAnnex: () => (annexes += 1) > 0 },
  };
  session.attach(editor);
  bench.text.set({ editor, scroll: null });
  doc?.(editor);
}

describe('facts read again', () => {
  it('are counted in the status bar, with a way back', async () => {
    await opened();
    expect(bench.run('refreshFacts')).toBe(true);
    await settled();
    const { notice } = bench.view.get();
    expect(notice?.text).toBe('Facts read again: 0 new, 1 changed, 0 gone.');
    expect(session.getSnapshot().facts).toMatchObject([{ measure: 'fleet' }]);
    notice?.offers?.[0]?.run();
    expect(session.getSnapshot().facts).toMatchObject([{ measure: null }]);
    bench.run('refreshFacts');
    await settled();
    bench.run('refreshFacts');
    await settled();
    expect(said()).toContain('no fact is new, changed or gone');
  });

  it('need a source', async () => {
    await session.startFrom([]);
    expect(bench.reasonOff('refreshFacts')).toBe('No source yet');
  });
});

describe('new from article', () => {
  it('shows what will be filled in, and opens nothing yet', async () => {
    chosen = [file('one'), file('two')];
    bench.run('newFromArticle');
    await settled();
    expect(session.getSnapshot().open).toBeNull();
    const { dialog } = bench.view.get();
    if (dialog?.kind !== 'startFrom') throw new Error('No preview is shown.');
    expect(dialog.read.imported).toHaveLength(2);
    expect(dialog.templateId).toBe(session.getSnapshot().user.template);
  });

  it('begins at once where the preview is turned off, and where articles are dropped', async () => {
    session.setUser({ ...session.getSnapshot().user, preview: false });
    chosen = [file('one')];
    bench.run('newFromArticle');
    await settled();
    expect([session.getSnapshot().articles.length, bench.view.get().dialog]).toEqual([1, null]);
    session.close();
    session.setUser({ ...session.getSnapshot().user, preview: true });
    await bench.addSources([file('two')]);
    expect([session.getSnapshot().articles.length, bench.view.get().dialog]).toEqual([1, null]);
  });

  it('shows nothing when no article can be read', async () => {
    chosen = [file('bad')];
    bench.run('newFromArticle');
    await settled();
    expect(bench.view.get().dialog).toBeNull();
    expect(session.getSnapshot().problem).toMatchObject({ kind: 'import' });
  });
});

describe('the key of likelihood words', () => {
  it('is added once', async () => {
    await opened();
    expect(bench.run('likelihoodKey')).toBe(true);
    expect(annexes).toBe(1);
    const { doc } = bench.now()!;
    const withKey = doc.type.create(doc.attrs, [...doc.children, ...likelihoodKey(LIKELIHOOD_SCALES[0]!)]);
    const editor = bench.editor()!;
    const snapshot = { ...editor.snapshot(), doc: withKey };
    bench.text.set({ editor: { ...editor, snapshot: () => snapshot } });
    expect(bench.reasonOff('likelihoodKey')).toBe('The briefing has a key already');
  });
});

it('a briefing that can only be read keeps its form', async () => {
  await opened();
  const bytes = encode(JSON.stringify({ ...session.briefing(), sources: [] }));
  await session.openBytes(bytes, { name: 'x', place: null, readOnly: true });
  for (const id of ['template', 'details', 'refreshFacts', 'likelihoodKey'] as const) {
    expect(bench.reasonOff(id)).toBe('This briefing can only be read');
  }
  expect(bench.reasonOff('saveTemplate')).toBeNull();
});
