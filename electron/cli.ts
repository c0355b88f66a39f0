// The command line: facts, brief, export, check and templates, the same core without a window (product.md).
import { readFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { importArticle } from '../shared/article/importArticle.ts';
import { articleFromText } from '../shared/article/articleFromText.ts';
import type { Article } from '../shared/article/article.ts';
import { fail, ok, type Message, type Outcome, type Result } from '../shared/base/result.ts';
import type { Briefing } from '../shared/briefing/briefing.ts';
import { prefill } from '../shared/briefing/prefill.ts';
import { readTemplate } from '../shared/briefing/ownTemplate.ts';
import type { Template } from '../shared/briefing/template.ts';
import { DEFAULT_TEMPLATE, templateById, TEMPLATES } from '../shared/briefing/templates.ts';
import { checkReport } from '../shared/check/checkReport.ts';
import { extractFacts } from '../shared/facts/extractFacts.ts';
import { factsJson } from '../shared/facts/factsJson.ts';
import { factsTable } from '../shared/facts/factsTable.ts';
import { readBrief } from '../shared/file/read.ts';
import type { Report } from './cliCheck.ts';
import { choicesFor, CHOICE_OPTIONS, wrongChoice } from './cliChoices.ts';
import { USAGE } from './cliUsage.ts';
import { writeOut, type Wanted } from './cliWrite.ts';

declare const __APP_VERSION__: string;

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  table: { type: 'boolean' },
  date: { type: 'string' },
  output: { type: 'string', short: 'o' },
  template: { type: 'string' },
  title: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  banner: { type: 'string' },
  author: { type: 'string' },
  ...CHOICE_OPTIONS,
  encoding: { type: 'string' },
  force: { type: 'boolean' },
  'house-style': { type: 'string' },
  'no-model': { type: 'boolean' },
  pdf: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

/** Exit codes of decisions.md: done, not done; check adds 1, something to settle (cliCheck.ts). */
const DONE = 0;
const NOT_DONE = 2;

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

function tellAll(messages: readonly Message[], name: string): void {
  for (const message of messages) tell(`${name}: ${message.text}`);
}

/** The words of a system error that a reader can act on. */
function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES' || code === 'EPERM') return 'You may not read it.';
  if (code === 'EISDIR') return 'It is a folder.';
  return error instanceof Error ? error.message : String(error);
}

