// AnnotationCard: an open note with its evidence, status, confidence, words, replies, and whether it leaves as a Word comment.
import { useEffect, useId, useRef, useState } from 'react';
import { CONFIDENCES, type Annotation, type Confidence } from '../../shared/briefing/annotation.ts';
import { STATUSES, type Fact } from '../../shared/facts/fact.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Icon } from '../ui/icon.tsx';
import { Check, MessageSquare, X } from '../ui/icons.ts';
import { Evidence } from './evidence.tsx';
import { FactIcon, STATUS_ICONS } from './factIcon.tsx';
import { useEditor, useText, useView, useWorkbench } from './use.ts';
import { capital, clockWords, factNote, STATUS_WORDS } from './words.ts';

const STATUS_OPTIONS = STATUSES.map((value) => ({ value, label: STATUS_WORDS[value], ...STATUS_ICONS[value] }));
const CONFIDENCE_OPTIONS = CONFIDENCES.map((value) => ({ value, label: capital(value) }));

/** A field that grows with its words. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

export function AnnotationCard({
  annotation: drawn,
  fact,
  words,
  onClose,
}: {
  annotation: Annotation;
  fact: Fact | null;
  words: string;
  onClose: () => void;
}) {
  const bench = useWorkbench();
  const editor = useEditor();
  // The margin may lag a drawing behind; a control that did would jump back under the pointer before it follows.
  const annotation = useText()?.annotations.get(drawn.id) ?? drawn;
  const { cardByKey } = useView();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  // The words as typed: the text's own copy may be drawn a moment later, and must not move the caret here.
  const [body, setBody] = useState(annotation.body);
  const [reply, setReply] = useState('');
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

  function sendReply(): void {
    if (reply.trim() === '') return;
    editor?.addReply(annotation.id, reply.trim());
    setReply('');
    bench.say('Reply added.');
  }
  return (
    <div
      ref={card}
      className="card open"
      role="dialog"
      aria-label={`Note on ${words || 'the text'}`}
      id={`card-annotation-${annotation.id}`}
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
        <IconButton small label="Close the card" icon={X} onClick={onClose} />
      </div>
      {fact && <Evidence fact={fact} />}
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
      {annotation.replies.map((one) => (
        <div className="reply" key={one.id}>
          <b>{one.author}</b>
          <time className="num" dateTime={one.at}>
            {clockWords(one.at)}
          </time>
          <p>{one.body}</p>
        </div>
      ))}
      <div className="field reply-field">
        <input
          className="input"
          aria-label="Reply"
          placeholder="Reply"
          value={reply}
          onChange={(event) => setReply(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            sendReply();
          }}
        />
        {reply.trim() !== '' && (
          <Button size="sm" onClick={sendReply}>
            Send
          </Button>
        )}
      </div>
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
