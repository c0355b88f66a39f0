// CorrectForm: the fields in which a fact is corrected: what stands in them, and what is made of what was typed.
import { unitWords } from '../../shared/briefing/unitWords.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import { periodOfCell } from '../../shared/check/periodGuard.ts';
import { readFigures } from '../../shared/check/readFigures.ts';
import { speakerNamed, type FactChange } from '../../shared/facts/correction.ts';
import {
  NAME_KINDS,
  QUALIFIERS,
  type Fact,
  type Figure,
  type NameKind,
  type Qualifier,
  type Quote,
} from '../../shared/facts/fact.ts';
import { CURRENCY_NAMES } from '../../shared/facts/lexicon/currencies.ts';

export type FieldName =
  'value' | 'unit' | 'qualifier' | 'measure' | 'period' | 'name' | 'role' | 'nameKind' | 'quoteKind';
export type Fields = Readonly<Partial<Record<FieldName, string>>>;

export interface Field {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  /** A choice of these; left out, words are typed. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

const QUALIFIER_LABELS: Readonly<Record<Qualifier, string>> = {
  '=': 'exactly',
  '~': 'about',
  '<': 'less than',
  '>': 'more than',
  up: 'up by',
  down: 'down by',
};
const QUOTE_KINDS = [
  { value: 'direct', label: 'Direct: the speaker’s own words' },
  { value: 'mixed', label: 'Mixed: the source speaks too' },
  { value: 'indirect', label: 'Indirect: reported without quoting' },
];
const PERIOD_HINT = 'For example 2024, March 2024, 2024-Q3 or 2022 to 2024';

/** The fields of a fact, in order; none for a claim, which is computed. */
export function fieldsOf(fact: Fact): readonly Field[] {
  switch (fact.kind) {
    case 'figure':
      return [
        {
          name: 'qualifier',
          label: 'The figure is',
          options: QUALIFIERS.map((value) => ({ value, label: QUALIFIER_LABELS[value] })),
        },
        { name: 'value', label: 'Value', hint: 'In full, or as words: 1,752,000,000 or $1.752 billion' },
        { name: 'unit', label: 'Unit', hint: 'A currency code such as USD, or a noun in the singular; empty for none' },
        { name: 'measure', label: 'What it measures' },
        { name: 'period', label: 'Period', hint: PERIOD_HINT },
      ];
    case 'quote':
      return [
        { name: 'name', label: 'Speaker' },
        { name: 'role', label: 'Office or role' },
        { name: 'quoteKind', label: 'Kind', options: QUOTE_KINDS },
      ];
    case 'date':
      return [{ name: 'period', label: 'Date or period', hint: PERIOD_HINT }];
    case 'name':
      return [
        { name: 'name', label: 'Full name' },
        { name: 'nameKind', label: 'Kind', options: NAME_KINDS.map((value) => ({ value, label: value })) },
        { name: 'role', label: 'Office or role' },
      ];
    case 'claim':
      return [];
  }
}

/** What stands in the fields at first. */
export function filled(fact: Fact): Fields {
  switch (fact.kind) {
    case 'figure':
      return {
        qualifier: fact.qualifier,
        value: [fact.value]
          .flat()
          .map((value) => value.toLocaleString('en-GB', { maximumFractionDigits: 10 }))
          .join(' to '),
        unit: fact.unit ?? '',
        measure: fact.measure ?? '',
        period: fact.period ?? '',
      };
    case 'quote':
      return {
        name: fact.speaker?.name ?? fact.speaker?.text ?? '',
        role: fact.speaker?.role ?? '',
        quoteKind: fact.quoteKind,
      };
    case 'date':
      return { period: fact.value };
    case 'name':
      return { name: fact.name, nameKind: fact.nameKind, role: fact.role ?? '' };
    case 'claim':
      return {};
  }
}

/** What is wrong with a field; the failure's code is the field's name. */
function wrong(name: FieldName, text: string) {
  return fail(name, text);
}

function plainValue(words: string): number | null {
  const bare = words.replaceAll(/[,\s]/gu, '').replace('−', '-');
  return /^-?\d+(?:\.\d+)?$/u.test(bare) ? Number(bare) : null;
}

/** A value as typed, with the unit that its words name. */
export function valueOf(words: string): { readonly value: Figure['value']; readonly unit: string | null } | null {
  const alone = plainValue(words);
  if (alone !== null) return { value: alone, unit: null };
  const ends = words.split(' to ');
  const [low, high] = ends.map(plainValue);
  if (ends.length === 2 && typeof low === 'number' && typeof high === 'number')
    return { value: [low, high], unit: null };
  const read = readFigures(words);
  const [figure] = read;
  return figure && read.length === 1 ? { value: figure.value, unit: figure.unit } : null;
}

const PERIOD = /^(?:\d{4}(?:-Q[1-4]|-H[12]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|FY\d{4}-\d{2})$/u;

/** A period as fact.ts writes it, out of what was typed; null when it is none. */
export function periodOf(words: string): string | null {
  const typed = words.trim();
  const ends = typed.split(/ to |\//u);
  if (ends.length <= 2 && ends.every((end) => PERIOD.test(end.trim()))) return ends.map((end) => end.trim()).join('/');
  return periodOfCell(typed);
}

/** A unit as fact.ts writes it: "us dollars" and "usd" are USD. */
export function unitOf(words: string): string | null {
  const typed = words.trim();
  if (typed === '') return null;
  if (CURRENCY_NAMES.has(typed.toUpperCase())) return typed.toUpperCase();
  const lower = typed.toLowerCase();
  const currency = [...CURRENCY_NAMES.keys()].find((code) => unitWords(code).toLowerCase() === lower);
  if (currency !== undefined) return currency;
  return lower === 'per cent' || lower === 'percent' || typed === '%' ? 'percentage' : typed;
}

/** The kind of figure that a unit makes of it. */
function kindWith(unit: string | null, before: Figure): Figure['figureKind'] {
  if (unit !== null && CURRENCY_NAMES.has(unit)) return 'money';
  if (unit === 'percentage') return 'percent';
  if (unit === null) return 'number';
  return before.figureKind === 'money' || before.figureKind === 'percent' || before.figureKind === 'number'
    ? 'count'
    : before.figureKind;
}

function figureChange(fact: Figure, fields: Fields): Result<FactChange> {
  const first = filled(fact);
  const read = valueOf(fields.value ?? '');
  if (!read) return wrong('value', 'Write one number, such as 1,752,000,000, or two with “to” between them.');
  const value = fields.value === first.value ? fact.value : read.value;
  if (typeof value !== 'number' && value[0] > value[1]) return wrong('value', 'The lower value comes first.');
  // Words such as "$1.752 billion" name the unit; a unit that was typed as well goes before.
  const typed = unitOf(fields.unit ?? '');
  const unit = fields.unit === first.unit && read.unit !== null && fields.value !== first.value ? read.unit : typed;
  const periodWords = (fields.period ?? '').trim();
  const period = periodWords === '' ? null : periodOf(periodWords);
  if (periodWords !== '' && period === null) return wrong('period', 'Write a year, month, quarter or day.');
  return ok({
    value,
    unit,
    figureKind: unit === fact.unit ? fact.figureKind : kindWith(unit, fact),
    qualifier: QUALIFIERS.find((one) => one === fields.qualifier) ?? fact.qualifier,
    measure: (fields.measure ?? '').trim() || null,
    period,
    ...(period === fact.period ? { periodNote: fact.periodNote } : {}),
  });
}

function quoteChange(fact: Quote, fields: Fields): FactChange {
  const [name, role] = [(fields.name ?? '').trim() || null, (fields.role ?? '').trim() || null];
  const first = filled(fact);
  const same = fields.name === first.name && fields.role === first.role;
  const quoteKind = QUOTE_KINDS.find(({ value }) => value === fields.quoteKind)?.value as
    Quote['quoteKind'] | undefined;
  return { quoteKind: quoteKind ?? fact.quoteKind, speaker: same ? fact.speaker : speakerNamed(fact, name, role) };
}

/** What the fields make of the fact; a failure's code is the name of the field that it is about. */
export function readFields(fact: Fact, fields: Fields): Result<FactChange> {
  switch (fact.kind) {
    case 'figure':
      return figureChange(fact, fields);
    case 'quote':
      return ok(quoteChange(fact, fields));
    case 'date': {
      const value = fields.period === fact.value ? fact.value : periodOf(fields.period ?? '');
      return value === null ? wrong('period', 'Write a year, month, quarter or day.') : ok({ value });
    }
    case 'name': {
      const name = (fields.name ?? '').trim();
      if (name === '') return wrong('name', 'Write the name.');
      const nameKind: NameKind = NAME_KINDS.find((one) => one === fields.nameKind) ?? fact.nameKind;
      return ok({ name, nameKind, role: (fields.role ?? '').trim() || null });
    }
    case 'claim':
      return ok({});
  }
}
