// sampleBriefing: a small briefing with two sources for the tests of the file; and the parts of a .brief, to be changed.
import { unzipSync, zipSync } from 'fflate';
import { sha256Hex } from '../../shared/base/sha256.ts';
import type { Article } from '../../shared/article/article.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { readBrief } from '../../shared/file/read.ts';
import { writeBrief } from '../../shared/file/write.ts';

export const APP = 'Chancery 0.1.0';

function article(fileName: string, title: string, text: string): readonly [Article, Uint8Array] {
  const source = new TextEncoder().encode(text);
  const sha256 = sha256Hex(source);
  return [
    {
      id: `a-${sha256.slice(0, 12)}`,
      fileName,
      title,
      byline: 'Ann Bo',
      publisher: 'Ostrel Courier',
      agency: null,
      dateline: null,
      published: '2031-05-07',
      url: null,
      language: 'en',
      encoding: 'utf-8',
      sha256,
      text,
      reliability: null,
    },
    source,
  ];
}

const SENTENCE = 'The port of Ostrel took 12 ships in May, the harbour office wrote, and not one of them was late. ';

/** Two articles long enough that a cut in the middle of the file leaves one of them whole. */
export function sampleBriefing(): Briefing {
  const long = Array.from(
    { length: 12 },
    (_, i) => `${SENTENCE}${(i * 7919) % 1000} crates were counted in week ${(i * 31) % 53}.`,
  ).join('\n\n');
  const [first, firstSource] = article('port.txt', 'Port opens', long);
  const [second, secondSource] = article('rail.txt', 'Rail follows', long.replaceAll('port', 'rail'));
  const doc = schema.node('doc', { banner: 'OFFICIAL' }, [
    schema.node('titleBlock', null, [schema.node('title', null, schema.text('Ostrel: port and rail'))]),
    schema.node('heading', { level: 1 }, schema.text('Issue')),
    schema.node('paragraph', null, [
      schema.text('The port took '),
      schema.text('12 ships', [schema.mark('figure', { factId: 'figure-1' })]),
      schema.text('.'),
    ]),
    schema.node('sourceList'),
  ]);
  return {
    doc,
    articles: [second, first],
    sources: new Map([
      [first.id, firstSource],
      [second.id, secondSource],
    ]),
    media: new Map(),
    facts: [],
    annotations: [
      {
        id: 'n1',
        author: 'Analyst',
        at: '2031-05-07T09:24:00.000Z',
        body: 'Ask the harbour office.',
        status: 'unverified',
        confidence: 'moderate',
        tags: [],
        replies: [],
        resolved: false,
        export: false,
      },
    ],
    settings: { template: 'ministerial-submission', author: 'Analyst', language: 'en-GB' },
  };
}

export function sampleBytes(): Uint8Array {
  return writeBrief(sampleBriefing(), { app: APP });
}

type Json = Record<string, unknown>;

export interface OpenParts {
  /** The parts as bytes, by name. */
  readonly parts: Record<string, Uint8Array>;
  /** Changes a JSON part. */
  edit(name: string, change: (json: Json) => unknown): void;
}

/** Takes a .brief apart, lets `change` have its way with the parts, and packs it again; the manifest is made right. */
export function repack(
  bytes: Uint8Array,
  change: (open: OpenParts) => void,
  manifest: (json: Json) => Json = (m) => m,
): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const parse = (name: string): Json => JSON.parse(new TextDecoder().decode(parts[name])) as Json;
  const print = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  change({
    parts,
    edit: (name, edit) => {
      parts[name] = print(edit(parse(name)));
    },
  });
  const listed = Object.entries(parts).filter(([name]) => name !== 'manifest.json');
  parts['manifest.json'] = print(
    manifest({
      ...parse('manifest.json'),
      parts: listed.map(([name, part]) => ({ name, length: part.length, sha256: sha256Hex(part) })),
    }),
  );
  return zipSync(parts, { mtime: '1980-01-01T12:00:00' });
}

/** Reads, and throws with the failure's sentence when there is nothing to read. */
export function readWhole(bytes: Uint8Array) {
  const result = readBrief(bytes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.text}`);
  return {
    ...result.value.value,
    messages: result.value.messages,
    codes: result.value.messages.map(({ code }) => code),
  };
}

/** The code of the failure, or `opened`. */
export function outcomeOf(bytes: Uint8Array): string {
  const result = readBrief(bytes);
  return result.ok ? 'opened' : result.error.code;
}
