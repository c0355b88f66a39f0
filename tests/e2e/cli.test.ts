// The built command line, driven as a program: its contract of product.md and decisions.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { root, scratch } from './app.ts';

const cli = path.join(root, 'dist/cli.js');
const article = path.join(root, 'build/sample/harbour-trade.txt');
const real = path.resolve(root, '../shared/samples/azerbaijan-us-2025-08-07.txt');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function chancery(args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}): Ran {
  const ran = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(options.input === undefined ? {} : { input: options.input }),
    env: { ...process.env, ...options.env },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly article: {
    readonly title: string | null;
    readonly byline: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
  };
  readonly quotes: readonly {
    start: number;
    end: number;
    text: string;
    spans: number[][];
    kind: string;
    speaker: { name: string; role: string } | null;
  }[];
  readonly figures: readonly {
    start: number;
    end: number;
    text: string;
    value: number;
    unit: string;
    period: string | null;
  }[];
  readonly claims: readonly { text: string; verdict: string; computed?: string }[];
}

describe('chancery facts', () => {
  it('prints JSON whose spans are slices of its text', () => {
    const { code, out } = chancery(['facts', article]);
    expect(code).toBe(0);
    const [row] = JSON.parse(out) as Row[];
    expect(row?.article).toMatchObject({ byline: 'Linnea Marsh', published: '2025-05-14' });
    expect(row?.quotes.length).toBeGreaterThanOrEqual(4);
    for (const fact of [...(row?.quotes ?? []), ...(row?.figures ?? [])]) {
      expect(row?.text.slice(fact.start, fact.end)).toBe(fact.text);
    }
    expect(row?.claims.map(({ text, verdict }) => [text, verdict])).toContainEqual([
      'more than four times',
      'supported',
    ]);
  });

  it('reads JSON lines in order, offsets into the given text', () => {
    const lines = [
      { id: 'one', text: '  “It rains,” Ann Bo said.' },
      { id: 'two', text: 'Sales rose to $5 million in 2021.' },
    ];
    const { code, out } = chancery(['facts', '--jsonl', '-'], {
      input: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
    expect(rows.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(rows[0]?.quotes[0]).toMatchObject({ start: 3, end: 12, text: 'It rains,', kind: 'direct' });
    expect(rows[1]?.figures[0]).toMatchObject({ text: '$5 million', value: 5_000_000, unit: 'USD', period: '2021' });
  });

  it('says which line is not an object, does the rest, exits 2', () => {
    const { code, out, err } = chancery(['facts', '--jsonl', '-'], { input: 'nonsense\n{"id":"x","text":"Hello."}\n' });
    expect(code).toBe(2);
    expect(err).toContain('line 1');
    expect(JSON.parse(out)).toMatchObject({ id: 'x', quotes: [] });
  });

  it('prints a table on request', () => {
    const { code, out } = chancery(['facts', '--table', article]);
    expect(code).toBe(0);
    expect(out).toMatch(/^quote /m);
    expect(out).toMatch(/^figure /m);
  });

  it.skipIf(!existsSync(real))('reads the real sample (skipped where ../shared/samples is absent)', () => {
    const [row] = JSON.parse(chancery(['facts', real]).out) as Row[];
    expect(row?.quotes.map(({ kind, speaker }) => [kind, speaker?.name, speaker?.role])).toEqual(
      Array(4).fill(['direct', 'Vugar Bayramov', 'Member of Parliament']),
    );
    expect(row?.figures.filter(({ unit }) => unit === 'USD').map(({ value, period }) => [value, period])).toEqual([
      [3_400_000_000, '2024'],
      [570_000_000, '2022'],
      [904_000_000, '2023'],
      [1_752_000_000, '2024'],
    ]);
    expect(row?.claims.filter(({ verdict }) => verdict === 'supported')).toEqual([
      expect.objectContaining({ text: 'more than three times', computed: '1752000000 / 570000000 = 3.07' }),
    ]);
    expect(row?.article).toMatchObject({ byline: 'Akbar Novruz', publisher: 'AzerNews', published: '2025-08-07' });
  });
});

describe('chancery brief, export, check', () => {
  it('writes a Word file and says what is in it', () => {
    const out = path.join(scratch(), 'note.docx');
    const { code, err } = chancery([
      'brief',
      article,
      '-o',
      out,
      '--date',
      '2025-05-20',
      '--banner',
      'TLP:AMBER',
      '--to',
      'The Minister',
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/\d+ quotations, \d+ figures, \d+ comments and \d+ footnotes/);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('gives the same bytes for the same --date, in any time zone, .docx and .brief alike', () => {
    const folder = scratch();
    for (const kind of ['docx', 'brief']) {
      const bytes = ['UTC', 'Asia/Tokyo', 'America/St_Johns'].map((TZ, n) => {
        const out = path.join(folder, `${n}.${kind}`);
        expect(chancery(['brief', article, '-o', out, '--date', '2025-05-20'], { env: { TZ } }).code).toBe(0);
        return readFileSync(out).toString('base64');
      });
      expect(new Set(bytes).size).toBe(1);
    }
  });

  it('goes by way of a .brief to the same Word file', () => {
    const folder = scratch();
    const [direct, brief, later] = ['direct.docx', 'note.brief', 'later.docx'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    const day = ['--date', '2025-05-20'];
    expect(chancery(['brief', article, '-o', direct, ...day]).code).toBe(0);
    expect(chancery(['brief', article, '-o', brief, ...day]).code).toBe(0);
    expect(chancery(['check', brief]).code).toBe(0);
    expect(chancery(['export', brief, '-o', later, ...day]).code).toBe(0);
    expect(readFileSync(later).equals(readFileSync(direct))).toBe(true);
  });

  it('lists templates, id first', () => {
    const { code, out } = chancery(['templates']);
    expect(code).toBe(0);
    const ids = out
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/)[0]);
    expect(ids).toEqual(expect.arrayContaining(['ministerial-submission', 'bluf-memorandum']));
  });

  it('takes a template of the house by its file, and says why one is none', () => {
    const folder = scratch();
    const file = (name: string, words: string): string => {
      writeFileSync(path.join(folder, name), words);
      return path.join(folder, name);
    };
    const out = path.join(folder, 'house.brief');
    const sections = [{ id: 'gist', heading: 'The gist of it', prompt: 'What?', fill: ['keyFigures'] }];
    const house = { id: 'own-house', name: 'House', summary: '', details: ['to'], sections };
    const template = file('house.json', JSON.stringify(house));
    expect(chancery(['brief', article, '-o', out, '--template', template]).code).toBe(0);
    const exported = chancery(['export', out, '-o', path.join(folder, 'house.docx')]);
    expect([exported.code, exported.err]).toEqual([0, expect.stringMatching(/figures/)]);
    const bad = chancery(['brief', article, '-o', out, '--force', '--template', file('bad.json', '{"id":1}')]);
    expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('“bad.json” is no template of Chancery.')]);
  });

  it('overwrites only with --force', () => {
    const out = path.join(scratch(), 'note.docx');
    writeFileSync(out, 'mine');
    const refused = chancery(['brief', article, '-o', out]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--force');
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(chancery(['brief', article, '-o', out, '--force']).code).toBe(0);
  });
});

describe('the options of the Word file', () => {
  const folder = scratch();
  const brief = path.join(folder, 'note.brief');
  const plain = ['--date', '2025-05-20'];
  const made = chancery(['brief', article, '-o', brief, ...plain]);
  const wordOf = (...options: string[]) => {
    const out = path.join(scratch(), 'note.docx');
    const ran = chancery(['export', brief, '-o', out, ...plain, ...options]);
    expect(ran.code, ran.err).toBe(0);
    const parts = unzipSync(readFileSync(out));
    return { ...ran, names: Object.keys(parts), main: strFromU8(parts['word/document.xml'] ?? new Uint8Array()) };
  };

  it('set page, citations and contents', () => {
    expect(made.code, made.err).toBe(0);
    const usual = wordOf();
    expect(usual.main).toMatch(/<w:pgSz [^>]*w:w="11906"/);
    expect(usual.main).toContain('w:footnoteReference');
    expect(usual.main).not.toMatch(/TOC \\o/);
    const other = wordOf('--page', 'letter', '--endnotes', '--contents');
    expect(other.main).toMatch(/<w:pgSz [^>]*w:w="12240"/);
    expect(other.main).toContain('w:endnoteReference');
    expect(other.main).not.toContain('w:footnoteReference');
    expect(other.main).toMatch(/TOC \\o/);
    expect(other.err).toMatch(/and \d+ endnotes/);
  });

  it('leave out what the file carries of its sources', () => {
    expect(wordOf().names.some((name) => name.startsWith('customXml/'))).toBe(true);
    expect(wordOf('--no-sources-inside').names.filter((name) => name.startsWith('customXml/'))).toEqual([]);
  });

  it('print portion marks', () => {
    expect(wordOf('--portion-marks').err).toMatch(/no portion mark/);
    expect(wordOf().err).not.toMatch(/portion mark/);
  });

  it('write both copies in one go, and replace neither without --force', () => {
    const out = path.join(scratch(), 'note.docx');
    const beside = path.join(path.dirname(out), 'note (annotated).docx');
    const both = ['export', brief, '-o', out, ...plain, '--clean', '--annotated'];
    writeFileSync(beside, 'mine');
    const half = chancery(both);
    expect(half.code).toBe(2);
    expect(half.err).toMatch(/note \(annotated\)\.docx.*--force/);
    expect(readFileSync(beside, 'utf8')).toBe('mine');
    const commentsOf = (file: string) => 'word/comments.xml' in unzipSync(readFileSync(file));
    expect(commentsOf(out), 'the first stays').toBe(false);
    expect(chancery([...both, '--force']).code).toBe(0);
    expect([commentsOf(out), commentsOf(beside)]).toEqual([false, true]);
  });
});

describe('bad input gets a sentence and exit code 2', () => {
  const folder = scratch();
  const file = (name: string, bytes: string | Uint8Array): string => {
    const place = path.join(folder, name);
    writeFileSync(place, bytes);
    return place;
  };
  const target = path.join(folder, 'out.docx');

  it.each([
    ['an empty file', () => file('empty.txt', ''), /empty/i],
    [
      'a binary file',
      () =>
        file(
          'binary.txt',
          Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256),
        ),
      /text/i,
    ],
    ['a text over 50 MB', () => file('huge.txt', 'word '.repeat(10_600_000)), /50 MB/],
    ['a missing file', () => path.join(folder, 'missing.txt'), /no such file/i],
    ['a folder', () => folder, /folder/i],
    ['a format not read yet', () => file('page.pdf', '%PDF-1.7 '), /pdf/i],
  ])('%s', (_, make, words) => {
    const { code, err, out } = chancery(['brief', make(), '-o', target]);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(out).toBe('');
    expect(existsSync(target)).toBe(false);
  });

  it.each([
    ['an empty .brief', new Uint8Array()],
    ['a .brief that is no zip', Buffer.from('not a zip at all, but long enough to be looked at as one')],
  ])('%s', (_, bytes) => {
    const { code, err } = chancery(['check', file('damaged.brief', bytes)]);
    expect(code).toBe(2);
    expect(err).toContain('damaged.brief');
  });

  it('a .brief cut short', () => {
    const whole = path.join(folder, 'whole.brief');
    expect(chancery(['brief', article, '-o', whole, '--date', '2025-05-20']).code).toBe(0);
    const bytes = readFileSync(whole);
    const { code, err } = chancery(['check', file('cut.brief', bytes.subarray(0, bytes.length / 2))]);
    expect(code).toBe(2);
    expect(err.trim().length).toBeGreaterThan(20);
  });

  it('a target that cannot be written', () => {
    const out = path.join(folder, 'no', 'such', 'folder', 'note.docx');
    const { code, err } = chancery(['brief', article, '-o', out]);
    expect(code).toBe(2);
    expect(err).toMatch(/folder/i);
    const place = path.join(folder, 'taken.docx');
    mkdirSync(place);
    expect(chancery(['brief', article, '-o', place, '--force']).code).toBe(2);
  });

  it('of several files one unreadable: the rest is done', () => {
    const out = path.join(folder, 'rest.brief');
    const { code, err } = chancery(['brief', article, path.join(folder, 'missing.txt'), '-o', out]);
    expect(code).toBe(2);
    expect(err).toContain('missing.txt');
    expect(existsSync(out)).toBe(true);
  });

  it.each([
    [['frobnicate'], /no command/],
    [['brief', article], /-o OUT/],
    [['brief', article, '-o', 'x.docx', '--template', 'nonsense'], /no template/],
    [['brief', article, '-o', 'x.docx', '--date', '2025-02-30'], /YYYY-MM-DD/],
    [['facts', '--nonsense'], /nonsense/],
    [['facts'], /FILE/],
    [['facts', article, '-o', 'facts.json'], /writes no file/],
    [['facts', article, '--json', '--table'], /exclude/],
    [['brief', article, '-o=x.docx'], /space/],
    [['facts', article, '--pdf'], /PDF/],
    [['templates', 'extra'], /no FILE/],
    [['export', 'x.brief', '-o', 'x.docx', '--page', 'a5'], /a4 or letter/],
    [['export', 'x.brief', '-o', 'x.pdf', '--endnotes'], /OUT\.docx/],
    [['brief', article, '-o', 'x.brief', '--clean', '--annotated'], /OUT\.docx/],
    [['facts', article, '--contents'], /brief and export/],
    [['export', 'x.brief', '-o', 'x.docx', '--footnotes', '--endnotes'], /exclude/],
    [['export', 'x.docx', '-o', 'y.docx'], /Word/],
    [['check'], /IN\.docx/],
    [[], /chancery facts/],
  ])('usage: %j', (args, words) => {
    const { code, err } = chancery(args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});

describe('chancery --help and --version', () => {
  it('answer on standard output', () => {
    expect(chancery(['--help']).out).toContain('chancery brief');
    expect(chancery(['--version']).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
