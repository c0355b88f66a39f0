// Units of measure: their singular English names, with the words and symbols texts write for them.

interface UnitEntry {
  readonly name: string;
  /** Lower-case words, several forms separated by "|"; a form may have several words. */
  readonly words: readonly string[];
  /** As written; case matters (mW is not MW). */
  readonly symbols: readonly string[];
}

const u = (name: string, words: string, symbols = ''): UnitEntry => ({
  name,
  words: words.split('|').filter(Boolean),
  symbols: symbols.split(' ').filter(Boolean),
});

/** Names follow British spelling and, where the benchmark names one, its name. Prefixed SI units are made below. */
const BASE: readonly UnitEntry[] = [
  // Length
  u('inch', 'inch|inches', '″'),
  u('foot', 'foot|feet', 'ft ft.'),
  u('yard', 'yard|yards', 'yd yds'),
  u('mile', 'mile|miles', 'mi'),
  u('nautical mile', 'nautical mile|nautical miles', 'nmi'),
  u('light-year', 'light year|light years|light-year|light-years'),
  u('micrometre', 'micron|microns'),
  // Area
  u('acre', 'acre|acres'),
  u('hectare', 'hectare|hectares', 'ha'),
  // Volume
  u('gallon', 'gallon|gallons', 'gal'),
  u('pint', 'pint|pints'),
  u('quart', 'quart|quarts'),
  u('ounce', 'ounce|ounces|fluid ounce|fluid ounces|troy ounce|troy ounces', 'oz oz. fl.oz'),
  u('barrel', 'barrel|barrels', 'bbl bbls'),
  u('barrel of oil', 'barrels of oil|barrel of oil'),
  u('barrel of oil equivalent', 'barrels of oil equivalent', 'boe'),
  u('bushel', 'bushel|bushels'),
  u('cubic centimetre', '', 'cc'),
  u('twenty-foot equivalent unit', 'twenty-foot equivalent units', 'TEU TEUs'),
  // Mass
  u('pound-mass', 'lb|lbs', 'lb lbs lb. lbs.'),
  u('ton', 'ton|tons|short ton|short tons|long ton|long tons'),
  u('tonne', 'tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes'),
  u('carat', 'carat|carats'),
  // Time
  u('second', 'second|seconds|sec|secs'),
  u('minute', 'minute|minutes|min|mins'),
  u('hour', 'hour|hours|hr|hrs', 'h'),
  u('day', 'day|days'),
  u('week', 'week|weeks'),
  u('fortnight', 'fortnight|fortnights'),
  u('month', 'month|months'),
  u('year', 'year|years|yr|yrs'),
  u('decade', 'decade|decades'),
  u('century', 'century|centuries'),
  u('millennium', 'millennium|millennia'),
  // Temperature and angle
  u('celsius', 'degrees celsius|degree celsius|celsius|degrees c|degrees centigrade|centigrade', '°C ºC'),
  u('fahrenheit', 'degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f', '°F ºF'),
  u('degree', 'degree|degrees', '° º'),
  u('kelvin', 'kelvin|kelvins'),
  // Speed
  u('mile per hour', 'miles per hour|mile per hour|miles an hour', 'mph'),
  u('kilometre per hour', '', 'km/h km/hr kph kmh'),
  u('metre per second', '', 'm/s'),
  u('foot per second', '', 'ft/s'),
  u('knot', 'knot|knots', 'kts'),
  u('mile per gallon', 'miles per gallon', 'mpg'),
  u('revolutions per minute', 'revolutions per minute|rpm', 'rpm'),
  u('frame per second', 'frames per second', 'fps'),
  // Power, energy, force
  u('horsepower', 'horsepower|metric horsepower', 'hp PS'),
  u('brake horsepower', 'brake horsepower', 'bhp'),
  u('pound-foot', 'pound feet|pound-feet|pound foot|pound-foot'),
  u('foot pound-force', 'foot-pounds|foot pounds', 'ft-lb lb-ft'),
  u('newton metre', 'newton metres|newton-metres|newton meters|newton-meters', 'Nm'),
  u('newton', 'newtons'),
  u('british thermal unit', 'british thermal units', 'Btu BTU'),
  u('mega british thermal unit', '', 'mmBTU mmBtu MMBtu MMBTU'),
  u('calorie', 'calorie|calories', 'cal'),
  u('kilocalorie', 'kilocalorie|kilocalories', 'kcal'),
  u('tonne of oil equivalent', 'tonnes of oil equivalent'),
  u('decibel', 'decibel|decibels', 'dB'),
  u('farad', 'farad|farads'),
  u('ohm', 'ohm|ohms', 'Ω'),
  u('pound per square inch', 'pounds per square inch', 'psi'),
  u('ampere per square centimetre', '', 'A/cm2 A/cm²'),
  u('milliampere-hour', '', 'mAh'),
  u('ampere-hour', '', 'Ah'),
  u('lumen', 'lumens'),
  // Computing and screens
  u('bit', 'bit|bits'),
  u('byte', 'byte|bytes'),
  u('pixel', 'pixel|pixels', 'px'),
  u('megapixel', 'megapixel|megapixels', 'MP'),
  u('megabit per second', 'megabits per second', 'Mbps'),
  u('gigabit per second', 'gigabits per second', 'Gbps'),
  u('kilobit per second', 'kilobits per second', 'kbps'),
  // Shares of very small size
  u('parts-per-million', 'parts per million', 'ppm'),
  u('parts-per-billion', 'parts per billion', 'ppb'),
];

const PREFIXES: readonly (readonly [string, string])[] = [
  ['nano', 'n'],
  ['micro', 'μ'],
  ['micro', 'µ'],
  ['milli', 'm'],
  ['centi', 'c'],
  ['deci', 'd'],
  ['kilo', 'k'],
  ['mega', 'M'],
  ['giga', 'G'],
  ['tera', 'T'],
  ['peta', 'P'],
];

