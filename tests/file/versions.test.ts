// Files of other versions, and files made with ill will: what is unknown survives, what is newer is not spoilt (D12).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { schema } from '../../shared/briefing/schema.ts';
import { migrate, MIGRATIONS, type Migration } from '../../shared/file/migrations.ts';
import { readBrief } from '../../shared/file/read.ts';
import { writeBrief } from '../../shared/file/write.ts';
import { png } from '../pictures.ts';
import { comparable } from './compare.ts';
import { APP, outcomeOf, readWhole, repack, sampleBriefing, sampleBytes, type OpenParts } from './sample.ts';

const bytes = sampleBytes();
const whole = sampleBriefing();

type Json = Record<string, unknown>;
type DocJson = Json & { content: Json[] };

const minor = (n: number) => (manifest: Json) => ({ ...manifest, format: { major: 1, minor: n } });
const major = (n: number) => (manifest: Json) => ({ ...manifest, format: { major: n, minor: 0 } });

/** Changes the document of the briefing part. */
function withDoc(change: (doc: DocJson) => void) {
  return ({ edit }: OpenParts): void =>
    edit('briefing.json', (json) => {
      change(json['doc'] as DocJson);
      return json;
    });
}

/** The JSON parts of a .brief by name, for comparison. */
function partsOf(file: Uint8Array): Json {
  const found: Json = {};
  repack(file, ({ parts }) => {
    for (const [name, part] of Object.entries(parts)) {
      found[name] = name.endsWith('.json') ? JSON.parse(new TextDecoder().decode(part)) : [...part];
    }
  });
  return found;
}

describe('a newer minor format', () => {
  const newer = repack(
    bytes,
    ({ edit, parts }) => {
      parts['media/map.png'] = new Uint8Array([1, 2, 3]);
      parts['timeline.json'] = new TextEncoder().encode('{"days":[]}');
      edit('briefing.json', (json) => ({
        ...json,
        reviewers: ['Cy Dell'],
        settings: { ...(json['settings'] as Json), pageSize: 'A4' },
        annotations: (json['annotations'] as Json[]).map((note) => ({ ...note, urgency: 2 })),
        facts: [{ kind: 'map', id: 'map-1', place: 'Ostrel' }],
      }));
      for (const name of Object.keys(parts).filter((one) => /^articles\/.*json$/u.test(one))) {
        edit(name, (json) => ({ ...json, wordCount: 640 }));
      }
    },
    (manifest) => ({ ...minor(3)(manifest), signedBy: 'nobody' }),
  );

  test('opens for writing, and says what it does not know', () => {
    const { briefing, readOnly, codes } = readWhole(newer);
    expect(readOnly).toBe(false);
    expect(briefing.doc.eq(whole.doc)).toBe(true);
    expect(codes).toEqual(['unknown-records']);
  });

  test('keeps every unknown field, record and part through a round trip', () => {
    const written = writeBrief(readWhole(newer).briefing, { app: APP });
    const before = partsOf(newer);
    const after = partsOf(written);
    const { parts: _, ...manifest } = after['manifest.json'] as Json;
    expect(manifest).toEqual({ app: APP, format: { major: 1, minor: 3 }, signedBy: 'nobody' });
    expect({ ...after, 'manifest.json': 0 }).toEqual({ ...before, 'manifest.json': 0 });
  });

  test('an unknown node becomes an opaque block, and is written back as it was', () => {
    const timeline = { type: 'timeline', attrs: { series: [1, 2], deep: { __proto: 1 } } };
    const file = repack(
      bytes,
      withDoc((doc) => doc.content.push(timeline)),
      minor(1),
    );
    const { briefing, codes, readOnly } = readWhole(file);
    expect(codes).toEqual(['opaque']);
    expect(readOnly).toBe(false);
    expect(briefing.doc.lastChild?.type.name).toBe('opaque');
    const again = partsOf(writeBrief(briefing, { app: APP }));
    expect(((again['briefing.json'] as Json)['doc'] as DocJson).content.at(-1)).toEqual(timeline);
  });

  const paragraph = (content: unknown[]): Json => ({
    type: 'paragraph',
    attrs: { voice: 'comment', prompt: null },
    content,
  });

  test.each<[string, Json]>([
    [
      'an unknown inline node',
      paragraph([
        { type: 'text', text: 'See ' },
        { type: 'formula', attrs: { tex: 'x' } },
      ]),
    ],
    ['an unknown mark', paragraph([{ type: 'text', text: 'red', marks: [{ type: 'colour', attrs: { to: 'red' } }] }])],
    [
      'an unknown node deep in a list',
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'timeline' }] }] },
    ],
    ['content that we do not allow', { type: 'bulletList', content: [{ type: 'pageBreak' }] }],
    ['a missing attribute', { type: 'image', attrs: { alt: 'A map' } }],
  ])('%s keeps the block around it whole', (_name, block) => {
    const file = repack(
      bytes,
      withDoc((doc) => doc.content.splice(1, 0, block)),
      minor(1),
    );
    const { briefing, messages } = readWhole(file);
    expect(messages).toEqual([
      {
        code: 'opaque',
        text: 'One part of the text was made by a newer Chancery and cannot be changed here; kept as made.',
      },
    ]);
    expect(briefing.doc.child(1).type.name).toBe('opaque');
    expect(briefing.doc.child(2).eq(whole.doc.child(1))).toBe(true);
    const again = partsOf(writeBrief(briefing, { app: APP }));
    expect(((again['briefing.json'] as Json)['doc'] as DocJson).content[1]).toEqual(block);
  });

  test('in a list item that has words of its own, only the unknown block is opaque', () => {
    const item = { type: 'listItem', content: [paragraph([{ type: 'text', text: 'Port' }]), { type: 'timeline' }] };
    const file = repack(
      bytes,
      withDoc((doc) => doc.content.push({ type: 'bulletList', content: [item] })),
      minor(1),
    );
    const list = readWhole(file).briefing.doc.lastChild;
    expect(list?.type.name).toBe('bulletList');
    expect(list?.textContent).toContain('Port');
    expect(list?.firstChild?.lastChild?.type.name).toBe('opaque');
  });

  test('an attribute that would be lost makes it read-only, and is said', () => {
    const file = repack(
      bytes,
      withDoc((doc) => {
        doc.content[1] = { ...doc.content[1], attrs: { level: 1, slot: null, colour: 'red' } };
      }),
      minor(1),
    );
    const { readOnly, codes, briefing } = readWhole(file);
    expect(readOnly).toBe(true);
    expect(codes).toEqual(['newer-attributes']);
    expect(briefing.doc.textContent).toBe(whole.doc.textContent);
  });
});

