// A briefing with charts, pictures, a banner and a reference, for tests of what a sent file shows beside its words.
import type { Node } from 'prosemirror-model';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { detail, doc, figure, h, p, title, titleBlock } from '../builders.ts';
import { briefing, fullBriefing } from '../export/briefings.ts';
import { gif, jpeg, png } from '../pictures.ts';

const MEDIA: ReadonlyMap<string, Uint8Array> = new Map([
  ['quay.png', png({ width: 80, height: 60 })],
  ['crane.jpeg', jpeg({ width: 64, height: 32 })],
  ['tide.gif', gif({ width: 20, height: 10 })],
]);

function image(media: string, alt: string): Node {
  return schema.node('image', { media, alt, width: 40 });
}

function chart(
  name: string,
  kind: string,
  series: readonly (readonly [string, readonly (number | null)[]])[],
  facts: readonly (string | null)[] = [],
): Node {
  const categories = ['2028', '2029', '2030'];
  return schema.node('chart', {
    data: {
      kind,
      title: name,
      unit: 'million tonnes',
      categories,
      series: series.map(([words, values]) => ({
        name: words,
        points: values.map((value, at) => ({ value, factId: facts[at] ?? null })),
      })),
    },
  });
}

/** Two charts, three pictures and a table's worth of nothing to settle, about invented places. */
export function besideBriefing(banner: string | null = 'TLP:AMBER'): Briefing {
  const { articles, facts } = fullBriefing();
  return briefing(
    doc(
      { banner },
      titleBlock(
        title('Ostrel: grain by the quay'),
        detail({ name: 'reference' }, 'ST/2031/018'),
        detail({ name: 'date' }, '11 March 2031'),
      ),
      h('Trade'),
      p('The port shipped ', figure('f3', '1.75 million tonnes'), ' in 2030.'),
      chart('Grain shipped', 'bar', [['Ostrel', [0.57, 0.904, 1.75]]], ['f1', 'f2', 'f3']),
      image('quay.png', 'The quay at low water'),
      p('Barley went another way.'),
      chart('Barley and oats', 'line', [
        ['Barley', [3.25, null, -1.5]],
        ['Oats', [12.125, 1234.5, 7]],
      ]),
      image('crane.jpeg', 'The crane'),
      image('tide.gif', 'The tide'),
      p('The board has not answered.'),
    ),
    { articles, facts, media: MEDIA },
  );
}
