// Days in words of the briefing's language, and read back: for the date in its title block.

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

function locale(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  const parts = DAY.exec(day);
  if (!parts) return false;
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

/** "7 August 2025" for `2025-08-07`, in the words and the order of `language` (BCP 47). What is no day comes back as it is. */
export function dayWords(day: string, language: string): string {
  if (!isDay(day)) return day;
  const format = new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** The months of `language` as they stand in a date, in lower case. */
function months(language: string): readonly string[] {
  const tag = locale(language);
  const inDate = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const part = inDate.formatToParts(Date.UTC(2025, month, 1)).find(({ type }) => type === 'month');
    return (part?.value ?? '').toLocaleLowerCase(tag);
  });
}

/** The day that `words` name in `language`, or as `YYYY-MM-DD`; null when they are no whole date. */
export function readDay(words: string, language: string): string | null {
  const plain = words.trim();
  if (plain.length > 60) return null;
  if (isDay(plain)) return plain;
  const lower = plain.toLocaleLowerCase(locale(language));
  for (const tag of [language, 'en-GB']) {
    const names = months(tag);
    // The longest first: one month's name may begin another's.
    const found = names
      .map((name, index) => ({ name, index }))
      .filter(({ name }) => name !== '' && lower.includes(name))
      .sort((a, b) => b.name.length - a.name.length)[0];
    // A month that is written as a number leaves nothing to tell it from the day by.
    if (!found || /^\d/u.test(found.name)) continue;
    const numbers = lower.replace(found.name, ' ').match(/\d+/gu) ?? [];
    const year = numbers.find((number) => number.length === 4);
    const day = numbers.find((number) => number.length <= 2);
    if (numbers.length !== 2 || !year || !day) continue;
    const two = (number: number): string => String(number).padStart(2, '0');
    const iso = `${year}-${two(found.index + 1)}-${two(Number(day))}`;
    if (isDay(iso)) return iso;
  }
  return null;
}
