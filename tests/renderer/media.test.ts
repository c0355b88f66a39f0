// Tests of the pictures of the open briefing: kept by their bytes, drawn by addresses that end with the briefing, upright.
import { describe, expect, it } from 'vitest';
import { createMedia, type MediaHost } from '../../renderer/media.ts';
import { exif, holds, jpeg, png, pngText } from '../pictures.ts';

const SECRET = 'Ostrel harbour desk 7';

function pretendHost(redrawn: Uint8Array | null = null) {
  const urls: string[] = [];
  let count = 0;
  const host: MediaHost = {
    createUrl: (picture) => {
      const url = `blob:${picture.type}-${count++}`;
      urls.push(url);
      return url;
    },
    revokeUrl: (url) => void urls.splice(urls.indexOf(url), 1),
    redraw: async () => redrawn,
  };
  return { host, urls };
}

async function added(media: ReturnType<typeof createMedia>, bytes: Uint8Array): Promise<string> {
  const result = await media.add(bytes);
  if (!result.ok) throw new Error(result.error.text);
  return result.value;
}

describe('the media of a window', () => {
  it('keep a picture once, without its metadata', async () => {
    const media = createMedia(pretendHost().host);
    const name = await added(media, png({ width: 4, height: 2 }, { before: [pngText('tEXt', SECRET)] }));
    expect(await added(media, png({ width: 4, height: 2 }))).toBe(name);
    expect(media.all()).toHaveLength(1);
    expect(holds(media.all()[0]?.[1] ?? new Uint8Array(), SECRET)).toBe(false);
    expect(media.has(name)).toBe(true);
  });

  it('are drawn in their own size, each from one address that ends with the briefing', async () => {
    const { host, urls } = pretendHost();
    const media = createMedia(host);
    const name = await added(media, png({ width: 400, height: 200 }, { dpi: 192 }));
    expect(media.show(name)).toEqual({ url: 'blob:png-0', width: 200, height: 100 });
    expect(media.show(name)?.url).toBe('blob:png-0');
    expect(urls).toEqual(['blob:png-0']);
    media.load([]);
    expect(urls).toEqual([]);
    expect(media.show(name)).toBeNull();
  });

  it('of a file are shown only when they are pictures', () => {
    const { host, urls } = pretendHost();
    const media = createMedia(host);
    media.load([
      ['a.png', new TextEncoder().encode('<svg onload="x"/>')],
      ['b.png', jpeg({ width: 8, height: 8 })],
      ['c.png', null],
    ]);
    expect(media.show('a.png')).toBeNull();
    expect(media.show('b.png')).toMatchObject({ url: 'blob:jpeg-0' });
    expect(media.show('c.png')).toBeNull();
    expect(urls).toHaveLength(1);
    expect(media.all().map(([name]) => name)).toEqual(['a.png', 'b.png']);
  });

  it('bring a picture upright, and keep it as it is where the page cannot', async () => {
    const lying = jpeg({ width: 16, height: 8 }, { extra: [exif(6, SECRET)], dpi: 96 });
    const upright = createMedia(pretendHost(jpeg({ width: 8, height: 16 })).host);
    const name = await added(upright, lying);
    expect(upright.all()).toEqual([[name, jpeg({ width: 8, height: 16 })]]);
    const cannot = createMedia(pretendHost(null).host);
    expect(cannot.show(await added(cannot, lying))).toMatchObject({ width: 8, height: 16 });
    expect(holds(cannot.all()[0]?.[1] ?? new Uint8Array(), SECRET)).toBe(false);
  });

  it('take a picture at once as they take it later, without one that has to be drawn anew', async () => {
    const media = createMedia(pretendHost().host);
    const bytes = new Uint8Array(png({ width: 4, height: 2 }, { before: [pngText('tEXt', SECRET)] }));
    const name = media.addNow(bytes);
    expect(name).toBe(await added(media, bytes));
    expect(media.all()).toHaveLength(1);
    expect(media.addNow(new Uint8Array(jpeg({ width: 8, height: 4 }, { extra: [exif(6, SECRET)] })))).toBeNull();
    expect(media.addNow(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(media.all()).toHaveLength(1);
  });

  it('refuse what is no picture with the reader’s sentence', async () => {
    const media = createMedia(pretendHost().host);
    expect(await media.add(new TextEncoder().encode('words'))).toMatchObject({
      ok: false,
      error: { code: 'not-a-picture' },
    });
    expect(media.all()).toEqual([]);
  });
});
