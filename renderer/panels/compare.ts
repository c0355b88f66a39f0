// Compare: what differs between two versions of a briefing, section by section and note by note.
import type { Node } from 'prosemirror-model';
import { blockText, eachTextblock, wordCount } from '../../shared/briefing/queries.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { diffWords, type Change } from '../../shared/text/diff.ts';
import type { BriefingParts } from '../worker/contract.ts';

export interface PartChange {
  /** The section's heading, or what kind of note it is. */
  readonly where: string;
  readonly changes: readonly Change[];
}

/** Words by section; the title block is "Title block". Sections of the same name count up. */
function sectionsOf(doc: Node): Map<string, string> {
  const sections = new Map<string, string>();
  let where = 'Title block';
  eachTextblock(doc, (block) => {
    if (block.type === schema.nodes.heading) {
      where = block.textContent || 'Untitled section';
      for (let n = 2; sections.has(where); n++) where = `${block.textContent} (${n})`;
      sections.set(where, '');
      return;
    }
    const before = sections.get(where) ?? '';
    sections.set(where, before ? `${before}\n${blockText(block)}` : blockText(block));
  });
  return sections;
}

/** Only the changes with the words near them: a long stretch that stayed is told by its ends. */
function abridged(changes: readonly Change[]): Change[] {
  return changes.map((change, at) => {
    if (change.kind !== 'same') return change;
    const words = change.text.split(/(?<=\s)/u);
    if (words.length <= 24) return change;
    const head = at === 0 ? '' : words.slice(0, 10).join('');
    const foot = at === changes.length - 1 ? '' : words.slice(-10).join('');
    return { kind: 'same', text: `${head}… ${foot}` };
  });
}

function change(where: string, before: string, after: string): PartChange[] {
  if (before === after) return [];
  const changes = diffWords(before, after);
  return changes.some((one) => one.kind !== 'same') ? [{ where, changes: abridged(changes) }] : [];
}

/** What leads from `before` to `after`, in the order of `after`; sections that are gone come last. */
export function compareParts(before: BriefingParts, after: BriefingParts): PartChange[] {
  const [old, now] = [before, after].map((parts) => sectionsOf(schema.nodeFromJSON(parts.doc)));
  if (!old || !now) return [];
  const sections = [...new Set([...now.keys(), ...old.keys()])].flatMap((where) =>
    change(where, old.get(where) ?? '', now.get(where) ?? ''),
  );
  const notes = (parts: BriefingParts) => new Map(parts.annotations.map((note) => [note.id, note]));
  const [oldNotes, nowNotes] = [notes(before), notes(after)];
  const noted = [...new Set([...nowNotes.keys(), ...oldNotes.keys()])].flatMap((id) => {
    const [was, is] = [oldNotes.get(id), nowNotes.get(id)];
    const replies = new Set([...(is?.replies ?? []), ...(was?.replies ?? [])].map((reply) => reply.id));
    return [
      ...change('Note', was?.body ?? '', is?.body ?? ''),
      ...[...replies].flatMap((reply) =>
        change(
          'Reply',
          was?.replies.find((one) => one.id === reply)?.body ?? '',
          is?.replies.find((one) => one.id === reply)?.body ?? '',
        ),
      ),
    ];
  });
  return [...sections, ...noted];
}

export function countParts(parts: BriefingParts): { words: number; notes: number; replies: number } {
  return {
    words: wordCount(schema.nodeFromJSON(parts.doc)),
    notes: parts.annotations.length,
    replies: parts.annotations.reduce((sum, note) => sum + note.replies.length, 0),
  };
}
