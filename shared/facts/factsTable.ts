// The facts of an article as a table for a terminal: one line a fact, its kind first.
import type { Article } from '../article/article.ts';
import type { Facts, Figure, Quote } from './fact.ts';

/** Longest text of a cell; what is cut ends in an ellipsis. */
const WIDEST = 60;

function cell(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}

function speakerOf({ speaker }: Quote): string {
  if (speaker === null) return 'no speaker named';
  const name = speaker.name ?? speaker.text;
  return speaker.role ? `${name}, ${speaker.role}` : name;
}

function valueOf({ value, unit, qualifier, period }: Figure): string {
  const number = typeof value === 'number' ? String(value) : value.join(' to ');
  return [qualifier === '=' ? '' : qualifier, number, unit ?? '', period ? `in ${period}` : '']
    .filter(Boolean)
    .join(' ');
}

/** Rows of [kind, words, what was read], in the order of the lists; headed by what is known of the article. */
export function factsTable(article: Article, facts: Facts): string {
  const rows: [string, string, string][] = [
    ...facts.quotes.map((quote): [string, string, string] => ['quote', quote.text, speakerOf(quote)]),
    ...facts.figures.map((figure): [string, string, string] => ['figure', figure.text, valueOf(figure)]),
    ...facts.claims.map((claim): [string, string, string] => [
      'claim',
      claim.text,
      `${claim.verdict}: ${claim.computed ?? claim.reason ?? ''}`,
    ]),
    ...facts.dates.map((date): [string, string, string] => ['date', date.text, date.value]),
    ...facts.names.map((name): [string, string, string] => [
      name.nameKind,
      name.text,
      name.role ? `${name.name}, ${name.role}` : name.name,
    ]),
  ];
  const cells = rows.map((row) => row.map(cell) as [string, string, string]);
  const width = (column: 0 | 1): number => Math.max(0, ...cells.map((row) => row[column].length));
  const head = [article.title ?? 'no title in the source', article.byline, article.publisher, article.published];
  return [
    head.filter(Boolean).join(', '),
    ...cells.map(([kind, words, read]) => `${kind.padEnd(width(0))}  ${words.padEnd(width(1))}  ${read}`),
    '',
  ].join('\n');
}