/** [British stem, other spelling, symbol, prefixes that are in use] */
const PREFIXED: readonly (readonly [string, string, string, string])[] = [
  ['metre', 'meter', 'm', 'n μ µ m c d k'],
  ['gram', 'gramme', 'g', 'n μ µ m k'],
  ['litre', 'liter', 'l', 'μ µ m c d'],
  ['litre', 'liter', 'L', 'μ µ m'],
  ['watt', 'watt', 'W', 'm k M G T'],
  ['watt hour', 'watt-hour', 'Wh', 'k M G T'],
  ['hertz', 'hertz', 'Hz', 'k M G T'],
  ['byte', 'byte', 'B', 'k M G T P'],
  ['joule', 'joule', 'J', 'k M G T'],
  ['volt', 'volt', 'V', 'm k M'],
  ['ampere', 'amp', 'A', 'm k'],
  ['pascal', 'pascal', 'Pa', 'k M G'],
  ['second', 'second', 's', 'n μ µ m'],
  ['tonne', 'ton', 't', 'k M'],
  ['metre', 'meter', 'm', 'n'],
];

function prefixed(): UnitEntry[] {
  const entries: UnitEntry[] = [];
  for (const [stem, other, symbol, letters] of PREFIXED) {
    const plural = (word: string): string => (word.endsWith('z') ? word : `${word}s`);
    if (stem !== 'second' && stem !== 'tonne' && stem !== 'byte') {
      entries.push(u(stem, [stem, other, plural(stem), plural(other)].join('|')));
    }
    for (const letter of letters.split(' ')) {
      const prefix = PREFIXES.find(([, l]) => l === letter)?.[0] ?? '';
      const names = [prefix + stem, prefix + other];
      if (stem === 'gram' && letter === 'k') names.push('kilo');
      entries.push(u(prefix + stem, names.flatMap((n) => [n, plural(n)]).join('|'), letter + symbol));
    }
  }
  entries.push(u('kilobyte', '', 'KB'), u('hertz', '', 'Hz'), u('pascal', '', 'Pa'));
  return entries;
}

function squaredAndCubed(entries: readonly UnitEntry[]): UnitEntry[] {
  const lengths = new Set(['inch', 'foot', 'yard', 'mile', 'metre', 'centimetre', 'millimetre', 'kilometre']);
  return entries
    .filter((e) => lengths.has(e.name))
    .flatMap((e) => {
      const symbols = [...e.symbols.filter((s) => !s.endsWith('.')), ...(e.name === 'metre' ? ['m'] : [])];
      return [
        u(
          `square ${e.name}`,
          [
            ...e.words.map((w) => `square ${w}`),
            ...e.words.map((w) => `sq ${w}`),
            ...symbols.map((s) => `sq ${s}`),
          ].join('|'),
          [...symbols.flatMap((s) => [`${s}2`, `${s}²`]), ...symbols.map((s) => `sq${s}`)].join(' '),
        ),
        u(
          `cubic ${e.name}`,
          [...e.words.map((w) => `cubic ${w}`), ...symbols.map((s) => `cu ${s}`)].join('|'),
          symbols.flatMap((s) => [`${s}3`, `${s}³`]).join(' '),
        ),
      ];
    });
}

const SIMPLE = [...BASE, ...prefixed()];
const ALL = [...SIMPLE, ...squaredAndCubed(SIMPLE)];

/** Name by words: lower case, up to four words joined by one space or hyphen as written in the table. */
export const UNIT_WORDS: ReadonlyMap<string, string> = new Map(
  ALL.flatMap((e) => e.words.map((word): [string, string] => [word, e.name])),
);

/** For each first word, the number of words of the longest form that begins with it. */
export const UNIT_FIRST_WORDS: ReadonlyMap<string, number> = (() => {
  const longest = new Map<string, number>();
  for (const words of UNIT_WORDS.keys()) {
    const parts = words.split(/[ -]/u);
    const first = parts[0] ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, parts.length));
  }
  return longest;
})();

/** Name by symbol; case matters. */
export const UNIT_SYMBOLS: ReadonlyMap<string, string> = new Map(
  ALL.flatMap((e) => e.symbols.map((symbol): [string, string] => [symbol, e.name])),
);

/** Single letters that are a unit when attached to the number, and of which those after a space are listed apart. */
export const UNIT_LETTERS: ReadonlyMap<string, string> = new Map([
  ['m', 'metre'],
  ['g', 'gram'],
  ['l', 'litre'],
  ['L', 'litre'],
  ['t', 'tonne'],
  ['W', 'watt'],
  ['V', 'volt'],
  ['A', 'ampere'],
  ['N', 'newton'],
  ['J', 'joule'],
  ['F', 'fahrenheit'],
  ['C', 'celsius'],
  ['K', 'kelvin'],
]);

/** Letters read as a unit also after a space: no word or initial is written so. */
export const SPACED_UNIT_LETTERS: ReadonlySet<string> = new Set(['W', 'V', 'C', 'g', 'm', 'L']);

export const DURATIONS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'month',
  'year',
  'decade',
  'century',
  'millennium',
  'millisecond',
  'nanosecond',
  'microsecond',
]);

/** What a rate may be "a ..." or "an ...": "$70 a barrel", "a year". After "per" any noun will do. */
export const RATE_BASES: ReadonlySet<string> = new Set(
  (
    'second minute hour day night week fortnight month quarter year decade barrel bottle ounce gram kilo kilogram kilometre ' +
    'kilometer metre meter pound ton tonne gallon litre liter mile acre hectare share unit head person piece pint bushel'
  ).split(' '),
);
