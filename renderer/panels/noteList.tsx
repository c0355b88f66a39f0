// NoteList: every note of the briefing, those too that lost their words.
import { useMemo } from 'react';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import { annotationRanges, usesOf, type Range } from '../../shared/briefing/queries.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { GradeMark } from './grade.tsx';
import { FactIcon, StateIcon } from './factIcon.tsx';
import { isFiltering, keepsNote, tagWords } from './noteFilter.ts';
import { useSession, useTextLater, useView, useWorkbench } from './use.ts';
import { agoWords, counted, factNote, short } from './words.ts';

/** What is said under a note: who, when, how many answers, which tags. */
function About({ note, now }: { note: Annotation; now: Date }) {
  return (
    <p className="note-about">
      {note.author}, <time dateTime={note.at}>{agoWords(note.at, now)}</time>
      {note.replies.length > 0 && `. ${counted(note.replies.length, 'reply', 'replies')}`}
      {note.resolved && '. Resolved'}
      {note.tags.length > 0 && <span className="card-tags">{note.tags.map(tagWords).join(', ')}</span>}
    </p>
  );
}

/** The facts whose words a note stands on, by note. */
function factsUnder(
  ranges: ReadonlyMap<string, readonly Range[]>,
  uses: ReadonlyMap<string, readonly Range[]>,
  facts: readonly Fact[],
): Map<string, Fact> {
  const used = facts.flatMap((fact) => (uses.get(fact.id) ?? []).map((place) => ({ fact, place })));
  const found = new Map<string, Fact>();
  for (const [id, places] of ranges) {
    const inside = used.filter(({ place }) => places.some(({ from, to }) => place.from >= from && place.to <= to));
    const [one] = inside;
    if (one && inside.length === 1) found.set(id, one.fact);
  }
  return found;
}

export function NoteList() {
  const bench = useWorkbench();
  const { showResolved, notes: filter } = useView();
  const { facts, settings, user } = useSession();
  const me = settings?.author ?? user.author;
  const text = useTextLater();
  const doc = text?.doc;
  const ranges = useMemo(() => (doc ? annotationRanges(doc) : new Map<string, Range[]>()), [doc]);
  const under = useMemo(
    () => (doc ? factsUnder(ranges, usesOf(doc), facts) : new Map<string, Fact>()),
    [doc, ranges, facts],
  );
  const all = text ? [...text.annotations.values()] : [];
  const notes = all.filter((note) => (showResolved || !note.resolved) && keepsNote(note, filter, me));
  const placed = notes.filter((note) => ranges.has(note.id));
  const lost = notes.filter((note) => !ranges.has(note.id));
  const start = (id: string) => ranges.get(id)?.[0]?.from ?? 0;
  placed.sort((a, b) => start(a.id) - start(b.id));
  const now = new Date(bench.session.context().now());
  if (notes.length === 0) {
    return (
      <p className="empty">
        {isFiltering(filter)
          ? 'No note is like that.'
          : all.length > 0
            ? 'Every note is resolved.'
            : 'No notes. Select words in the briefing and add one.'}
      </p>
    );
  }
  return (
    <div className="scroll checks" role="region" aria-label="Notes" tabIndex={0}>
      <ul className="findings">
        {placed.map((note) => {
          const range = ranges.get(note.id)?.[0];
          const fact = under.get(note.id);
          return (
            <li key={note.id} data-note={note.id}>
              <span>
                <StateIcon status={note.status} />
              </span>
              <b>{range && doc ? short(doc.textBetween(range.from, range.to, ' '), 60) : ''}</b>
              {fact && (
                <p className="note-fact">
                  <FactIcon fact={fact} />
                  <span className="about">{factNote(fact)}</span>
                  <GradeMark fact={fact} />
                </p>
              )}
              {note.body !== '' && <p>{short(note.body, 160)}</p>}
              <About note={note} now={now} />
              <button type="button" className="link" onClick={() => bench.openCard(`annotation:${note.id}`, true)}>
                Open<span className="sr"> the note</span>
              </button>
            </li>
          );
        })}
      </ul>
      {lost.length > 0 && (
        <section aria-labelledby="lost-notes">
          <h3 className="findings-head" id="lost-notes">
            Their words are gone <span className="count">{lost.length}</span>
          </h3>
          <ul className="findings">
            {lost.map((note) => (
              <li key={note.id}>
                <span>
                  <StateIcon status={note.status} />
                </span>
                <b>{note.body === '' ? 'A note without words' : short(note.body, 160)}</b>
                <About note={note} now={now} />
                <button
                  type="button"
                  className="link"
                  onClick={(event) => {
                    event.currentTarget.closest<HTMLElement>('[tabindex="0"]')?.focus();
                    bench.text.get().editor?.deleteAnnotation(note.id);
                    bench.offerUndo('Note deleted.');
                  }}
                >
                  Delete<span className="sr"> the note</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
