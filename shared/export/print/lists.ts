// Lists of a Plan, which are paragraphs in a row, as nested lists of HTML.
import type { PlannedList } from '../plan.ts';
import { openTag } from './html.ts';

const BULLETS = ['•', '–', '▪'];

function letters(number: number): string {
  let left = number;
  let word = '';
  while (left > 0) {
    word = String.fromCharCode(97 + ((left - 1) % 26)) + word;
    left = Math.floor((left - 1) / 26);
  }
  return word || String(number);
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(number: number): string {
  let left = number;
  let word = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value && left < 4000) {
      word += sign;
      left -= value;
    }
  }
  return word || String(number);
}

/** What stands before an item, as numbering.xml has it: 1. (a) (i) and again, or a bullet. */
export function listLabel(kind: PlannedList['kind'], level: number, number: number): string {
  if (kind === 'bullet') return BULLETS[level % BULLETS.length] ?? '•';
  const form = level % 3;
  return form === 0 ? `${number}.` : form === 1 ? `(${letters(number)})` : `(${roman(number)})`;
}

interface Open {
  readonly list: number;
  readonly level: number;
  readonly name: 'ol' | 'ul';
}

/** Which lists are open; each answer is the tags to write before the words of an item. */
export class ListTags {
  readonly #open: Open[] = [];

  /** Closes all lists. */
  close(): string {
    return this.#closeDownTo(0);
  }

  /** True when an item of `level` is open, to which a further paragraph can belong. */
  reach(level: number): boolean {
    return this.#open.some((one) => one.level === level);
  }

  /** Goes back into the item of `level`. */
  within(level: number): string {
    return this.#closeDownTo(this.#open.findIndex((one) => one.level === level) + 1);
  }

  /** Begins an item with `number`. */
  item(place: { readonly list: number; readonly level: number }, ordered: boolean, number: number): string {
    const same = this.#open.findIndex(({ list }) => list === place.list);
    const value = ordered ? number : undefined;
    if (same >= 0) return `${this.#closeDownTo(same + 1)}</li>${openTag('li', { value })}`;
    const deeper = this.#open.findIndex(({ level }) => level >= place.level);
    const closed = deeper < 0 ? '' : this.#closeDownTo(deeper);
    const name = ordered ? 'ol' : 'ul';
    this.#open.push({ ...place, name });
    return `${closed}${openTag(name, { role: 'list' })}${openTag('li', { value })}`;
  }

  #closeDownTo(count: number): string {
    let html = '';
    while (this.#open.length > count) html += `</li></${this.#open.pop()?.name ?? 'ul'}>`;
    return html;
  }
}
