// AcceptField: lets a finding stand with a reason; the reason is asked for in the line, and Enter accepts.
import { useEffect, useId, useRef, useState } from 'react';
import type { Check } from '../../shared/check/check.ts';
import { Button } from '../ui/button.tsx';
import { useView, useWorkbench } from './use.ts';

/** The button that asks for the reason; nothing for a finding that cannot be accepted. */
export function AcceptButton({ check, named = false }: { check: Check; named?: boolean }) {
  const bench = useWorkbench();
  const { accepting } = useView();
  if (!check.about || accepting === check.id) return null;
  return (
    <button
      type="button"
      className="link"
      data-accept={check.id}
      onClick={() => bench.view.set({ accepting: check.id })}
    >
      Accept with a reason…{named && <span className="sr"> {check.title}</span>}
    </button>
  );
}

interface Props {
  readonly check: Check;
  /** Hears that it is accepted. */
  readonly onDone?: () => void;
}

/** The field, while a reason for `check` is being written. */
export function AcceptField(props: Props) {
  return useView().accepting === props.check.id ? <ReasonField {...props} /> : null;
}

function ReasonField({ check, onDone }: Props) {
  const bench = useWorkbench();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  function close(): void {
    bench.view.set({ accepting: null });
    const button = `[data-accept="${CSS.escape(check.id)}"]`;
    // Drawn again once the field is gone.
    bench.afterDrawing(() => document.querySelector<HTMLElement>(button)?.focus());
  }
  function accept(): void {
    if (bench.acceptCheck(check, reason)) onDone?.();
    else field.current?.focus();
  }
  return (
    <div className="accept-field">
      <label className="label" htmlFor={id}>
        Why may it stand?
      </label>
      <div className="accept-line">
        <input
          ref={field}
          id={id}
          className="input"
          autoComplete="off"
          placeholder="A reason, kept with the briefing"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Enter') accept();
            else close();
          }}
        />
        <Button size="sm" off={reason.trim() === '' ? 'Write a reason first' : null} onClick={accept}>
          Accept
        </Button>
      </div>
    </div>
  );
}
