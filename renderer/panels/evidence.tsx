// Evidence: the words of the source that a fact was read from, with where they stand and a way to see them there.
import { paragraphNumber } from '../../shared/briefing/queries.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { sentences } from '../../shared/text/sentences.ts';
import type { Span } from '../../shared/text/span.ts';
import { useSession, useWorkbench } from './use.ts';
import { short, sourceWords } from './words.ts';

/** How much of the sentence is shown on each side of a fact. */
const BEFORE = 70;
const AFTER = 60;

/** The rest of the sentence that `fact` stands in, before and after it: whole words, an ellipsis where more was cut. */
export function sentenceAround(text: string, { start, end }: Span): readonly [string, string] {
  // A window around the fact, wide enough for what is shown, is all that is cut into sentences.
  const from = Math.max(0, start - 4 * BEFORE);
  const around = sentences(text.slice(from, end + 4 * AFTER));
  const first = around.find((sentence) => from + sentence.end > start);
  const last = around.findLast((sentence) => from + sentence.start < end);
  const before = text.slice(from + (first?.start ?? 0), start);
  const after = text.slice(end, from + (last?.end ?? end));
  const cutBefore =
    before.length > BEFORE ? `… ${before.slice(before.indexOf(' ', before.length - BEFORE) + 1)}` : before;
  const cutAfter = after.length > AFTER ? `${after.slice(0, after.lastIndexOf(' ', AFTER))} …` : after;
  return [cutBefore, cutAfter];
}

export function EvidencePlace({ fact }: { fact: Fact }) {
  const bench = useWorkbench();
  const { articles } = useSession();
  const article = articles.find((one) => one.id === fact.articleId);
  const speaker = fact.kind === 'quote' ? (fact.speaker?.name ?? null) : null;
  return (
    <span className="evidence-place">
      <span>
        {[sourceWords(article), article && `¶${paragraphNumber(article, fact)}`, speaker].filter(Boolean).join(', ')}
      </span>
      <button type="button" className="link" onClick={(event) => bench.trace(fact.id, event.detail === 0)}>
        Show<span className="sr"> in the source</span>
      </button>
    </span>
  );
}

export function Evidence({ fact }: { fact: Fact }) {
  const { articles } = useSession();
  const article = articles.find((one) => one.id === fact.articleId);
  const { exact } = fact.evidence.quote;
  const [before, after] = fact.kind === 'quote' || !article ? ['', ''] : sentenceAround(article.text, fact);
  return (
    <div className="evidence">
      <p lang={article?.language} dir="auto">
        {before}
        <mark className={`fact ${fact.kind}`}>{fact.kind === 'quote' ? `“${short(exact, 220)}”` : exact}</mark>
        {after}
      </p>
      <EvidencePlace fact={fact} />
    </div>
  );
}
