// Length: how long the briefing is, in the status bar: pages and words, and its limit; a press asks for the limit.
import { useSyncExternalStore } from 'react';
import { isOver, lengthLimitOf } from '../../shared/briefing/lengthLimit.ts';
import type { Snapshot } from '../editor/editor.ts';
import { Icon } from '../ui/icon.tsx';
import { TriangleAlert } from '../ui/icons.ts';
import { wordsWords } from './findWords.ts';
import { pagesWords, wordsOfLimit } from './lengthWords.ts';
import { useSession, useWorkbench } from './use.ts';

export function Length({ text }: { text: Snapshot }) {
  const bench = useWorkbench();
  const { settings } = useSession();
  const { pageLength } = bench;
  const { length, pages } = useSyncExternalStore(pageLength.subscribe, pageLength.get);
  const limit = settings ? lengthLimitOf(settings) : null;
  const over = limit !== null && isOver(limit, { pages: length, words: text.words });
  const inPages = limit?.unit === 'pages';
  const inWords = limit?.unit === 'words' && text.selectedWords === 0;
  const part = (on: boolean) => (on && over ? <Icon of={TriangleAlert} size="s" /> : null);
  return (
    <>
      <button
        type="button"
        className={`num length-pages ${inPages && over ? 's-warn' : ''}`}
        data-tip={limit ? 'Change the limit of length' : 'Set a limit of length'}
        onClick={() => void bench.run('lengthLimit')}
      >
        {part(inPages)}
        {pagesWords(pages, length, inPages ? limit : null)}
      </button>
      <span className={`num length-words ${inWords && over ? 's-warn' : ''}`}>
        {part(inWords)}
        {inWords && limit ? wordsOfLimit(text.words, limit) : wordsWords(text.words, text.selectedWords)}
      </span>
    </>
  );
}
