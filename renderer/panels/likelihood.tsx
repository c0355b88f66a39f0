// LikelihoodDialog: the words of a scale of likelihood with their ranges, and the words of confidence; Enter inserts one at the caret.
import { useState, type KeyboardEvent } from 'react';
import {
  CONFIDENCE_WORDS,
  likelihoodScaleOf,
  LIKELIHOOD_SCALES,
  type LikelihoodScale,
} from '../../shared/briefing/likelihood.ts';
import { hasLikelihoodKey, sentenceAt } from '../../shared/briefing/likelihoodKey.ts';
import { readLikelihood } from '../../shared/check/likelihoodGuard.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Table2, TriangleAlert } from '../ui/icons.ts';
import { useSession, useText, useWorkbench } from './use.ts';
import { short } from './words.ts';

export interface SentenceSays {
  readonly likelihood: string | null;
  readonly confidence: boolean;
}

/** What the sentence at the caret says already; the two never stand in one (conventions.md 3.4). */
export function sentenceSays(sentence: string, scale: LikelihoodScale): SentenceSays {
  const found = readLikelihood(sentence, scale, []).uses.find(({ row }) => row !== null);
  const open = sentence.trim().replace(/[.!?]$/u, '');
  // A word of likelihood more would be mixed with a confidence, if there is one.
  const tried = readLikelihood(`${open} and that is likely.`, scale, []);
  return { likelihood: found?.form ?? null, confidence: tried.mixed.length > 0 };
}

/** Moves between the terms of a table by arrows, Home and End; up and down within a column, left and right within a row. */
function moveIn(event: KeyboardEvent<HTMLElement>): void {
  const at = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-step]') : null;
  if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
  const terms = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')];
  const [step, row] = [Number(at.dataset['step']), Number(at.dataset['row'])];
  const place = (toStep: number, toRow: number): HTMLElement | undefined =>
    terms.find(({ dataset }) => Number(dataset['step']) === toStep && Number(dataset['row']) === toRow);
  const moves: Record<string, () => HTMLElement | undefined> = {
    ArrowDown: () => place(step + 1, row) ?? place(step + 1, 0),
    ArrowUp: () => place(step - 1, row) ?? place(step - 1, 0),
    ArrowRight: () => place(step, row + 1),
    ArrowLeft: () => place(step, row - 1),
    Home: () => terms[0],
    End: () => terms.at(-1),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  const target = move();
  if (!target) return;
  for (const term of terms) term.tabIndex = term === target ? 0 : -1;
  target.focus();
}

/** The range on a line from 0 to 100 per cent; its words stand beside it. */
function RangeBar({ low, high }: { readonly low: number; readonly high: number }) {
  return (
    <span className="range-bar" aria-hidden="true">
      <i style={{ insetInlineStart: `${low}%`, width: `${Math.max(high - low, 2)}%` }} />
    </span>
  );
}

function Warning({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <p className="likelihood-warning" id={id}>
      <Icon of={TriangleAlert} size="s" className="s-warn" />
      <span>{children}</span>
    </p>
  );
}

export function LikelihoodDialog() {
  const bench = useWorkbench();
  const { settings } = useSession();
  const text = useText();
  const held = likelihoodScaleOf(settings ?? {});
  const [scaleId, setScaleId] = useState<LikelihoodScale['id']>(held?.id ?? 'icd203');
  const scale = LIKELIHOOD_SCALES.find(({ id }) => id === scaleId) ?? LIKELIHOOD_SCALES[0];
  if (!scale) return null;
  const close = () => bench.dialog(null);
  const sentence = text ? sentenceAt(text.doc, text.caret) : '';
  const says = sentenceSays(sentence, scale);
  function insert(words: string): void {
    close();
    const editor = bench.editor();
    if (editor?.compose.insertWords(words)) bench.say(`Inserted: ${words}.`);
    editor?.focus();
  }
  function choose(id: LikelihoodScale['id']): void {
    setScaleId(id);
    if (held) bench.session.setLikelihood(id);
  }
  const hasKey = text ? hasLikelihoodKey(text.doc) : false;
  return (
    <Dialog
      title="Likelihood words"
      text="How likely something is, and how well that is known, are two things: give each a sentence of its own."
      className="likelihood-dialog"
      onClose={close}
      footer={
        <>
          <label className="tick">
            <input
              type="checkbox"
              checked={held !== null}
              onChange={() => bench.session.setLikelihood(held ? 'none' : scale.id)}
            />
            Hold this briefing to the scale
          </label>
          <span className="grow" />
          <Button
            icon={Table2}
            off={hasKey ? 'The briefing has a key already' : null}
            onClick={() => {
              close();
              void bench.run('likelihoodKey');
            }}
          >
            Add the key as an annex
          </Button>
        </>
      }
    >
      <div className="dialog-body">
        <div className="likelihood-scale">
          <span className="label" id="likelihood-scale">
            Scale
          </span>
          <Choice
            labelledBy="likelihood-scale"
            value={scale.id}
            options={LIKELIHOOD_SCALES.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={choose}
          />
        </div>
        {sentence !== '' && (
          <p className="likelihood-sentence">
            <span className="quiet-text">Goes into: </span>
            {short(sentence, 160)}
          </p>
        )}
        {says.confidence && (
          <Warning id="says-confidence">
            This sentence gives a confidence already. Begin another for the likelihood.
          </Warning>
        )}
        <table className="terms" onKeyDown={moveIn} aria-label={`Terms of ${scale.name}`}>
          <tbody>
            {scale.steps.map(({ terms, low, high, range }, step) => (
              <tr key={range}>
                {terms.map(({ words }, row) => (
                  <td key={words}>
                    <button
                      type="button"
                      className="term"
                      data-step={step}
                      data-row={row}
                      data-first={step === 0 && row === 0 ? '' : undefined}
                      tabIndex={step === 0 && row === 0 ? 0 : -1}
                      aria-label={`${words}, ${range}`}
                      aria-describedby={says.confidence ? 'says-confidence' : undefined}
                      onClick={() => insert(words)}
                    >
                      {words}
                    </button>
                  </td>
                ))}
                <td className="range">
                  <RangeBar low={low} high={high} />
                </td>
                <td className="num range-words">{range}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {scale.rows.length > 1 && (
          <p className="small quiet-text">Keep to one column in a briefing: the two are not mixed.</p>
        )}
        <h3 id="confidence-words">Confidence</h3>
        {says.likelihood !== null && (
          <Warning id="says-likelihood">
            {`This sentence says “${says.likelihood}” already. Begin another for the confidence.`}
          </Warning>
        )}
        <table className="terms confidence" onKeyDown={moveIn} aria-labelledby="confidence-words">
          <tbody>
            {CONFIDENCE_WORDS.map(({ words, meaning }, step) => (
              <tr key={words}>
                <td>
                  <button
                    type="button"
                    className="term"
                    data-step={step}
                    data-row={0}
                    tabIndex={step === 0 ? 0 : -1}
                    aria-label={`${words} confidence: ${meaning}`}
                    aria-describedby={says.likelihood === null ? undefined : 'says-likelihood'}
                    onClick={() => insert(`${words} confidence`)}
                  >
                    {words} confidence
                  </button>
                </td>
                <td className="small">{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