async function readInput(file: string): Promise<Result<Uint8Array>> {
  try {
    if (file !== '-') return ok(await readFile(file));
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(piece as Buffer);
    return ok(Buffer.concat(pieces));
  } catch (error) {
    return fail('unreadable', `${nameOf(file)} could not be read. ${reasonOf(error)}`);
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : path.basename(file);
}

interface Source {
  readonly article: Article;
  readonly bytes: Uint8Array;
}

/** Imports every file; the readable ones are kept, each other gets its sentence on standard error. */
async function readSources(
  files: readonly string[],
  options: Options,
): Promise<{ sources: Source[]; failed: boolean }> {
  const sources: Source[] = [];
  let failed = false;
  for (const file of files) {
    const bytes = await readInput(file);
    const read: Result<Outcome<Article>> = bytes.ok
      ? importArticle(bytes.value, {
          name: nameOf(file),
          ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
        })
      : bytes;
    if (!read.ok || !bytes.ok) {
      tell(read.ok ? '' : read.error.text);
      failed = true;
      continue;
    }
    tellAll(read.value.messages, nameOf(file));
    if (sources.some(({ article }) => article.id === read.value.value.id)) {
      tell(`${nameOf(file)}: The same text was given before; it counts once.`);
      continue;
    }
    sources.push({ article: read.value.value, bytes: bytes.value });
  }
  return { sources, failed };
}

/** `--date`, or today where the machine is: the command line may look at the clock, the core may not. */
function dayOf(options: Options): string {
  if (options.date !== undefined) return options.date;
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "Now" for every time stamp: the given day at midnight, so that the same input gives the same bytes. */
function instantOf(options: Options): string {
  return options.date === undefined ? new Date().toISOString() : `${options.date}T00:00:00.000Z`;
}

async function facts(files: readonly string[], options: Options): Promise<number> {
  if (files.length === 0) return usage('facts needs at least one FILE.');
  const today = options.date === undefined ? {} : { today: options.date };
  if (options.jsonl) {
    let code = DONE;
    for (const file of files) code = Math.max(code, await factsOfLines(file, today));
    return code;
  }
  const { sources, failed } = await readSources(files, options);
  const read = sources.map(({ article }) => ({ article, found: extractFacts(article, today) }));
  for (const { article, found } of read) tellAll(found.messages, article.fileName);
  const asTable = options.table ?? (!options.json && process.stdout.isTTY === true);
  if (asTable) print(read.map(({ article, found }) => factsTable(article, found.value)).join('\n'));
  else
    print(
      JSON.stringify(read.map(({ article, found }) => ({ ...factsJson(article, found.value), text: article.text }))),
    );
  return failed ? NOT_DONE : DONE;
}

/** One JSON line in, one out, in order; a line that cannot be read gets its sentence and no output. */
async function factsOfLines(file: string, today: { today?: string }): Promise<number> {
  let code = DONE;
  let number = 0;
  try {
    const input = file === '-' ? process.stdin : createReadStream(file);
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if (line.trim() === '') continue;
      let row: { id?: unknown; text?: unknown; date?: unknown } | null;
      try {
        row = JSON.parse(line) as typeof row;
      } catch {
        row = null;
      }
      if (row === null || typeof row !== 'object' || typeof row.text !== 'string') {
        tell(`${nameOf(file)}, line ${number}: This is not an object with "id" and "text".`);
        code = NOT_DONE;
        continue;
      }
      const article = articleFromText(row.text, { id: String(row.id ?? number) });
      if (row.date !== undefined && !(typeof row.date === 'string' && isDay(row.date))) {
        tell(`${nameOf(file)}, line ${number}: "date" is no day of the form YYYY-MM-DD; it was not used.`);
      }
      const day = typeof row.date === 'string' && isDay(row.date) ? { today: row.date } : today;
      print(JSON.stringify(factsJson(article, extractFacts(article, day).value)));
    }
  } catch (error) {
    tell(`${nameOf(file)} could not be read. ${reasonOf(error)}`);
    return NOT_DONE;
  }
  return code;
}

/** A shipped template by its id, or one of the house by its file. */
async function templateFor(given: string | undefined): Promise<Result<Template>> {
  if (given === undefined) return ok(DEFAULT_TEMPLATE);
  if (/\.json$/i.test(given)) {
    const bytes = await readInput(given);
    return bytes.ok ? readTemplate(bytes.value, nameOf(given)) : bytes;
  }
  const template = templateById(given);
  return template ? ok(template) : fail('usage', `There is no template "${given}". \`chancery templates\` lists them.`);
}

async function brief(files: readonly string[], options: Options): Promise<number> {
  const out = options.output;
  if (files.length === 0) return usage('brief needs at least one FILE.');
  if (out === undefined || !/\.(docx|brief|pdf)$/i.test(out))
    return usage('brief needs -o OUT, ending in .docx, .pdf or .brief.');
  const template = await templateFor(options.template);
  if (!template.ok) return usage(template.error.text, template.error.code);
  const { sources, failed } = await readSources(files, options);
  if (sources.length === 0) return NOT_DONE;
  const articles = sources.map(({ article }) => article);
  const date = dayOf(options);
  const { value, messages } = prefill({
    articles,
    sources: new Map(sources.map(({ article, bytes }) => [article.id, bytes])),
    facts: articles.map((article) => extractFacts(article, { today: date }).value),
    template: template.value,
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.to === undefined ? {} : { to: options.to }),
    ...(options.from === undefined ? {} : { from: options.from }),
    banner: options.banner ?? null,
    author: options.author ?? 'Analyst',
    date,
    now: instantOf(options),
  });
  tellAll(messages, path.basename(out));
  const written = await writeOut(value, wanted(out, options, messages));
  return written && !failed ? DONE : NOT_DONE;
}

/** What the options say of writing OUT. `told`: messages that were printed before. */
function wanted(out: string, options: Options, told: readonly Message[] = []): Wanted {
  return {
    out,
    now: instantOf(options),
    choices: choicesFor(options),
    pdf: options.pdf === true,
    force: options.force === true,
    app: __APP_VERSION__,
    told,
    tell,
  };
}

/** Opens a .brief given as the only argument. */
async function readBriefing(files: readonly string[], command: string): Promise<Result<Briefing>> {
  const [file] = files;
  if (file === undefined || files.length !== 1)
    return fail('usage', `${command} needs one ${command === 'check' ? 'IN.brief, or IN.docx' : 'IN.brief'}.`);
  if (/\.docx$/i.test(file))
    return fail('not-read-yet', `${nameOf(file)}: A Word file can be checked, not exported again; give the .brief.`);
  const bytes = await readInput(file);
  if (!bytes.ok) return bytes;
  const read = readBrief(bytes.value);
  if (!read.ok) return fail(read.error.code, `${nameOf(file)}: ${read.error.text}`);
  tellAll(read.value.messages, nameOf(file));
  return ok(read.value.value.briefing);
}

