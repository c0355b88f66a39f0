// NoteFilter: which notes are shown: whose, with which status and tag; and the tags that are used.
import { PROGRAM_AUTHOR, type Annotation } from '../../shared/briefing/annotation.ts';
import type { NoteFilter } from '../view.ts';

type Noted = Pick<Annotation, 'author' | 'status' | 'tags'>;

function whose({ author }: Noted, me: string): NonNullable<NoteFilter['by']> {
  if (author === PROGRAM_AUTHOR) return 'program';
  return author === me ? 'mine' : 'others';
}

/** `me`: who writes now. */
export function keepsNote(note: Noted, filter: NoteFilter, me: string): boolean {
  return (
    (filter.by === null || filter.by === whose(note, me)) &&
    (filter.status === null || filter.status === note.status) &&
    (filter.tag === null || note.tags.some((tag) => sameTag(tag, filter.tag ?? '')))
  );
}

/** Upper and lower case make no difference between tags. */
export function sameTag(one: string, other: string): boolean {
  return one.toLocaleLowerCase('en') === other.toLocaleLowerCase('en');
}

/** A tag as it is kept: without a leading hash and double spaces; null for none. */
export function cleanTag(words: string): string | null {
  const tag = words
    .replace(/^[\s#]+/u, '')
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ');
  return tag === '' ? null : tag;
}

/** A tag as it is shown: what the program sets by the name of a rule ("comparison-without-base") reads as words. */
export function tagWords(tag: string): string {
  return /^[a-z]+(?:-[a-z]+)+$/u.test(tag) ? tag.replaceAll('-', ' ') : tag;
}

/** Every tag in use, those used most first, then by letters. */
export function tagsInUse(notes: Iterable<Pick<Annotation, 'tags'>>): string[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const { tags } of notes) {
    for (const tag of tags) {
      const key = tag.toLocaleLowerCase('en');
      counts.set(key, { tag: counts.get(key)?.tag ?? tag, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag, 'en'))
    .map(({ tag }) => tag);
}

export function isFiltering({ by, status, tag }: NoteFilter): boolean {
  return by !== null || status !== null || tag !== null;
}
