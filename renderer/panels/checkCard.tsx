// CheckCard: a warning opened: what differs, and each way out with its result beside it.
import { useEffect, useRef, useState } from 'react';
import type { Check } from '../../shared/check/check.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { TriangleAlert, X } from '../ui/icons.ts';
import { keyText } from '../ui/keyText.ts';
import { commandById } from '../../shared/commands.ts';
import { useRoving } from '../ui/roving.ts';
import { AcceptButton, AcceptField } from './acceptField.tsx';
import { detailOf, type Way } from './checkWays.ts';
import { Diff } from './diff.tsx';
import { Evidence, EvidencePlace } from './evidence.tsx';
import { useTextLater, useView, useWorkbench } from './use.ts';
import { useWays } from './useWays.ts';
import { changeWords } from './ways.ts';

export function CheckCard({ check, fact, onClose }: { check: Check; fact: Fact | null; onClose: () => void }) {
  const bench = useWorkbench();
  const { cardByKey } = useView();
  const text = useTextLater();
  const { of, go } = useWays();
  const ways = of(check, fact);
  const [chosen, setChosen] = useState('');
  const card = useRef<HTMLDivElement>(null);
  const group = useRef<HTMLDivElement>(null);
  const onGroupKey = useRoving(group, '[role=radio]', 'both', (item) => setChosen(item.dataset['way'] ?? ''));
  useEffect(() => {
    if (!cardByKey) return;
    const first =
      card.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]') ??
      card.current?.querySelector<HTMLElement>('.acts button');
    first?.focus({ preventScroll: true });
  }, [cardByKey]);

  const same = (text?.checks ?? []).filter((one) => one.severity === check.severity);
  const place = same.findIndex((one) => one.id === check.id);
  const way = ways.find((one) => one.key === chosen) ?? ways[0];
  function take(one: Way): void {
    if (go(check, one)) bench.text.get().editor?.focus();
  }
  /** The key that goes the way: the command's where it has one, else its number in the card. */
  function keyOf(one: Way, index: number): string {
    const key = one.command && commandById(one.command).keys[0];
    return key ? keyText(key, bench.platform.os) : String(index + 1);
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
        if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
        const direct = ways[Number(event.key) - 1];
        if (direct) {
          event.preventDefault();
          take(direct);
        }
      }}
    >
      <div className="card-top">
        <Icon of={TriangleAlert} className={check.severity === 'settle' ? 's-warn' : 's-none'} />
        <b>{check.title}</b>
        <span className="grow" />
        <IconButton small label="Close the card" icon={X} onClick={onClose} />
      </div>
      {check.diff ? (
        <>
          {check.kind !== 'altered-quotation' && <p className="card-body">{detailOf(check)}</p>}
          <div className="evidence">
            <Diff changes={check.diff} />
            <p className="small quiet-text">{changeWords(check.diff)}</p>
            {fact && <EvidencePlace fact={fact} />}
          </div>
        </>
      ) : (
        <>
          <p className="card-body">{detailOf(check)}</p>
          {fact && <Evidence fact={fact} />}
        </>
      )}
      {ways.length > 0 && (
        <div ref={group} className="ways" role="radiogroup" aria-label="Ways out" onKeyDown={onGroupKey}>
          {ways.map((one, index) => (
            <button
              key={one.key}
              type="button"
              role="radio"
              className="way"
              aria-checked={one === way}
              data-way={one.key}
              onClick={() => setChosen(one.key)}
              onDoubleClick={() => take(one)}
            >
              <Icon of={one.icon} />
              <b>{one.title}</b>
              <kbd>{keyOf(one, index)}</kbd>
              {one.preview.length > 0 && (
                <span className="way-preview">
                  {one.preview.map((part, at) => (part.strong ? <mark key={at}>{part.text}</mark> : part.text))}
                </span>
              )}
            </button>
          ))}
        </div>
      )}
      <AcceptField check={check} onDone={() => bench.text.get().editor?.focus()} />
      <div className="acts">
        {way && (
          <Button kind="primary" onClick={() => take(way)}>
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
      <AcceptButton check={check} />
    </div>
  );
}
