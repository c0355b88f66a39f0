// Tasks of the worker: the way of one article through them, and what is saved comes back whole.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createTasks } from '../../../renderer/worker/tasks.ts';
import { DEFAULT_TEMPLATE } from '../../../shared/briefing/templates.ts';
import { exportChoicesOf } from '../../../shared/briefing/exportChoices.ts';
import { houseFile } from '../../export/house/houseFiles.ts';
import { png } from '../../pictures.ts';

const words = `Slate exports rise

Port Varrow, 3 March 2031 (Varrow Gazette) - Quarries of the north sent 90 tonnes of slate abroad in 2030.

"We were ready for the spring," said Ada Brandt, head of the quarry board.
`;
const bytes = new TextEncoder().encode(words);

async function drafted() {
  const tasks = createTasks();
  const imported = await tasks.importArticle({ name: 'slate.txt', bytes, today: '2031-03-04' });
  if (!imported.ok) throw new Error(imported.error.text);
  const { article, facts, source } = imported.value.value;
  const made = await tasks.prefill({
    articles: [article],
    facts: [facts],
    sources: [[article.id, source]],
    template: DEFAULT_TEMPLATE,
    date: '2031-03-04',
    banner: null,
    author: 'Analyst',
    language: 'en-GB',
    now: '2031-03-04T09:00:00Z',
  });
  return { tasks, article, made: made.value };
}

