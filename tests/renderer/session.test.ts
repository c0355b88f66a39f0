// Session: what is open, what is saved and what is not; nothing typed is taken for saved, nothing saved is asked about again.
import { beforeEach, describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../renderer/session.ts';
import { dayOf, fileNameOf, titleOf } from '../../renderer/sessionState.ts';
import type { BriefingParts } from '../../renderer/worker/contract.ts';
import { fail } from '../../shared/base/result.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { templateById } from '../../shared/briefing/templates.ts';
import { exportChoicesOf } from '../../shared/briefing/exportChoices.ts';
import { doc, p } from '../builders.ts';
import { encode, place, pretendEditor, pretendPlatform, pretendWork } from './pretend.ts';

const CHOICES = exportChoicesOf({ language: 'en-GB' });

const file = (name: string, words = name) => ({ name, bytes: encode(words) });
const typed = (words: string) => doc(p(words));

describe('session', () => {
  let host: ReturnType<typeof pretendPlatform>;
  let session: Session;
  const now = () => session.getSnapshot();
  const onDisk = (name: string) => JSON.parse(host.state.disk.get(`at ${name}`) ?? 'null') as BriefingParts | null;
  /** The session with a briefing from one article and an editor on it. */
  async function opened() {
    await session.startFrom([file('one.txt', 'one')]);
    const text = pretendEditor(now().open!.doc);
    session.attach(text.editor);
    return text;
  }
  beforeEach(() => {
    host = pretendPlatform();
    session = createSession({
      platform: host.platform,
      work: pretendWork(),
      clock: () => new Date('2031-03-04T09:00:00Z'),
      newId: () => 'new',
      app: '0.0.0',
      templateById,
      // Timers never fire here: backups are made by flushing.
      setTimer: () => 0,
      clearTimer: () => undefined,
    });
  });

  it('prefills from articles, and tells what was left out of them; that there is no banner the page shows itself', async () => {
    expect(await session.startFrom([file('one.txt'), file('two.txt')])).toBe(true);
    expect(now().articles.map((article) => article.fileName)).toEqual(['one.txt', 'two.txt']);
    expect(now().facts).toHaveLength(2);
    expect(now().dirty).toBe(false);
    expect(now().noticed.map((one) => one.text)).toEqual([
      'A line of one.txt was left out.',
      'A line of two.txt was left out.',
    ]);
    expect(now().busy).toBeNull();
  });

  it('follows the template that the text names, back as well, and tells the text of it', async () => {
    const text = await opened();
    const first = now().settings?.template;
    const changed = (template: string | null) => {
      const { attrs, content } = text.editor.snapshot().doc;
      text.type(schema.nodes.doc.create({ ...attrs, template }, content));
    };
    const told = text.contexts.length;
    changed('bluf-memorandum');
    expect(now().settings?.template).toBe('bluf-memorandum');
    expect(session.briefing().settings.template).toBe('bluf-memorandum');
    expect(text.contexts.at(-1)).toMatchObject({ settings: { template: 'bluf-memorandum' } });
    changed(null);
    expect(now().settings?.template).toBe(first);
    expect(text.contexts).toHaveLength(told + 2);
  });

  it('reads articles for a preview without opening anything, and begins from what was read', async () => {
    const read = await session.readArticles([file('bad.bin'), file('two.txt')]);
    expect(read.imported.map(({ article }) => article.fileName)).toEqual(['two.txt']);
    expect(now().open).toBeNull();
    await session.startWith(read, 'press-summary', { sources: new Set(), sections: new Set(['coverage']) });
    expect(now().settings?.template).toBe('press-summary');
    expect(now().noticed.map(({ text }) => text)).toEqual(['A line of two.txt was left out.']);
    session.setLikelihood('phia');
    expect(now().settings).toMatchObject({ likelihood: 'phia' });
    expect(now().dirty).toBe(true);
  });

  it('does the rest when one file cannot be read, and says which', async () => {
    await session.startFrom([file('bad.bin'), file('two.txt')]);
    expect(now().articles.map((article) => article.fileName)).toEqual(['two.txt']);
    expect(now().problem).toMatchObject({ kind: 'import', name: 'bad.bin' });
    session.settleProblem();
    expect(await session.startFrom([file('bad.bin')])).toBe(false);
    expect(now().articles).toHaveLength(1);
  });

  it('takes the same article once', async () => {
    await opened();
    expect(await session.addSources([file('copy.txt', 'one')])).toEqual(['a-one']);
    expect(now().articles).toHaveLength(1);
    expect(now().dirty).toBe(false);
  });

  it('prefills an untouched empty briefing from its first source, and only adds facts to one with words', async () => {
    await session.startFrom([], 'bluf-memorandum');
    const first = now().open;
    await session.addSources([file('one.txt')]);
    expect(now().open).not.toBe(first);
    expect(now().settings?.template).toBe('bluf-memorandum');
    const second = now().open;
    await session.addSources([file('two.txt')]);
    expect(now().open).toBe(second);
    expect(now().facts).toHaveLength(2);
    expect(now().dirty).toBe(true);
  });

  it('asks for a place at the first save and not at the second', async () => {
    const text = await opened();
    text.type(typed('Twelve ships came.'));
    expect(now().dirty).toBe(true);
    expect(await session.save()).toBe(true);
    expect(host.state.calls.filter((call) => call.startsWith('save'))).toEqual(['saveAs A note.brief']);
    expect(now()).toMatchObject({ dirty: false, place: place('first.brief'), savedAt: '2031-03-04T10:00:00.000Z' });
    text.type(typed('Thirteen ships came.'));
    expect(await session.save()).toBe(true);
    expect(host.state.calls.filter((call) => call.startsWith('save'))).toEqual(['saveAs A note.brief', 'save']);
    expect(JSON.stringify(onDisk('first.brief')?.doc)).toContain('Thirteen ships came.');
  });

  it('does not take what was typed while saving for saved, and keeps its backup', async () => {
    const text = await opened();
    text.type(typed('One'));
    let release = (): void => undefined;
    host.state.gate = new Promise((resolve) => (release = resolve));
    const saving = session.save();
    await Promise.resolve();
    await Promise.resolve();
    text.type(typed('One and two'));
    release();
    expect(await saving).toBe(false);
    expect(now().dirty).toBe(true);
    expect(host.state.calls).not.toContain('dropBackup');
    expect(await session.save()).toBe(true);
    expect(now().dirty).toBe(false);
    expect(host.state.calls).toContain('dropBackup');
  });

  it('stays unsaved when the dialog is cancelled', async () => {
    const text = await opened();
    text.type(typed('One'));
    host.state.saveAsName = null;
    expect(await session.save()).toBe(false);
    expect(now()).toMatchObject({ dirty: true, place: null, problem: null });
  });

  it('makes the backup before it says that the changes are safe in one', async () => {
    const text = await opened();
    await session.save();
    text.type(typed('Lost?'));
    host.state.nextSave = fail('full', 'The disk is full.');
    expect(await session.save()).toBe(false);
    expect(now().problem).toMatchObject({ kind: 'save', name: 'first.brief', error: { code: 'full' } });
    expect(host.state.backup).toContain('Lost?');
    expect(now().dirty).toBe(true);
  });

  it('never writes over a file changed outside without being told to', async () => {
    const text = await opened();
    await session.save();
    text.type(typed('Mine'));
    host.state.nextSave = fail('changed-outside', 'Changed.');
    const theirs = host.state.disk.get('at first.brief');
    expect(await session.save()).toBe(false);
    expect(now().problem).toEqual({ kind: 'changed', name: 'first.brief' });
    expect(host.state.disk.get('at first.brief')).toBe(theirs);
    expect(await session.saveOver()).toBe(true);
    expect(JSON.stringify(onDisk('first.brief')?.doc)).toContain('Mine');
    expect(now().problem).toBeNull();
  });

  it('takes the version on disk when told to', async () => {
    const text = await opened();
    await session.save();
    text.type(typed('Mine'));
    const parts = onDisk('first.brief')!;
    host.state.disk.set('at first.brief', JSON.stringify({ ...parts, doc: typed('Theirs').toJSON() as unknown }));
    expect(await session.takeTheirs()).toBe(true);
    expect(now().open?.doc.textContent).toContain('Theirs');
    expect(now()).toMatchObject({ dirty: false, place: place('first.brief') });
  });

  it('gives back what it saved', async () => {
    const text = await opened();
    text.type(typed('Twelve ships came.'));
    session.factEdits.setStatus(now().facts[0]!.id, 'verified');
    await session.save();
    const again = await session.openFile({
      name: 'first.brief',
      bytes: encode(host.state.disk.get('at first.brief')!),
      place: place('first.brief'),
      readOnly: false,
    });
    expect(again).toBe(true);
    expect(now().open?.doc.eq(typed('Twelve ships came.'))).toBe(true);
    expect(now().facts[0]?.status).toBe('verified');
    expect(now().dirty).toBe(false);
  });

  it('counts a judged fact as a change, and tells the text', async () => {
    const text = await opened();
    session.factEdits.setStatus(now().facts[0]!.id, 'disputed');
    expect(now().facts[0]?.status).toBe('disputed');
    expect(now().dirty).toBe(true);
    expect(text.contexts).toHaveLength(1);
  });

  it('opens a recovered version as unsaved work, and backs it up', async () => {
    await opened();
    await session.save();
    const bytes = encode(host.state.disk.get('at first.brief')!);
    await session.openBytes(bytes, {
      name: 'first.brief',
      place: place('first.brief'),
      readOnly: false,
      unsaved: true,
    });
    session.attach(pretendEditor(now().open!.doc).editor);
    expect(now().dirty).toBe(true);
    host.state.backup = null;
    await session.flushBackup();
    expect(host.state.backup).toContain('"doc"');
  });

  it('keeps what is open when a file cannot be read', async () => {
    await opened();
    const before = now().open;
    expect(await session.openBytes(encode('no'), { name: 'x.brief', place: null, readOnly: false })).toBe(false);
    expect(now().open).toBe(before);
    expect(now().problem).toMatchObject({ kind: 'open', name: 'x.brief', error: { code: 'damaged' } });
  });

  it('saves a read-only file elsewhere', async () => {
    await opened();
    await session.save();
    const bytes = encode(host.state.disk.get('at first.brief')!);
    await session.openBytes(bytes, { name: 'locked.brief', place: place('locked.brief'), readOnly: true });
    host.state.calls.length = 0;
    await session.save();
    expect(host.state.calls[0]).toBe('saveAs locked.brief');
  });

  it('exports under the title, and tells what was written', async () => {
    await opened();
    expect(await session.exportWord({ ...CHOICES, copies: 'clean' })).toBe(true);
    expect(host.state.exported).toBe('docx clean');
    expect(now().exported).toMatchObject({ name: 'A note.docx', draft: false, contents: { footnotes: 1 } });
  });

  it('exports both copies in the house style, and in the template’s own where none is given', async () => {
    await opened();
    const house = encode('house');
    await session.exportWord({ ...CHOICES, copies: 'both' }, house);
    expect(host.state.exported).toBe('docx clean in house, docx annotated in house');
    await session.exportWord({ ...CHOICES, copies: 'clean' });
    expect(host.state.exported).toBe('docx clean');
  });

  it('writes both copies in one go, and tells of both', async () => {
    await opened();
    expect(await session.exportWord({ ...CHOICES, copies: 'both' })).toBe(true);
    expect(host.state.exported).toBe('docx clean, docx annotated');
    expect(now().exported).toMatchObject({ name: 'A note.docx', beside: 'A note (annotated).docx' });
  });

  it('says so when only the clean copy could be written', async () => {
    await opened();
    host.state.besideFails = true;
    expect(await session.exportWord({ ...CHOICES, copies: 'both' })).toBe(true);
    expect(now().exported).toMatchObject({ name: 'A note.docx' });
    expect(now().exported?.beside).toBeUndefined();
    expect(now().noticed.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/“A note \(annotated\)\.docx”\) is not\. The disk is full/),
    );
  });

  it('remembers in the briefing how it leaves', async () => {
    await opened();
    session.setExportChoices({ ...CHOICES, page: 'Letter' });
    await session.save();
    expect(JSON.parse(host.state.disk.get('at first.brief')!)).toMatchObject({
      settings: { export: { page: 'Letter' } },
    });
  });

  it('exports to PDF under the title, and tells what was written', async () => {
    await opened();
    expect(await session.exportPdf()).toBe(true);
    expect(host.state.exported).toBe('pages');
    expect(now().exported).toMatchObject({ name: 'A note.pdf', draft: true, contents: { footnotes: 1 } });
    expect(now().busy).toBeNull();
  });

  it('says why no PDF was written', async () => {
    await opened();
    host.state.printFails = true;
    expect(await session.exportPdf()).toBe(false);
    expect(now().exported).toBeNull();
    expect(now().problem).toMatchObject({ kind: 'export', name: 'A note.pdf', error: { code: 'print-failed' } });
  });

  it('forgets nothing of the user when a briefing is closed', async () => {
    await opened();
    session.close();
    expect(now()).toMatchObject({ open: null, articles: [], dirty: false, settings: null });
    expect(now().user.author).toBe('Analyst');
  });
});

describe('names', () => {
  it('makes a file name of any title', () => {
    expect(fileNameOf('Ships: 12/30 "in" port?', 'brief')).toBe('Ships 12 30 in port.brief');
    expect(fileNameOf('  ', 'docx')).toBe('Untitled briefing.docx');
    expect(fileNameOf('x'.repeat(300), 'brief').length).toBeLessThan(100);
  });
  it('reads the title of a briefing', () => {
    expect(titleOf(typed('x'))).toBe('A note');
  });
  it('tells the day of the machine', () => {
    expect(dayOf(new Date(2031, 0, 5, 23, 30))).toBe('2031-01-05');
  });
});
