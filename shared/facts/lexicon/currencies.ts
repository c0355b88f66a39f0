// Currencies: ISO 4217 codes with the words and symbols that news texts write for them.

interface CurrencyEntry {
  readonly code: string;
  /** Singular English name, lower case, as the rate "dollar per barrel" is written. */
  readonly name: string;
  /** Words after the amount, lower case, singular; the plural in -s is understood. */
  readonly words: readonly string[];
  /** Symbols before or after the amount, as written; letters in upper case only match so. */
  readonly symbols: readonly string[];
}

const entry = (code: string, name: string, words: string, symbols = ''): CurrencyEntry => ({
  code,
  name,
  words: words.split('|').filter(Boolean),
  symbols: symbols.split(' ').filter(Boolean),
});

/** Source of codes and names: ISO 4217 list one; symbols after Unicode CLDR. A bare "$" is read as the US dollar. */
const CURRENCIES: readonly CurrencyEntry[] = [
  entry('USD', 'dollar', 'dollar|us dollar|u.s. dollar|american dollar|buck|greenback', '$ US$ USD$ $US'),
  entry('EUR', 'euro', 'euro', '€'),
  entry('GBP', 'pound sterling', 'pound sterling|british pound|quid|sterling', '£ UK£ GBP£'),
  entry('JPY', 'japanese yen', 'yen|japanese yen', '¥ JP¥'),
  entry('CNY', 'chinese yuan', 'yuan|renminbi|chinese yuan', 'RMB CN¥'),
  entry('AUD', 'australian dollar', 'australian dollar|aussie dollar', 'A$ AU$ $A AUD$'),
  entry('CAD', 'canadian dollar', 'canadian dollar', 'C$ CA$ CAD$ $C Cdn$'),
  entry('NZD', 'new zealand dollar', 'new zealand dollar', 'NZ$ $NZ'),
  entry('HKD', 'hong kong dollar', 'hong kong dollar', 'HK$ $HK'),
  entry('SGD', 'singapore dollar', 'singapore dollar', 'S$ SG$'),
  entry('TWD', 'new taiwan dollar', 'taiwan dollar|taiwanese dollar|new taiwan dollar', 'NT$'),
  entry('JMD', 'jamaican dollar', 'jamaican dollar', 'J$'),
  entry('TTD', 'trinidad and tobago dollar', 'trinidad dollar', 'TT$'),
  entry('BRL', 'brazilian real', 'real|reais|brazilian real', 'R$'),
  entry('MXN', 'mexican peso', 'mexican peso', 'MX$'),
  entry('ARS', 'argentine peso', 'argentine peso'),
  entry('CLP', 'chilean peso', 'chilean peso'),
  entry('COP', 'colombian peso', 'colombian peso'),
  entry('PHP', 'philippine peso', 'philippine peso', '₱'),
  entry('INR', 'indian rupee', 'rupee|indian rupee', '₹ Rs INR'),
  entry('PKR', 'pakistani rupee', 'pakistani rupee', 'PKRs'),
  entry('LKR', 'sri lankan rupee', 'sri lankan rupee'),
  entry('NPR', 'nepalese rupee', 'nepalese rupee'),
  entry('IDR', 'indonesian rupiah', 'rupiah|indonesian rupiah', 'Rp'),
  entry('MYR', 'malaysian ringgit', 'ringgit|malaysian ringgit', 'RM'),
  entry('THB', 'thai baht', 'baht|thai baht', '฿'),
  entry('VND', 'vietnamese dong', 'dong|vietnamese dong', '₫'),
  entry('KRW', 'south korean won', 'won|south korean won|korean won', '₩'),
  entry('CHF', 'swiss franc', 'swiss franc', 'SFr Fr'),
  entry('DKK', 'danish krone', 'danish krone|danish kroner|danish crown'),
  entry('SEK', 'swedish krona', 'swedish krona|swedish kronor|swedish crown'),
  entry('NOK', 'norwegian krone', 'norwegian krone|norwegian kroner|norwegian crown'),
  entry('ISK', 'icelandic krona', 'icelandic krona|icelandic kronur'),
  entry('CZK', 'czech koruna', 'czech koruna|koruna|czech crown'),
  entry('PLN', 'polish zloty', 'zloty|zlotys|polish zloty'),
  entry('HUF', 'hungarian forint', 'forint|hungarian forint'),
  entry('RON', 'romanian leu', 'romanian leu|romanian lei|lei'),
  entry('BGN', 'bulgarian lev', 'lev|leva|bulgarian lev'),
  entry('HRK', 'croatian kuna', 'kuna|croatian kuna', 'kn'),
  entry('RSD', 'serbian dinar', 'serbian dinar'),
  entry('UAH', 'ukrainian hryvnia', 'hryvnia|hryvnias|ukrainian hryvnia', '₴'),
  entry('RUB', 'russian ruble', 'ruble|rouble|russian ruble|russian rouble', '₽'),
  entry('BYN', 'belarusian ruble', 'belarusian ruble|belarusian rouble'),
  entry('TRY', 'turkish lira', 'lira|turkish lira', '₺'),
  entry('GEL', 'georgian lari', 'lari|georgian lari', '₾'),
  entry('AMD', 'armenian dram', 'dram|armenian dram', '֏'),
  entry('AZN', 'azerbaijani manat', 'manat|azerbaijani manat', '₼'),
  entry('TMT', 'turkmenistan manat', 'turkmen manat'),
  entry('KZT', 'kazakhstani tenge', 'tenge|kazakhstani tenge|kazakh tenge', '₸'),
  entry('UZS', 'uzbekistani som', 'uzbek sum|uzbek soum|uzbek som'),
  entry('KGS', 'kyrgyzstani som', 'kyrgyz som'),
  entry('TJS', 'tajikistani somoni', 'somoni'),
  entry('MDL', 'moldovan leu', 'moldovan leu|moldovan lei'),
  entry('ILS', 'shekel', 'shekel|israeli shekel|new shekel', '₪ NIS'),
  entry('AED', 'emirati dirham', 'dirham|emirati dirham|uae dirham', 'Dh Dhs'),
  entry('SAR', 'saudi riyal', 'saudi riyal|riyal', 'SR'),
  entry('QAR', 'qatari riyal', 'qatari riyal', 'QR'),
  entry('OMR', 'omani rial', 'omani rial'),
  entry('IRR', 'iranian rial', 'iranian rial|rial'),
  entry('KWD', 'kuwaiti dinar', 'kuwaiti dinar'),
  entry('BHD', 'bahraini dinar', 'bahraini dinar'),
  entry('JOD', 'jordanian dinar', 'jordanian dinar'),
  entry('IQD', 'iraqi dinar', 'iraqi dinar'),
  entry('LBP', 'lebanese pound', 'lebanese pound'),
  entry('SYP', 'syrian pound', 'syrian pound'),
  entry('EGP', 'egyptian pound', 'egyptian pound', 'E£'),
  entry('SDG', 'sudanese pound', 'sudanese pound'),
  entry('MAD', 'moroccan dirham', 'moroccan dirham'),
  entry('DZD', 'algerian dinar', 'algerian dinar'),
  entry('TND', 'tunisian dinar', 'tunisian dinar'),
  entry('LYD', 'libyan dinar', 'libyan dinar'),
  entry('ZAR', 'south african rand', 'rand|south african rand'),
  entry('NGN', 'nigerian naira', 'naira|nigerian naira', '₦'),
  entry('GHS', 'ghanaian cedi', 'cedi|ghanaian cedi', '₵ GH₵'),
  entry('KES', 'kenyan shilling', 'kenyan shilling', 'Ksh KSh Sh'),
  entry('UGX', 'ugandan shilling', 'ugandan shilling', 'Ush USh'),
  entry('TZS', 'tanzanian shilling', 'tanzanian shilling', 'TSh'),
  entry('ETB', 'ethiopian birr', 'birr|ethiopian birr'),
  entry('ZMW', 'zambian kwacha', 'kwacha|zambian kwacha'),
  entry('XOF', 'west african cfa franc', 'cfa franc|cfa'),
  entry('BDT', 'bangladeshi taka', 'taka|bangladeshi taka', '৳ Tk'),
  entry('AFN', 'afghan afghani', 'afghani'),
  entry('MNT', 'mongolian tugrik', 'tugrik|togrog', '₮'),
  entry('PEN', 'peruvian sol', 'peruvian sol', 'S/'),
  entry('VES', 'venezuelan bolivar', 'bolivar'),
  entry('CRC', 'costa rican colon', 'costa rican colon', '₡'),
  entry('XAU', 'gold ounce', ''),
];

