// Words of the panels for times, figures, facts and sources; British, 24-hour clock (ui.md, Words).
import type { Article } from '../../shared/article/article.ts';
import { periodWords } from '../../shared/briefing/dateWords.ts';
import { attributionText } from '../../shared/briefing/quotationText.ts';
import type { Fact, Status } from '../../shared/facts/fact.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** "09:41", by the machine's clock. */
export function clockWords(iso: string): string {
  const time = new Date(iso);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** "7 August, 09:52:37". */
export function momentWords(iso: string): string {
  const time = new Date(iso);
  return `${time.getDate()} ${MONTHS[time.getMonth()]}, ${clockWords(iso)}:${two(time.getSeconds())}`;
}

/** "Today, 09:41", "Yesterday, 17:52", "4 August, 11:20", "4 August 2024". */
export function agoWords(iso: string, now: Date): string {
  const time = new Date(iso);
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(time)) / 86_400_000);
  if (days === 0) return `Today, ${clockWords(iso)}`;
  if (days === 1) return `Yesterday, ${clockWords(iso)}`;
  const day = `${time.getDate()} ${MONTHS[time.getMonth()]}`;
  return time.getFullYear() === now.getFullYear() ? `${day}, ${clockWords(iso)}` : `${day} ${time.getFullYear()}`;
}

/** "1 note", "2 notes", "no notes". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** At most `longest` characters, cut after a word. */
export function short(words: string, longest: number): string {
  const line = words.split(/\s+/u).join(' ').trim();
  if (line.length <= longest) return line;
  const at = line.lastIndexOf(' ', longest);
  return `${line.slice(0, at > longest / 2 ? at : longest)}…`;
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  unverified: 'Unverified',
  verified: 'Verified',
  disputed: 'Disputed',
};

const LANGUAGES: Readonly<Record<string, string>> = { 'en-GB': 'English (UK)', 'en-US': 'English (US)', en: 'English' };
export function languageWords(tag: string): string {
  return LANGUAGES[tag] ?? tag;
}

/** "AzerNews, 7 Aug" in form: publisher and day, for a tab. */
export function tabWords(article: Article): string {
  const name = article.publisher ?? article.title ?? article.fileName;
  const [, month, day] = (article.published ?? '').split('-');
  const monthName = MONTHS[Number(month) - 1];
  return monthName && day ? `${short(name, 22)}, ${Number(day)} ${monthName.slice(0, 3)}` : short(name, 28);
}

/** The name that stands for a source in a line about one of its facts. */
export function sourceWords(article: Article | undefined): string {
  return article ? short(article.publisher ?? article.title ?? article.fileName, 32) : 'Source missing';
}

/** The first words of a fact: what a row shows strongly. */
export function factTitle(fact: Fact): string {
  switch (fact.kind) {
    case 'quote':
      return `“${short(fact.text, 80)}${fact.text.length > 80 ? '' : '”'}`;
    case 'name':
      return fact.name;
    default:
      return short(fact.text, 60);
  }
}

/** "1752000000 / 570000000 = 3.07" as people read it: "1,752 million ÷ 570 million = 3.07". */
export function workingWords(computed: string): string {
  const number = (digits: string): string => {
    const value = Number(digits);
    for (const [scale, name] of [
      [1e9, 'billion'],
      [1e6, 'million'],
    ] as const) {
      // Only where the scale hides no digit that matters.
      if (value >= 10 * scale && value % (scale / 1000) === 0) {
        return `${(value / scale).toLocaleString('en-GB', { maximumFractionDigits: 3 })} ${name}`;
      }
    }
    return digits.includes('.') || value < 10_000 ? digits : value.toLocaleString('en-GB');
  };
  return computed
    .replace(/\d+(?:\.\d+)?/gu, number)
    .replaceAll(' / ', ' ÷ ')
    .replaceAll(' * ', ' × ')
    .replaceAll(' - ', ' − ');
}

/** The end of the words before a fact, whole words only. */
function lead(prefix: string): string {
  const near = prefix.slice(-36);
  const at = near.indexOf(' ');
  return prefix.length > near.length && at >= 0 ? `…${near.slice(at)}` : near;
}

/** What is said about a fact in a row: measure and period, speaker, computation, role. */
export function factNote(fact: Fact): string {
  switch (fact.kind) {
    case 'quote':
      return attributionText(fact) || 'Speaker not named';
    case 'figure':
      return [fact.measure, fact.period && periodWords(fact.period)].filter(Boolean).join(', ') || 'No measure found';
    case 'claim':
      return fact.computed ? `${workingWords(fact.computed)}, ${fact.verdict}` : (fact.reason ?? 'Not checkable');
    case 'date':
      return fact.relative
        ? `Read as ${periodWords(fact.value)}`
        : `${lead(fact.evidence.quote.prefix)}${fact.text}`.split(/\s+/u).join(' ').trim();
    case 'name':
      return capital(fact.role ?? fact.nameKind);
  }
}
