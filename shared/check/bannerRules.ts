// The rules of the banner: that there is one, and that it is not lower than the highest portion mark; for checks and export.
import type { Node } from 'prosemirror-model';
import { bannerStyle } from '../briefing/banner.ts';
import { bearsPortion, markAbove, portionMark, raisedBanner } from '../briefing/portion.ts';
import type { Range } from '../briefing/queries.ts';
import type { Finding } from './finding.ts';

/** The words of the first portion that is marked higher than the banner allows. */
export interface BannerBelow extends Range {
  /** The highest mark, without brackets. */
  readonly mark: string;
  /** The banner as it is printed now. */
  readonly banner: string;
  /** The banner that covers the mark, with what was said behind the level. */
  readonly raised: string;
}

function bannerOf(doc: Node): string | null {
  const banner: unknown = doc.attrs['banner'];
  return typeof banner === 'string' ? banner : null;
}

/** Where `doc` is marked above its banner, in a scheme that both belong to; null where it is not. Marks without words count for nothing. */
export function bannerBelow(doc: Node): BannerBelow | null {
  const banner = bannerOf(doc);
  const style = bannerStyle(banner);
  if (style === null) return null;
  const places = new Map<string, Range>();
  doc.descendants((node, pos) => {
    if (bearsPortion(node)) {
      const own: unknown = node.attrs['portion'];
      const mark = typeof own === 'string' ? portionMark(own) : null;
      if (mark !== null && node.textContent !== '' && !places.has(mark)) {
        const words = node.isTextblock ? 1 : 0;
        places.set(mark, { from: pos + words, to: pos + node.nodeSize - words });
      }
    }
    return !node.isTextblock;
  });
  const mark = markAbove(banner, places.keys());
  const place = mark === null ? undefined : places.get(mark);
  const raised = mark === null ? null : raisedBanner(banner, mark);
  if (mark === null || place === undefined || raised === null) return null;
  return { mark, banner: style.text, raised, from: place.from, to: place.to };
}

/** What is worth a look about the banner of `doc`. */
export function bannerFindings(doc: Node): readonly Finding[] {
  if (bannerOf(doc)?.trim()) {
    const below = bannerBelow(doc);
    if (below === null) return [];
    return [
      {
        kind: 'banner-below-portion',
        key: below.mark,
        title: `The banner ${below.banner} is lower than the portion mark (${below.mark})`,
        detail: `Raise the banner to ${below.raised}, or mend the mark.`,
        from: below.from,
        to: below.to,
      },
    ];
  }
  return [
    {
      kind: 'no-banner',
      key: 'banner',
      title: 'No banner is set',
      detail: 'No marking is printed on the pages.',
      from: 0,
      to: 0,
    },
  ];
}
