// SourceParagraph: the paragraph of the source that a fact stands in, its own words marked; and where that is.
import { periodWords } from '../../shared/briefing/dateWords.ts';
import { paragraphNumber } from '../../shared/briefing/queries.ts';
import type { Article } from '../../shared/article/article.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { paragraphs } from '../../shared/text/sentences.ts';
import { stretchesOf } from './segments.ts';
import { sourceWords } from './words.ts';

/** Outlet, day and paragraph: "Northern Tide, 14 May 2025, ¶6". */
export function placeWords(fact: Fact, article: Article | undefined): string {
  if (!article) return sourceWords(article);
  const day = article.published ? periodWords(article.published) : 'undated';
  return `${sourceWords(article)}, ${day}, ¶${paragraphNumber(article, fact)}`;
}

/** The paragraphs that `fact` reaches over; one in most cases. */
export function SourceParagraph({ fact, article }: { fact: Fact; article: Article }) {
  const spans = paragraphs(article.text).filter((span) => span.start < fact.end && span.end > fact.start);
  return spans.map((span) => {
    const pieces: React.ReactNode[] = [];
    let at = span.start;
    for (const { start, end } of stretchesOf(fact)) {
      const [from, to] = [Math.max(start, at), Math.min(end, span.end)];
      if (from >= to) continue;
      pieces.push(
        article.text.slice(at, from),
        <mark key={from} className={`fact ${fact.kind}`}>
          {article.text.slice(from, to)}
        </mark>,
      );
      at = to;
    }
    pieces.push(article.text.slice(at, span.end));
    return (
      <p key={span.start} lang={article.language} dir="auto">
        {pieces}
      </p>
    );
  });
}
