// The sentences of findings: what differs, what is hidden, in words of the house (ui.md, Words).
import type { Figure } from '../facts/fact.ts';
import type { Change } from '../text/diff.ts';
import { oneLine } from '../text/oneLine.ts';

const LONGEST = 60;
const MOST_NAMED = 3;
const NUMBERS = 'no one two three four five six seven eight nine ten'.split(' ');

/** `text` on one line, cut after a word when it is long. */
export function shortened(text: string, longest: number = LONGEST): string {
  const line = text.split(/\s+/u).filter(Boolean).join(' ');
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > 0 ? cut : longest)} …`;
}

function count(number: number, one: string, many: string): string {
  return `${NUMBERS[number] ?? String(number)} ${number === 1 ? one : many}`;
}

function named(texts: readonly string[]): string {
  const some = texts.slice(0, MOST_NAMED).map((text) => `“${shortened(text)}”`);
  return some.join(', ') + (texts.length > MOST_NAMED ? ' and more' : '');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Two cuts without an ellipsis: “weakened”, “of the port”. One insertion without brackets: “new”." */
export function differenceWords(diff: readonly Change[]): string {
  const cuts = diff.filter((change) => change.kind === 'cut').map((change) => change.text);
  const added = diff.filter((change) => change.kind === 'added').map((change) => change.text);
  const parts = [
    cuts.length > 0 ? `${count(cuts.length, 'cut', 'cuts')} without an ellipsis: ${named(cuts)}.` : '',
    added.length > 0 ? `${count(added.length, 'insertion', 'insertions')} without brackets: ${named(added)}.` : '',
  ];
  return parts.filter(Boolean).map(sentence).join(' ') || 'The words are not in the order of the source.';
}

/** Names what an ellipsis leaves out and what a bracket puts in. */
export function hiddenWords(hidden: readonly string[], added: readonly string[]): string {
  const parts = [
    hidden.length > 0 ? `Left out: ${named(hidden)}.` : '',
    added.length > 0 ? `Put in: ${named(added)}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** The finding that `name` no longer says what its figure says, for `reason`. */
export function alteredFigure(figure: Pick<Figure, 'id' | 'text'>, name: string, reason: string) {
  return {
    kind: 'altered-figure',
    key: figure.id,
    title: `${name} differs from its source`,
    detail: `The source says ${oneLine(figure.text)}. ${reason}`,
    factId: figure.id,
  } as const;
}
