// PrefillPreview: what each section will be filled with, and from which source, with ticks to leave some of it out.
import type { Article } from '../../shared/article/article.ts';
import type { LeaveOut } from '../../shared/briefing/fillings.ts';
import type { PlannedSection } from '../../shared/briefing/prefillPlan.ts';
import { filledWords, isOptional } from './prefillWords.ts';
import { short, sourceWords } from './words.ts';

interface Props {
  readonly sections: readonly PlannedSection[];
  readonly articles: readonly Article[];
  readonly leaveOut: LeaveOut;
  readonly onChange: (leaveOut: LeaveOut) => void;
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The items of a section as a list, each with its source. */
function Items({ section, articles }: { readonly section: PlannedSection; readonly articles: readonly Article[] }) {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return (
    <details className="plan-items">
      <summary>
        Show them<span className="sr"> under {section.heading}</span>
      </summary>
      <ul>
        {section.fills.flatMap(({ fill, items }) =>
          items.map((item, index) => (
            <li key={`${fill} ${index}`}>
              <span>{short(item.words, 140)}</span>
              {articles.length > 1 && item.articleId !== null && (
                <small className="quiet-text">{sourceWords(byId.get(item.articleId))}</small>
              )}
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

function Row({
  section,
  articles,
  onToggle,
}: {
  readonly section: PlannedSection;
  readonly articles: readonly Article[];
  readonly onToggle: () => void;
}) {
  const filled = filledWords(section);
  const heading = section.heading || 'Without a heading';
  return (
    <li className={section.left ? 'plan-row is-left' : 'plan-row'}>
      {isOptional(section) ? (
        <label className="tick plan-head">
          <input type="checkbox" checked={!section.left} onChange={onToggle} />
          <span>
            <b>{heading}</b>
            <span className="plan-count">: {filled}</span>
          </span>
        </label>
      ) : (
        <p className="plan-head">
          <b>{heading}</b>
          {filled !== null && <span className="plan-count">: {filled}</span>}
        </p>
      )}
      {section.prompt !== null && (
        <p className="plan-prompt">
          <span>Left to you: </span>
          {section.prompt}
        </p>
      )}
      {isOptional(section) && !section.left && <Items section={section} articles={articles} />}
    </li>
  );
}

export function PrefillPreview({ sections, articles, leaveOut, onChange }: Props) {
  return (
    <div className="plan">
      {articles.length > 1 && (
        <fieldset className="plan-sources">
          <legend className="label">Fill in from</legend>
          {articles.map((article) => (
            <label className="tick" key={article.id}>
              <input
                type="checkbox"
                checked={!leaveOut.sources.has(article.id)}
                onChange={() => onChange({ ...leaveOut, sources: toggled(leaveOut.sources, article.id) })}
              />
              <span>{short(article.title ?? article.fileName, 60)}</span>
              {article.publisher !== null && <small className="quiet-text">{short(article.publisher, 24)}</small>}
            </label>
          ))}
        </fieldset>
      )}
      <ul className="plan-rows">
        {sections.map((section) => (
          <Row
            key={section.id}
            section={section}
            articles={articles}
            onToggle={() => onChange({ ...leaveOut, sections: toggled(leaveOut.sections, section.id) })}
          />
        ))}
      </ul>
    </div>
  );
}
