// FactWords: a fact's normalised value, what was read before it was corrected, and how often it is used, in words.
import { periodWords } from '../../shared/briefing/dateWords.ts';
import { plainNumber } from '../../shared/briefing/keyFigures.ts';
import { attributionText } from '../../shared/briefing/quotationText.ts';
import { unitWords } from '../../shared/briefing/unitWords.ts';
import { asRead, correctedFields } from '../../shared/facts/correction.ts';
import type { Fact, Figure } from '../../shared/facts/fact.ts';
import { short } from './words.ts';

const QUALIFIERS: Readonly<Record<Figure['qualifier'], string>> = {
  '=': '',
  '~': 'about ',
  '<': 'less than ',
  '>': 'more than ',
  up: 'up ',
  down: 'down ',
};

/** "more than 1,380,000,000 US dollars", "90,000,000 to 124,000,000 crowns", "0.2". */
export function valueWords(figure: Pick<Figure, 'value' | 'unit' | 'qualifier'>): string {
  const value = [figure.value].flat().map(plainNumber).join(' to ');
  return `${QUALIFIERS[figure.qualifier]}${value} ${unitWords(figure.unit)}`.trim();
}

/** The value as the program reads it; null where the words say the same already, and for kinds without one. */
export function normalised(fact: Fact): string | null {
  if (fact.kind === 'date') return periodWords(fact.value) === fact.text ? null : periodWords(fact.value);
  if (fact.kind !== 'figure') return null;
  const words = valueWords(fact);
  return words.toLowerCase() === fact.text.toLowerCase() ? null : words;
}

/** "Used once"; '' for dates and names, which are not put into the text. */
export function usedWords(count: number): string {
  return count === 0 ? 'Not used' : count === 1 ? 'Used once' : count === 2 ? 'Used twice' : `Used ${count} times`;
}

/** What was read in the fields that are corrected: "12 tonnes, 2029". */
function readWords(read: Fact, fields: readonly string[]): string {
  const has = (...names: readonly string[]) => names.some((name) => fields.includes(name));
  const none = (words: string | null, what: string): string => words ?? `no ${what}`;
  const parts: string[] = has('words') ? [`“${short(read.text, 60)}”`] : [];
  if (read.kind === 'figure') {
    if (has('value', 'unit', 'qualifier', 'figureKind')) parts.push(valueWords(read));
    if (has('measure')) parts.push(none(read.measure, 'measure'));
    if (has('period')) parts.push(none(read.period && periodWords(read.period), 'period'));
  } else if (read.kind === 'quote') {
    if (has('speaker')) parts.push(none(attributionText(read) || null, 'speaker'));
    if (has('quoteKind')) parts.push(`a ${read.quoteKind} quotation`);
  } else if (read.kind === 'date') {
    if (has('value')) parts.push(periodWords(read.value));
  } else if (read.kind === 'name') {
    if (has('name')) parts.push(read.name);
    if (has('nameKind')) parts.push(read.nameKind);
    if (has('role')) parts.push(none(read.role, 'role'));
  } else if (has('verdict')) parts.push(read.computed ? `${read.verdict}, ${read.computed}` : read.verdict);
  return parts.join(', ');
}

/** "Corrected by Ida Moss: read as 1,200 tonnes", "Added by Ida Moss"; null for a fact that stands as it was read. */
export function correctionWords(fact: Fact): string | null {
  const { correction } = fact;
  if (!correction) return null;
  if (correction.read === null) return `Added by ${correction.by}`;
  const read = asRead(fact);
  const words = read ? readWords(read, correctedFields(correction)) : '';
  return words === '' ? `Corrected by ${correction.by}` : `Corrected by ${correction.by}: read as ${words}`;
}
