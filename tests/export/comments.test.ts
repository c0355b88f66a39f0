// Annotations as Word comments: who, when, on which words, in which thread; and what must never leave.
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import { initialsOf } from '../../shared/export/comments.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { by, cite, doc, h, note, p, prompt, qt, quotation, strong, table, td, tr, type Child } from '../builders.ts';
import { readDocx, type DocxFile } from '../docx/readDocx.ts';
import { annotation, briefing } from './briefings.ts';

const NOW = '2031-03-10T10:00:00Z';

async function exported(
  blocks: readonly Child[],
  annotations: readonly Annotation[],
  options: { copy?: 'annotated' | 'clean'; offsetMinutes?: number } = {},
): Promise<{ file: DocxFile; codes: string[]; bytes: Uint8Array; comments: number }> {
  const made = briefing(doc(...blocks), { annotations });
  const { value, messages } = await toDocx(made, { now: NOW, copy: 'annotated', ...options });
  const file = readDocx(value.bytes);
  expect(file.problems).toEqual([]);
  return { file, codes: messages.map((one) => one.code), bytes: value.bytes, comments: value.contents.comments };
}

const anchors = (file: DocxFile): string[] => file.comments.map((one) => one.anchored);

describe('a comment', () => {
  test('bears author, initials, both times, the note and what was set beside it', async () => {
    const { file } = await exported(
      [p('The quay ', note('n1', 'is full'), '.')],
      [
        annotation('n1', {
          author: 'Ada von Quill',
          at: '2031-03-10T23:15:30.250Z',
          body: 'Who says so?\n\nAsk.',
          status: 'disputed',
          confidence: 'low',
          tags: ['quay'],
        }),
      ],
      { offsetMinutes: 90 },
    );
    expect(file.comments).toEqual([
      {
        id: '1',
        author: 'Ada von Quill',
        initials: 'AVQ',
        date: '2031-03-11T00:45:30Z',
        dateUtc: '2031-03-10T23:15:30Z',
        text: 'Who says so?\nAsk.\nStatus: disputed. Confidence: low. Tags: quay.',
        anchored: 'is full',
        parent: null,
        done: false,
      },
    ]);
  });

  test('of the program names no rule, and a status only once the analyst set one', async () => {
    const ours = { author: 'Chancery', body: 'A rank without its list.', tags: ['ranking-without-list'] };
    const { file } = await exported(
      [p(note('n1', 'top five'), ' and ', note('n2', 'first'))],
      [annotation('n1', ours), annotation('n2', { ...ours, status: 'verified' })],
    );
    expect(file.comments.map((one) => one.text)).toEqual([
      'A rank without its list.',
      'A rank without its list.\nStatus: verified.',
    ]);
  });

  test.each(['yesterday', '+012031-03-10T10:00:00Z'])('without a time that Word can read has none: %s', async (at) => {
    const { file } = await exported([p(note('n1', 'words'))], [annotation('n1', { at })]);
    expect(file.comments[0]).toMatchObject({ date: null, dateUtc: null });
  });

  test.each([
    ['Ada Quill', 'AQ'],
    ['Chancery', 'C'],
    ['  jean-luc de la Tour ', 'JLD'],
    ['Ольга', 'О'],
    ['***', '?'],
  ])('of %j has the initials %j', (author, initials) => {
    expect(initialsOf(author)).toBe(initials);
  });
});

describe('a thread', () => {
  const replies = [
    { id: 'r1', author: 'Bo Lind', at: '2031-03-10T09:00:00Z', body: 'First.' },
    { id: 'r2', author: 'Ada Quill', at: '2031-03-10T09:30:00Z', body: 'Second.' },
  ];

  test('of two replies hangs on its first comment, all on the same words', async () => {
    const { file, comments } = await exported([p('a ', note('n1', 'b'), ' c')], [annotation('n1', { replies })]);
    expect(file.comments.map(({ parent, author, anchored }) => [parent, author, anchored])).toEqual([
      [null, 'Perrin Holt', 'b'],
      ['1', 'Bo Lind', 'b'],
      ['1', 'Ada Quill', 'b'],
    ]);
    expect(file.comments[2]?.text).toBe('Second.');
    expect(comments).toBe(3);
  });

  test('resolved is resolved, with replies and without', async () => {
    const { file } = await exported(
      [p(note('n1', 'a'), note('n2', 'b'), note('n3', 'c'))],
      [annotation('n1', { resolved: true }), annotation('n2', { resolved: true, replies }), annotation('n3')],
    );
    expect(file.comments.map((one) => one.done)).toEqual([true, true, true, true, false]);
  });
});

