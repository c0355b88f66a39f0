// The share of altered quotations and figures that the check of a sent file catches, on own fixtures; and its false alarms.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importArticle } from '../../shared/article/importArticle.ts';
import type { Article } from '../../shared/article/article.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { prefill } from '../../shared/briefing/prefill.ts';
import { TEMPLATES } from '../../shared/briefing/templates.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { doc, p, quoted } from '../builders.ts';
import { briefing, fullBriefing } from '../export/briefings.ts';
import { article, quoteOf } from '../records.ts';
import { checkedFile, DOCUMENT, exportedParts, zipOf, type Answer, type Parts } from './files.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/articles');

interface Exported {
  readonly name: string;
  readonly parts: Parts;
  readonly clean: Answer;
  readonly articles: readonly Article[];
  /** Words of the text's runs that are somebody else's, as they stand in the XML. */
  readonly quoted: readonly string[];
  readonly inline: readonly string[];
  readonly figures: readonly string[];
}

/** A small generator of numbers, so that a red run is red again. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function prefilled(): Briefing[] {
  const list: Briefing[] = [];
  for (const name of readdirSync(FOLDER)) {
    const file = readdirSync(path.join(FOLDER, name)).find((one) => one.startsWith('source.'));
    if (!file) continue;
    const read = importArticle(readFileSync(path.join(FOLDER, name, file)), { name: file });
    if (!read.ok) continue;
    const article = read.value.value;
    for (const template of TEMPLATES) {
      list.push(
        prefill({
          articles: [article],
          sources: new Map(),
          facts: [extractFacts(article, { today: '2031-03-01' }).value],
          template,
          banner: 'OFFICIAL',
          author: 'Perrin Holt',
          date: '2031-03-01',
          now: '2031-03-01T00:00:00.000Z',
        }).value,
      );
    }
  }
  return list;
}

const SAID = [
  'the quay will be dry by the end of the winter',
  'nobody on the board had read the tender before the vote',
  'a bridge that leads from one empty field to another',
  'we were told the water would be back within a week',
  'not a single lorry has passed the gate since Tuesday',
  'the school may close if the ferry does not return',
  'two of the three pumps were never switched on',
  'a promise made in public and broken in the corridor',
];

/** Quotations in running text, some at the start and the end of a paragraph, with the marks within and without the mark. */
function inlineBriefing(): Briefing {
  const source = article(
    SAID.map((words, index) => `Speaker ${index} said “${words}” to the Calder Post.`).join('\n\n'),
  );
  const facts = SAID.map((words, index) => ({ ...quoteOf(source, words), id: `said-${index}` }));
  const made = SAID.map((words, index) =>
    index % 2 === 0
      ? p('One of them spoke of ', quoted(`said-${index}`, `“${words}”`), ' and left.')
      : p('“', quoted(`said-${index}`, words), '”, said another.'),
  );
  return briefing(doc({ banner: 'OFFICIAL' }, ...made), { articles: [source], facts });
}

const TEXT = /<w:t xml:space="preserve">([^<]*)<\/w:t>/gu;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

async function exported(briefing: Briefing, name: string): Promise<Exported> {
  const parts = await exportedParts(briefing);
  const xml = parts.get(DOCUMENT) ?? '';
  const runs = new Map([...xml.matchAll(TEXT)].map(([, text = '']) => [text.replaceAll('\u00a0', ' '), text]));
  const found = { quoted: new Set<string>(), inline: new Set<string>(), figures: new Set<string>() };
  briefing.doc.descendants((node, _position, parent) => {
    if (!node.isText) return;
    const run = runs.get(escaped(node.text ?? '').replaceAll('\u00a0', ' '));
    if (run === undefined) return;
    if (parent?.type.name === 'quotationText') found.quoted.add(run);
    else if (node.marks.some(({ type }) => type.name === 'quoted')) found.inline.add(run);
    else if (node.marks.some(({ type }) => type.name === 'figure')) found.figures.add(run);
  });
  const lists = Object.fromEntries(Object.entries(found).map(([kind, set]) => [kind, [...set]])) as {
    [Kind in keyof typeof found]: string[];
  };
  return { name, parts, clean: checkedFile(zipOf(parts)), articles: briefing.articles, ...lists };
}

let files: Exported[];

beforeAll(async () => {
  files = await Promise.all(
    [...prefilled(), fullBriefing(), inlineBriefing()].map((one, index) => exported(one, `${index}`)),
  );
}, 120_000);

function settled(answer: Answer): string[] {
  return answer.checks.filter(({ severity }) => severity === 'settle').map(({ id }) => id);
}

