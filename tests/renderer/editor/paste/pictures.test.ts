// Tests of pictures in pasted HTML: taken in when they are there, told of when they are not, and no picture of a letter.
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { foreign } from '../../../../renderer/editor/paste/foreign.ts';
import { dataBytes, pictureTaker } from '../../../../renderer/editor/paste/pictures.ts';
import { emptyReport } from '../../../../renderer/editor/paste/report.ts';

const DATA = 'data:image/png;base64,AQID';

function taken(attrs: Readonly<Record<string, unknown>>, known = true) {
  const report = emptyReport();
  const take = pictureTaker(() => (known ? 'a.png' : null), report);
  const result: Node | string | null = take(foreign.nodes.image.create(attrs));
  return { result: typeof result === 'string' ? result : (result?.attrs ?? null), report };
}

describe('a pasted picture', () => {
  it.each([
    [DATA, [1, 2, 3]],
    ['DATA:image/jpeg;charset=x;BASE64,AQ%3D%3D', [1]],
    ['data:image/png,AQID', null],
    ['data:text/html;base64,AQID', null],
    ['data:image/png;base64,***', null],
    ['https://x.example/a.png', null],
    ['', null],
  ])('%s has its bytes', (src, bytes) => {
    const read = dataBytes(src);
    expect(read && [...read]).toEqual(bytes);
  });

  it('comes in with its description', () => {
    expect(taken({ src: DATA, alt: 'The mole' })).toEqual({
      result: { media: 'a.png', alt: 'The mole', width: null },
      report: emptyReport(),
    });
  });

  it('is told of when it is an address, or of a kind that is not taken in', () => {
    expect(taken({ src: 'https://x.example/a.png' }).report).toEqual({ ...emptyReport(), picturesLeftOut: 1 });
    expect(taken({ src: DATA }, false).report).toEqual({ ...emptyReport(), picturesUnfit: 1 });
  });

  it('of a letter is that letter', () => {
    for (const alt of ['⛵', '🇨🇦', '👩‍🚀', '❤️']) expect(taken({ src: 'https://x.example/a.png', alt }).result).toBe(alt);
    expect(taken({ src: DATA, alt: '⛵ boat' }).result).toMatchObject({ media: 'a.png' });
  });

  it('that only counts who reads is none', () => {
    expect(taken({ src: 'https://x.example/a.gif', width: 1, height: 1 })).toEqual({
      result: null,
      report: emptyReport(),
    });
  });
});
