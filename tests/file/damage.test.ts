// A damaged .brief: cut off anywhere, one bit flipped anywhere; never a crash, never other words without a message (D5).
import { describe, expect, test } from 'vitest';
import { schema } from '../../shared/briefing/schema.ts';
import { readBrief } from '../../shared/file/read.ts';
import { writeBrief } from '../../shared/file/write.ts';
import { jpeg } from '../pictures.ts';
import { comparable } from './compare.ts';
import { APP, outcomeOf, readWhole, repack, sampleBriefing, sampleBytes } from './sample.ts';

const whole = sampleBriefing();
const bytes = sampleBytes();
const [second, first] = whole.articles as [(typeof whole.articles)[0], (typeof whole.articles)[0]];
const WHOLE = JSON.stringify(comparable(whole));

/** What a reader must never do: give other words than were written and say nothing. */
function expectHonest(damaged: Uint8Array): 'failed' | 'partly' | 'whole' {
  const result = readBrief(damaged);
  if (!result.ok) {
    expect(result.error.text).toMatch(/\.$/u);
    return 'failed';
  }
  const { briefing } = result.value.value;
  const read = comparable(briefing);
  if (JSON.stringify(read) === WHOLE) return 'whole';
  const { articles, sources } = comparable(whole);
  expect(briefing.doc.eq(whole.doc)).toBe(true);
  expect(articles).toEqual(expect.arrayContaining(read.articles as unknown[]));
  expect(sources).toMatchObject(read.sources);
  expect(result.value.messages.map(({ code }) => code)).toContain('damaged-part');
  return 'partly';
}

describe('a file that was cut off', () => {
  test('at every 1/256th gives a sentence, or what is whole', () => {
    const answers = Array.from({ length: 256 }, (_, i) =>
      expectHonest(bytes.subarray(0, Math.floor((bytes.length * i) / 256))),
    );
    expect(answers[0]).toBe('failed');
    // The text of the briefing stands before the articles: most of the cuts leave it, and some a source beside it.
    expect(answers.filter((answer) => answer === 'partly').length).toBeGreaterThan(100);
    expect(answers.at(-1)).not.toBe('failed');
  });

  test('in the last source keeps the text, the articles and the other source, and names the lost one', () => {
    const cut = bytes.subarray(0, bytes.length - 900);
    const { briefing, messages } = readWhole(cut);
    expect(briefing.articles.length).toBeGreaterThan(0);
    expect(messages.map(({ text }) => text).join(' ')).toMatch(/“(?:Port opens|Rail follows)” could not be read/u);
  });

  test('or filled with NULs at its end is as good as cut', () => {
    const nuls = bytes.slice();
    nuls.fill(0, Math.floor(bytes.length * 0.7));
    expect(expectHonest(nuls)).toBe('partly');
  });
});

describe('one flipped bit', () => {
  // The full form of this test runs over every bit (npm run bench -- faults); here every 17th.
  test(
    'anywhere gives a sentence, or the same words, or a message that names what is lost',
    { timeout: 60_000 },
    () => {
      const counts = { failed: 0, partly: 0, whole: 0 };
      for (let bit = 0; bit < bytes.length * 8; bit += 17) {
        const flipped = bytes.slice();
        flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
        counts[expectHonest(flipped)]++;
      }
      const all = counts.failed + counts.partly + counts.whole;
      // Most bits belong to the two articles and their sources; losing one of them loses nothing else.
      expect(counts.partly).toBeGreaterThan(all * 0.4);
      expect(counts.failed).toBeLessThan(all * 0.35);
      expect(counts.whole).toBeGreaterThan(0);
    },
  );

  test('in the table of contents loses nothing, and is said', () => {
    const flipped = bytes.slice();
    flipped[bytes.length - 6] = (flipped[bytes.length - 6] as number) ^ 1;
    const { briefing, codes } = readWhole(flipped);
    expect(comparable(briefing)).toEqual(comparable(whole));
    expect(codes).toEqual(['damaged-directory']);
  });
});

