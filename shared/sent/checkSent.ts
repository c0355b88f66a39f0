// checkSent: a sent Word file against its sources, carried or given; the second door of this folder.
import type { Article } from '../article/article.ts';
import { fail, ok, outcome, type Message, type Outcome, type Result } from '../base/result.ts';
import type { Check } from '../check/check.ts';
import { checkBySources } from './checkBySources.ts';
import { checkCarried } from './checkCarried.ts';
import type { SentDocument } from './readSent.ts';
import type { SentChange } from './rebuild.ts';

export interface SentCheck {
  /** As `checkBriefing` gives them; places count in the rebuilt document, or in the words of the file. */
  readonly checks: readonly Check[];
  /** True when the file carries its sources. */
  readonly carried: boolean;
  /** True when no visible word changed since the export; null when the file does not tell. */
  readonly unchanged: boolean | null;
  /** Paragraphs that are not as they were exported, in the order of the file. */
  readonly changes: readonly SentChange[];
  /** How many quotations and numbers were compared. */
  readonly quotations: number;
  readonly figures: number;
  /** How many charts and pictures of the export were compared with those of the file; 0 when the file does not tell. */
  readonly charts: number;
  readonly pictures: number;
}

/** "Ada Quill", "Ada Quill and Perrin Holt", "Ada Quill, Perrin Holt and 2 others". */
function names(list: readonly string[]): string {
  if (list.length <= 1) return list.join('');
  if (list.length === 2) return list.join(' and ');
  return `${list.slice(0, 2).join(', ')} and ${list.length - 2} ${list.length === 3 ? 'other' : 'others'}`;
}

function changedMessage(changes: readonly SentChange[], authors: readonly string[]): Message {
  const code = 'changed-since-export';
  if (changes.length === 0) {
    return { code, text: 'Changed since the export: typography or spaces only; no word differs.' };
  }
  const count = changes.length === 1 ? '1 paragraph' : `${changes.length} paragraphs`;
  const who =
    authors.length > 0 ? ` Tracked changes in the file are by ${names(authors)}.` : ' The file does not tell by whom.';
  return { code, text: `Changed since the export: ${count}.${who}` };
}

/**
 * Checks `sent`. When it carries its sources, the guard runs over the exported document with the words that the file has now;
 * else every quotation and number is looked up in `given`. Failure `no-sources`: neither carried nor given.
 */
export function checkSent(sent: SentDocument, given: readonly Article[] = []): Result<Outcome<SentCheck>> {
  const authors = [...new Set(sent.changes.map(({ author }) => author).filter((author) => author !== ''))];
  if (sent.carried) {
    const { messages, ...checked } = checkCarried(sent, sent.carried, given);
    const told = checked.unchanged
      ? { code: 'unchanged-since-export', text: 'No word was changed since the export.' }
      : changedMessage(checked.changes, authors);
    return ok(outcome({ ...checked, carried: true }, [...messages, told]));
  }
  if (given.length === 0) {
    return fail(
      'no-sources',
      'The file carries no sources to check it against. Give them: chancery check FILE.docx ARTICLE.txt ...',
    );
  }
  const tracked: Message[] =
    authors.length === 0
      ? []
      : [
          {
            code: 'tracked-changes',
            text: `The file has tracked changes by ${names(authors)}; it was read as if they were accepted.`,
          },
        ];
  const unknown = { carried: false, unchanged: null, changes: [], charts: 0, pictures: 0 };
  return ok(outcome({ ...checkBySources(sent, given), ...unknown }, tracked));
}
