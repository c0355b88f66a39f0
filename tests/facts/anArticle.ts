// anArticle: an Article of nothing but a text and, if given, a date; for the tests of facts.
import type { Article } from '../../shared/article/article.ts';

export function anArticle(text: string, published: string | null = null): Article {
  return {
    id: 'a-000000000000',
    fileName: 'article.txt',
    title: 'A title',
    byline: 'Ann Bo',
    publisher: null,
    agency: null,
    dateline: null,
    published,
    url: null,
    language: 'en',
    encoding: 'utf-8',
    sha256: '0'.repeat(64),
    text,
    reliability: null,
  };
}
