// Pictures in pasted HTML: what is in the HTML itself is taken in, what is only an address never is.
import type { Node } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';
import type { PasteReport } from './report.ts';
import type { TakePicture } from './words.ts';

/** Takes the bytes of a picture into the briefing, at once; its name, or null when it is none that Word can show. */
export type AddPicture = (bytes: Uint8Array<ArrayBuffer>) => string | null;

const DATA = /^data:image\/[\w.+-]{1,40}(?:;[\w=.+-]{1,40})*;base64,/iu;
/** A picture of a letter, as mail and forums show them. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})[\p{Extended_Pictographic}\p{M}\u200d\ufe0f]*$/u;
/** Smaller ones are spacers, and counters of who reads. */
const SMALLEST = 3;

/** The bytes of a data: address of a picture; null for any other address, and for one that is damaged. */
export function dataBytes(src: string): Uint8Array<ArrayBuffer> | null {
  const head = DATA.exec(src.slice(0, 200))?.[0];
  if (head === undefined) return null;
  try {
    const decoded = atob(src.slice(head.length).replace(/%3d/giu, '=').replace(/%2b/giu, '+').replace(/%2f/giu, '/'));
    return Uint8Array.from(decoded, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Decides on every picture of one paste. */
export function pictureTaker(add: AddPicture, report: PasteReport): TakePicture {
  return (image: Node) => {
    const alt = String(image.attrs['alt']);
    if (alt.length <= 16 && EMOJI.test(alt)) return alt;
    const sides = [image.attrs['width'], image.attrs['height']].filter((side) => typeof side === 'number');
    if (sides.some((side) => side < SMALLEST)) return null;
    const src = String(image.attrs['src']);
    const bytes = dataBytes(src);
    const media = bytes ? add(bytes) : null;
    if (media !== null) return schema.nodes.image.create({ media, alt });
    if (/^data:/iu.test(src)) report.picturesUnfit++;
    else report.picturesLeftOut++;
    return null;
  };
}
