// Tests of pictures in the Word file: their sizes on the page, each once in the package, nothing of their metadata.
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { mediaName, readPicture } from '../../shared/briefing/picture.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { createPictures, pictureSize } from '../../shared/export/pictures.ts';
import { PAGES, textWidth } from '../../shared/export/styles.ts';
import { createCleaner } from '../../shared/export/text.ts';
import { build, doc, p } from '../builders.ts';
import { readDocx } from '../docx/readDocx.ts';
import { exif, gif, gifComment, holds, jpeg, png, pngText } from '../pictures.ts';
import { briefing } from './briefings.ts';
import { NOW } from './readBack.ts';

const SECRET = 'Ostrel harbour desk 7';
const INCH = 914_400;
const text = { width: textWidth(PAGES.A4) * 635, height: (PAGES.A4.height - 2 * PAGES.A4.margin) * 635 };

describe('the size of a picture', () => {
  test('is its own: by its resolution, or 96 dots to an inch', () => {
    expect(pictureSize({ width: 300, height: 150, dpi: 150 }, null, PAGES.A4)).toEqual({
      width: 2 * INCH,
      height: INCH,
    });
    expect(pictureSize({ width: 96, height: 48, dpi: null }, null, PAGES.A4)).toEqual({
      width: INCH,
      height: INCH / 2,
    });
  });

  test('is at most the width of the text and six tenths of its height, in proportion', () => {
    const wide = pictureSize({ width: 4000, height: 1000, dpi: null }, null, PAGES.A4);
    expect(wide.width).toBe(text.width);
    expect(wide.height / wide.width).toBeCloseTo(0.25, 4);
    const high = pictureSize({ width: 500, height: 9000, dpi: null }, 100, PAGES.A4);
    expect(high.height).toBeCloseTo(text.height * 0.6, -2);
    expect(high.height).toBeLessThanOrEqual(text.height * 0.6);
    expect(high.width / high.height).toBeCloseTo(500 / 9000, 4);
  });

  test('is the share of the text’s width that was asked for, larger than its own too', () => {
    expect(pictureSize({ width: 10, height: 10, dpi: null }, 50, PAGES.A4).width).toBe(Math.floor(text.width / 2));
    expect(pictureSize({ width: 9000, height: 10, dpi: null }, 25, PAGES.Letter).width).toBe(
      Math.floor((textWidth(PAGES.Letter) * 635) / 4),
    );
  });

  test('is never nothing', () => {
    expect(pictureSize({ width: 10_000, height: 1, dpi: null }, 1, PAGES.A4).height).toBeGreaterThan(0);
  });
});

const quay = png({ width: 96, height: 48 }, { before: [pngText('tEXt', SECRET)] });
const crane = jpeg({ width: 30, height: 20 }, { extra: [exif(1, SECRET)] });
const tide = gif({ width: 8, height: 8 }, { extra: [gifComment(SECRET)] });
const media = new Map([
  ['quay.png', quay],
  ['same-as-quay.png', quay],
  ['crane.jpeg', crane],
  ['tide.gif', tide],
  ['broken.png', quay.slice(0, 40)],
  ['turned.jpeg', jpeg({ width: 8, height: 16 }, { extra: [exif(6, SECRET)] })],
]);
const image = (name: string, alt: string, width: number | null = null) => build('image', { media: name, alt, width });

function planned(...nodes: ReturnType<typeof image>[]) {
  const made = doc(...nodes);
  const told: { code: string; text: string }[] = [];
  const pictures = createPictures({ media }, PAGES.A4, createCleaner(), (code, words) =>
    told.push({ code, text: words }),
  );
  const blocks: ReturnType<typeof pictures.block>[] = [];
  made.forEach((node) => {
    if (node.type.name === 'image') blocks.push(pictures.block(node));
  });
  return { blocks, told, media: pictures.media, shown: pictures.placed.filter((one) => one !== null).length };
}

describe('the plan', () => {
  test('has the same picture once, under whatever name, and without its metadata', () => {
    const {
      blocks,
      told,
      media: found,
      shown,
    } = planned(
      image('quay.png', 'The quay'),
      image('crane.jpeg', 'A crane'),
      image('same-as-quay.png', 'The quay again'),
      image('tide.gif', 'The tide'),
    );
    expect(told).toEqual([]);
    expect(shown).toBe(4);
    expect(found.map(({ type }) => type)).toEqual(['png', 'jpeg', 'gif']);
    for (const { bytes } of found) expect(holds(bytes, SECRET)).toBe(false);
    expect(blocks.map(({ inlines }) => inlines[0])).toMatchObject([
      { kind: 'picture', media: 0, width: INCH, height: INCH / 2, alt: 'The quay' },
      { kind: 'picture', media: 1, alt: 'A crane' },
      { kind: 'picture', media: 0, alt: 'The quay again' },
      { kind: 'picture', media: 2, alt: 'The tide' },
    ]);
  });

  test('tells what is missing or broken, and puts the description in its place', () => {
    const { blocks, told, media: found } = planned(image('gone.png', 'The mole'), image('broken.png', 'The pier'));
    expect(found).toEqual([]);
    expect(blocks.map(({ style, inlines }) => [style, inlines])).toMatchObject([
      ['Prompt', [{ text: '[Picture: The mole]' }]],
      ['Prompt', [{ text: '[Picture: The pier]' }]],
    ]);
    expect(told).toEqual([
      {
        code: 'image-left-out',
        text: 'Picture 1 (“The mole”) was left out and its description stands in its place: it is missing from the briefing.',
      },
      {
        code: 'image-left-out',
        text: 'Picture 2 (“The pier”) was left out and its description stands in its place: the PNG picture ends before it is complete: get the file again and insert that.',
      },
    ]);
  });

  test('tells of a picture without a description, and of one that may lie on its side', () => {
    const { told } = planned(image('quay.png', 'The quay'), image('tide.gif', '  '), image('turned.jpeg', 'The crane'));
    expect(told.map(({ code, text: words }) => [code, /Picture (\d)/u.exec(words)?.[1]])).toEqual([
      ['picture-without-description', '2'],
      ['picture-turned', '3'],
    ]);
  });
});

test('the package holds each picture once, with its description beside every use', async () => {
  const made = briefing(
    doc(
      p('Before'),
      image('quay.png', 'The quay & <its> crane'),
      image('same-as-quay.png', 'Again'),
      image('crane.jpeg', 'A crane'),
    ),
    { media },
  );
  const { value, messages } = await toDocx(made, { now: NOW, copy: 'clean' });
  expect(readDocx(value.bytes).problems).toEqual([]);
  expect(
    messages.map(({ code }) => code).filter((code) => code.startsWith('picture') || code.startsWith('image')),
  ).toEqual([]);
  expect(value.contents.pictures).toBe(3);
  const parts = unzipSync(value.bytes);
  const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(pictures).toEqual(['word/media/image1.png', 'word/media/image2.jpeg']);
  for (const part of Object.values(parts)) expect(holds(part, SECRET)).toBe(false);
  const stripped = readPicture(quay);
  expect(stripped.ok && parts['word/media/image1.png']).toEqual(stripped.ok && stripped.value.bytes);
  expect(stripped.ok && mediaName(stripped.value)).toMatch(/\.png$/u);
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  expect(xml).toContain('descr="The quay &amp; &lt;its&gt; crane"');
  expect(xml.match(/<a:blip r:embed/gu)?.length).toBe(3);
});
