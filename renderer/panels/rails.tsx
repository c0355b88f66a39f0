// Rails: a folded pane; its buttons open it again, below 1180 px as a drawer over the desk.
import { useMemo } from 'react';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import {
  ListChecks,
  ListTree,
  MessageSquare,
  Newspaper,
  PanelLeft,
  PanelRight,
  Plus,
  TriangleAlert,
} from '../ui/icons.ts';
import { marginItems } from './marginItems.ts';
import { useSession, useTextLater, useWorkbench } from './use.ts';
import { tabWords } from './words.ts';

export function SourcesRail() {
  const bench = useWorkbench();
  const { articles } = useSession();
  return (
    <nav className="rail left" aria-label="Sources, folded" data-part="sources">
      <IconButton label="Show sources" icon={PanelLeft} onClick={() => bench.showPane('sources')} />
      {articles.map((article) => (
        <IconButton
          key={article.id}
          label={tabWords(article)}
          icon={Newspaper}
          onClick={() => {
            bench.view.set({ articleId: article.id });
            bench.showPane('sources');
          }}
        />
      ))}
      <IconButton label="Import a source" icon={Plus} onClick={() => void bench.run('importSource')} />
      <IconButton label="Go to section" icon={ListTree} onClick={() => void bench.run('goToSection')} />
    </nav>
  );
}

export function FactsRail() {
  const bench = useWorkbench();
  const { facts } = useSession();
  const text = useTextLater();
  const items = useMemo(() => (text ? marginItems(text, facts) : []), [text, facts]);
  const warnings = items.filter((item) => item.kind === 'check').length;
  const notes = items.filter((item) => item.kind === 'annotation' && !item.annotation.resolved).length;
  const open = (filter: 'all' | 'warnings' | 'notes') => {
    bench.view.set({ filter });
    bench.showPane('facts');
  };
  return (
    <nav className="rail right" aria-label="Facts and notes, folded" data-part="facts">
      <IconButton label="Show facts and notes" icon={PanelRight} onClick={() => open('all')} />
      {warnings > 0 && (
        <button type="button" className="icon-button s-warn" data-tip="Warnings" onClick={() => open('warnings')}>
          <Icon of={TriangleAlert} />
          <span className="sr">Warnings: </span>
          <span className="count">{warnings}</span>
        </button>
      )}
      {notes > 0 && (
        <button type="button" className="icon-button" data-tip="Notes" onClick={() => open('notes')}>
          <Icon of={MessageSquare} />
          <span className="sr">Notes: </span>
          <span className="count">{notes}</span>
        </button>
      )}
      <IconButton label="Checks" icon={ListChecks} onClick={() => void bench.run('check')} />
    </nav>
  );
}
