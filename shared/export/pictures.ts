// createPictures: the pictures of a briefing as they stand in the Word file: each once, measured to the page, without metadata.
import type { Node } from 'prosemirror-model';
import type { Briefing } from '../briefing/briefing.ts';
import { sha256Hex } from '../base/sha256.ts';
import { needsTurning, readPicture, type Picture } from '../briefing/picture.ts';
import type { ParagraphBlock, PlannedMedia } from './plan.ts';
import { textHeight, textWidth, type Page } from './styles.ts';
import type { Cleaner } from './text.ts';

export interface Pictures {
  /** In the order of their first use; grows while the document is planned. */
  readonly media: readonly PlannedMedia[];
  /** An image node: the picture, or its description in brackets where there is none to show. In the order of the document. */
  block(node: Node): ParagraphBlock;
  /** One for each image node, repeated ones too: the picture that stands in its place, or null where words do. */
  readonly placed: readonly (PlacedPicture | null)[];
}

/** A picture as a reader of the file can know it again. */
export interface PlacedPicture {
  /** Of its bytes in the package, in hex. */
  readonly sha256: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const EMU_PER_INCH = 914_400;
const EMU_PER_TWIP = 635;
/** What a picture without a resolution is taken to have, as browsers and Word do. */
const DEFAULT_DPI = 96;
/** A picture leaves room on its page for its caption and some text. */
const MOST_OF_HEIGHT = 0.6;

/**
 * Width and height in EMU: as large as its resolution says, or `share` per cent of the text's width; never wider than the
 * text, never higher than 60 per cent of it, and never out of proportion.
 */
export function pictureSize(
  picture: Pick<Picture, 'width' | 'height' | 'dpi'>,
  share: number | null,
  page: Page,
): { readonly width: number; readonly height: number } {
  const widest = textWidth(page) * EMU_PER_TWIP;
  const highest = textHeight(page) * EMU_PER_TWIP * MOST_OF_HEIGHT;
  const natural = (picture.width / (picture.dpi ?? DEFAULT_DPI)) * EMU_PER_INCH;
  const wanted = share === null ? natural : (widest * share) / 100;
  const width = Math.min(wanted, widest, (highest * picture.width) / picture.height);
  // A hair of a picture still has an extent: Word refuses one of nothing.
  return {
    width: Math.max(1, Math.floor(width)),
    height: Math.max(1, Math.floor((width * picture.height) / picture.width)),
  };
}

/** The `width` of an image node: per cent of the text's width, or null for its own size. */
function shareOf(node: Node): number | null {
  const width: unknown = node.attrs['width'];
  return typeof width === 'number' && width > 0 && width <= 100 ? width : null;
}

/** `tell` hears of pictures that are missing, cannot be read, lie on their side, or have no description. */
export function createPictures(
  briefing: Pick<Briefing, 'media'>,
  page: Page,
  cleaner: Cleaner,
  tell: (code: string, text: string) => void,
): Pictures {
  const media: PlannedMedia[] = [];
  const placed: (PlacedPicture | null)[] = [];
  /** Two names may be of the same bytes: by their hash. */
  const indexes = new Map<string, number>();
  const hashes = new Map<Picture, string>();
  /** Each name is read once; the sentence is why it cannot be shown. */
  const readings = new Map<string, Picture | string>();

  function readingOf(name: string): Picture | string {
    const known = readings.get(name);
    if (known !== undefined) return known;
    const bytes = briefing.media.get(name);
    const read = bytes ? readPicture(bytes) : null;
    const reading =
      read === null ? 'it is missing from the briefing.' : read.ok ? read.value : lowered(read.error.text);
    readings.set(name, reading);
    return reading;
  }
  function hashOf(picture: Picture): string {
    const hash = hashes.get(picture) ?? sha256Hex(picture.bytes);
    hashes.set(picture, hash);
    return hash;
  }
  function indexOf(picture: Picture, hash: string): number {
    let index = indexes.get(hash);
    if (index === undefined) {
      index = media.push({ type: picture.type, bytes: picture.bytes }) - 1;
      indexes.set(hash, index);
    }
    return index;
  }

  return {
    media,
    placed,
    block(node) {
      const number = placed.length + 1;
      const alt = cleaner.line(String(node.attrs['alt'] ?? ''));
      if (alt === '') {
        tell(
          'picture-without-description',
          `Picture ${number} has no description: describe it for those who do not see it.`,
        );
      }
      const picture = readingOf(String(node.attrs['media']));
      if (typeof picture === 'string') {
        placed.push(null);
        const named = alt === '' ? `Picture ${number}` : `Picture ${number} (“${alt}”)`;
        tell('image-left-out', `${named} was left out and its description stands in its place: ${picture}`);
        const words = alt === '' ? '[Picture]' : `[Picture: ${alt}]`;
        return {
          kind: 'paragraph',
          style: 'Prompt',
          inlines: [{ kind: 'text', text: words, props: {}, href: null }],
        };
      }
      if (needsTurning(picture)) {
        tell('picture-turned', `Picture ${number} may lie on its side in Word: delete it and insert it again.`);
      }
      const sha256 = hashOf(picture);
      placed.push({ sha256, width: picture.width, height: picture.height });
      const size = pictureSize(picture, shareOf(node), page);
      return {
        kind: 'paragraph',
        style: 'BodyText',
        inlines: [{ kind: 'picture', media: indexOf(picture, sha256), ...size, alt }],
      };
    },
  };
}

/** The sentence of a failure, to stand behind a colon. */
function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
