// The contract between page and main process: every channel has a schema, the page sees exactly Platform, one file has the door.
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { CALLS, CALL_NAMES } from '../../electron/contract.ts';
import { read, sourceFiles } from './sources.ts';

const exposed = vi.hoisted(() => new Map<string, object>());
const channels = vi.hoisted(() => new Set<string>());
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: object) => exposed.set(name, value) },
  ipcRenderer: {
    invoke: (channel: string) => {
      channels.add(channel);
      return Promise.resolve();
    },
    on: (channel: string) => channels.add(channel),
    off: () => {},
  },
  webUtils: {},
}));

/** Member names of an interface in a source file. */
function members(file: string, name: string): string[] {
  const found: string[] = [];
  ts.createSourceFile(file, read(file), ts.ScriptTarget.ESNext).forEachChild((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== name) return;
    for (const member of node.members) if (member.name && ts.isIdentifier(member.name)) found.push(member.name.text);
  });
  return found;
}

const PLATFORM = members('shared/platform.ts', 'Platform');
const EVENTS: Readonly<Record<string, string>> = {
  onCommand: 'command',
  onOpen: 'open',
  onCloseRequest: 'closeRequest',
};

vi.stubGlobal('window', { addEventListener: () => {} });
await import('../../electron/preload.ts');
const platform = exposed.get('chancery') as Record<string, unknown>;

describe('window.chancery', () => {
  it('is all that the preload gives', () => {
    expect([...exposed.keys()]).toEqual(['chancery']);
  });

  it('has the members of Platform, and no other', () => {
    expect(Object.keys(platform).sort()).toEqual([...PLATFORM].sort());
  });

  // A change here is a change of what a page may do: look at it twice (S5 of safety.md).
  it('is what was looked at', () => {
    expect(Object.keys(platform).sort()).toEqual([
      'backup',
      'backups',
      'chooseArticles',
      'chooseHouseStyle',
      'choosePicture',
      'chooseTemplate',
      'claimBackup',
      'discardBackup',
      'dropBackup',
      'dropHouseStyle',
      'exportCopies',
      'exportFile',
      'exportPdf',
      'forgetRecent',
      'host',
      'keepHouseStyle',
      'keepTemplates',
      'keptHouseStyle',
      'keptTemplates',
      'newWindow',
      'onCloseRequest',
      'onCommand',
      'onOpen',
      'openBriefing',
      'openExternal',
      'openInNewWindow',
      'openPlace',
      'os',
      'readBackup',
      'readSettings',
      'recents',
      'save',
      'saveAs',
      'saveOver',
      'setWindowState',
      'showExported',
      'start',
      'writeSettings',
    ]);
  });

  it('is made of functions and two words', () => {
    const kinds = Object.entries(platform).filter(([, value]) => typeof value !== 'function');
    expect(kinds.map(([name]) => name).sort()).toEqual(['host', 'os']);
  });

  it('uses one channel for each member, each with a schema', () => {
    for (const [name, member] of Object.entries(platform)) {
      if (typeof member !== 'function') continue;
      channels.clear();
      (member as (argument: unknown) => unknown)(() => Promise.resolve(true));
      expect([...channels]).toEqual([`chancery:${EVENTS[name] ?? name}`]);
      if (!(name in EVENTS)) expect(CALL_NAMES, 'Add the call to electron/contract.ts.').toContain(name);
    }
  });
});

describe('the contract', () => {
  it('has a schema for every call, and no call that nobody makes', () => {
    const own = members('electron/contract.ts', 'PreloadCalls');
    const wanted = [...PLATFORM.filter((name) => !(name in EVENTS) && name !== 'host' && name !== 'os'), ...own];
    expect([...CALL_NAMES].sort()).toEqual(wanted.sort());
    for (const name of CALL_NAMES) expect(typeof CALLS[name].safeParse, name).toBe('function');
  });

  it('has one door: ipcMain stands in electron/ipc.ts, ipcRenderer in the preload', () => {
    const users = (word: string) =>
      sourceFiles('shared', 'renderer', 'electron').filter((file) => new RegExp(`\\b${word}\\b`).test(read(file)));
    expect(users('ipcMain'), 'Serve the call through electron/ipc.ts.').toEqual(['electron/ipc.ts']);
    expect(users('ipcRenderer'), 'Expose a typed function in electron/preload.ts.').toEqual(['electron/preload.ts']);
  });
});
