// The core stays pure: no clock, no randomness, no I/O; and ipcMain stands behind one door.
import { describe, expect, it } from 'vitest';
import { read, sourceFiles } from './sources.ts';

const HIDDEN = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\brandomUUID\b/,
  /\bgetRandomValues\b/,
  /\bperformance\.now\b/,
  /\bfetch\(/,
  /\bsetTimeout\b/,
  /\bglobalThis\b/,
  /\bprocess\./,
];

function impure(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  return HIDDEN.filter((pattern) => pattern.test(code)).map(String);
}

describe('purity', () => {
  it('finds a hidden clock', () => {
    expect(impure('const at = Date.now();')).toHaveLength(1);
    expect(impure('// Date.now() is forbidden here')).toEqual([]);
  });

  it('holds in shared/', () => {
    const found = sourceFiles('shared').flatMap((file) => impure(read(file)).map((what) => `${file}: ${what}`));
    expect(found).toEqual([]);
  });

  it('ipcMain is used in electron/ipc.ts only', () => {
    const users = sourceFiles('electron', 'renderer', 'shared').filter((file) => /\bipcMain\b/.test(read(file)));
    expect(users).toEqual(['electron/ipc.ts']);
  });
});
