// A large briefing of our own writing: as many words as asked, facts used all over it, notes, lists, tables and pictures.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'prosemirror-model';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { articleFromText } from '../../shared/article/articleFromText.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { writeBrief } from '../../shared/file/write.ts';
import { png } from '../pictures.ts';

const NOW = '2031-06-02T09:00:00.000Z';
const GOODS = ['barley', 'timber', 'salt', 'wool', 'slate', 'copper', 'herring', 'glass', 'hemp', 'tar'];
const TOWNS = ['Ostrel', 'Marl', 'Calder', 'Vennick', 'Thorsay', 'Aldmouth', 'Pell', 'Quarne', 'Ristow', 'Sandel'];

/** Sentences with a quotation and a figure each, none like another. */
const TALK = Array.from({ length: 260 }, (_, i) => {
  const [goods, town] = [GOODS[i % 10], TOWNS[Math.floor(i / 10) % 10]];
  return `“We shipped more ${goods} from ${town} than in any spring since the old quay number ${i} was built,” said Ida Moss. Sales of ${goods} in ${town} were ${i + 2}.4 million crowns in ${1760 + i}.`;
});
const article = articleFromText(`The talk of Ostrel\n\n${TALK.join('\n\n')}`, { id: 'a1b2c3d4e5f60718' });
const facts = flatFacts([extractFacts(article, { today: '2031-06-02' }).value]);

const { nodes, marks } = schema;
const text = (words: string) => schema.text(words);

function traced(fact: Fact): Node {
  return schema.text(fact.text, [
    fact.kind === 'quote' ? marks.quoted.create({ factId: fact.id }) : marks.figure.create({ factId: fact.id }),
  ]);
}

const FILLER =
  'The rest of this paragraph says at some length what we think of it, and why, and for how long, so that there is as much to read in it as there is in the paragraphs of a real briefing, which go on and on about one thing and then the next, until the reader has had enough of it. ';

function paragraph(i: number, used: Fact | undefined, note: string | null): Node {
  return nodes.paragraph.create(null, [
    text(`In the letter of the harbour numbered ${TOWNS[i % 10]} we wrote that the quay `),
    ...(note === null ? [] : [schema.text('is likely to stay open', [marks.annotation.create({ id: note })])]),
    text(' and that the books say: '),
    ...(used ? [traced(used)] : []),
    text(`. ${FILLER}`),
  ]);
}

export interface Large {
  readonly file: string;
  readonly doc: Node;
  readonly facts: number;
  readonly words: number;
}

export interface LargeOptions {
  readonly words: number;
  readonly facts: number;
  readonly notes?: number;
  readonly pictures?: number;
  /** Blocks put before all others, behind the title. */
  readonly first?: readonly Node[];
}

/** Writes the briefing into `folder`. */
export function largeBriefing(
  folder: string,
  { words, facts: uses, notes = 0, pictures = 0, first = [] }: LargeOptions,
): Large {
  const usable = facts.filter(({ kind }) => kind === 'quote' || kind === 'figure');
  const blocks: Node[] = [...first];
  const count = Math.max(1, Math.round(words / 65));
  const annotations: Annotation[] = [];
  const media = new Map<string, Uint8Array>();
  let left = uses;
  for (let i = 0; i < count; i++) {
    const used = left * count >= uses * (count - i) && left > 0 ? usable[(uses - left--) % usable.length] : undefined;
    const noted = annotations.length < notes && i % Math.ceil(count / Math.max(notes, 1)) === 0;
    if (noted) {
      annotations.push({
        id: `note-${i}`,
        author: 'Analyst',
        at: NOW,
        body: 'Ask the harbour.',
        status: 'unverified',
        confidence: null,
        tags: [],
        replies: [],
        resolved: false,
        export: false,
      });
    }
    if (i % 12 === 0) blocks.push(nodes.heading.create({ level: 1 }, text(`Part ${i / 12 + 1}`)));
    const made = paragraph(i, used, noted ? `note-${i}` : null);
    blocks.push(i % 9 === 4 ? nodes.bulletList.create(null, nodes.listItem.create(null, made)) : made);
    if (i < pictures) {
      const name = `picture${i}.png`;
      media.set(name, png({ width: 40 + i, height: 30 }));
      blocks.push(nodes.image.create({ media: name, alt: `Quay ${i}` }));
    }
  }
  const title = nodes.titleBlock.create(null, nodes.title.create(null, text('The harbours')));
  const doc = nodes.doc.createChecked({ banner: 'OFFICIAL' }, [title, ...blocks]);
  const file = path.join(folder, 'large.brief');
  writeFileSync(
    file,
    writeBrief(
      {
        doc,
        articles: [article],
        sources: new Map([[article.id, new TextEncoder().encode(article.text)]]),
        media,
        facts,
        annotations,
        settings: { template: 'briefing-note', author: 'Analyst', language: 'en-GB' },
      },
      { app: 'test' },
    ),
  );
  return { file, doc, facts: uses - left, words: doc.textBetween(0, doc.content.size, ' ').split(/\s+/u).length };
}
