// Random briefings of one to some twenty pages, of ordinary words about invented places, for the estimate of pages.
import type { Node } from 'prosemirror-model';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import {
  by,
  type Child,
  cite,
  detail,
  doc,
  em,
  h,
  h2,
  h3,
  li,
  link,
  ol,
  p,
  pageBreak,
  qt,
  quotation,
  report,
  sourceList,
  strong,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
  ul,
} from '../builders.ts';
import { article, briefing } from './briefings.ts';

const WORDS = (
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you ' +
  'were all her she there would their we him been has when who will no more if out so up said what its about than into them ' +
  'can only other time new some could these two may first then do any like my now over such our man even most made after ' +
  'harbour ferry council levy grain quay warehouse timber winter storm bridge railway minister committee budget estimate ' +
  'quarter tonnes fishermen insurance agreement negotiation delegation representatives infrastructure administration ' +
  'nevertheless long-term cross-border well-known Vessin Ostrel Calder Marrowby Tessaly Brindle 2029 2030 14 350 4.5 12,400'
).split(' ');

/** A sequence of numbers in [0, 1) from `seed` (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A briefing of about `pages` pages. */
export function randomPages(seed: number, pages: number): Briefing {
  const next = chance(seed);
  const upTo = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const word = (): string => WORDS[Math.floor(next() ** 1.5 * WORDS.length)] ?? 'the';
  const words = (count: number): string => {
    let text = '';
    for (let at = 0; at < count; at++) {
      const one = word();
      const start = at === 0 || text.endsWith('. ');
      text += start ? `${one.charAt(0).toUpperCase()}${one.slice(1)}` : one;
      text += at === count - 1 ? '' : next() < 0.07 ? '. ' : next() < 0.07 ? ', ' : ' ';
    }
    return text;
  };
  let parts = 0;
  // Each with a number, so that it is found again on its page.
  const heading = (): string => `Part ${++parts}: ${words(upTo(1, 7))}`;
  let citations = 0;
  const sentence = (): Child[] => {
    const parts: Child[] = [`${words(upTo(8, 70))}. `];
    if (next() < 0.15) parts.push(strong(words(upTo(1, 5))), ' ');
    if (next() < 0.1) parts.push(em(words(upTo(1, 5))), ' ');
    if (next() < 0.06) parts.push(link('https://board.example/report', words(upTo(1, 4))), ' ');
    if (next() < 0.3) {
      citations++;
      parts.push(`${words(upTo(2, 12))}.`, cite(`a${upTo(1, 6)}`, null, `paragraph ${upTo(2, 40)}`), ' ');
    }
    if (next() < 0.5) parts.push(`${words(upTo(5, 40))}.`);
    return parts;
  };
  const items = (): Node[] =>
    Array.from({ length: upTo(2, 7) }, () =>
      next() < 0.15
        ? li(p(words(upTo(3, 20))), ul(...Array.from({ length: upTo(1, 3) }, () => li(p(words(upTo(3, 25)))))))
        : li(p(...(next() < 0.3 ? sentence() : [words(upTo(3, 25))]))),
    );
  const grid = (): Node => {
    const columns = upTo(2, 5);
    const row = (make: typeof td, most: number): Node =>
      tr(
        ...Array.from({ length: columns }, (_, at) =>
          make(p(at > 0 && next() < 0.5 ? String(upTo(1, 99_999)) : words(upTo(1, most)))),
        ),
      );
    return table(
      row(th, 3),
      ...Array.from({ length: next() < 0.15 ? upTo(15, 60) : upTo(2, 9) }, () => row(td, next() < 0.3 ? 20 : 5)),
    );
  };
  const blocks: Node[] = [
    titleBlock(
      title(heading()),
      detail({ name: 'reference' }, `ST/2031/${seed}`),
      detail({ name: 'to' }, words(4)),
      detail({ name: 'date' }, '10 March 2031'),
    ),
  ];
  /** Letters to a page of plain text, more or less; tables and lists take more room than their letters. */
  let left = pages * 2500;
  const add = (...made: Node[]): void => {
    for (const node of made) {
      blocks.push(node);
      left -=
        node.textContent.length +
        (node.type.name === 'table' ? node.childCount * 60 : node.type.name === 'heading' ? 120 : 40);
    }
  };
  while (left > 0) {
    const kind = next();
    if (kind < 0.42) add(next() < 0.5 ? p(...sentence()) : report(...sentence()));
    else if (kind < 0.55) add(h(heading()), p(...sentence()));
    else if (kind < 0.62) add(h2(heading()));
    else if (kind < 0.65) add(h3(heading()));
    else if (kind < 0.78) add(next() < 0.5 ? ul(...items()) : ol(...items()));
    else if (kind < 0.88)
      add(quotation(qt(`“${words(upTo(10, 60))}.”`), by(words(upTo(3, 9)), cite(`a${upTo(1, 6)}`))));
    else if (kind < 0.96) add(grid());
    else if (kind < 0.975) add(...(seed % 2 === 0 ? [] : [pageBreak()]));
    else add(p(words(upTo(150, 400))));
  }
  if (citations > 0 && next() < 0.7) add(h('Sources'), sourceList());
  return briefing(doc({ banner: next() < 0.5 ? 'TLP:AMBER' : 'OFFICIAL' }, ...blocks), {
    articles: Array.from({ length: 6 }, (_, at) =>
      article(`a${at + 1}`, {
        title: words(upTo(4, 12)),
        byline: at % 2 === 0 ? 'Tamsin Ode' : null,
        url:
          at % 3 === 0
            ? null
            : `https://courier.example/2031/03/${words(3)
                .toLowerCase()
                .replace(/[^a-z]+/gu, '-')}`,
      }),
    ),
  });
}
