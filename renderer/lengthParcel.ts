// LengthParcel: what the worker needs to count the pages of the open briefing, without what it has been given before.
import type { Node } from 'prosemirror-model';
import type { Article } from '../shared/article/article.ts';
import type { Settings } from '../shared/briefing/briefing.ts';
import type { Fact } from '../shared/facts/fact.ts';
import type { LengthParcel, Media } from './worker/contract.ts';

/** The briefing as it stands. */
export interface LengthInput {
  readonly doc: Node;
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly settings: Settings;
  readonly media: Media;
  /** The file of the house style; null for none. */
  readonly houseStyle: Uint8Array | null;
}

export interface LengthPacker {
  /** The next parcel: whole the first time, then what has changed since the last. */
  pack(input: LengthInput): LengthParcel;
  /** Forgets what was given: the worker has lost it. */
  reset(): void;
}

export function createLengthPacker(): LengthPacker {
  /** Blocks are immutable: the same node is the same words. */
  const ids = new WeakMap<Node, number>();
  let nextId = 1;
  let given: ReadonlySet<number> = new Set();
  let last: Partial<LengthInput> = {};
  let pictures = new Map<string, Uint8Array>();

  function idOf(block: Node): number {
    const kept = ids.get(block);
    if (kept !== undefined) return kept;
    ids.set(block, nextId);
    return nextId++;
  }

  return {
    pack(input) {
      const blocks: number[] = [];
      const fresh: [number, unknown][] = [];
      const now = new Set<number>();
      input.doc.forEach((block) => {
        const id = idOf(block);
        blocks.push(id);
        if (!given.has(id) && !now.has(id)) fresh.push([id, block.toJSON()]);
        now.add(id);
      });
      const media = input.media.map(([name, bytes]) => [name, pictures.get(name) === bytes ? null : bytes] as const);
      const parcel = {
        attrs: input.doc.attrs,
        blocks,
        fresh,
        articles: last.articles === input.articles ? null : input.articles,
        facts: last.facts === input.facts ? null : input.facts,
        settings: input.settings,
        media,
        ...(last.houseStyle === input.houseStyle ? {} : { houseStyle: input.houseStyle }),
      };
      given = now;
      last = input;
      pictures = new Map(input.media.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])));
      return parcel;
    },
    reset() {
      given = new Set();
      last = {};
      pictures = new Map();
    },
  };
}
