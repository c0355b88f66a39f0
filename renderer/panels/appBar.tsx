// AppBar: the name of the briefing with its menu, the search, Check with its count, Export to Word and the pane switches.
import { Button, IconButton } from '../ui/button.tsx';
import { FileOutput, ListChecks, PanelLeft, PanelRight, Search } from '../ui/icons.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { commandById, type CommandId } from '../../shared/commands.ts';
import { keyText } from '../ui/keyText.ts';
import { titleOf } from '../sessionState.ts';
import { useCommand, useSession, useTextLater, useView, useWorkbench } from './use.ts';

const NAME_MENU: readonly (CommandId | 'apart')[] = [
  'new',
  'newFromArticle',
  'open',
  'close',
  'apart',
  'save',
  'saveAs',
  'backups',
  'apart',
  'importSource',
  'pasteSource',
  'apart',
  'template',
  'saveTemplate',
  'details',
  'banner',
  'apart',
  'settings',
  'shortcuts',
  'about',
];

function NameMenu() {
  const bench = useWorkbench();
  const session = useSession();
  useView();
  const text = useTextLater();
  const doc = text?.doc ?? session.open?.doc;
  const title = (doc && titleOf(doc)) || session.place?.name || 'Untitled briefing';
  const items = NAME_MENU.flatMap((id, index) => {
    if (id === 'apart') return [];
    const { title: label, keys } = commandById(id);
    return [
      {
        id,
        label,
        off: bench.reasonOff(id),
        keyLabel: keys[0] && keyText(keys[0], bench.platform.os),
        apart: NAME_MENU[index - 1] === 'apart',
      },
    ];
  });
  return (
    <>
      <Menu
        className="doc-name"
        chevron
        items={items}
        onPick={(id) => void bench.run(id as CommandId)}
        tip={session.place ? `${session.place.folder} / ${session.place.name}` : 'Not saved yet'}
      >
        <span>
          {title}
          {session.dirty && (
            <>
              <span className="dirty" aria-hidden="true">
                •
              </span>
              <span className="sr">, not saved</span>
            </>
          )}
        </span>
      </Menu>
      <span className="doc-sub wide">
        {session.settings && bench.ownTemplates.byId(session.settings.template)?.name}
        {session.readOnly && ' · Read-only'}
      </span>
    </>
  );
}

function CommandButton({
  id,
  icon,
  primary,
  count,
  children,
}: {
  id: CommandId;
  icon: typeof Search;
  primary?: boolean;
  count?: number;
  children: string;
}) {
  const command = useCommand(id);
  return (
    <Button
      kind={primary ? 'primary' : 'quiet'}
      icon={icon}
      off={command.off}
      keyLabel={command.keyLabel}
      aria-keyshortcuts={command.shortcuts}
      data-tip={command.name}
      onClick={command.run}
    >
      {children}
      {count !== undefined && (
        <span className="count">
          {count}
          <span className="sr"> {count === 1 ? 'finding' : 'findings'}</span>
        </span>
      )}
    </Button>
  );
}

function PaneSwitch({ pane }: { pane: 'sources' | 'facts' }) {
  const view = useView();
  const command = useCommand(pane === 'sources' ? 'toggleSources' : 'toggleFacts');
  return (
    <IconButton
      className="wide"
      label={command.title}
      icon={pane === 'sources' ? PanelLeft : PanelRight}
      pressed={view.panes[pane]}
      keyLabel={command.keyLabel}
      aria-keyshortcuts={command.shortcuts}
      onClick={command.run}
    />
  );
}

export function AppBar() {
  const { open } = useSession();
  const text = useTextLater();
  const palette = useCommand('commandPalette');
  const bench = useWorkbench();
  const inset = bench.platform.host === 'desktop' && bench.platform.os === 'mac';
  return (
    <header className={`app-bar ${inset ? 'inset' : ''}`} data-part="app bar">
      {open ? (
        <>
          <PaneSwitch pane="sources" />
          <NameMenu />
          <div className="grow" />
          <button
            type="button"
            className="find"
            aria-label={palette.title}
            aria-haspopup="dialog"
            aria-keyshortcuts={palette.shortcuts}
            onClick={palette.run}
          >
            <Icon of={Search} />
            <span>{palette.title}</span>
            <kbd>{palette.keyLabel}</kbd>
          </button>
          <div className="grow wide" />
          <CommandButton id="check" icon={ListChecks} count={text?.checks.length ?? 0}>
            Check
          </CommandButton>
          <CommandButton id="export" icon={FileOutput} primary>
            Export to Word
          </CommandButton>
          <PaneSwitch pane="facts" />
        </>
      ) : (
        <span className="app-name">Chancery</span>
      )}
    </header>
  );
}
