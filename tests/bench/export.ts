// How fast a briefing becomes a Word file, beside the docx library (and pandoc and LibreOffice, where they are) on the same words.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Mark, Node } from 'prosemirror-model';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { packageDocx } from '../../shared/export/package.ts';
import { PLAN_DEFAULTS, planBriefing } from '../../shared/export/planBriefing.ts';

const NOW = '2031-03-10T10:00:00Z';
const SIZES = [10, 100, 1000] as const;

/** A page of word.md, section 4: a heading, four paragraphs with bold and a link, three bullets, a table every fifth page. */
interface PageText {
  readonly heading: string;
  readonly paragraphs: readonly (readonly [
    before: string,
    bold: string,
    between: string,
    link: string,
    after: string,
  ])[];
  readonly bullets: readonly string[];
  readonly table: readonly (readonly string[])[] | null;
}

const NOUNS = ['quay', 'grain', 'harbour', 'council', 'ledger', 'tariff', 'ferry', 'warehouse', 'pilot', 'channel'];
const VERBS = ['carries', 'reports', 'doubles', 'keeps', 'weighs', 'counts', 'opens', 'lowers', 'names', 'moves'];

/** Words without chance: the same for every tool and every run. */
function words(count: number, seed: number): string {
  return Array.from({ length: count }, (_, at) => {
    const list = (at + seed) % 2 === 0 ? NOUNS : VERBS;
    return list[(at * 7 + seed * 13) % list.length] ?? '';
  }).join(' ');
}

function pageText(index: number): PageText {
  return {
    heading: `Section ${index + 1} of the ${words(2, index)}`,
    paragraphs: Array.from({ length: 4 }, (_, at) => {
      const seed = index * 4 + at;
      return [
        `${words(34, seed)} `,
        words(4, seed + 1),
        ` ${words(20, seed + 2)} `,
        words(3, seed + 3),
        `, ${words(12, seed + 4)}.`,
      ];
    }),
    bullets: Array.from({ length: 3 }, (_, at) => words(18, index * 3 + at)),
    table:
      index % 5 === 0
        ? Array.from({ length: 5 }, (_, row) =>
            Array.from({ length: 4 }, (_, cell) => words(2, index + row * 4 + cell)),
          )
        : null,
  };
}

const LINK = 'https://courier.example/2031/03/grain';

const paragraph = (...content: Node[]): Node => schema.node('paragraph', null, content);

/** The pages as a briefing; with `full` each has a footnote and every second an annotation with a reply. */
function briefingOf(pages: readonly PageText[], full: boolean): Briefing {
  const annotations: Annotation[] = [];
  const link = schema.mark('link', { href: LINK });
  const blocks = pages.flatMap((page, index): Node[] => {
    const texts = page.paragraphs.map(([before, bold, between, linked, after], at) => {
      const marks: Mark[] = [schema.mark('strong')];
      const noted = full && at === 0 && index % 2 === 0;
      if (noted) {
        const id = `n${index}`;
        marks.push(schema.mark('annotation', { id }));
        const reply = { id: `${id}r`, author: 'Ada Quill', at: NOW, body: 'The same.' };
        annotations.push({
          id,
          author: 'Perrin Holt',
          at: NOW,
          body: `See page ${index + 1}.`,
          status: 'unverified',
          confidence: null,
          tags: [],
          replies: [reply],
          resolved: false,
          export: true,
        });
      }
      const cite =
        full && at === 0 ? [schema.node('citation', { articleId: 'a1', locator: `paragraph ${index + 1}` })] : [];
      return paragraph(
        schema.text(before),
        schema.text(bold, marks),
        schema.text(between),
        schema.text(linked, [link]),
        schema.text(after),
        ...cite,
      );
    });
    const table = page.table?.map((row, at) =>
      schema.node(
        'tableRow',
        null,
        row.map((cell) => schema.node(at === 0 ? 'tableHeader' : 'tableCell', null, [paragraph(schema.text(cell))])),
      ),
    );
    return [
      schema.node('heading', { level: 1 }, [schema.text(page.heading)]),
      ...texts,
      schema.node(
        'bulletList',
        null,
        page.bullets.map((text) => schema.node('listItem', null, [paragraph(schema.text(text))])),
      ),
      ...(table ? [schema.node('table', null, table)] : []),
    ];
  });
  const head = schema.node('titleBlock', null, [
    schema.node('title', null, [schema.text('The grain trade of Ostrel')]),
  ]);
  return {
    doc: schema.node('doc', { banner: 'OFFICIAL' }, [head, ...blocks]),
    articles: [],
    sources: new Map(),
    media: new Map(),
    facts: [],
    annotations,
    settings: { template: 'press-summary', author: 'Perrin Holt', language: 'en-GB' },
  };
}

