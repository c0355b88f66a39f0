// linkCandidates: the figures of the sources that a number without a source may be, those with an equal value first.
import type { Fact, Figure } from '../facts/fact.ts';
import { compareFigure } from './figureGuard.ts';
import { readFigures } from './readFigures.ts';

export interface LinkCandidates {
  /** The same value or a correct rounding of it; the same before the rounded. */
  readonly same: readonly Figure[];
  readonly others: readonly Figure[];
}

/** A rounding is never farther off than this; and one in five may be written as 20 per cent. */
function isNear(value: number, shown: number): boolean {
  return [1, 100, 0.01].some((factor) => Math.abs(value * factor - shown) <= 0.2 * Math.max(Math.abs(shown), 1));
}

/** Answers by the list of facts, which is never changed: a list of findings asks for the same ones at each drawing. */
const kept = new WeakMap<readonly Fact[], Map<string, LinkCandidates>>();

/** `words`: the number as it stands in the briefing. Dismissed figures are left out. */
export function linkCandidates(words: string, facts: readonly Fact[]): LinkCandidates {
  const answers = kept.get(facts) ?? new Map<string, LinkCandidates>();
  kept.set(facts, answers);
  const answer = answers.get(words) ?? find(words, facts);
  answers.set(words, answer);
  return answer;
}

function find(words: string, facts: readonly Fact[]): LinkCandidates {
  const shown = readFigures(words)[0];
  const values = shown ? [shown.value].flat() : [];
  const same: Figure[] = [];
  const rounded: Figure[] = [];
  const others: Figure[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'figure' || fact.dismissed) continue;
    // Most figures are far off: only for the others the words are read again.
    const near = values.length > 0 && isNear([fact.value].flat()[0] ?? NaN, values[0] ?? NaN);
    const verdict = near ? compareFigure(fact, words).verdict : 'altered';
    (verdict === 'same' ? same : verdict === 'rounded' ? rounded : others).push(fact);
  }
  return { same: [...same, ...rounded], others };
}
