// Peek: the paragraph of the source beside the words that come from it, without leaving the text; Esc goes back.
import { useEffect, useRef } from 'react';
import { Button, IconButton } from '../ui/button.tsx';
import { X } from '../ui/icons.ts';
import { FactIcon, StateIcon } from './factIcon.tsx';
import { correctionWords, normalised } from './factWords.ts';
import { floatBeside } from './floatBeside.ts';
import { placeWords, SourceParagraph } from './sourceParagraph.tsx';
import { useSession, useView, useWorkbench } from './use.ts';
import { factTitle } from './words.ts';

export function Peek() {
  const bench = useWorkbench();
  const { peek } = useView();
  const { facts, articles } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const fact = facts.find((one) => one.id === peek?.factId);
  const article = articles.find((one) => one.id === fact?.articleId);

  useEffect(() => {
    const card = box.current;
    if (!card || !peek) return;
    card.showPopover();
    floatBeside(card, peek.box);
    const mark = card.querySelector('mark');
    // A long paragraph is opened at its words.
    if (mark) mark.scrollIntoView({ block: 'nearest' });
    if (peek.byKey) card.querySelector<HTMLElement>('button')?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !card.contains(event.target)) bench.view.set({ peek: null });
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      bench.closePeek();
    };
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      document.removeEventListener('keydown', key, true);
    };
  }, [bench, peek]);

  if (!peek || !fact || !article) return null;
  const more = [normalised(fact), correctionWords(fact)].filter((words) => words !== null);
  return (
    <div ref={box} className="peek" role="dialog" aria-label={`Source of ${factTitle(fact)}`} popover="manual">
      <div className="peek-head">
        <FactIcon fact={fact} />
        <b>{placeWords(fact, article)}</b>
        <StateIcon status={fact.status} />
        <IconButton small label="Close" icon={X} onClick={() => bench.closePeek()} />
      </div>
      <div className="peek-words">
        <SourceParagraph fact={fact} article={article} />
      </div>
      <div className="peek-foot">
        <span>{more.join('. ')}</span>
        <Button
          size="sm"
          onClick={(event) => {
            bench.closePeek();
            bench.trace(fact.id, event.detail === 0);
          }}
        >
          Show in the source
        </Button>
      </div>
    </div>
  );
}
