// Citations in words: the text of a footnote, first in full and later short, and the entries of the source list.
import type { Article } from '../article/article.ts';
import { RELIABILITY_WORDS } from '../facts/admiralty.ts';
import { periodWords } from './dateWords.ts';

type Cited = Pick<Article, 'fileName' | 'title' | 'byline' | 'publisher' | 'agency' | 'published' | 'url'>;

/** Longest title in a short citation; a longer one is cut after a word. */
const SHORT_TITLE = 48;

function titleWords(article: Cited): string {
  return article.title ? `“${article.title}”` : 'untitled';
}

function shortTitle(article: Cited): string {
  if (!article.title) return 'untitled';
  if (article.title.length <= SHORT_TITLE) return `“${article.title}”`;
  const cut = article.title.lastIndexOf(' ', SHORT_TITLE);
  return `“${article.title.slice(0, cut > 0 ? cut : SHORT_TITLE)} …”`;
}

/** Author and outlet, each named once; the file's name when the article names neither. */
function originWords(article: Cited): string {
  const named = [article.byline, article.publisher].filter((name) => name !== null && name !== '');
  return [...new Set(named)].join(', ') || article.fileName;
}

/**
 * The words of a footnote, ending with a full stop. In full: author, outlet, title, agency, date of publication, address,
 * place. Short: outlet or author, title, place (conventions.md 3.10, word.md: first citation full, later ones short).
 * `locator` is "paragraph 6", "page 3" or null.
 */
export function citationText(article: Cited, locator: string | null, short: boolean): string {
  const parts = short
    ? [article.publisher ?? article.byline ?? article.fileName, shortTitle(article)]
    : [
        originWords(article),
        titleWords(article),
        article.agency && article.agency !== article.publisher ? `through ${article.agency}` : null,
        article.published ? periodWords(article.published) : 'undated',
        article.url,
      ];
  return `${[...parts, locator].filter((part) => part !== null && part !== '').join(', ')}.`;
}

export interface SourceEntry {
  readonly articleId: string;
  readonly text: string;
}

/**
 * One entry per article for the list of sources: the full citation, the file and the beginning of its hash, by which a
 * reader can tell that it is the same text, and the reliability when it was judged (Admiralty code, conventions.md 3.6).
 */
export function sourceEntries(articles: readonly Article[]): SourceEntry[] {
  return articles.map((article) => {
    const file = originWords(article) === article.fileName ? 'Original' : `Original ${article.fileName}`;
    const judged = article.reliability
      ? ` Source ${article.reliability}: ${RELIABILITY_WORDS[article.reliability].toLowerCase()}.`
      : '';
    return {
      articleId: article.id,
      text: `${citationText(article, null, false)} ${file}, SHA-256 ${article.sha256.slice(0, 12)}.${judged}`,
    };
  });
}
