// Calendar arithmetic on written days ("2025-08-07") and the forms a period is written in; no clock, no time zone.

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const two = (n: number): string => String(n).padStart(2, '0');

export function writeDay(day: Day): string {
  return `${day.year}-${two(day.month)}-${two(day.day)}`;
}

export function writeMonth(year: number, month: number): string {
  return `${year}-${two(month)}`;
}

/** Reads `YYYY-MM-DD`; null when it is no day of the calendar. */
export function readDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : null;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01 (Howard Hinnant's days_from_civil). */
export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

export function dayFromNumber(n: number): Day {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** Adds months to a year and month. */
export function addMonths(year: number, month: number, n: number): { readonly year: number; readonly month: number } {
  const at = year * 12 + month - 1 + n;
  return { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 };
}

/** Monday 1 to Sunday 7, after ISO 8601. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The same period `years` later: "2024" to "2025", "2024-Q2" to "2025-Q2", "FY2023-24" to "FY2024-25". */
export function shiftYears(period: string, years: number): string {
  if (period.includes('/')) {
    return period
      .split('/')
      .map((part) => shiftYears(part, years))
      .join('/');
  }
  const match = /^(FY)?(\d{4})(.*)$/u.exec(period);
  if (!match) return period;
  const [, fiscal = '', year = '', rest = ''] = match;
  const shifted = Number(year) + years;
  const tail = fiscal !== '' && rest !== '' ? `-${two((shifted + 1) % 100)}` : rest;
  return `${fiscal}${shifted}${tail}`;
}

/** The calendar year a period lies in, or null when it spans several. */
export function yearOf(period: string): number | null {
  if (period.includes('/')) {
    const years = period.split('/').map((part) => yearOf(part));
    return years[0] !== undefined && years.every((year) => year === years[0]) ? years[0] : null;
  }
  const match = /^(\d{4})/u.exec(period);
  return match ? Number(match[1]) : null;
}