/** Parts of a currency, which are units of their own: "19 cents" says no more than cents. */
const SUBUNITS: readonly (readonly [string, string])[] = [
  ['cent', 'cent'],
  ['cents', 'cent'],
  ['penny', 'penny'],
  ['pence', 'penny'],
  ['pennies', 'penny'],
  ['sen', 'sen'],
  ['kopeck', 'kopeck'],
  ['kopecks', 'kopeck'],
  ['paise', 'paisa'],
  ['qapik', 'qapik'],
  ['qapiks', 'qapik'],
];

const CODES_ONLY = 'XAU';

/** Upper-case ISO codes that may stand before or after an amount. */
export const CODES: ReadonlySet<string> = new Set(CURRENCIES.map((c) => c.code).filter((c) => c !== CODES_ONLY));

/** Code by symbol, as written. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...CURRENCIES.flatMap((c) => c.symbols.map((s): [string, string] => [s, c.code])),
  // Unidecode and its kin write £ as "PS" and ¥ as "Y="; texts that came through them keep those.
  ['PS', 'GBP'] as [string, string],
  ['Y=', 'JPY'] as [string, string],
]);

/** Symbols of one character that are no letters. */
export const SYMBOL_CHARACTERS: ReadonlySet<string> = new Set(
  [...SYMBOLS.keys()].filter((s) => s.length === 1 && s.toLowerCase() === s.toUpperCase()),
);