describe('pictures', () => {
  const name = '0123456789abcdef.png';
  const pixels = png({ width: 6, height: 4 });
  const image = { type: 'image', attrs: { media: name, alt: 'The quay', width: 50 } };
  const older = repack(
    bytes,
    (open) => {
      open.parts[`media/${name}`] = pixels;
      open.parts['media/Old plan.svg'] = new Uint8Array([1]);
      withDoc((doc) => doc.content.push(image))(open);
    },
    minor(0),
  );

  test('a file of minor 0 that carried some has them as its media', () => {
    const { briefing, messages, readOnly } = readWhole(older);
    expect(messages).toEqual([]);
    expect(readOnly).toBe(false);
    expect([...briefing.media]).toEqual([[name, pixels]]);
    // What is no picture of ours is carried along as before.
    expect(briefing.unknown?.['parts']).toEqual([['media/Old plan.svg', new Uint8Array([1])]]);
    const again = partsOf(writeBrief(briefing, { app: APP }));
    expect(again[`media/${name}`]).toEqual([...pixels]);
    expect(again['media/Old plan.svg']).toEqual([1]);
    expect(again['manifest.json']).toMatchObject({ format: { major: 1, minor: 1 } });
  });

  test('are stored, not packed', () => {
    const { briefing } = readWhole(older);
    const file = new TextDecoder('latin1').decode(writeBrief(briefing, { app: APP }));
    expect(file).toContain(new TextDecoder('latin1').decode(pixels));
  });

  test('one that only a block of a newer version shows is written', () => {
    const gallery = { type: 'gallery', attrs: { pictures: [{ media: name }] } };
    const file = repack(
      older,
      withDoc((doc) => doc.content.splice(-1, 1, gallery)),
      minor(1),
    );
    const { briefing, codes } = readWhole(file);
    expect(codes).toEqual(['opaque']);
    expect(partsOf(writeBrief(briefing, { app: APP }))[`media/${name}`]).toEqual([...pixels]);
  });

  test('one whose node is gone is left out of the file', () => {
    const { briefing } = readWhole(older);
    const file = writeBrief({ ...briefing, doc: whole.doc }, { app: APP });
    expect(Object.keys(partsOf(file)).filter((part) => part.startsWith('media/'))).toEqual(['media/Old plan.svg']);
  });

  test('a name that could leave the folder is not written', () => {
    const doc = whole.doc.type.create(whole.doc.attrs, [
      ...whole.doc.children,
      schema.node('image', { media: '../evil.png', alt: '' }),
    ]);
    const media = new Map([['../evil.png', pixels]]);
    expect(() => writeBrief({ ...whole, doc, media }, { app: APP })).toThrow(RangeError);
  });
});

