// independence: which sources carry what a fact says, and which of them are independent of one another (conventions.md 3.6).
import type { Article } from '../article/article.ts';
import { measureKey } from '../briefing/figureSeries.ts';
import type { Fact, Figure, Quote } from '../facts/fact.ts';
import { fold } from '../text/normalize.ts';
import { agree } from './conflicts.ts';

/** Words in a row by which two texts are compared. */
const ROW = 5;
/** Of the shorter text, how much must stand in the other for it to be a copy: more than shared quotations, less than all. */
const COPY = 0.5;
/** A quotation shorter than this may be said by chance. */
const SHORTEST_QUOTE = 4;

const rows = new WeakMap<Article, ReadonlySet<string>>();

function wordsOf(text: string): string[] {
  return (
    fold(text)
      .text.toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of ROW words of an article; read once. */
function rowsOf(article: Article): ReadonlySet<string> {
  const kept = rows.get(article);
  if (kept) return kept;
  const words = wordsOf(article.text);
  const made = new Set<string>();
  for (let at = 0; at + ROW <= words.length; at++) made.add(words.slice(at, at + ROW).join(' '));
  rows.set(article, made);
  return made;
}

function isCopy(one: Article, other: Article): boolean {
  if (one.sha256 === other.sha256) return true;
  const [less, more] = [rowsOf(one), rowsOf(other)].sort((a, b) => a.size - b.size);
  if (!less || !more || less.size === 0) return false;
  let shared = 0;
  for (const row of less) if (more.has(row)) shared++;
  return shared / less.size >= COPY;
}

function named(outlet: string | null): string | null {
  const words = outlet === null ? '' : wordsOf(outlet).join(' ');
  return words === '' ? null : words;
}

/**
 * True when the two are different outlets and neither is a syndicated copy: not the same agency, nor largely the same words.
 * An outlet that is not known is independent of nobody: it cannot be told.
 */
export function areIndependent(one: Article, other: Article): boolean {
  const [ours, theirs] = [named(one.publisher), named(other.publisher)];
  if (ours === null || theirs === null || ours === theirs) return false;
  const [via, otherVia] = [named(one.agency), named(other.agency)];
  if (via !== null && (via === otherVia || via === theirs)) return false;
  if (otherVia !== null && otherVia === ours) return false;
  return !isCopy(one, other);
}

function sameFigure(one: Figure, other: Figure): boolean {
  if (one.measure === null || one.period === null || other.measure === null) return false;
  return (
    one.unit === other.unit &&
    one.period === other.period &&
    measureKey(one.measure) === measureKey(other.measure) &&
    agree(one, other)
  );
}

function sameQuote(one: Quote, other: Quote): boolean {
  const [ours, theirs] = [wordsOf(one.text), wordsOf(other.text)].sort((a, b) => a.length - b.length);
  if (!ours || !theirs || ours.length < SHORTEST_QUOTE) return false;
  return ` ${theirs.join(' ')} `.includes(` ${ours.join(' ')} `);
}

function saysTheSame(one: Fact, other: Fact): boolean {
  if (one.kind === 'figure' && other.kind === 'figure') return sameFigure(one, other);
  return one.kind === 'quote' && other.kind === 'quote' && sameQuote(one, other);
}

/**
 * The articles that carry `fact`, its own first, each independent of all before it. A figure is carried by one of the same
 * measure, unit and period that agrees but for rounding; a quote by one with the same words. Dates, names and claims have
 * their own article alone.
 */
export function independentSources(fact: Fact, facts: readonly Fact[], articles: readonly Article[]): Article[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const own = byId.get(fact.articleId);
  if (!own) return [];
  const kept = [own];
  for (const other of facts) {
    if (other.dismissed || kept.some(({ id }) => id === other.articleId) || !saysTheSame(fact, other)) continue;
    const article = byId.get(other.articleId);
    if (article && kept.every((one) => areIndependent(one, article))) kept.push(article);
  }
  return kept;
}
