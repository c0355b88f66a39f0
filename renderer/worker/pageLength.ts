// The worker's count of pages: keeps the blocks that it was given, so that a change costs only the block it is in.
import { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article/article.ts';
import { exportChoicesOf } from '../../shared/briefing/exportChoices.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { readHouseStyle } from '../../shared/export/houseStyle.ts';
import { lengthOf, type PageLength } from '../../shared/export/length.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { LengthParcel } from './contract.ts';

type Page = Parameters<typeof lengthOf>[2];

/** Counts the pages of one briefing after another change; null when it lacks what the parcel takes for given. */
export function createPageLengthTask(): (ask: LengthParcel) => PageLength | null {
  let blocks = new Map<number, Node>();
  let articles: readonly Article[] | null = null;
  let facts: readonly Fact[] | null = null;
  let media = new Map<string, Uint8Array>();
  let page: Page;

  function pageOf(file: Uint8Array | null): Page {
    const read = file ? readHouseStyle(file) : null;
    return read?.ok ? read.value.value.page : undefined;
  }

  return (ask) => {
    const given = new Map(ask.fresh.map(([id, block]) => [id, Node.fromJSON(schema, block)]));
    const now = new Map<number, Node>();
    const content: Node[] = [];
    for (const id of ask.blocks) {
      const block = given.get(id) ?? blocks.get(id);
      if (!block) return null;
      now.set(id, block);
      content.push(block);
    }
    blocks = now;
    articles = ask.articles ?? articles;
    facts = ask.facts ?? facts;
    if (ask.houseStyle !== undefined) page = pageOf(ask.houseStyle);
    const pictures = new Map<string, Uint8Array>();
    for (const [name, bytes] of ask.media) {
      const picture = bytes ?? media.get(name);
      if (!picture) return null;
      pictures.set(name, picture);
    }
    media = pictures;
    if (!articles || !facts) return null;
    const { settings } = ask;
    const doc = schema.nodes.doc.create(ask.attrs, content);
    const briefing = { doc, articles, facts, media, settings, sources: new Map(), annotations: [] };
    const choices = exportChoicesOf(settings);
    return lengthOf(briefing, choices, choices.style === 'house' ? page : undefined);
  };
}