describe('the annotated words', () => {
  test('may overlap, and the comments come in the order of the text', async () => {
    const { file } = await exported(
      [p('one ', note('in', 'two ', note('out', 'three')), note('out', ' four'), ' five')],
      [annotation('out'), annotation('in')],
    );
    expect(file.comments.map(({ text, anchored }) => [text.split('\n')[0], anchored])).toEqual([
      ['Note in', 'two three'],
      ['Note out', 'three four'],
    ]);
  });

  test('of the same beginning nest, the longer first', async () => {
    const { file } = await exported([p(note('a', note('b', 'x'), 'y'))], [annotation('b'), annotation('a')]);
    expect(anchors(file)).toEqual(['xy', 'x']);
  });

  test('go on over paragraphs, a prompt left empty and a quotation', async () => {
    const { file } = await exported(
      [
        h('Head ', note('n1', 'ing')),
        p(note('n1', 'all')),
        prompt('Ask?'),
        quotation(qt(note('n1', 'of')), by(note('n1', 'it'), ' not this')),
      ],
      [annotation('n1')],
    );
    expect(anchors(file)).toEqual(['ing\nall\n[Ask?]\nof\nit']);
  });

  test('stand in cells, each its own, and over cells', async () => {
    const { file } = await exported(
      [table(tr(td(p(note('n1', 'a1'))), td(p('b', note('n2', '1')))), tr(td(p(note('n2', 'a2'))), td(p('b2'))))],
      [annotation('n1'), annotation('n2')],
    );
    expect(anchors(file)).toEqual(['a1', '1\na2']);
  });

  test('hold footnotes and other marks without a break', async () => {
    const { file } = await exported([p('x ', note('n1', 'a', strong('b'), cite('a1'), 'c'), ' y')], [annotation('n1')]);
    expect(anchors(file)).toEqual(['abc']);
  });

  test('torn apart in one paragraph are bridged; in two the comment stays at the first, with a message', async () => {
    const near = await exported([p(note('n1', 'a'), ' and ', note('n1', 'b'))], [annotation('n1')]);
    expect(anchors(near.file)).toEqual(['a and b']);
    expect(near.codes).not.toContain('annotation-split');
    const far = await exported([p(note('n1', 'a'), ' and'), p('then ', note('n1', 'b'))], [annotation('n1')]);
    expect(anchors(far.file)).toEqual(['a']);
    expect(far.codes).toContain('annotation-split');
  });

  test('that are gone are told of, not dropped in silence', async () => {
    const { file, codes } = await exported([p('nothing')], [annotation('n1')]);
    expect(file.comments).toEqual([]);
    expect(codes).toContain('annotation-unplaced');
  });
});

describe('what stays in the house', () => {
  const secret = annotation('n2', {
    author: 'Confidant Cuttlefish',
    body: 'kestrel-private-body',
    tags: ['kestrel-private-tag'],
    replies: [{ id: 'r', author: 'Reply Rookery', at: NOW, body: 'kestrel-private-reply' }],
    export: false,
  });
  const open = annotation('n1', { body: 'heron-open-body' });
  const blocks = [p(note('n1', 'open'), ' ', note('n2', 'closed'))];

  function holds(bytes: Uint8Array, words: string): boolean {
    const file = readDocx(bytes);
    return (
      strFromU8(bytes, true).includes(words) ||
      file.entries.some(
        (entry) => entry.name.includes(words) || strFromU8(entry.bytes, true).includes(strFromU8(strToU8(words), true)),
      )
    );
  }

  test('no word of a private note is anywhere in the package', async () => {
    const { bytes, file } = await exported(blocks, [open, secret]);
    for (const word of ['kestrel', 'Cuttlefish', 'Rookery']) expect(holds(bytes, word)).toBe(false);
    expect(holds(bytes, 'heron-open-body')).toBe(true);
    expect(file.comments.length).toBe(1);
  });

  test('the clean copy has no comments and no part for them', async () => {
    const { bytes, file, comments } = await exported(blocks, [open, secret], { copy: 'clean' });
    expect(comments).toBe(0);
    expect(file.comments).toEqual([]);
    for (const word of ['kestrel', 'heron', 'comment']) {
      expect(file.entries.filter((entry) => entry.name.startsWith('word/comment'))).toEqual([]);
      if (word !== 'comment') expect(holds(bytes, word)).toBe(false);
    }
    expect(
      strFromU8(file.entries.find((one) => one.name === 'word/document.xml')?.bytes ?? new Uint8Array()),
    ).not.toContain('w:comment');
  });
});
