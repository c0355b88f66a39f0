// Evidence: the words of the source that a fact was read from, with where they stand and a way to see them there.
import { paragraphNumber } from '../../shared/briefing/queries.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { useSession, useWorkbench } from './use.ts';
import { short, sourceWords } from './words.ts';

/** At most `longest` characters from the end of `words`, whole words only. */
function tail(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const at = words.indexOf(' ', words.length - longest);
  return `… ${words.slice(at < 0 ? words.length - longest : at + 1)}`;
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
      <button type="button" className="link" onClick={() => bench.showFact(fact.id)}>
        Show<span className="sr"> in the source</span>
      </button>
    </span>
  );
}

export function Evidence({ fact }: { fact: Fact }) {
  const { articles } = useSession();
  const language = articles.find((one) => one.id === fact.articleId)?.language;
  const { prefix, exact, suffix } = fact.evidence.quote;
  const [before, after] = fact.kind === 'quote' ? ['', ''] : [tail(prefix, 60), short(suffix, 40)];
  return (
    <div className="evidence">
      <p lang={language} dir="auto">
        {before}
        <mark className={`fact ${fact.kind}`}>{fact.kind === 'quote' ? `“${short(exact, 220)}”` : exact}</mark>
        {after}
      </p>
      <EvidencePlace fact={fact} />
    </div>
  );
}