/** The same pages by the docx library, as its own documentation writes them. */
async function byDocx(pages: readonly PageText[]): Promise<Uint8Array> {
  const children = pages.flatMap((page) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(page.heading)] }),
    ...page.paragraphs.map(
      ([before, bold, between, link, after]) =>
        new Paragraph({
          children: [
            new TextRun(before),
            new TextRun({ text: bold, bold: true }),
            new TextRun(between),
            new ExternalHyperlink({ link: LINK, children: [new TextRun({ text: link, style: 'Hyperlink' })] }),
            new TextRun(after),
          ],
        }),
    ),
    ...page.bullets.map((text) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(text)] })),
    ...(page.table
      ? [
          new Table({
            rows: page.table.map(
              (row) =>
                new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
            ),
          }),
        ]
      : []),
  ]);
  const document = new Document({ title: 'The grain trade of Ostrel', sections: [{ children }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function markdown(pages: readonly PageText[]): string {
  return pages
    .map((page) =>
      [
        `# ${page.heading}`,
        ...page.paragraphs.map(
          ([before, bold, between, link, after]) => `${before}**${bold}**${between}[${link}](${LINK})${after}`,
        ),
        page.bullets.map((text) => `- ${text}`).join('\n'),
        ...(page.table
          ? [
              page.table
                .map((row, at) => `| ${row.join(' | ')} |${at === 0 ? `\n|${' --- |'.repeat(row.length)}` : ''}`)
                .join('\n'),
            ]
          : []),
      ].join('\n\n'),
    )
    .join('\n\n');
}

const TOOLS = {
  /** Plan, XML and zip: what the docx library is asked for too. */
  write: (pages: readonly PageText[]) => {
    const briefing = briefingOf(pages, false);
    return () => packageDocx(planBriefing(briefing, { ...PLAN_DEFAULTS, carrySources: false }).plan, NOW);
  },
  docx: (pages: readonly PageText[]) => () => byDocx(pages),
  /** The whole door: check, plan, notes, comments, the projection carried. */
  full: (pages: readonly PageText[]) => {
    const briefing = briefingOf(pages, true);
    return () => toDocx(briefing, { now: NOW, copy: 'annotated' });
  },
} as const;
type Tool = keyof typeof TOOLS;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}

const pagesOf = (size: number): PageText[] => Array.from({ length: size }, (_, index) => pageText(index));
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

async function warm(): Promise<void> {
  console.log('Warm, in one process: median ms of 7 after one, taken in turns; ratio to docx in brackets');
  console.log('pages        docx   plan+write     all of toDocx with notes and comments');
  for (const size of SIZES) {
    const pages = pagesOf(size);
    const times: Record<Tool, number[]> = { write: [], docx: [], full: [] };
    const runs = Object.entries(TOOLS).map(([name, make]) => [name as Tool, make(pages)] as const);
    for (let turn = 0; turn < 8; turn++) {
      for (const [name, run] of runs) {
        const from = performance.now();
        await run();
        if (turn > 0) times[name].push(performance.now() - from);
      }
    }
    const peer = median(times.docx);
    const cell = (name: Tool): string =>
      `${median(times[name]).toFixed(0)} (${(median(times[name]) / peer).toFixed(2)})`;
    console.log(
      `${String(size).padStart(5)} ${peer.toFixed(0).padStart(11)} ${cell('write').padStart(12)} ${cell('full').padStart(16)}`,
    );
  }
}

/** Megabytes; Node's own maxRSS counts what the parent process had. */
function peakMemory(): number {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

/** One export in a process of its own: its milliseconds, cold, and the most memory the process had. */
async function alone(tool: Tool, size: number): Promise<void> {
  const run = TOOLS[tool](pagesOf(size));
  const from = performance.now();
  await run();
  console.log(JSON.stringify({ ms: performance.now() - from, mb: peakMemory() }));
}

function cold(): void {
  console.log('\nCold, each in a process of its own, median of 3: ms, peak memory of the process in MB');
  for (const size of SIZES) {
    const row = (Object.keys(TOOLS) as Tool[]).map((tool) => {
      const runs = Array.from({ length: 3 }, () => {
        const out = execFileSync(process.execPath, [import.meta.filename, '--alone', tool, String(size)], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        return JSON.parse(out.toString().trim().split('\n').at(-1) ?? '{}') as { ms: number; mb: number };
      });
      return `${tool} ${median(runs.map(({ ms }) => ms)).toFixed(0)} ms ${median(runs.map(({ mb }) => mb)).toFixed(0)} MB`;
    });
    console.log(`${String(size).padStart(5)}  ${row.join('   ')}`);
  }
}

/** Whole processes of programs that write .docx, on the words of the same pages. */
function programs(): void {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    console.log('\nWhole processes, median of 3, ms');
    for (const size of [10, 100]) {
      const source = join(folder, `p${size}.md`);
      writeFileSync(source, markdown(pagesOf(size)));
      const timed = (program: string, args: readonly string[]): string => {
        if (!has(program)) return `${program} is not here`;
        const times = Array.from({ length: 3 }, () => {
          const from = performance.now();
          execFileSync(program, args, { stdio: 'ignore' });
          return performance.now() - from;
        });
        return `${program} ${median(times).toFixed(0)}`;
      };
      const html = join(folder, `p${size}.html`);
      if (has('pandoc')) execFileSync('pandoc', [source, '-o', html]);
      const office = [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'docx',
        '--outdir',
        folder,
        html,
      ];
      console.log(
        `${String(size).padStart(5)}  ${timed('pandoc', [source, '-o', join(folder, 'p.docx')])}   ${has('pandoc') ? timed('soffice', office) : 'soffice needs pandoc for its input'}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [flag, tool, size] = process.argv.slice(2);
if (flag === '--alone' && tool !== undefined && tool in TOOLS) await alone(tool as Tool, Number(size));
else {
  await warm();
  cold();
  programs();
}
