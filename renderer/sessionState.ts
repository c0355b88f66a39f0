// SessionState: what the session shows of itself, and the names and days it gives things.
import type { Node } from 'prosemirror-model';
import type { Article } from '../shared/article/article.ts';
import type { Failure } from '../shared/base/result.ts';
import type { Annotation } from '../shared/briefing/annotation.ts';
import type { Settings } from '../shared/briefing/briefing.ts';
import type { Fact } from '../shared/facts/fact.ts';
import type { Place, UserSettings } from '../shared/platform.ts';
import type { Exported } from './worker/contract.ts';

/** The text as it was opened; a new object for each opening, so that the editor is made anew. */
export interface OpenText {
  readonly key: number;
  readonly doc: Node;
  readonly annotations: readonly Annotation[];
}

/** What the user must be asked or told; the dialogs for it are in panels/. */
export type Problem =
  | { readonly kind: 'import' | 'open' | 'export' | 'save' | 'picture'; readonly name: string; readonly error: Failure }
  | { readonly kind: 'changed'; readonly name: string };

/** Something noticed while reading; `articleId` null for the briefing as a whole. */
export interface Noticed {
  readonly articleId: string | null;
  readonly text: string;
}

export interface SessionState {
  readonly open: OpenText | null;
  readonly place: Place | null;
  readonly readOnly: boolean;
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly settings: Settings | null;
  readonly dirty: boolean;
  /** ISO 8601 instant of the last save of this run, or null. */
  readonly savedAt: string | null;
  readonly backupFailed: string | null;
  /** Words for what is being done, or null. */
  readonly busy: string | null;
  readonly noticed: readonly Noticed[];
  readonly problem: Problem | null;
  readonly user: UserSettings;
  /** Words of the last export, with the file to open; null when there is none to tell of. */
  readonly exported: {
    readonly name: string;
    /** The annotated copy beside it, when both were written. */
    readonly beside?: string;
    readonly draft: boolean;
    readonly contents: Exported['contents'];
  } | null;
}

export const DEFAULT_USER: UserSettings = {
  author: 'Analyst',
  theme: 'system',
  template: 'ministerial-submission',
  banner: null,
};

export function titleOf(doc: Node): string {
  return doc.firstChild?.firstChild?.textContent.trim() ?? '';
}

/** Messages of the export that its sheet has shown before. */
export const TOLD_BY_SHEET: ReadonlySet<string> = new Set(['no-banner', 'banner-below-portion', 'draft']);

/** The messages that are not among `noticed` yet, after it. */
export function withNews(noticed: readonly Noticed[], texts: readonly string[]): readonly Noticed[] {
  const known = new Set(noticed.map((one) => one.text));
  const fresh = [...new Set(texts)].filter((text) => !known.has(text));
  return [...noticed, ...fresh.map((text) => ({ articleId: null, text }))];
}

/** A file name out of a title: without what file systems forbid. */
export function fileNameOf(title: string, extension: string): string {
  const clean = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .split(/\s+/u)
    .join(' ')
    .trim()
    .slice(0, 80);
  return `${clean || 'Untitled briefing'}.${extension}`;
}

/** `YYYY-MM-DD` of the machine's own day. */
export function dayOf(time: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
