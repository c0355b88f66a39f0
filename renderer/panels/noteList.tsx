// NoteList: every note of the briefing, those too that lost their words.
import { useMemo } from 'react';
import { annotationRanges } from '../../shared/briefing/queries.ts';
import { StateIcon } from './factIcon.tsx';
import { useTextLater, useView, useWorkbench } from './use.ts';
import { counted, short } from './words.ts';

export function NoteList() {
  const bench = useWorkbench();
  const { showResolved } = useView();
  const text = useTextLater();
  const doc = text?.doc;
  const ranges = useMemo(
    () => (doc ? annotationRanges(doc) : new Map<string, { from: number; to: number }[]>()),
    [doc],
  );
  const notes = text ? [...text.annotations.values()].filter((note) => showResolved || !note.resolved) : [];
  const placed = notes.filter((note) => ranges.has(note.id));
  const lost = notes.filter((note) => !ranges.has(note.id));
  const start = (id: string) => ranges.get(id)?.[0]?.from ?? 0;
  placed.sort((a, b) => start(a.id) - start(b.id));
  if (notes.length === 0) return <p className="empty">No notes. Select words in the briefing and add one.</p>;
  return (
    <div className="scroll checks" role="region" aria-label="Notes" tabIndex={0}>
      <ul className="findings">
        {placed.map((note) => {
          const range = ranges.get(note.id)?.[0];
          return (
            <li key={note.id}>
              <span>
                <StateIcon status={note.status} />
              </span>
              <b>{range && doc ? short(doc.textBetween(range.from, range.to, ' '), 60) : ''}</b>
              <p>
                {short(note.body, 160)}
                {note.replies.length > 0 && ` (${counted(note.replies.length, 'reply', 'replies')})`}
              </p>
              <button type="button" className="link" onClick={() => bench.openCard(`annotation:${note.id}`, true)}>
                Open<span className="sr"> the note</span>
              </button>
            </li>
          );
        })}
      </ul>
      {lost.length > 0 && (
        <section>
          <h3 className="findings-head">
            Their words are gone <span className="count">{lost.length}</span>
          </h3>
          <ul className="findings">
            {lost.map((note) => (
              <li key={note.id}>
                <span>
                  <StateIcon status={note.status} />
                </span>
                <b>{note.author}</b>
                <p>{note.body || 'A note without words.'}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
