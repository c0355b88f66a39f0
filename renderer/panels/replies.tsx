// Replies: the answers to a note; one's own can be changed and deleted.
import { useEffect, useRef, useState } from 'react';
import type { Annotation, Reply } from '../../shared/briefing/annotation.ts';
import { useEditor, useSession, useWorkbench } from './use.ts';
import { Button } from '../ui/button.tsx';
import { clockWords } from './words.ts';

function OwnWords({ noteId, reply, onDone }: { noteId: string; reply: Reply; onDone: () => void }) {
  const editor = useEditor();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(reply.body);
  /** Leaving the field keeps the words, but not after Esc, which takes the field away. */
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  return (
    <textarea
      ref={field}
      className="input"
      rows={2}
      aria-label="Your reply. Enter keeps it."
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape') || event.shiftKey)
          return;
        event.preventDefault();
        event.stopPropagation();
        left.current = true;
        if (event.key === 'Enter') editor?.updateReply(noteId, reply.id, words);
        onDone();
      }}
      onBlur={() => {
        if (left.current) return;
        left.current = true;
        editor?.updateReply(noteId, reply.id, words);
        onDone();
      }}
    />
  );
}

export function Replies({ note }: { note: Annotation }) {
  const bench = useWorkbench();
  const editor = useEditor();
  const { settings, user } = useSession();
  const me = settings?.author ?? user.author;
  const [changing, setChanging] = useState<string | null>(null);
  const [reply, setReply] = useState('');
  const field = useRef<HTMLInputElement>(null);

  function send(): void {
    if (reply.trim() === '') return;
    editor?.addReply(note.id, reply.trim());
    setReply('');
    bench.say('Reply added.');
  }
  return (
    <>
      {note.replies.map((one) => (
        <div className="reply" key={one.id}>
          <b>{one.author}</b>
          <time className="num" dateTime={one.at}>
            {clockWords(one.at)}
          </time>
          {changing === one.id ? (
            <OwnWords
              noteId={note.id}
              reply={one}
              onDone={() => {
                setChanging(null);
                field.current?.focus({ preventScroll: true });
              }}
            />
          ) : (
            <p>{one.body}</p>
          )}
          {one.author === me && changing !== one.id && (
            <span className="reply-acts">
              <button type="button" className="link" onClick={() => setChanging(one.id)}>
                Change<span className="sr"> your reply</span>
              </button>
              <button
                type="button"
                className="link"
                onClick={() => {
                  editor?.deleteReply(note.id, one.id);
                  bench.offerUndo('Reply deleted.');
                  field.current?.focus({ preventScroll: true });
                }}
              >
                Delete<span className="sr"> your reply</span>
              </button>
            </span>
          )}
        </div>
      ))}
      <div className="field reply-field">
        <input
          ref={field}
          className="input"
          aria-label="Reply"
          placeholder="Reply"
          value={reply}
          onChange={(event) => setReply(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {reply.trim() !== '' && (
          <Button size="sm" onClick={send}>
            Send
          </Button>
        )}
      </div>
    </>
  );
}
