// Names of months, weekdays and seasons in English, with their abbreviations.

const named = (names: string, from: number): [string, number][] =>
  names.split(' ').flatMap((forms, i) => forms.split('|').map((form): [string, number] => [form, from + i]));

/** 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  named(
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct ' +
      'november|nov december|dec',
    1,
  ),
);

/** Months whose name, or whose abbreviation, is also another word: they need a word or number beside them. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'august',
  'mar',
  'jan',
  'jun',
  'dec',
  'sep',
]);

/** Monday is 1, Sunday 7, after ISO 8601. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  named('monday|mon tuesday|tues|tue wednesday|weds|wed thursday|thurs|thur|thu friday|fri saturday sunday', 1),
);
