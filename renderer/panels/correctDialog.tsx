// CorrectDialog: asks what a fact should have been read as: its value, unit, period, speaker, and the words it covers.
import { useState } from 'react';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Span } from '../../shared/text/span.ts';
import { IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { ChevronLeft, ChevronRight } from '../ui/icons.ts';
import { fieldsOf, filled, readFields, type Field, type Fields } from './correctForm.ts';
import { sentenceAround } from './evidence.tsx';
import { correctionWords } from './factWords.ts';
import { useSession, useWorkbench } from './use.ts';
import { short } from './words.ts';
import { nudge } from './wordSteps.ts';

/** The words the fact covers, in their sentence, each end movable by a word. */
function Words({
  text,
  language,
  span,
  onMove,
}: {
  text: string;
  language: string;
  span: Span;
  onMove: (span: Span) => void;
}) {
  const [before, after] = sentenceAround(text, span);
  const move = (edge: 'start' | 'end', step: 1 | -1, label: string) => (
    <IconButton
      small
      label={label}
      icon={step < 0 ? ChevronLeft : ChevronRight}
      onClick={() => onMove(nudge(text, span, edge, step))}
    />
  );
  return (
    <div className="field">
      <span className="label" id="correct-words">
        Words in the source
      </span>
      <p className="correct-words" lang={language} dir="auto">
        {before}
        <mark className="fact figure">{short(text.slice(span.start, span.end), 400)}</mark>
        {after}
      </p>
      <div className="correct-ends" role="group" aria-labelledby="correct-words">
        <span aria-hidden="true">Begin</span>
        {move('start', -1, 'Begin a word earlier')}
        {move('start', 1, 'Begin a word later')}
        <span aria-hidden="true">End</span>
        {move('end', -1, 'End a word earlier')}
        {move('end', 1, 'End a word later')}
      </div>
      <p className="hint">Or select the right words in the source, and choose “Words of” this fact.</p>
    </div>
  );
}

function Input({
  field,
  value,
  error,
  first,
  onChange,
}: {
  field: Field;
  value: string;
  error: string | null;
  first: boolean;
  onChange: (value: string) => void;
}) {
  const id = `correct-${field.name}`;
  const said = [error && `${id}-wrong`, field.hint && `${id}-hint`].filter(Boolean).join(' ');
  const common = {
    id,
    className: 'input',
    value,
    'aria-invalid': error !== null || undefined,
    'aria-describedby': said || undefined,
    ...(first ? { 'data-first': '' } : {}),
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {field.label}
      </label>
      {field.options ? (
        <select {...common} onChange={(event) => onChange(event.target.value)}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...common} spellCheck={false} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      {error !== null && (
        <p className="error" id={`${id}-wrong`}>
          {error}
        </p>
      )}
      {field.hint && (
        <p className="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
    </div>
  );
}

function Form({ fact }: { fact: Fact }) {
  const bench = useWorkbench();
  const { articles } = useSession();
  const article = articles.find((one) => one.id === fact.articleId);
  const [fields, setFields] = useState<Fields>(() => filled(fact));
  const [span, setSpan] = useState<Span>({ start: fact.start, end: fact.end });
  const [error, setError] = useState<{ readonly field: string; readonly text: string } | null>(null);
  const close = () => bench.dialog(null);
  function act(): void {
    const read = readFields(fact, fields);
    if (!read.ok) {
      setError({ field: read.error.code, text: read.error.text });
      document.getElementById(`correct-${read.error.code}`)?.focus();
      return;
    }
    const moved = span.start !== fact.start || span.end !== fact.end;
    close();
    bench.factWork.correct(fact.id, read.value, moved ? span : undefined);
  }
  const before = correctionWords(fact);
  return (
    <Dialog
      title="Correct the fact"
      text={`The source stays as it is. The briefing, its checks and its export go by what you set here.${before ? ` ${before}.` : ''}`}
      className="correct-dialog"
      onClose={close}
      footer={<DialogActions label="Set" onAct={act} onCancel={close} />}
    >
      <div className="dialog-body settings">
        {fieldsOf(fact).map((field, index) => (
          <Input
            key={field.name}
            field={field}
            first={index === 0}
            value={fields[field.name] ?? ''}
            error={error?.field === field.name ? error.text : null}
            onChange={(value) => {
              setFields({ ...fields, [field.name]: value });
              setError(null);
            }}
          />
        ))}
        {article && <Words text={article.text} language={article.language} span={span} onMove={setSpan} />}
      </div>
    </Dialog>
  );
}

export function CorrectDialog({ factId }: { factId: string }) {
  const { facts } = useSession();
  const fact = facts.find((one) => one.id === factId);
  return fact ? <Form fact={fact} /> : null;
}