describe('a part that is lost', () => {
  test('an article: the text, the other article and both sources stay', () => {
    const { briefing, messages, readOnly } = readWhole(
      repack(bytes, ({ parts }) => {
        delete parts[`articles/${first.id}.json`];
      }),
    );
    expect(briefing.articles).toEqual([second]);
    expect(briefing.sources.size).toBe(2);
    expect(briefing.annotations).toEqual(whole.annotations);
    expect(readOnly).toBe(false);
    expect(messages).toEqual([
      {
        code: 'damaged-part',
        text: 'The source “Port opens” could not be read. The briefing text and the other sources are whole.',
      },
    ]);
  });

  test('an original file: its article stays', () => {
    const { briefing, messages } = readWhole(
      repack(
        bytes,
        () => undefined,
        (manifest) => ({
          ...manifest,
          parts: (manifest['parts'] as { name: string }[]).map((part) =>
            part.name.endsWith(`${first.id}.source`) ? { ...part, sha256: '0'.repeat(64) } : part,
          ),
        }),
      ),
    );
    expect(briefing.articles).toHaveLength(2);
    expect([...briefing.sources.keys()]).toEqual([second.id]);
    expect(messages.map(({ text }) => text)).toEqual([
      'The original file of “Port opens” could not be read. Its text, and the rest of the briefing, are whole.',
    ]);
  });

  test('a picture: its node and all else stay, and it is named', () => {
    const name = '00ff00ff00ff00ff.jpeg';
    const doc = whole.doc.type.create(whole.doc.attrs, [
      ...whole.doc.children,
      schema.node('image', { media: name, alt: 'The quay' }),
    ]);
    const pictured = { ...whole, doc, media: new Map([[name, jpeg({ width: 8, height: 8 })]]) };
    const file = writeBrief(pictured, { app: APP });
    const at = new TextDecoder('latin1').decode(file).indexOf(`media/${name}`) + 60;
    file[at] = (file[at] as number) ^ 1;
    const { briefing, messages } = readWhole(file);
    expect(comparable(briefing)).toEqual(comparable({ ...pictured, media: new Map() }));
    expect(messages).toEqual([
      {
        code: 'damaged-part',
        text: `The picture ${name} could not be read; its description stays. The rest of the briefing is whole.`,
      },
    ]);
  });

  test('a part that the manifest does not know is not trusted', () => {
    const { briefing, codes } = readWhole(
      repack(
        bytes,
        ({ parts }) => {
          parts['media/stray.png'] = new Uint8Array([1, 2, 3]);
        },
        (manifest) => ({
          ...manifest,
          parts: (manifest['parts'] as { name: string }[]).filter(({ name }) => !name.startsWith('media/')),
        }),
      ),
    );
    expect(codes).toEqual(['damaged-part']);
    expect(briefing.unknown).toBeUndefined();
  });

  test('the manifest: each part is checked by its own sum, and the loss is said', () => {
    const broken = bytes.slice();
    const at = new TextDecoder('latin1').decode(bytes).indexOf('manifest.json') + 'manifest.json'.length + 4;
    broken[at] = (broken[at] as number) ^ 0xff;
    const { briefing, codes } = readWhole(broken);
    expect(comparable(briefing)).toEqual(comparable(whole));
    expect(codes).toContain('damaged-manifest');
  });

  test('the text of the briefing: a failure that says where to look', () => {
    const result = readBrief(repack(bytes, ({ parts }) => delete parts['briefing.json']));
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'damaged',
        text: 'The file is damaged: the text of the briefing cannot be read. Open a backup, or the .bak file beside it.',
      },
    });
  });
});

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['words', new TextEncoder().encode('The port of Ostrel opened.'), 'not-a-brief'],
  ['zeros', new Uint8Array(5000), 'not-a-brief'],
  [
    'another zip',
    repack(bytes, ({ parts }) => Object.keys(parts).forEach((name) => name !== 'manifest.json' && delete parts[name])),
    'damaged',
  ],
])('%s: a sentence, no crash', (_name, input, code) => {
  expect(outcomeOf(input)).toBe(code);
});
