// Start: the first screen: drop zone, templates, recent briefings, backups.
import { useEffect, useState } from 'react';
import { commandById, type CommandId } from '../../shared/commands.ts';
import type { Recent } from '../../shared/platform.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import {
  Archive,
  CircleCheck,
  ClipboardPaste,
  Clock,
  FileInput,
  FilePlus,
  FileQuestionMark,
  FileText,
  FileX,
  FolderOpen,
  Keyboard,
  LayoutTemplate,
  Newspaper,
  Settings,
  TriangleAlert,
  type LucideIcon,
} from '../ui/icons.ts';
import { keyText } from '../ui/keyText.ts';
import { BackupList, useBackups } from './backups.tsx';
import { TemplateCards, TemplatePage } from './templateShelf.tsx';
import { useOwnTemplates, useWorkbench } from './use.ts';
import { agoWords, counted } from './words.ts';

function NavItem({ id, icon, label }: { id: CommandId; icon: LucideIcon; label?: string }) {
  const bench = useWorkbench();
  const { title, keys } = commandById(id);
  return (
    <button type="button" className="nav-item" onClick={() => void bench.run(id)}>
      <Icon of={icon} />
      {label ?? title}
      {keys[0] && <kbd>{keyText(keys[0], bench.platform.os)}</kbd>}
    </button>
  );
}

function RecentRow({ recent, onGone }: { recent: Recent; onGone: () => void }) {
  const bench = useWorkbench();
  const { place } = recent;
  const about = (
    <>
      <span>{bench.ownTemplates.byId(recent.template)?.name ?? ''}</span>
      {recent.missing ? (
        <span>
          <Icon of={FileQuestionMark} size="s" />
          Moved or deleted
        </span>
      ) : recent.checksToSettle > 0 ? (
        <span className="s-warn">
          <Icon of={TriangleAlert} size="s" />
          {counted(recent.checksToSettle, 'check')} to settle
        </span>
      ) : (
        <span className="s-ok">
          <Icon of={CircleCheck} size="s" />
          Nothing to settle
        </span>
      )}
      <span className="num">{agoWords(recent.openedAt, new Date())}</span>
    </>
  );
  const forget = () => void bench.platform.forgetRecent(place.id).then(onGone);
  if (recent.missing) {
    return (
      <li className="recent">
        <Icon of={FileX} />
        <span className="recent-name">
          <b>{recent.title}</b>
          <small>
            Not found in {place.folder}.{' '}
            <button type="button" className="link" onClick={() => void bench.run('open')}>
              Locate
            </button>{' '}
            or{' '}
            <button type="button" className="link" onClick={forget}>
              Remove<span className="sr"> {recent.title} from this list</span>
            </button>
          </small>
        </span>
        {about}
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="recent" onClick={() => void bench.openRecent(place.id, place.name)}>
        <Icon of={FileText} />
        <span className="recent-name">
          <b>{recent.title}</b>
          <small>
            {place.folder} / {place.name}
          </small>
        </span>
        {about}
      </button>
    </li>
  );
}

export function Start() {
  const bench = useWorkbench();
  const [page, setPage] = useState<'recent' | 'templates' | 'backups'>('recent');
  const [recents, setRecents] = useState<readonly Recent[]>([]);
  const { all } = useOwnTemplates();
  const backups = useBackups();
  const [reads, setReads] = useState(0);
  useEffect(() => {
    let here = true;
    void bench.platform.recents().then((list) => here && setRecents(list));
    return () => {
      here = false;
    };
  }, [bench, reads]);
  return (
    <div className="start-view">
      <nav className="start-nav" aria-label="Chancery" data-part="navigation">
        <button
          type="button"
          className="nav-item"
          aria-current={page === 'recent' ? 'page' : undefined}
          onClick={() => setPage('recent')}
        >
          <Icon of={Clock} />
          Recent
        </button>
        <button
          type="button"
          className="nav-item"
          aria-current={page === 'templates' ? 'page' : undefined}
          onClick={() => setPage('templates')}
        >
          <Icon of={LayoutTemplate} />
          Templates
          <span className="count">{all.length}</span>
        </button>
        <button
          type="button"
          className="nav-item"
          aria-current={page === 'backups' ? 'page' : undefined}
          onClick={() => {
            setPage('backups');
            backups.reload();
          }}
        >
          <Icon of={Archive} />
          Backups
          <span className="count">{backups.list.length || ''}</span>
        </button>
        <h2>Start</h2>
        <NavItem id="newFromArticle" icon={Newspaper} label="New from article" />
        <NavItem id="new" icon={FilePlus} label="New empty briefing" />
        <NavItem id="open" icon={FolderOpen} />
        <div className="grow" />
        <NavItem id="shortcuts" icon={Keyboard} />
        <NavItem id="settings" icon={Settings} label="Settings" />
      </nav>
      <main className="start scroll" aria-label="Start" data-part="start">
        {page === 'templates' ? (
          <TemplatePage />
        ) : page === 'backups' ? (
          <div className="start-in">
            <h1>Backups</h1>
            <p className="start-say">
              What was typed and not saved. Each is kept for 30 days, or until you discard it.
            </p>
            <BackupList {...backups} />
          </div>
        ) : (
          <div className="start-in">
            <h1>Start a briefing</h1>
            <div className="drop-zone">
              <span className="drop-sign">
                <Icon of={FileInput} size="l" />
              </span>
              <div className="grow">
                <b>Drop news articles here</b>
                <p>Text or Markdown. Everything is read on this computer.</p>
              </div>
              <Button size="lg" icon={ClipboardPaste} onClick={() => void bench.run('pasteSource')}>
                Paste text
              </Button>
              <Button size="lg" kind="primary" icon={Newspaper} onClick={() => void bench.run('newFromArticle')}>
                Choose articles…
              </Button>
            </div>
            <div className="start-head">
              <h2 id="templates">Templates</h2>
              <button type="button" className="link" onClick={() => setPage('templates')}>
                Manage<span className="sr"> templates</span>
              </button>
            </div>
            <TemplateCards labelledBy="templates" />
            <h2 id="recents">Recent</h2>
            {recents.length > 0 ? (
              <ul className="recents" aria-labelledby="recents">
                {recents.map((recent) => (
                  <RecentRow key={recent.place.id} recent={recent} onGone={() => setReads(reads + 1)} />
                ))}
              </ul>
            ) : (
              <p className="start-say">No briefings yet. Drop an article above, or start from a template.</p>
            )}
          </div>
        )}
      </main>
    </div>
  );
}
