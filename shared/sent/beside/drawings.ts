// Drawings: the charts and pictures of the text in the order of the file, as their relations name them.
import { child, isOn, type Element } from '../../ooxml/xml.ts';

export type Drawing =
  /** `id`: of the relation to the chart's part. */
  | { readonly kind: 'chart'; readonly id: string }
  | {
      readonly kind: 'picture';
      /** Of the relation to the picture's part; null when the picture lies outside the file, or nowhere. */
      readonly id: string | null;
      /** What is said to readers who do not see it. */
      readonly alt: string;
      /** Part of it is cut away at an edge. */
      readonly cropped: boolean;
    };

/** More are not read, nor compared: a page holds a few. */
export const MOST_DRAWINGS = 2000;
/** What is cut away in thousandths of a per cent; programs that only save leave less. */
const LEAST_CROP = 500;

function cropOf(picture: Element): boolean {
  const cut = child(picture, 'pic:blipFill', 'a:srcRect')?.attrs ?? {};
  return ['l', 't', 'r', 'b'].some((edge) => Math.abs(Number.parseFloat(cut[edge] ?? '0')) >= LEAST_CROP);
}

/** The drawings of `body` that a reader sees: those in deletions and hidden runs are none. */
export function drawingsOf(body: Element): Drawing[] {
  const found: Drawing[] = [];
  const walk = (of: Element, alt: string): void => {
    for (const one of of.children) {
      if (found.length >= MOST_DRAWINGS) return;
      switch (one.name) {
        case 'w:del':
        case 'w:moveFrom':
          break;
        case 'w:tr':
          if (!child(one, 'w:trPr', 'w:del')) walk(one, alt);
          break;
        case 'w:r':
          if (!isOn(child(one, 'w:rPr', 'w:vanish'))) walk(one, alt);
          break;
        case 'mc:AlternateContent': {
          // Each branch says the same for readers of different age.
          const branch = child(one, 'mc:Choice') ?? child(one, 'mc:Fallback');
          if (branch) walk(branch, alt);
          break;
        }
        case 'wp:inline':
        case 'wp:anchor':
          walk(one, child(one, 'wp:docPr')?.attrs['descr'] ?? '');
          break;
        case 'c:chart':
          found.push({ kind: 'chart', id: one.attrs['r:id'] ?? '' });
          break;
        case 'pic:pic': {
          const id = child(one, 'pic:blipFill', 'a:blip')?.attrs['r:embed'];
          found.push({ kind: 'picture', id: id ?? null, alt, cropped: cropOf(one) });
          break;
        }
        case 'v:imagedata':
          found.push({ kind: 'picture', id: one.attrs['r:id'] ?? null, alt, cropped: false });
          break;
        default:
          walk(one, alt);
      }
    }
  };
  walk(body, '');
  return found;
}
