// LengthDialog: asks how long the briefing may be, in pages or in words.
import { useState } from 'react';
import { lengthLimitOf, limitWords, MOST, type LimitUnit } from '../../shared/briefing/lengthLimit.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { useSession, useWorkbench } from './use.ts';

type Choice = LimitUnit | 'none';

const CHOICES: readonly { readonly choice: Choice; readonly label: string }[] = [
  { choice: 'none', label: 'No limit' },
  { choice: 'pages', label: 'Pages' },
  { choice: 'words', label: 'Words' },
];

/** What is offered for a unit that had no limit. */
const USUAL: Readonly<Record<LimitUnit, string>> = { pages: '2', words: '800' };

/** The number that is typed, or null when it is none that can be a limit. */
export function typedLimit(unit: LimitUnit, typed: string): number | null {
  const digits = typed.replace(/[\s,]/gu, '');
  const most = /^\d{1,8}$/u.test(digits) ? Number(digits) : 0;
  return most >= 1 && most <= MOST[unit] ? most : null;
}

export function LengthDialog() {
  const bench = useWorkbench();
  const { settings } = useSession();
  const limit = settings ? lengthLimitOf(settings) : null;
  const [choice, setChoice] = useState<Choice>(limit?.unit ?? 'none');
  const [typed, setTyped] = useState(limit ? String(limit.most) : '');
  const close = () => bench.dialog(null);
  const most = choice === 'none' ? null : typedLimit(choice, typed);
  function set(): void {
    const next = choice === 'none' || most === null ? null : { unit: choice, most };
    close();
    bench.session.setLengthLimit(next);
    bench.say(next ? `Limit: ${limitWords(next)}.` : 'No limit of length.');
  }
  function choose(next: Choice): void {
    setChoice(next);
    if (next !== 'none') setTyped(limit?.unit === next ? String(limit.most) : USUAL[next]);
  }
  return (
    <Dialog
      title="Length limit"
      text="Shown in the status bar while you write. When the briefing is longer, the checks say so; it can still leave."
      className="length-dialog"
      onClose={close}
      footer={
        <DialogActions
          label="Set the limit"
          off={choice !== 'none' && most === null ? 'Write a whole number from 1' : null}
          onAct={set}
          onCancel={close}
        />
      }
    >
      <div className="dialog-body">
        <fieldset>
          <legend className="label">At most</legend>
          {CHOICES.map(({ choice: one, label }) => (
            <label className="tick" key={one}>
              <input
                type="radio"
                name="length-unit"
                data-first={one === choice ? '' : undefined}
                checked={one === choice}
                onChange={() => choose(one)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        {choice !== 'none' && (
          <div className="field">
            <label className="label" htmlFor="length-most">
              {choice === 'pages' ? 'Number of pages' : 'Number of words'}
            </label>
            <input
              id="length-most"
              className="input"
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              aria-invalid={most === null || undefined}
              aria-describedby={most === null ? 'length-wrong' : undefined}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && most !== null) set();
              }}
            />
            {most === null && (
              <p className="error" id="length-wrong">
                Write a whole number from 1.
              </p>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}
