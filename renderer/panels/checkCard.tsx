// CheckCard: a warning opened: what differs, and each way out with its result beside it.
import { useEffect, useRef, useState } from 'react';
import type { Check } from '../../shared/check/check.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Settlement } from '../editor/editor.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Brackets, RotateCcw, TriangleAlert, Unlink, X, type LucideIcon } from '../ui/icons.ts';
import { keyText } from '../ui/keyText.ts';
import { useRoving } from '../ui/roving.ts';
import { Diff } from './diff.tsx';
import { Evidence, EvidencePlace } from './evidence.tsx';
import { useTextLater, useView, useWorkbench } from './use.ts';
import { changeWords, marked, restored, type PreviewPart } from './ways.ts';

interface Way {
  readonly how: Settlement;
  readonly title: string;
  readonly button: string;
  readonly icon: LucideIcon;
  readonly preview: readonly PreviewPart[];
}

/** `fragment`: the words stand in a sentence of ours, so nothing is missing at their edges. */
function waysOut(check: Check, fact: Fact | null, fragment: boolean): Way[] {
  const changes = check.diff ?? [];
  const plain = (text: string) => [{ text, strong: false }];
  if (check.kind === 'altered-figure') {
    return fact
      ? [
          {
            how: 'restore',
            title: 'Restore the source’s words',
            button: 'Restore',
            icon: RotateCcw,
            preview: [{ text: fact.text, strong: true }],
          },
        ]
      : [];
  }
  if (check.kind !== 'altered-quotation') return [];
  return [
    {
      how: 'restore',
      title: 'Restore the source’s words',
      button: 'Restore',
      icon: RotateCcw,
      preview: changes.length > 0 ? restored(changes) : plain('The words of the source again.'),
    },
    {
      how: 'paraphrase',
      title: 'Make it a paraphrase',
      button: 'Make it a paraphrase',
      icon: Unlink,
      preview: plain('The quotation marks go. The citation stays.'),
    },
    {
      how: 'markCuts',
      title: 'Keep, and mark the cuts',
      button: 'Mark the cuts',
      icon: Brackets,
      preview: changes.length > 0 ? marked(changes, { fragment }) : plain('Cuts become “…”, additions “[ ]”.'),
    },
  ];
}

export function CheckCard({ check, fact, onClose }: { check: Check; fact: Fact | null; onClose: () => void }) {
  const bench = useWorkbench();
  const { cardByKey } = useView();
  const text = useTextLater();
  const inSentence = text?.doc.nodeAt(check.from)?.type.name !== 'quotation';
  const ways = waysOut(check, fact, inSentence);
  const [chosen, setChosen] = useState<Settlement>('restore');
  const card = useRef<HTMLDivElement>(null);
  const group = useRef<HTMLDivElement>(null);
  const onGroupKey = useRoving(group, '[role=radio]', 'both', (item) => {
    const way = ways.find((one) => one.how === item.dataset['how']);
    if (way) setChosen(way.how);
  });
  useEffect(() => {
    if (cardByKey)
      card.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"], button')?.focus({ preventScroll: true });
  }, [cardByKey]);

  const same = (text?.checks ?? []).filter((one) => one.severity === 'settle');
  const place = same.findIndex((one) => one.id === check.id);
  const way = ways.find((one) => one.how === chosen) ?? ways[0];
  function settle(how: Settlement): void {
    if (bench.settleCheck(check.id, how)) bench.text.get().editor?.focus();
  }
  return (
    <div
      ref={card}
      className="card open"
      role="dialog"
      aria-label={check.title}
      id={`card-check-${check.id}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
          return;
        }
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const direct = ways[Number(event.key) - 1];
        if (direct) {
          event.preventDefault();
          settle(direct.how);
        }
      }}
    >
      <div className="card-top">
        <Icon of={TriangleAlert} className="s-warn" />
        <b>{check.title}</b>
        <span className="grow" />
        <IconButton small label="Close the card" icon={X} onClick={onClose} />
      </div>
      {check.diff ? (
        <div className="evidence">
          <Diff changes={check.diff} />
          <p className="small quiet-text">{changeWords(check.diff)}</p>
          {fact && <EvidencePlace fact={fact} />}
        </div>
      ) : (
        <>
          <p className="card-body">{check.detail}</p>
          {fact && <Evidence fact={fact} />}
        </>
      )}
      {ways.length > 0 && (
        <div ref={group} className="ways" role="radiogroup" aria-label="Ways out" onKeyDown={onGroupKey}>
          {ways.map((one, index) => (
            <button
              key={one.how}
              type="button"
              role="radio"
              className="way"
              aria-checked={one.how === way?.how}
              data-how={one.how}
              onClick={() => setChosen(one.how)}
              onDoubleClick={() => settle(one.how)}
            >
              <Icon of={one.icon} />
              <b>{one.title}</b>
              <kbd>{keyText(`Alt+${index + 1}`, bench.platform.os)}</kbd>
              <span className="way-preview">
                {one.preview.map((part, at) => (part.strong ? <mark key={at}>{part.text}</mark> : part.text))}
              </span>
            </button>
          ))}
        </div>
      )}
      <div className="acts">
        {way && (
          <Button kind="primary" onClick={() => settle(way.how)}>
            {way.button}
          </Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          Not now
        </Button>
        <span className="grow" />
        {place >= 0 && (
          <span className="s-none num">
            {place + 1} of {same.length}
          </span>
        )}
      </div>
    </div>
  );
}
