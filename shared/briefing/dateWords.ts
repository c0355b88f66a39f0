// Dates and periods in words as the house writes them: "7 August 2025", "third quarter of 2024".

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const PARTS: Readonly<Record<string, string>> = {
  Q1: 'first quarter',
  Q2: 'second quarter',
  Q3: 'third quarter',
  Q4: 'fourth quarter',
  H1: 'first half',
  H2: 'second half',
};

/**
 * Words of a period as facts hold it (`YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM`, `YYYY-MM-DD`, `FY2023-24`, `start/end`).
 * What has none of these forms comes back as it is.
 */
export function periodWords(period: string): string {
  const slash = period.indexOf('/');
  if (slash >= 0) return `${periodWords(period.slice(0, slash))} to ${periodWords(period.slice(slash + 1))}`;
  const fiscal = /^FY(\d{4})(?:-(\d{2,4}))?$/u.exec(period);
  if (fiscal) return `fiscal year ${fiscal[1]}${fiscal[2] ? `–${fiscal[2]}` : ''}`;
  const part = /^(\d{4})-([QH][1-4])$/u.exec(period);
  const words = part && PARTS[part[2] ?? ''];
  if (words) return `${words} of ${part[1]}`;
  const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(period);
  const month = day && MONTHS[Number(day[2]) - 1];
  if (month) return `${day[3] ? `${Number(day[3])} ` : ''}${month} ${day[1]}`;
  return period;
}
