// SourcesPane: the open sources as tabs, what is known of the one shown, and its text with the facts marked.
import { useRef, useState, type KeyboardEvent } from 'react';
import { periodWords } from '../../shared/briefing/dateWords.ts';
import type { Article } from '../../shared/article/article.ts';
import { IconButton } from '../ui/button.tsx';
import { Chip, Toolbar } from '../ui/group.tsx';
import { Icon } from '../ui/icon.tsx';
import { ArrowLeft, Info, Lock, Newspaper, Plus, X } from '../ui/icons.ts';
import { useRoving } from '../ui/roving.ts';
import type { Shade } from '../view.ts';
import { ArticleText } from './articleText.tsx';
import { ChosenBar } from './chosenBar.tsx';
import { ReliabilityChoice } from './grade.tsx';
import { OutlineSection } from './outline.tsx';
import { Pane } from './pane.tsx';
import { useCommand, useSession, useView, useWorkbench } from './use.ts';
import { tabWords } from './words.ts';

function Tabs({
  articles,
  shown,
  onShow,
}: {
  articles: readonly Article[];
  shown: string;
  onShow: (id: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  // APG tabs with manual activation: the arrows move, Enter or Space shows.
  const onKeyDown = useRoving(box, '[role=tab]');
  return (
    <div className="tabs" role="tablist" aria-label="Open sources" ref={box} onKeyDown={onKeyDown}>
      {articles.map((article) => (
        <button
          key={article.id}
          id={`tab-${article.id}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={article.id === shown}
          aria-controls="source"
          onClick={() => onShow(article.id)}
        >
          <Icon of={Newspaper} size="s" />
          {tabWords(article)}
        </button>
      ))}
    </div>
  );
}

function Absent() {
  return <span className="s-none">Not in the source</span>;
}

function Details({ article }: { article: Article }) {
  const through = article.agency && article.agency !== article.publisher ? ` through ${article.agency}` : '';
  return (
    <dl className="details">
      <dt>Headline</dt>
      <dd>{article.title ?? <Absent />}</dd>
      <dt>Author</dt>
      <dd>{article.byline ?? <Absent />}</dd>
      <dt>Publisher</dt>
      <dd>
        {article.publisher || through ? (
          `${article.publisher ?? ''}${article.publisher && through ? ',' : ''}${through}`
        ) : (
          <Absent />
        )}
      </dd>
      {article.dateline && (
        <>
          <dt>Dateline</dt>
          <dd>{article.dateline}</dd>
        </>
      )}
      <dt>Published</dt>
      <dd>{article.published ? periodWords(article.published) : <Absent />}</dd>
      <dt>Reliability</dt>
      <dd>
        <ReliabilityChoice article={article} />
      </dd>
      <dt>Original</dt>
      <dd className="original" data-tip={`${article.fileName}, ${article.encoding}. SHA-256 ${article.sha256}`}>
        <Icon of={Lock} size="s" className="s-ok" />
        Unchanged, {article.sha256.slice(0, 8)}…
      </dd>
    </dl>
  );
}

/** What was left out or guessed while reading, until it is put away. */
export function Noticed({ articleId }: { articleId: string | null }) {
  const { session } = useWorkbench();
  const { noticed } = useSession();
  const [open, setOpen] = useState(true);
  const mine = noticed.filter((one) => one.articleId === articleId);
  if (mine.length === 0) return null;
  return (
    <details className="noticed" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={Info} size="s" />
        <span className="grow">
          {mine.length === 1 ? '1 thing to know' : `${mine.length} things to know`}
          {articleId ? ' about this source' : ''}
        </span>
      </summary>
      <ul>
        {mine.map((one, index) => (
          <li key={index}>{one.text}</li>
        ))}
      </ul>
      <IconButton
        small
        className="noticed-close"
        label="Put these away"
        icon={X}
        onClick={() => session.dismissNoticed(articleId)}
      />
    </details>
  );
}

const SHADES: readonly { shade: Shade; label: string }[] = [
  { shade: 'quote', label: 'Quotes' },
  { shade: 'figure', label: 'Figures' },
  { shade: 'date', label: 'Dates' },
  { shade: 'name', label: 'Names' },
];

export function SourcesPane({ onKeyDown }: { onKeyDown?: (event: KeyboardEvent) => void }) {
  const bench = useWorkbench();
  const { articles, facts } = useSession();
  const view = useView();
  const back = useCommand('goBack');
  const shown = articles.find((article) => article.id === view.articleId) ?? articles[0];
  return (
    <Pane side="sources" label="Sources" onKeyDown={onKeyDown}>
      <div className="bar">
        <h2>Sources</h2>
        <span className="count">{articles.length > 0 ? articles.length : ''}</span>
        <div className="grow" />
        {view.trail > 0 && (
          <IconButton label={back.title} icon={ArrowLeft} keyLabel={back.keyLabel} onClick={back.run} />
        )}
        <IconButton label="Import a source" icon={Plus} onClick={() => void bench.run('importSource')} />
        {view.narrow && <IconButton label="Fold the pane" icon={X} onClick={() => bench.view.set({ drawer: null })} />}
      </div>
      {shown ? (
        <>
          <Tabs articles={articles} shown={shown.id} onShow={(id) => bench.view.set({ articleId: id })} />
          <div className="source" id="source" role="tabpanel" aria-labelledby={`tab-${shown.id}`}>
            <Details article={shown} />
            <Noticed articleId={shown.id} />
            <Toolbar label="Highlight" className="legend">
              {SHADES.map(({ shade, label }) => (
                <Chip
                  key={shade}
                  swatch={shade}
                  pressed={view.shades[shade]}
                  onPress={() => bench.view.set({ shades: { ...view.shades, [shade]: !view.shades[shade] } })}
                >
                  {label}
                </Chip>
              ))}
            </Toolbar>
            <ArticleText key={shown.id} article={shown} facts={facts} />
            <ChosenBar articleId={shown.id} />
          </div>
        </>
      ) : (
        <div className="empty">
          <p>
            No source yet. Drop an article here, or import one. Quotes, figures, dates and names will be listed beside
            it.
          </p>
          <p>
            <button type="button" className="link" onClick={() => void bench.run('importSource')}>
              Import a source
            </button>{' '}
            <button type="button" className="link" onClick={() => void bench.run('pasteSource')}>
              Paste text
            </button>
          </p>
        </div>
      )}
      <OutlineSection />
    </Pane>
  );
}
