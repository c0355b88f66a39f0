// Menu: the native menu built from shared/commands.ts, with native roles where the system's own behaviour is needed.
import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, commandById, type CommandId, type Group } from '../shared/commands.ts';

/** Commands under a word of their own; each with the label that it has there. */
interface Nested {
  readonly nested: string;
  readonly rows: readonly (readonly [id: CommandId, label: string])[];
}

/** A row of a menu: a command, a separator, commands under one word, or an item that the main process handles itself. */
type Row = CommandId | '-' | Nested | MenuItemConstructorOptions;

const APPEARANCE: Nested = {
  nested: 'Appearance',
  rows: [
    ['themeSystem', 'As the system'],
    ['themeLight', 'Light'],
    ['themeDark', 'Dark'],
    ['themeContrast', 'High contrast'],
  ],
};

const isNested = (row: Row): row is Nested => typeof row === 'object' && 'nested' in row;

export interface MenuActions {
  /** Runs a command in the window that has the focus. */
  run(id: CommandId): void;
  /** Closes the briefing in front, or the window when there is none in it. */
  close(): void;
  openRecent(path: string): void;
  showLog(): void;
}

export interface MenuState {
  readonly mac: boolean;
  /** A packed app offers no developer tools. */
  readonly packed: boolean;
  readonly recents: readonly { readonly path: string; readonly label: string }[];
}

const EDIT_NATIVE: readonly Row[] = [
  '-',
  { role: 'cut', label: 'Cut' },
  { role: 'copy', label: 'Copy' },
  { role: 'paste', label: 'Paste' },
];

/** An accelerator of Electron for a key of the command table. */
export function accelerator(key: string): string {
  return key.replace(/\bMod\b/, 'CmdOrCtrl').replace(/Arrow(Up|Down|Left|Right)$/, '$1');
}

function commandItem(id: CommandId, run: (id: CommandId) => void, label?: string): MenuItemConstructorOptions {
  const { title, keys } = commandById(id);
  const key = keys[0];
  return {
    id,
    label: label ?? title,
    click: () => run(id),
    // Shown, not registered: the page's own keymap comes from the same table, and a key must not act twice.
    ...(key === undefined ? {} : { accelerator: accelerator(key), registerAccelerator: false }),
  };
}

/** The rows of each menu in order; a command of the group that is missing here is added at the end, so none is ever lost. */
function layout(state: MenuState, actions: MenuActions): Record<Group, readonly Row[]> {
  const { mac, packed, recents } = state;
  const openRecent: MenuItemConstructorOptions = {
    id: 'openRecent',
    label: 'Open recent',
    enabled: recents.length > 0,
    submenu: recents.map(({ path, label }) => ({ label, click: () => actions.openRecent(path) })),
  };
  // A window without a briefing closes too, which its page cannot do: so this key is the menu's as well.
  const close: MenuItemConstructorOptions = {
    id: 'close',
    label: commandById('close').title,
    accelerator: 'CmdOrCtrl+W',
    click: () => actions.close(),
  };
  const pastePlain: MenuItemConstructorOptions = {
    id: 'pastePlain',
    label: commandById('pastePlain').title,
    role: 'pasteAndMatchStyle',
    accelerator: 'CmdOrCtrl+Shift+V',
  };
  return {
    File: [
      ...(['new', 'newFromArticle', 'open'] as const),
      openRecent,
      '-',
      ...(['save', 'saveAs', 'backups'] as const),
      '-',
      ...(['importSource', 'pasteSource', '-', 'export', 'exportPdf'] as const),
      '-',
      ...(mac ? [] : (['settings', '-'] as const)),
      close,
      ...(mac ? [] : [{ role: 'quit', label: 'Exit' } as const]),
    ],
    Edit: ['undo', 'redo', ...EDIT_NATIVE, pastePlain, { role: 'selectAll', label: 'Select all' }],
    View: [
      'commandPalette',
      '-',
      ...(['nextPart', 'previousPart', 'goSources', 'goText', 'goFacts', 'goToSection'] as const),
      '-',
      ...(['toggleSources', 'toggleFacts', 'textOnly', 'showFacts'] as const),
      '-',
      ...(['zoomIn', 'zoomOut', 'zoomReset'] as const),
      '-',
      APPEARANCE,
      'whitePage',
      '-',
      { role: 'togglefullscreen', label: 'Full screen' },
      ...(packed ? [] : [{ role: 'toggleDevTools', label: 'Developer tools' } as const]),
    ],
    Insert: [],
    Format: [],
    Briefing: [],
    Sources: [],
    Help: [
      'shortcuts',
      { id: 'showLog', label: 'Show log', click: () => actions.showLog() },
      ...(mac ? [] : (['-', 'about'] as const)),
    ],
  };
}

const ORDER = ['File', 'Edit', 'View', 'Insert', 'Format', 'Briefing', 'Sources'] as const satisfies readonly Group[];

/** Commands that stand in the application menu on macOS. */
const MAC_APPLICATION: ReadonlySet<CommandId> = new Set(['about', 'settings']);

/** The whole menu bar. Every command of the table stands in it exactly once, its id being the item's. */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  function item(row: Row): MenuItemConstructorOptions {
    if (row === '-') return { type: 'separator' };
    if (typeof row === 'string') return commandItem(row, actions.run);
    if (!isNested(row)) return row;
    return { label: row.nested, submenu: row.rows.map(([id, label]) => commandItem(id, actions.run, label)) };
  }
  const rows = layout(state, actions);
  const menu = (group: Group): MenuItemConstructorOptions => {
    const listed = rows[group];
    const names = new Set(
      listed.flatMap((row) =>
        typeof row === 'string' ? [row] : isNested(row) ? row.rows.map(([id]) => id) : [row.id],
      ),
    );
    const rest = COMMANDS.filter(
      (row) => row.group === group && !names.has(row.id) && !(state.mac && MAC_APPLICATION.has(row.id)),
    ).map((row) => row.id);
    const all: readonly Row[] = listed.length > 0 && rest.length > 0 ? [...listed, '-', ...rest] : [...listed, ...rest];
    return { label: state.mac ? group : `&${group}`, submenu: all.map(item) };
  };
  const window: MenuItemConstructorOptions = {
    label: state.mac ? 'Window' : '&Window',
    role: 'windowMenu',
    submenu: [
      { role: 'minimize', label: 'Minimise' },
      ...(state.mac ? [{ role: 'zoom' } as const, { type: 'separator' } as const, { role: 'front' } as const] : []),
    ],
  };
  const application: MenuItemConstructorOptions = {
    label: 'Chancery',
    submenu: [
      item('about'),
      { type: 'separator' },
      item('settings'),
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
  return [...(state.mac ? [application] : []), ...ORDER.map(menu), window, { ...menu('Help'), role: 'help' }];
}

/** The menu of a right click: what the words under the pointer allow; nothing where nothing is possible. */
export function contextTemplate(flags: {
  readonly editable: boolean;
  readonly selected: boolean;
}): MenuItemConstructorOptions[] {
  const { editable, selected } = flags;
  if (!editable && !selected) return [];
  return [
    { role: 'cut', label: 'Cut', enabled: editable && selected },
    { role: 'copy', label: 'Copy', enabled: selected },
    { role: 'paste', label: 'Paste', enabled: editable },
    { type: 'separator' },
    { role: 'selectAll', label: 'Select all' },
  ];
}
