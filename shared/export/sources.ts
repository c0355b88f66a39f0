// Citations as footnotes (first full, later short), the list of sources, and which links may leave.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { citationText, sourceEntries } from '../briefing/citation.ts';
import { plainInlines, way } from './inlines.ts';
import type { Inline, PlannedNote } from './plan.ts';
import type { PlanContext } from './planContext.ts';
import { glue, type Cleaner } from './text.ts';

/** The way and the language of the document that cites. */
type Setting = Pick<PlanContext, 'language' | 'rtl'>;

export interface SourceNotes {
  /** The footnotes so far, in the order of their references. */
  readonly notes: PlannedNote[];
  /** Adds the footnote of a `citation` node and gives its number. */
  note(citation: Node): number;
  /** One entry per article, in full. */
  readonly entries: readonly PlannedNote[];
  /** The link as it may leave, or null when it may not. */
  href(href: string): string | null;
}

/** Word cuts longer targets off. */
const LONGEST_LINK = 2083;
const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const UNSAFE = /[\s"'<>\\^`{|}]/gu;

/** `href` in the form a Word file may hold (safety.md, export): http, https or mailto, with spaces and quotes encoded; else null. */
export function safeHref(href: string): string | null {
  let url: URL;
  try {
    url = new URL(href.trim());
  } catch {
    return null;
  }
  if (!PROTOCOLS.has(url.protocol)) return null;
  if (url.protocol !== 'mailto:' && url.hostname === '') return null;
  const encoded = url.href.replace(UNSAFE, (char) => encodeURIComponent(char).replace(/'/gu, '%27'));
  return encoded.length <= LONGEST_LINK ? encoded : null;
}

/** Our own words about a source, with its address as a live link where it stands in them. */
function linked(text: string, url: string | null, safe: string | null, setting: Setting): Inline[] {
  const at = url && safe ? text.indexOf(url) : -1;
  if (!url || at < 0) return plainInlines(glue(text), setting);
  const before = plainInlines(glue(text.slice(0, at)), setting);
  const after = plainInlines(glue(text.slice(at + url.length)), setting);
  return [...before, { kind: 'text', text: url, props: { style: 'Hyperlink' }, href: safe }, ...after];
}

export function createSources(
  briefing: Pick<Briefing, 'articles'>,
  setting: Setting,
  cleaner: Cleaner,
  tell: (code: string, text: string) => void,
): SourceNotes {
  const articles = new Map<string, Article>(briefing.articles.map((article) => [article.id, article]));
  const cited = new Set<string>();
  const notes: PlannedNote[] = [];

  const noteOf = (article: Pick<Article, 'url'>, words: string): PlannedNote => {
    const url = article.url === null ? null : cleaner.line(article.url);
    const text = cleaner.line(words);
    return { inlines: linked(text, url, url === null ? null : safeHref(url), setting), ...way(text, setting.rtl) };
  };

  return {
    notes,
    note(citation) {
      const id = String(citation.attrs['articleId']);
      const raw = citation.attrs['locator'];
      const locator = typeof raw === 'string' && raw !== '' ? raw : null;
      const article = articles.get(id);
      if (article) {
        notes.push(noteOf(article, citationText(article, locator, cited.has(id))));
        cited.add(id);
      } else {
        const number = notes.length + 1;
        tell('source-missing', `Footnote ${number} cites a source that is not in the briefing.`);
        const where = locator === null ? '' : `, ${cleaner.line(locator)}`;
        notes.push(noteOf({ url: null }, `Source not in the briefing${where}.`));
      }
      return notes.length;
    },
    entries: sourceEntries(briefing.articles).map((entry) =>
      noteOf(articles.get(entry.articleId) ?? { url: null }, entry.text),
    ),
    href(href) {
      const safe = safeHref(href);
      if (safe === null) {
        tell(
          'link-left-out',
          `A link to "${cleaner.line(href).slice(0, 80)}" was left out; its words are kept. Only web and mail addresses leave.`,
        );
      }
      return safe;
    },
  };
}