/** Code by the words after an amount: one to three words, lower case, singular and plural. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  CURRENCIES.flatMap((c) =>
    c.words.flatMap((word): [string, string][] => {
      const plural = word === 'pound sterling' ? 'pounds sterling' : `${word}s`;
      return [
        [word, c.code],
        [plural, c.code],
      ];
    }),
  ),
);

export const SUBUNIT_WORDS: ReadonlyMap<string, string> = new Map(SUBUNITS);

/** The first words of CURRENCY_WORDS: a cheap test before the words are joined. */
export const CURRENCY_FIRST_WORDS: ReadonlySet<string> = new Set(
  [...CURRENCY_WORDS.keys()].map((words) => words.split(' ', 1)[0] ?? ''),
);

/** Singular English name by code, as in "dollar per barrel". */
export const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map(CURRENCIES.map((c) => [c.code, c.name]));

/** Letters that may stand before "$" to name a country. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map(
  [...SYMBOLS]
    .filter(([symbol]) => symbol.length > 1 && symbol.endsWith('$'))
    .map(([symbol, code]): [string, string] => [symbol.slice(0, -1), code])
    .concat([
      ['U.S.', 'USD'],
      ['US', 'USD'],
    ]),
);

/** Letters that may stand after "$" to name a country: "$US5m", "$76 US". */
export const DOLLAR_SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['U.S.', 'USD'],
  ['USD', 'USD'],
  ['A', 'AUD'],
  ['AU', 'AUD'],
  ['AUD', 'AUD'],
  ['C', 'CAD'],
  ['CAD', 'CAD'],
  ['CDN', 'CAD'],
  ['Cdn', 'CAD'],
  ['NZ', 'NZD'],
  ['NZD', 'NZD'],
  ['HK', 'HKD'],
  ['HKD', 'HKD'],
]);
