// AnnotationCard: an open note with its evidence, status, confidence, grade, words, tags, replies, and whether it leaves with Word.
import { useEffect, useId, useRef, useState } from 'react';
import { CONFIDENCES, type Annotation, type Confidence } from '../../shared/briefing/annotation.ts';
import { STATUSES, type Fact } from '../../shared/facts/fact.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Icon } from '../ui/icon.tsx';
import { Check, ChevronLeft, ChevronRight, MessageSquare, X } from '../ui/icons.ts';
import { Evidence } from './evidence.tsx';
import { FactIcon, STATUS_ICONS } from './factIcon.tsx';
import { GradeField } from './grade.tsx';
import { tagsInUse } from './noteFilter.ts';
import { Replies } from './replies.tsx';
import { TagField } from './tagField.tsx';
import { useEditor, useText, useView, useWorkbench } from './use.ts';
import { agoWords, capital, factNote, STATUS_WORDS } from './words.ts';

const STATUS_OPTIONS = STATUSES.map((value) => ({ value, label: STATUS_WORDS[value], ...STATUS_ICONS[value] }));
const CONFIDENCE_OPTIONS = CONFIDENCES.map((value) => ({ value, label: capital(value) }));

/** A field that grows with its words. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

export function AnnotationCard({
  annotation: drawn,
  among,
  fact,
  words,
  onClose,
}: {
  annotation: Annotation;
  /** The notes on the same words, this one among them. */
  among: readonly Annotation[];
  fact: Fact | null;
  words: string;
  onClose: () => void;
}) {
  const bench = useWorkbench();
  const editor = useEditor();
  // The margin may lag a drawing behind; a control that did would jump back under the pointer before it follows.
  const text = useText();
  const annotation = text?.annotations.get(drawn.id) ?? drawn;
  const used = tagsInUse(text?.annotations.values() ?? []);
  const place = among.findIndex((one) => one.id === drawn.id);
  const { cardByKey } = useView();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  // The words as typed: the text's own copy may be drawn a moment later, and must not move the caret here.
  const [body, setBody] = useState(annotation.body);
  useEffect(() => {
    if (document.activeElement !== note.current) setBody(annotation.body);
  }, [annotation.body]);
  useEffect(() => {
    if (note.current) grow(note.current);
  }, [body]);
  // A note just made has no words yet: then they are what one wants to write.
  const [isNew] = useState(annotation.body === '' && annotation.replies.length === 0);
  useEffect(() => {
    if (!cardByKey) return;
    const first = isNew ? note.current : card.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]');
    first?.focus({ preventScroll: true });
  }, [cardByKey, isNew]);

  function step(by: 1 | -1): void {
    const next = among[(place + by + among.length) % among.length];
    // The buttons go with the card: the focus goes into the next one.
    if (next) bench.view.set({ card: `annotation:${next.id}`, cardByKey: true });
  }
  return (
    <div
      ref={card}
      className="card open"
      role="dialog"
      aria-label={`Note on ${words || 'the text'}`}
      // As the closed card of the same words: what the text names stays there while cards open and close.
      id={`card-annotation-${among[0]?.id ?? annotation.id}`}
      data-notes={among.map((one) => one.id).join(' ')}
      data-note={annotation.id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="card-top">
        {fact ? <FactIcon fact={fact} size="m" /> : <Icon of={MessageSquare} className="s-none" />}
        <b>{words || 'Note'}</b>
        {fact && <span className="s-none card-about">{factNote(fact)}</span>}
        <span className="grow" />
        {among.length > 1 && (
          <span className="card-steps">
            <IconButton small label="Note before" icon={ChevronLeft} onClick={() => step(-1)} />
            <span className="num s-none">
              {place + 1} of {among.length}
            </span>
            <IconButton small label="Note after" icon={ChevronRight} onClick={() => step(1)} />
          </span>
        )}
        <IconButton small label="Close the card" icon={X} onClick={onClose} />
      </div>
      {fact && <Evidence fact={fact} />}
      <p className="card-by">
        {annotation.author}.{' '}
        <time dateTime={annotation.at}>{agoWords(annotation.at, new Date(bench.session.context().now()))}</time>
      </p>
      <div className="field">
        <span className="label" id={`${id}s`}>
          Status
        </span>
        <Choice
          full
          labelledBy={`${id}s`}
          value={annotation.status}
          options={STATUS_OPTIONS}
          onChoose={(status) => editor?.updateAnnotation(annotation.id, { status })}
        />
      </div>
      <div className="field">
        <span className="label" id={`${id}c`}>
          Confidence
        </span>
        <Choice<Confidence>
          full
          labelledBy={`${id}c`}
          value={annotation.confidence}
          options={CONFIDENCE_OPTIONS}
          onChoose={(confidence) =>
            // A second press takes the judgement back: none is a judgement too.
            editor?.updateAnnotation(annotation.id, {
              confidence: confidence === annotation.confidence ? null : confidence,
            })
          }
        />
      </div>
      {fact && <GradeField fact={fact} />}
      <div className="field">
        <label className="label" htmlFor={`${id}n`}>
          Note
        </label>
        <textarea
          ref={note}
          id={`${id}n`}
          className="input"
          rows={2}
          value={body}
          placeholder="What should a reader know about these words?"
          onChange={(event) => {
            setBody(event.target.value);
            editor?.updateAnnotation(annotation.id, { body: event.target.value });
          }}
        />
      </div>
      <TagField
        tags={annotation.tags}
        used={used}
        onChange={(tags) => editor?.updateAnnotation(annotation.id, { tags })}
      />
      <Replies note={annotation} />
      <div className="acts">
        <Button size="sm" icon={Check} onClick={() => bench.resolveNote(annotation.id)}>
          {annotation.resolved ? 'Open again' : 'Resolve'}
        </Button>
        <Button size="sm" kind="danger" onClick={() => bench.deleteNote(annotation.id)}>
          Delete
        </Button>
        <span className="grow" />
        <label className="tick s-none">
          Word comment
          <input
            type="checkbox"
            checked={annotation.export}
            onChange={(event) => editor?.updateAnnotation(annotation.id, { export: event.target.checked })}
          />
        </label>
      </div>
    </div>
  );
}