describe('a newer major format', () => {
  test('that we can still read opens read-only', () => {
    const { readOnly, codes, briefing } = readWhole(repack(bytes, () => undefined, major(2)));
    expect(readOnly).toBe(true);
    expect(codes).toEqual(['newer-format']);
    expect(comparable(briefing)).toEqual(comparable(whole));
  });

  test.each<[string, (open: OpenParts) => void]>([
    ['whose settings are others', ({ edit }) => edit('briefing.json', ({ settings: _, ...rest }) => rest)],
    [
      'whose document is no tree of ours',
      ({ edit }) => edit('briefing.json', (json) => ({ ...json, doc: { type: 'pages' } })),
    ],
  ])('%s is refused with a sentence', (_name, change) => {
    const result = readBrief(repack(bytes, change, major(2)));
    expect(result).toMatchObject({ ok: false, error: { code: 'newer-format' } });
    expect(result.ok ? '' : result.error.text).toContain('newer version of Chancery');
  });
});

describe('ill will', () => {
  test('deep JSON is refused before it is parsed', () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect(outcomeOf(repack(bytes, ({ parts }) => (parts['briefing.json'] = new TextEncoder().encode(deep))))).toBe(
      'too-deep',
    );
  });

  test('brackets within words are no depth', () => {
    const note = {
      ...whole.annotations[0],
      body: `${'[{'.repeat(500)} "\\" ${'['.repeat(500)}`,
    } as (typeof whole.annotations)[0];
    const briefing = { ...whole, annotations: [note] };
    expect(readWhole(writeBrief(briefing, { app: APP })).briefing.annotations).toEqual([note]);
  });

  test('what could not be read again is not written', () => {
    let node = schema.node('paragraph', null, schema.text('deep'));
    for (let i = 0; i < 60; i++) {
      node = schema.node('bulletList', null, schema.node('listItem', null, [schema.node('paragraph'), node]));
    }
    const doc = whole.doc.type.create(whole.doc.attrs, [...whole.doc.children, node]);
    expect(() => writeBrief({ ...whole, doc }, { app: APP })).toThrow(RangeError);
    const article = { ...whole.articles[0], id: '../evil' } as (typeof whole.articles)[0];
    expect(() => writeBrief({ ...whole, articles: [article] }, { app: APP })).toThrow(RangeError);
  });

  test.each(['__proto__', '\\u005f_proto__'])('a key %s changes no prototype', (key) => {
    const json = new TextDecoder();
    const file = repack(bytes, ({ parts }) => {
      const text = json.decode(parts['briefing.json']);
      parts['briefing.json'] = new TextEncoder().encode(
        text.replace('{', `{"${key}":{"polluted":1},`).replace('"settings":{', `"settings":{"${key}":{"polluted":1},`),
      );
    });
    const { briefing } = readWhole(file);
    expect('polluted' in {}).toBe(false);
    expect('polluted' in briefing.settings).toBe(false);
    expect(Object.getPrototypeOf(briefing.settings)).toBe(Object.prototype);
  });

  test('an article under the name of another is not believed', () => {
    const [one, other] = whole.articles;
    const file = repack(bytes, ({ parts, edit }) => {
      edit(`articles/${one?.id}.json`, (json) => ({ ...json, id: other?.id }));
      expect(parts).toBeDefined();
    });
    const { briefing, codes } = readWhole(file);
    expect(briefing.articles.map(({ id }) => id)).toEqual([other?.id]);
    expect(codes).toEqual(['damaged-part']);
  });
});

describe('migrations', () => {
  const steps: Migration[] = [
    {
      name: '2-rename',
      migrate: ({ briefing, articles }) => ({ briefing: { ...(briefing as Json), two: true }, articles }),
    },
    {
      name: '3-count',
      migrate: ({ briefing, articles }) => ({ briefing: { ...(briefing as Json), three: articles.length }, articles }),
    },
  ];

  test('the steps after the file’s format run, in order', () => {
    expect(migrate({ briefing: {}, articles: [1] }, 1, steps).briefing).toEqual({ two: true, three: 1 });
    expect(migrate({ briefing: {}, articles: [1] }, 2, steps).briefing).toEqual({ three: 1 });
    expect(migrate({ briefing: {}, articles: [1] }, 3, steps).briefing).toEqual({});
  });

  test('the list is only ever added to', () => {
    // A new step is written here beside its file of fixtures/briefings; none is ever taken away.
    expect(MIGRATIONS.map(({ name }) => name)).toEqual([]);
  });
});

describe('files of shipped versions', () => {
  const folder = path.join(import.meta.dirname, '../fixtures/briefings');

  test.each(readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'expected.json'))))(
    '%s opens whole, for writing, without a message',
    (version) => {
      const read = (name: string) => readFileSync(path.join(folder, version, name));
      const expected = JSON.parse(read('expected.json').toString('utf8')) as unknown;
      const { briefing, readOnly, messages } = readWhole(new Uint8Array(read('ostrel.brief')));
      expect(messages).toEqual([]);
      expect(readOnly).toBe(false);
      expect(JSON.parse(JSON.stringify(comparable(briefing)))).toEqual(expected);
    },
  );

  test('there is one for format 1', () => {
    expect(existsSync(path.join(folder, 'v1/ostrel.brief'))).toBe(true);
  });
});
