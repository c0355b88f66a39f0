// The menu: every command of the table once, keys that never act twice, and native roles where they are needed.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { accelerator, contextTemplate, menuTemplate } from '../../electron/menu.ts';
import { COMMANDS, type CommandId } from '../../shared/commands.ts';

const ran: CommandId[] = [];
const actions = { run: (id: CommandId) => void ran.push(id), close: () => {}, openRecent: () => {}, showLog: () => {} };

function items(state: { mac: boolean; packed?: boolean }): MenuItemConstructorOptions[] {
  const template = menuTemplate({ packed: true, recents: [], ...state }, actions);
  return template.flatMap((menu) => rowsOf(menu));
}

function rowsOf(menu: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(menu.submenu) ? menu.submenu : [];
}

describe.each([true, false])('the menu with mac: %s', (mac) => {
  it('holds every command exactly once, with its words', () => {
    for (const command of COMMANDS) {
      const direct = items({ mac }).filter((item) => item.id === command.id);
      // Under a word of its own a command needs not say that word again.
      const nested = items({ mac }).flatMap((menu) =>
        rowsOf(menu)
          .filter((item) => item.id === command.id)
          .map((item) => `${menu.label}: ${item.label}`.toLowerCase()),
      );
      const found = [...direct.map((item) => String(item.label).toLowerCase()), ...nested];
      expect(found).toEqual([command.title.toLowerCase()]);
    }
  });

  it('shows the first key of each command, and leaves acting on it to the page', () => {
    for (const item of items({ mac })) {
      if (!COMMANDS.some((command) => command.id === item.id)) continue;
      const native = item.id === 'close' || item.role !== undefined;
      if (item.accelerator && !native) expect(item.registerAccelerator, item.id).toBe(false);
    }
    expect(items({ mac }).find((item) => item.id === 'save')?.accelerator).toBe('CmdOrCtrl+S');
  });

  it('runs commands by their ids, undo and redo among them', () => {
    ran.length = 0;
    for (const id of ['undo', 'redo', 'export']) {
      const item = items({ mac }).find((row) => row.id === id);
      (item?.click as (() => void) | undefined)?.();
    }
    expect(ran).toEqual(['undo', 'redo', 'export']);
  });

  it('has the native roles without which copy and paste break', () => {
    const roles = items({ mac }).flatMap((item) => (item.role ? [item.role] : []));
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'quit', 'minimize']));
    expect(roles).not.toContain('undo');
    expect(roles).not.toContain('reload');
    expect(roles).not.toContain('toggleDevTools');
  });

  it('begins, ends and repeats with no separator', () => {
    for (const menu of menuTemplate({ mac, packed: true, recents: [] }, actions)) {
      const rows = Array.isArray(menu.submenu) ? menu.submenu.map((item) => item.type === 'separator') : [];
      expect(rows.length).toBeGreaterThan(0);
      expect([rows[0], rows.at(-1)]).toEqual([false, false]);
      expect(rows.some((row, index) => row && rows[index + 1] === true)).toBe(false);
    }
  });
});

describe('the order of the menus', () => {
  const names = (mac: boolean) => menuTemplate({ mac, packed: true, recents: [] }, actions).map((menu) => menu.label);
  it('is that of ui.md', () => {
    const rest = ['File', 'Edit', 'View', 'Insert', 'Format', 'Briefing', 'Sources', 'Window', 'Help'];
    expect(names(true)).toEqual(['Chancery', ...rest]);
    expect(names(false)).toEqual(rest.map((name) => `&${name}`));
  });
});

describe('recent files', () => {
  it('open from their submenu, which rests without any', () => {
    const opened: string[] = [];
    const open = { ...actions, openRecent: (path: string) => void opened.push(path) };
    const of = (recents: { path: string; label: string }[]) =>
      menuTemplate({ mac: false, packed: true, recents }, open)
        .flatMap(rowsOf)
        .find((item) => item.id === 'openRecent');
    expect(of([])?.enabled).toBe(false);
    const submenu = of([{ path: '/a.brief', label: 'a.brief' }])?.submenu;
    if (!Array.isArray(submenu)) throw new RangeError('No submenu.');
    (submenu[0]?.click as () => void)();
    expect(opened).toEqual(['/a.brief']);
  });
});

describe('accelerator', () => {
  it.each([
    ['Mod+Shift+S', 'CmdOrCtrl+Shift+S'],
    ['Mod+Alt+ArrowDown', 'CmdOrCtrl+Alt+Down'],
    ['Shift+F6', 'Shift+F6'],
    ['Mod+\\', 'CmdOrCtrl+\\'],
  ])('writes %s as %s', (key, expected) => {
    expect(accelerator(key)).toBe(expected);
  });
});

describe('the menu of a right click', () => {
  it('offers what is possible', () => {
    expect(contextTemplate({ editable: false, selected: false })).toEqual([]);
    const enabled = (flags: { editable: boolean; selected: boolean }) =>
      contextTemplate(flags).flatMap((item) => (item.role && item.enabled !== false ? [item.role] : []));
    expect(enabled({ editable: false, selected: true })).toEqual(['copy', 'selectAll']);
    expect(enabled({ editable: true, selected: false })).toEqual(['paste', 'selectAll']);
  });
});