async function exportBriefing(files: readonly string[], options: Options): Promise<number> {
  const out = options.output;
  if (out === undefined || !/\.(docx|pdf)$/i.test(out)) return usage('export needs -o OUT.docx or OUT.pdf.');
  const briefing = await readBriefing(files, 'export');
  if (!briefing.ok) return usage(briefing.error.text, briefing.error.code);
  const style = options['house-style'];
  if (style === undefined) return (await writeOut(briefing.value, wanted(out, options))) ? DONE : NOT_DONE;
  const { houseStyleFor } = await import('./cliStyles.ts');
  const house = houseStyleFor(out, await readInput(style), nameOf(style), tell);
  if (!house.ok) return usage(house.error.text, house.error.code);
  return (await writeOut(briefing.value, { ...wanted(out, options), houseStyle: house.value })) ? DONE : NOT_DONE;
}

/** A .docx is checked by what it carries, or by the sources named after it; a .brief holds its own. */
async function check(files: readonly string[], options: Options): Promise<number> {
  // Loaded here, as the export is: reading Word files back is a program of its own.
  const { checkDocx, reportOf } = await import('./cliCheck.ts');
  const [file = '', ...rest] = files;
  const json = options.json === true;
  let report: Report;
  let failed = false;
  if (/\.docx$/i.test(file)) {
    const bytes = await readInput(file);
    if (!bytes.ok) return usage(bytes.error.text, bytes.error.code);
    const given = await readSources(rest, options);
    failed = given.failed;
    report = checkDocx(
      bytes.value,
      nameOf(file),
      given.sources.map(({ article }) => article),
      json,
    );
  } else {
    const briefing = await readBriefing(files, 'check');
    if (!briefing.ok) return usage(briefing.error.text, briefing.error.code);
    const { measuredLength } = await import('./cliLength.ts');
    const measured = measuredLength(briefing.value);
    const { open, accepted } = checkReport({ ...briefing.value, measured });
    report = reportOf(open, json, accepted);
  }
  for (const text of report.told) tell(text);
  if (report.out !== null) print(report.out);
  return failed ? NOT_DONE : report.code;
}

async function styles(files: readonly string[]): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length !== 1) return usage('styles needs one FILE, a .docx or .dotx.');
  const bytes = await readInput(file);
  if (!bytes.ok) return usage(bytes.error.text, bytes.error.code);
  const { describeStyles } = await import('./cliStyles.ts');
  const report = describeStyles(bytes.value, nameOf(file));
  for (const text of report.told) tell(text);
  if (report.out !== null) print(report.out);
  return report.code;
}

function templates(files: readonly string[]): number {
  if (files.length > 0) return usage('templates takes no FILE.');
  const width = Math.max(...TEMPLATES.map(({ id }) => id.length));
  for (const { id, name, summary } of TEMPLATES) print(`${id.padEnd(width)}  ${name}: ${summary}`);
  return DONE;
}

function usage(text: string, code = 'usage'): number {
  tell(code === 'usage' ? `${text} See chancery --help.` : text);
  return NOT_DONE;
}

const COMMANDS: Readonly<Record<string, (files: readonly string[], options: Options) => Promise<number> | number>> = {
  facts,
  brief,
  export: exportBriefing,
  check,
  styles,
  templates,
};

/** Commands that write OUT. */
const WRITING: ReadonlySet<string> = new Set(['brief', 'export']);

/** Runs the command line and answers the exit code. */
async function run(args: readonly string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's sentence names the option; what follows it is advice about "--".
    return usage(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') + '.' : String(error));
  }
  const { values: options, positionals } = parsed;
  const [name, ...files] = positionals;
  if (options.version) {
    print(__APP_VERSION__);
    return DONE;
  }
  if (options.help || name === undefined) {
    (options.help ? print : tell)(USAGE);
    return options.help ? DONE : NOT_DONE;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return usage(`There is no command "${name}".`);
  if (options.date !== undefined && !isDay(options.date)) return usage('--date wants a day as YYYY-MM-DD.');
  if (options.pdf && !WRITING.has(name)) return usage(`${name} writes no PDF: leave out --pdf.`);
  if (options['house-style'] !== undefined && name !== 'export') return usage('--house-style is for export.');
  if (options.output?.startsWith('=')) return usage('-o is followed by a space and the name of the file.');
  if (options.output !== undefined && !WRITING.has(name)) return usage(`${name} writes no file: leave out -o.`);
  if ([options.json, options.jsonl, options.table].filter(Boolean).length > 1) {
    return usage('--json, --jsonl and --table exclude each other.');
  }
  const wrong = wrongChoice(options, name);
  if (wrong !== null) return usage(wrong);
  return command(files, options);
}

/** True for a day of the calendar in the form YYYY-MM-DD. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

// A reader that closes the pipe early (`chancery facts ... | head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? DONE : NOT_DONE));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (fault) {
  // What no rule above foresaw, or a briefing larger than its file may be: a sentence, not a stack.
  tell(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = NOT_DONE;
}
