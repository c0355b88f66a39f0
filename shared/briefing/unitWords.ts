// unitWords: the unit of figures as a reader has it over a column or an axis: "US dollars", "barrels per day", "per cent".
import { CURRENCY_NAMES } from '../facts/lexicon/currencies.ts';
import { IRREGULAR_PLURALS } from '../facts/lexicon/words.ts';

/** Units whose words are no plural of their name. */
const NAMED: Readonly<Record<string, string>> = {
  USD: 'US dollars',
  GBP: 'pounds sterling',
  percentage: 'per cent',
  celsius: 'degrees Celsius',
  fahrenheit: 'degrees Fahrenheit',
  times: 'times',
};

/** Plurals of currencies that take no -s; after their English use. */
const CURRENCY_PLURALS: Readonly<Record<string, string>> = {
  yen: 'yen',
  yuan: 'yuan',
  won: 'won',
  baht: 'baht',
  dong: 'dong',
  rand: 'rand',
  ringgit: 'ringgit',
  rupiah: 'rupiah',
  real: 'reais',
  krone: 'kroner',
  krona: 'kronor',
  leu: 'lei',
  lev: 'leva',
  zloty: 'zlotys',
  manat: 'manats',
};

const PLURALS: ReadonlyMap<string, string> = new Map(
  [...IRREGULAR_PLURALS].map(([plural, singular]): [string, string] => [singular, plural]),
);
/** Names of units that are read as a plural already. */
const ENDS_AS_PLURAL = /[^su]s$/u;

function plural(noun: string): string {
  const known = PLURALS.get(noun);
  if (known !== undefined) return known;
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:ss|us|x|ch|sh)$/u.test(noun)) return `${noun}es`;
  return ENDS_AS_PLURAL.test(noun) ? noun : `${noun}s`;
}

/** The last word before " of " or " per " in the plural: "barrels of oil", "US dollars per barrel". */
function pluralUnit(unit: string): string {
  const cut = unit.search(/ (?:of|per) /u);
  const [head, rest] = cut < 0 ? [unit, ''] : [unit.slice(0, cut), unit.slice(cut)];
  const at = head.lastIndexOf(' ') + 1;
  return `${head.slice(0, at)}${plural(head.slice(at))}${rest}`;
}

/** A currency by its name of the lexicon, peoples and countries with a capital: "New Zealand dollars". */
function currencyWords(name: string): string {
  const words = name.split(' ');
  const noun = words.pop() ?? '';
  const before = words.map((word) => (word === 'and' ? word : word.charAt(0).toUpperCase() + word.slice(1)));
  return [...before, CURRENCY_PLURALS[noun] ?? plural(noun)].join(' ');
}

/** Words of a `unit` as figures hold it (fact.ts); '' for a bare number. */
export function unitWords(unit: string | null): string {
  if (unit === null) return '';
  const named = NAMED[unit];
  if (named !== undefined) return named;
  const currency = CURRENCY_NAMES.get(unit);
  return currency === undefined ? pluralUnit(unit) : currencyWords(currency);
}