/** One word of `text`, never its first or last: an inline quotation may begin and end anywhere. */
function editWord(text: string, next: (below: number) => number): string | null {
  const words = text.split(' ');
  if (words.length < 4) return null;
  const at = 1 + next(words.length - 2);
  const plain = /^[\p{L}’]{2,}$/u;
  const word = words[at] ?? '';
  if (!plain.test(word)) return null;
  switch (next(4)) {
    case 0:
      words[at] = word === 'entirely' ? 'partly' : 'entirely';
      break;
    case 1:
      words.splice(at, 1);
      break;
    case 2:
      words.splice(at, 0, 'not');
      break;
    default: {
      const other = words[at + 1] ?? '';
      if (!plain.test(other) || other === word || at + 2 >= words.length) return null;
      words.splice(at, 2, other, word);
    }
  }
  const made = words.join(' ');
  return made === text ? null : made;
}

/** A figure with another first digit, one digit more, or another scale: never a correct rounding. */
function editFigure(text: string, next: (below: number) => number): string | null {
  const first = text.search(/[1-9]/u);
  if (first < 0) return null;
  const digit = Number(text.charAt(first));
  switch (next(3)) {
    case 0:
      return `${text.slice(0, first)}${(digit % 9) + 1}${text.slice(first + 1)}`;
    case 1:
      return `${text.slice(0, first)}${text.charAt(first)}${text.slice(first)}`;
    default:
      if (text.includes('million')) return text.replace('million', 'billion');
      return text.includes('billion') ? text.replace('billion', 'million') : null;
  }
}

interface Trial {
  readonly file: Exported;
  readonly from: string;
  readonly to: string;
}

function trials(kind: 'quoted' | 'inline' | 'figures', wanted: number, seed: number): Trial[] {
  const next = random(seed);
  const places = files.flatMap((file) => file[kind].map((from) => ({ file, from })));
  const made = new Map<string, Trial>();
  for (let tries = 0; made.size < wanted && tries < wanted * 40 && places.length > 0; tries++) {
    const { file, from } = places[next(places.length)] as (typeof places)[number];
    const to = kind === 'figures' ? editFigure(from, next) : editWord(from, next);
    if (to !== null) made.set(`${file.name} ${from} ${to}`, { file, from, to });
  }
  return [...made.values()];
}

/** Those of `list` whose edit no new finding to settle tells of. */
function missed(list: readonly Trial[]): string[] {
  return list.flatMap(({ file, from, to }) => {
    const xml = (file.parts.get(DOCUMENT) ?? '').replace(`>${from}</w:t>`, () => `>${to}</w:t>`);
    const before = new Set(settled(file.clean));
    const answer = checkedFile(zipOf(new Map([...file.parts, [DOCUMENT, xml]])));
    return settled(answer).some((id) => !before.has(id)) ? [] : [`${from} -> ${to}`];
  });
}

describe('one-word edits in sent files', () => {
  it.each([
    ['block quotations', 'quoted', 180, 20310301],
    ['inline quotations', 'inline', 60, 20310302],
    ['figures', 'figures', 140, 20310303],
  ] as const)('of %s are all caught', (_name, kind, wanted, seed) => {
    const list = trials(kind, wanted, seed);
    expect(list.length).toBeGreaterThan(wanted * 0.6);
    expect(missed(list)).toEqual([]);
  });
});

/** What Word, LibreOffice and a careful typist do without changing a word. */
const REFORMATTED: readonly (readonly [string, (xml: string) => string])[] = [
  ['untouched', (xml) => xml],
  [
    'a new sentence at the end',
    (xml) => xml.replace('<w:sectPr', () => '<w:p><w:r><w:t>The board has not answered.</w:t></w:r></w:p><w:sectPr'),
  ],
  ['straight marks', (xml) => xml.replace(/[“”]/gu, '&quot;').replace(/[‘’]/gu, "'")],
  ['plain spaces', (xml) => xml.replaceAll('\u00a0', ' ')],
  [
    'every word a run of its own',
    (xml) =>
      xml.replace(TEXT, (_all, text: string) =>
        text
          .split(/(?<= )/u)
          .map((word) => `<w:t xml:space="preserve">${word}</w:t>`)
          .join('</w:r><w:r>'),
      ),
  ],
  ['other styles', (xml) => xml.replace(/<w:pStyle w:val="(?!Quote)[^"]*"\/>/gu, '')],
  [
    'page breaks and empty paragraphs',
    (xml) => xml.replaceAll('</w:p><w:p>', '</w:p><w:p/><w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>'),
  ],
];

describe('files in which no word was altered', () => {
  it.each(REFORMATTED)('%s: nothing to settle that was not there', (_name, edit) => {
    const alarms = files.flatMap(({ name, parts, clean }) => {
      const before = new Set(settled(clean));
      const answer = checkedFile(zipOf(new Map([...parts, [DOCUMENT, edit(parts.get(DOCUMENT) ?? '')]])));
      return settled(answer)
        .filter((id) => !before.has(id))
        .map((id) => `${name}: ${id}`);
    });
    expect(alarms).toEqual([]);
  });

  it('a fresh export has nothing to settle, by what it carries or by whole sources', () => {
    expect(files.flatMap(({ clean }) => settled(clean))).toEqual([]);
    for (const { parts, articles } of files) expect(settled(checkedFile(zipOf(parts), articles))).toEqual([]);
  });
});
