// ExportChoices: what a person chooses about a Word export, as `settings.export` remembers it, and what then leaves.
import { z } from '../base/validate.ts';
import type { Settings } from './briefing.ts';

/** Which copies are written; `both` gives two files in one go. */
export const COPIES = ['annotated', 'clean', 'both'] as const;
export type Copies = (typeof COPIES)[number];

export interface ExportChoices {
  readonly page: 'A4' | 'Letter';
  /** `house`: in the house style kept on this computer, where one is; then its page is used, and `page` is not. */
  readonly style: 'template' | 'house';
  /** Where the words of a citation stand. */
  readonly notes: 'footnotes' | 'endnotes';
  readonly copies: Copies;
  readonly contentsList: boolean;
  readonly portionMarks: boolean;
  /** True: the file carries the excerpts by which it can be checked later. */
  readonly carrySources: boolean;
}

/** Each choice by itself: one that is not understood must not take the others with it. */
const remembered = {
  page: z.enum(['A4', 'Letter']),
  style: z.enum(['template', 'house']),
  notes: z.enum(['footnotes', 'endnotes']),
  copies: z.enum(COPIES),
  contentsList: z.boolean(),
  portionMarks: z.boolean(),
  carrySources: z.boolean(),
} as const;

/** Places whose English is written on Letter paper. */
const ON_LETTER: ReadonlySet<string> = new Set(['en-us', 'en-ca']);

/** The choices that `settings.export` holds; where it holds none, or one that is not understood, the default. */
export function exportChoicesOf(
  settings: Pick<Settings, 'language'> & Readonly<Record<string, unknown>>,
): ExportChoices {
  const kept: Readonly<Record<string, unknown>> =
    typeof settings['export'] === 'object' && settings['export'] !== null ? { ...settings['export'] } : {};
  function read<K extends keyof ExportChoices>(key: K, otherwise: ExportChoices[K]): ExportChoices[K] {
    const parsed = remembered[key].safeParse(kept[key]);
    return parsed.success ? (parsed.data as ExportChoices[K]) : otherwise;
  }
  return {
    page: read('page', ON_LETTER.has(settings.language.toLowerCase()) ? 'Letter' : 'A4'),
    style: read('style', 'house'),
    notes: read('notes', 'footnotes'),
    copies: read('copies', 'annotated'),
    contentsList: read('contentsList', false),
    portionMarks: read('portionMarks', false),
    carrySources: read('carrySources', true),
  };
}

/** The copies to write, in their order: the clean one first, because it has the plain name. */
export function copiesOf(copies: Copies): readonly ('annotated' | 'clean')[] {
  return copies === 'both' ? ['clean', 'annotated'] : [copies];
}

/** The choices as the exporter takes them. */
export function optionsOf({ page, notes, contentsList, portionMarks, carrySources }: ExportChoices) {
  return { page, notes, contentsList, portionMarks, carrySources };
}

/** What will leave the machine with an export, and what stays. */
export interface Leaving {
  /** Word comments of the annotated copy, replies included; 0 when only a clean copy is written. */
  readonly comments: number;
  /** Who wrote them, each once, in their order. */
  readonly commentAuthors: readonly string[];
  /** Notes that are in no file. */
  readonly notesStaying: number;
  /** The properties of the file, as Word shows them. */
  readonly properties: Readonly<Record<'title' | 'subject' | 'author' | 'language', string>>;
  /** Articles of which excerpts are inside the file. */
  readonly excerptsOf: number;
}
