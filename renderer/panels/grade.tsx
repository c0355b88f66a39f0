// Grade: the Admiralty code of an item ("B2") and the choices of its two halves; the source's stands on the article.
import { useId } from 'react';
import { RELIABILITIES, type Article, type Reliability } from '../../shared/article/article.ts';
import { independentSources } from '../../shared/check/independence.ts';
import {
  CREDIBILITIES,
  CREDIBILITY_WORDS,
  gradeOf,
  RELIABILITY_WORDS,
  type Credibility,
} from '../../shared/facts/admiralty.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { useSession, useWorkbench } from './use.ts';

/** "B2", with the words for those who do not know the letters by heart. */
export function GradeMark({ fact }: { fact: Fact }) {
  const { articles } = useSession();
  const grade = gradeOf(
    fact,
    articles.find(({ id }) => id === fact.articleId),
  );
  if (!grade) return null;
  return (
    <span className="grade num" data-tip={grade.words}>
      {grade.code}
      <span className="sr"> ({grade.words})</span>
    </span>
  );
}

export function ReliabilityChoice({ article, id }: { article: Article; id?: string }) {
  const bench = useWorkbench();
  return (
    <select
      id={id}
      className="select-native"
      aria-label={id === undefined ? 'Reliability of the source' : undefined}
      value={article.reliability ?? ''}
      onChange={(event) => bench.setReliability(article.id, (event.target.value || null) as Reliability | null)}
    >
      <option value="">Not judged</option>
      {RELIABILITIES.map((letter) => (
        <option key={letter} value={letter}>
          {letter} {RELIABILITY_WORDS[letter]}
        </option>
      ))}
    </select>
  );
}

/** Both halves beside one another. "Confirmed" needs two sources that are independent of one another. */
export function GradeField({ fact }: { fact: Fact }) {
  const bench = useWorkbench();
  const { articles, facts } = useSession();
  const id = useId();
  const article = articles.find((one) => one.id === fact.articleId);
  const confirmed = independentSources(fact, facts, articles).length > 1;
  const offered = CREDIBILITIES.filter((number) => number !== '1' || confirmed || fact.credibility === '1');
  return (
    <div className="field grade-field">
      <div>
        <label className="label" htmlFor={`${id}r`}>
          Source
        </label>
        {article ? <ReliabilityChoice article={article} id={`${id}r`} /> : <span className="s-none">Missing</span>}
      </div>
      <div>
        <label className="label" htmlFor={`${id}c`}>
          Item <GradeMark fact={fact} />
        </label>
        <select
          id={`${id}c`}
          className="select-native"
          value={fact.credibility ?? ''}
          aria-describedby={confirmed ? undefined : `${id}w`}
          onChange={(event) => bench.setCredibility(fact.id, (event.target.value || null) as Credibility | null)}
        >
          <option value="">Not judged</option>
          {offered.map((number) => (
            <option key={number} value={number}>
              {number} {CREDIBILITY_WORDS[number]}
            </option>
          ))}
        </select>
      </div>
      {!confirmed && (
        <span className="sr" id={`${id}w`}>
          Confirmed is offered when a second, independent source says the same.
        </span>
      )}
    </div>
  );
}
