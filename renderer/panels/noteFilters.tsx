// NoteFilters: the controls for which notes are shown: whose, with which status and tag, resolved ones or not.
import { STATUSES, type Status } from '../../shared/facts/fact.ts';
import { ALL_NOTES, type NoteFilter } from '../view.ts';
import { isFiltering, tagsInUse, tagWords } from './noteFilter.ts';
import { useTextLater, useView, useWorkbench } from './use.ts';
import { STATUS_WORDS } from './words.ts';

const BY: readonly { value: NonNullable<NoteFilter['by']>; label: string }[] = [
  { value: 'mine', label: 'Mine' },
  { value: 'program', label: 'Chancery’s' },
  { value: 'others', label: 'Others’' },
];

export function NoteFilters() {
  const bench = useWorkbench();
  const { notes: filter, showResolved } = useView();
  const text = useTextLater();
  const notes = text ? [...text.annotations.values()] : [];
  const tags = tagsInUse(notes);
  const resolved = notes.filter((note) => note.resolved).length;
  if (notes.length === 0) return null;
  const set = (change: Partial<NoteFilter>) => bench.view.set({ notes: { ...filter, ...change } });
  return (
    <div className="note-filters" role="group" aria-label="Which notes">
      <select
        className="select-native"
        aria-label="By"
        value={filter.by ?? ''}
        onChange={(event) => set({ by: (event.target.value || null) as NoteFilter['by'] })}
      >
        <option value="">By anybody</option>
        {BY.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <select
        className="select-native"
        aria-label="Status"
        value={filter.status ?? ''}
        onChange={(event) => set({ status: (event.target.value || null) as Status | null })}
      >
        <option value="">Any status</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {STATUS_WORDS[status]}
          </option>
        ))}
      </select>
      {(tags.length > 0 || filter.tag !== null) && (
        <select
          className="select-native"
          aria-label="Tag"
          value={filter.tag ?? ''}
          onChange={(event) => set({ tag: event.target.value || null })}
        >
          <option value="">Any tag</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tagWords(tag)}
            </option>
          ))}
        </select>
      )}
      {resolved > 0 && (
        <label className="tick">
          <input
            type="checkbox"
            checked={showResolved}
            onChange={(event) => bench.view.set({ showResolved: event.target.checked })}
          />
          Resolved <span className="count">{resolved}</span>
        </label>
      )}
      {isFiltering(filter) && (
        <button type="button" className="link" onClick={() => bench.view.set({ notes: ALL_NOTES })}>
          Any
        </button>
      )}
    </div>
  );
}
