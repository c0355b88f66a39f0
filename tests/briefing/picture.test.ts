// Tests of readPicture: what is kept and what goes, by format; refusals in a sentence; laws over random and spoilt bytes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isMediaName,
  mediaName,
  needsTurning,
  PICTURE_LIMITS,
  readPicture,
  type Picture,
} from '../../shared/briefing/picture.ts';
import { SEED } from '../arbitraries.ts';
import {
  concat,
  exif,
  gif,
  gifApplication,
  gifComment,
  holds,
  jpeg,
  jpegSegment,
  png,
  pngChunk,
  pngText,
} from '../pictures.ts';

const SECRET = 'Ostrel harbour desk 7';
const secret = Uint8Array.from(SECRET, (letter) => letter.charCodeAt(0));
const size = { width: 21, height: 13 };

function read(bytes: Uint8Array): Picture {
  const result = readPicture(bytes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.text}`);
  return result.value;
}

function refusal(bytes: Uint8Array): string {
  const result = readPicture(bytes);
  return result.ok ? 'taken' : `${result.error.code}: ${result.error.text}`;
}

const app = (marker: number, start: string): Uint8Array =>
  jpegSegment(
    marker,
    concat(
      Uint8Array.from(start, (letter) => letter.charCodeAt(0)),
      secret,
    ),
  );

/** Every format with metadata in every place that has one. */
const LADEN: Readonly<Record<string, Uint8Array>> = {
  png: png(size, {
    dpi: 150,
    before: [
      pngChunk('gAMA', [0, 0, 0xb1, 0x8f]),
      pngChunk('sRGB', [0]),
      pngText('iCCP', SECRET),
      pngText('tEXt', SECRET),
      pngChunk('prVt', secret),
      // Of a kind that is kept, but longer than it may be.
      pngChunk('tRNS', secret),
      pngChunk('tIME', [7, 0xef, 5, 7, 1, 1, 1]),
    ],
    after: [pngText('zTXt', SECRET), pngText('iTXt', SECRET), pngText('eXIf', SECRET)],
  }),
  jpeg: jpeg(size, {
    dpi: 150,
    extra: [
      exif(1, SECRET),
      app(0xe0, 'JFXX\0'),
      app(0xe1, 'http://ns.adobe.com/xap/1.0/\0'),
      app(0xe2, 'ICC_PROFILE\0'),
      app(0xed, 'Photoshop 3.0\0'),
      app(0xee, 'Adobe\0\x64\0\0\0\0\x01'),
      app(0xef, ''),
      app(0xfe, ''),
    ],
    after: [...secret],
  }),
  gif: concat(
    gif(size, {
      extra: [
        gifComment(SECRET),
        gifApplication('NETSCAPE2.0', [1, 0, 0]),
        gifApplication('XMP DataXMP', [...secret]),
        gifApplication('NETSCAPE2.0', [...secret]),
      ],
    }),
    secret,
  ),
};

describe.each(Object.entries(LADEN))('a %s', (type, laden) => {
  test('gives its type and size, and none of its metadata', () => {
    const picture = read(laden);
    expect(holds(laden, SECRET)).toBe(true);
    expect(picture).toMatchObject({ type, ...size });
    expect(holds(picture.bytes, SECRET)).toBe(false);
    expect(holds(picture.bytes, 'Exif')).toBe(false);
  });

  test('is named by its bytes', () => {
    expect(mediaName(read(laden))).toMatch(new RegExp(`^[0-9a-f]{16}\\.${type}$`, 'u'));
    expect(isMediaName(mediaName(read(laden)))).toBe(true);
  });

  test('cut off anywhere before its end is refused with a sentence, or was complete', () => {
    const { bytes } = read(laden);
    for (let length = 1; length < bytes.length; length++) {
      expect(refusal(bytes.subarray(0, length))).toMatch(/^(?:picture-damaged|not-a-picture): .*[a-z]\.$/u);
    }
  });

  test('law: what was stripped is not stripped again', () => {
    const { bytes, ...rest } = read(laden);
    expect(read(bytes)).toEqual({ ...rest, bytes });
  });

  test('law: spoilt anywhere, it is refused or stripped to a fixed point, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: laden.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.nat({ max: laden.length }),
        (changes, length) => {
          const spoilt = laden.slice(0, length % 3 === 0 ? length : laden.length);
          for (const [at, byte] of changes) if (at < spoilt.length) spoilt[at] = byte;
          const result = readPicture(spoilt);
          if (!result.ok) return;
          const again = readPicture(result.value.bytes);
          expect(again).toEqual(result);
        },
      ),
      { ...SEED, numRuns: 1500 },
    );
  });
});

test('law: random bytes behind any beginning never throw', () => {
  const beginnings = Object.values(LADEN).map((bytes) => bytes.subarray(0, 13));
  fc.assert(
    fc.property(fc.constantFrom(new Uint8Array(), ...beginnings), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      const result = readPicture(concat(start, rest));
      if (!result.ok) expect(result.error.text).toMatch(/\.$/u);
    }),
    { ...SEED, numRuns: 2000 },
  );
});

test('law: no words put into metadata of any format come out', () => {
  const words = fc.stringMatching(/^[A-Za-z0-9 ]{8,60}$/u);
  fc.assert(
    fc.property(words, (text) => {
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      const pictures = [
        png(size, { before: [pngText('tEXt', text), pngChunk('teSt', bytes)], after: [pngText('iTXt', text)] }),
        jpeg(size, { extra: [exif(6, text), exif(1, text, true), jpegSegment(0xfe, bytes)], after: [...bytes] }),
        gif(size, { extra: [gifComment(text), gifApplication('NETSCAPE2.0', [...bytes])] }),
      ];
      for (const picture of pictures) expect(holds(read(picture).bytes, text)).toBe(false);
    }),
    { ...SEED, numRuns: 150 },
  );
});

describe('what draws the picture stays', () => {
  test('of a PNG: gamma, sRGB, resolution, and the data byte by byte', () => {
    const picture = read(LADEN['png'] as Uint8Array);
    expect(picture.dpi).toBe(150);
    expect(picture.bytes).toEqual(
      png(size, { dpi: 150, before: [pngChunk('gAMA', [0, 0, 0xb1, 0x8f]), pngChunk('sRGB', [0])] }),
    );
  });

  test('of a JPEG: JFIF with its resolution and without a thumbnail, and Adobe’s transform', () => {
    const picture = read(LADEN['jpeg'] as Uint8Array);
    expect(picture.dpi).toBe(150);
    const adobe = jpegSegment(
      0xee,
      concat(
        Uint8Array.from('Adobe', (letter) => letter.charCodeAt(0)),
        [0, 0x64, 0, 0, 0, 0, 1],
      ),
    );
    expect(picture.bytes).toEqual(jpeg(size, { dpi: 150, extra: [adobe] }));
  });

  test('of a GIF: the loop and the frame’s control', () => {
    expect(read(LADEN['gif'] as Uint8Array).bytes).toEqual(
      gif(size, { extra: [gifApplication('NETSCAPE2.0', [1, 0, 0])] }),
    );
  });

  test('the scans between progressive tables', () => {
    const plain = jpeg(size);
    const scan = plain.length - 2 - 2;
    // A second scan with its own table and a comment between.
    const twice = concat(
      plain.subarray(0, plain.length - 2),
      jpegSegment(0xfe, secret),
      plain.subarray(plain.lastIndexOf(0xda) - 1, plain.length),
    );
    const { bytes } = read(twice);
    expect(scan).toBeGreaterThan(0);
    expect(holds(bytes, SECRET)).toBe(false);
    expect(bytes.length).toBe(twice.length - secret.length - 4);
  });
});

describe('the orientation of a JPEG', () => {
  test.each([false, true])('is all that stays of Exif (little-endian: %s)', (little) => {
    const upright = read(jpeg(size, { extra: [exif(1, SECRET, little)] }));
    expect(needsTurning(upright)).toBe(false);
    const turned = read(jpeg(size, { extra: [exif(6, SECRET, little)] }));
    expect(needsTurning(turned)).toBe(true);
    expect(turned).toMatchObject({ width: size.height, height: size.width });
    expect(holds(turned.bytes, SECRET)).toBe(false);
    const flipped = read(jpeg(size, { extra: [exif(2, SECRET, little)] }));
    expect(flipped).toMatchObject(size);
    expect(needsTurning(flipped)).toBe(true);
  });

  test('out of its range is none', () => {
    expect(needsTurning(read(jpeg(size, { extra: [exif(9, SECRET)] })))).toBe(false);
  });
});

describe('refusals', () => {
  const word = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  test.each<[string, Uint8Array, RegExp]>([
    ['WebP', word('RIFF\x10\0\0\0WEBPVP8 '), /a WebP picture/u],
    ['SVG', word('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), /an SVG picture/u],
    ['BMP', word('BM\x10\0\0\0'), /a BMP picture/u],
    ['TIFF', word('II*\0\x08\0\0\0'), /a TIFF picture/u],
    ['HEIC', word('\0\0\0\x18ftypheic\0\0\0\0'), /a HEIC picture/u],
    ['AVIF', word('\0\0\0\x18ftypavif\0\0\0\0'), /an AVIF picture/u],
    ['PDF', word('%PDF-1.7'), /a PDF/u],
    ['words', word('The port of Ostrel.'), /not a picture/u],
    ['nothing', new Uint8Array(), /empty/u],
  ])('%s: named, with what to do', (_name, bytes, named) => {
    const text = refusal(bytes);
    expect(text).toMatch(/^not-a-picture: /u);
    expect(text).toMatch(named);
    expect(text).toMatch(/(?:save it as PNG|choose a PNG)/u);
  });

  test('the name of a file does not count: there is none to be given', () => {
    expect(readPicture.length).toBe(1);
  });

  test('too many bytes, before anything else is looked at', () => {
    const large = new Uint8Array(PICTURE_LIMITS.bytes + 1);
    large.set(png(size));
    expect(refusal(large)).toBe(
      'picture-too-large: The picture has 21 MB, and 20 MB are allowed: make it smaller and insert that.',
    );
  });

  test('too many pixels on a side', () => {
    const wide = png({ width: 10_001, height: 1 });
    expect(refusal(wide)).toMatch(/^picture-too-large: The picture is 10001 by 1 pixels/u);
    expect(refusal(png({ width: 10_000, height: 1 }))).toBe('taken');
  });

  test('no pixels at all', () => {
    expect(refusal(jpeg({ width: 0, height: 4 }))).toMatch(/^picture-damaged/u);
  });

  test('an arithmetic or lossless JPEG', () => {
    const plain = jpeg(size);
    const at = plain.indexOf(0xc0);
    const lossless = plain.slice();
    lossless[at] = 0xc3;
    expect(refusal(lossless)).toMatch(/picture-damaged: .*stored in a way that Word cannot draw/u);
  });

  test('a check sum that is not right, a chunk that must be understood, a header that is none', () => {
    const plain = png(size);
    const wrong = plain.slice();
    wrong[plain.length - 20] = (wrong[plain.length - 20] ?? 0) ^ 1;
    expect(refusal(wrong)).toMatch(/^picture-damaged/u);
    expect(refusal(png(size, { before: [pngChunk('CgBI', [1])] }))).toMatch(/^picture-damaged/u);
    expect(refusal(concat(plain.subarray(0, 8), pngText('tEXt', SECRET), plain.subarray(8)))).toMatch(
      /^picture-damaged/u,
    );
  });

  test('a frame of a GIF outside its screen', () => {
    const plain = gif(size);
    const frame = plain.lastIndexOf(0x2c, plain.length - 1);
    expect(frame).toBeGreaterThan(0);
    const outside = gif(size);
    outside[6] = 3;
    expect(refusal(outside)).toMatch(/^picture-damaged/u);
  });
});

test.each(['../a.png', 'A.png', 'a.svg', 'a.jpg', '.png', 'a/b.png', `${'a'.repeat(81)}.png`, 'a.png\n'])(
  '“%s” is no name of media',
  (name) => expect(isMediaName(name)).toBe(false),
);
