// Ways out of an altered quotation, each with what the words would be: strong where they change.
import { markCuts } from '../../shared/check/markCuts.ts';
import type { CompareOptions } from '../../shared/check/quotationGuard.ts';
import { diffWords, type Change } from '../../shared/text/diff.ts';

export interface PreviewPart {
  readonly text: string;
  readonly strong: boolean;
}

/** Words kept on each side of a change in a preview. */
const NEAR = 5;

/** A long stretch that stays is told by its ends. */
function near(text: string, first: boolean, last: boolean): string {
  const words = text.split(/(?<=\s)/u);
  if (words.length <= 2 * NEAR + 2) {
    if (first && words.length > NEAR) return `… ${words.slice(-NEAR).join('')}`;
    if (last && words.length > NEAR) return `${words.slice(0, NEAR).join('').trimEnd()} …`;
    return text;
  }
  if (first) return `… ${words.slice(-NEAR).join('')}`;
  if (last) return `${words.slice(0, NEAR).join('').trimEnd()} …`;
  return `${words.slice(0, NEAR).join('').trimEnd()} … ${words.slice(-NEAR).join('')}`;
}

function preview(changes: readonly Change[], changed: (change: Change) => string | null): PreviewPart[] {
  return changes.flatMap((change, at): PreviewPart[] => {
    if (change.kind === 'same') {
      return [{ text: near(change.text, at === 0, at === changes.length - 1), strong: false }];
    }
    const text = changed(change);
    return text === null ? [] : [{ text, strong: true }];
  });
}

/** The source's words again: what was cut comes back, what was added goes. */
export function restored(changes: readonly Change[]): PreviewPart[] {
  return preview(changes, (change) => (change.kind === 'cut' ? change.text : null));
}

/** One side of the changes as a text. The pieces are whole words; the last of a side may lack the space after it. */
function sideOf(changes: readonly Change[], without: 'cut' | 'added'): string {
  return changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }, at, all) => (at < all.length - 1 && /\S$/u.test(text) ? `${text} ` : text))
    .join('');
}

/**
 * An edited quotation as the command writes it, by the same `markCuts`: an ellipsis for what was cut, square brackets round
 * what was added (conventions.md 3.9). `fragment`: the words stand within our own sentence, and what the source says before
 * and after them was never theirs.
 */
export function marked(changes: readonly Change[], options: CompareOptions = {}): PreviewPart[] {
  const kept = (change: Change): boolean => change.kind !== 'cut';
  const ours = options.fragment
    ? changes.slice(Math.max(changes.findIndex(kept), 0), changes.findLastIndex(kept) + 1)
    : changes;
  const words = sideOf(changes, 'cut');
  const steps = diffWords(words, markCuts(sideOf(ours, 'added').trim(), words, options));
  return preview(steps.filter(kept), (change) => change.text);
}

/** "2 cuts, 7 words", "1 addition", in the words of the card. */
export function changeWords(changes: readonly Change[]): string {
  const cuts = changes.filter((change) => change.kind === 'cut');
  const added = changes.filter((change) => change.kind === 'added');
  const words = (list: readonly Change[]) =>
    list.reduce((sum, change) => sum + change.text.split(/\s+/u).filter(Boolean).length, 0);
  const part = (list: readonly Change[], name: string) =>
    list.length === 0
      ? []
      : [
          `${list.length} ${name}${list.length === 1 ? '' : 's'}, ${words(list)} ${words(list) === 1 ? 'word' : 'words'}`,
        ];
  return [...part(cuts, 'cut'), ...part(added, 'addition')].join('; ');
}
