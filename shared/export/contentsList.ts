// The list of contents: which headings it names, and on which page each is reckoned to stand.
import type { PageEstimate } from './pages.ts';
import type { Block, ContentsBlock, ContentsEntry } from './plan.ts';
import type { PlanContext } from './planContext.ts';

const DEEPEST = 3;

export interface ContentsList {
  readonly heading: PlanContext['heading'];
  /** The blocks with the list behind the title block; as they are when nothing is to be listed. */
  into(blocks: readonly Block[]): readonly Block[];
}

/** A list of one entry helps nobody. */
const FEWEST = 2;

export function createContentsList(
  wanted: boolean,
  rtl: boolean,
  tell: (code: string, text: string) => void,
): ContentsList {
  const entries: ContentsEntry[] = [];
  return {
    heading(level, words) {
      if (!wanted || level > DEEPEST || words === '') return null;
      const bookmark = `_Toc_${entries.length + 1}`;
      entries.push({ level, text: words, bookmark, page: 1 });
      return bookmark;
    },
    into(blocks) {
      if (!wanted) return blocks;
      if (entries.length < FEWEST) {
        tell('contents-left-out', 'There is no list of contents, because there are fewer than two headings.');
        return blocks;
      }
      const body = blocks.findIndex(
        (block) => block.kind !== 'paragraph' || (block.style !== 'Title' && block.style !== 'Details'),
      );
      const at = body < 0 ? blocks.length : body;
      return [
        ...blocks.slice(0, at),
        {
          kind: 'paragraph',
          style: 'ContentsHeading',
          inlines: [{ kind: 'text', text: 'Contents', props: {}, href: null }],
          keepNext: true,
          ...(rtl ? { rtl } : {}),
        },
        { kind: 'contents', entries },
        ...blocks.slice(at),
      ];
    },
  };
}

/** The blocks with the page of each entry as reckoned; `pageOf` is by block. */
export function withPages(blocks: readonly Block[], { pageOf }: Pick<PageEstimate, 'pageOf'>): readonly Block[] {
  const list = blocks.findIndex((block) => block.kind === 'contents');
  if (list < 0) return blocks;
  const pages = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph' && block.bookmark !== undefined) pages.set(block.bookmark, pageOf[index] ?? 1);
  }
  const filled: ContentsBlock = {
    kind: 'contents',
    entries: (blocks[list] as ContentsBlock).entries.map((entry) => ({
      ...entry,
      page: Math.max(pages.get(entry.bookmark) ?? 1, 1),
    })),
  };
  return blocks.with(list, filled);
}