describe('worker tasks', () => {
  it('reads an article, drafts from it, and gives back what was written', async () => {
    const { tasks, article, made } = await drafted();
    expect(made.facts.some((fact) => fact.kind === 'figure')).toBe(true);
    const written = await tasks.write({ briefing: made, app: '0.0.0' });
    const read = await createTasks().read({ bytes: written });
    if (!read.ok) throw new Error(read.error.text);
    const { value } = read.value;
    expect(value.doc).toEqual(made.doc);
    expect(value.facts).toEqual(made.facts);
    expect(value.readOnly).toBe(false);
    expect(new Map(value.sources).get(article.id)).toEqual(bytes);
  });

  it('keeps the bytes of a source, so that the next request need not carry them', async () => {
    const { tasks, made } = await drafted();
    const lean = await tasks.write({ briefing: { ...made, sources: [] }, app: '0.0.0' });
    expect(lean).toEqual(await tasks.write({ briefing: made, app: '0.0.0' }));
    // Another worker has never seen them.
    const other = await createTasks().write({ briefing: { ...made, sources: [] }, app: '0.0.0' });
    expect(other).not.toEqual(lean);
  });

  it('keeps the pictures of each briefing apart, and their bytes for the next request', async () => {
    const { tasks, made } = await drafted();
    const picture = png({ width: 4, height: 3 });
    const image = { type: 'image', attrs: { media: 'a.png', alt: 'A quarry', width: null } };
    const json = made.doc as { content: unknown[] };
    const pictured = { ...made, doc: { ...json, content: [...json.content, image] } };
    const first = await tasks.write({ briefing: { ...pictured, media: [['a.png', picture]] }, app: '0.0.0' });
    expect(await tasks.write({ briefing: { ...pictured, media: [['a.png', null]] }, app: '0.0.0' })).toEqual(first);
    const read = await tasks.read({ bytes: first });
    expect(read.ok && read.value.value.media).toEqual([['a.png', picture]]);
    // A briefing that has no such picture does not get that of another.
    const other = await tasks.read({
      bytes: await tasks.write({ briefing: { ...pictured, media: [] }, app: '0.0.0' }),
    });
    expect(other.ok && other.value.value.media).toEqual([]);
  });

  it('writes a Word document, and counts what is in it', async () => {
    const { tasks, made } = await drafted();
    const exported = await tasks.exportWord({
      briefing: made,
      now: '2031-03-04T09:00:00Z',
      offsetMinutes: 60,
      copy: 'annotated',
      choices: exportChoicesOf(made.settings),
    });
    if (!exported.ok) throw new Error(exported.error.text);
    expect(exported.value.value.bytes.slice(0, 2)).toEqual(new TextEncoder().encode('PK'));
    expect(exported.value.value.contents['footnotes']).toBeGreaterThan(0);
  });

  it('sets the Word document as the choices say', async () => {
    const { tasks, made } = await drafted();
    const ask = { briefing: made, now: '2031-03-04T09:00:00Z', offsetMinutes: 0, copy: 'clean' } as const;
    const usual = exportChoicesOf(made.settings);
    const partsOf = async (choices: typeof usual) => {
      const written = await tasks.exportWord({ ...ask, choices });
      if (!written.ok) throw new Error(written.error.text);
      return Object.keys(unzipSync(written.value.value.bytes));
    };
    const carried = (names: readonly string[]) => names.some((name) => name.startsWith('customXml/'));
    expect(carried(await partsOf(usual))).toBe(true);
    const other = await partsOf({ ...usual, notes: 'endnotes', carrySources: false });
    expect(carried(other)).toBe(false);
    expect(other).toContain('word/endnotes.xml');
  });

  it('sets the Word document in a house style, and tells before what it would do', async () => {
    const { tasks, made } = await drafted();
    const ask = { briefing: made, now: '2031-03-04T09:00:00Z', offsetMinutes: 0, copy: 'clean' } as const;
    const choices = exportChoicesOf(made.settings);
    const bytes = houseFile();
    const stylesOf = async (houseStyle: Uint8Array | null) => {
      const written = await tasks.exportWord({ ...ask, choices, houseStyle });
      if (!written.ok) throw new Error(written.error.text);
      return strFromU8(unzipSync(written.value.value.bytes)['word/styles.xml'] ?? new Uint8Array());
    };
    expect(await stylesOf(bytes)).toContain('House Table');
    expect(await stylesOf(null)).not.toContain('House Table');
    const told = await tasks.describeHouseStyle({ bytes });
    expect(told).toMatchObject({ ok: true, value: { value: { hasHeader: true, hasFooter: true }, messages: [] } });
    const none = new TextEncoder().encode('no Word document');
    expect(await tasks.describeHouseStyle({ bytes: none })).toMatchObject({ ok: false });
    // Never in another style than the one that was asked for.
    expect(await tasks.exportWord({ ...ask, choices, houseStyle: none })).toMatchObject({ ok: false });
  });

  it('tells what leaves with the file, and what stays', async () => {
    const { tasks, made } = await drafted();
    const choices = exportChoicesOf(made.settings);
    const told = await tasks.leaving({ briefing: made, choices });
    expect(told).toMatchObject({ ok: true, value: { excerptsOf: 1, properties: { author: made.settings.author } } });
    const lean = await tasks.leaving({ briefing: made, choices: { ...choices, copies: 'clean', carrySources: false } });
    expect(lean).toMatchObject({ ok: true, value: { comments: 0, commentAuthors: [], excerptsOf: 0 } });
    expect(lean.ok && lean.value.notesStaying).toBe(made.annotations.length);
  });

  it('answers bad input with a sentence', async () => {
    const tasks = createTasks();
    const empty = await tasks.importArticle({ name: 'empty.txt', bytes: new Uint8Array(), today: '2031-03-04' });
    expect(empty.ok).toBe(false);
    const read = await tasks.read({ bytes: new TextEncoder().encode('PK, but no zip') });
    expect(read.ok).toBe(false);
    const nothing = await tasks.exportWord({
      briefing: {
        doc: null,
        articles: [],
        facts: [],
        annotations: [],
        settings: { template: 'x', author: '', language: 'en' },
        sources: [],
        media: [],
      },
      now: '2031-03-04T09:00:00Z',
      offsetMinutes: 0,
      copy: 'clean',
      choices: exportChoicesOf({ language: 'en' }),
    });
    expect(nothing).toMatchObject({ ok: false, error: { code: 'export-failed' } });
  });
});
