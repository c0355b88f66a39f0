// Types, lint and format are clean, so that `npm test` alone tells the whole state of a checkout.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

function run(program: string, ...args: string[]): string {
  const done = spawnSync(path.join(root, 'node_modules/.bin', program), args, { cwd: root, encoding: 'utf8' });
  return done.status === 0 ? 'clean' : `${done.stdout}${done.stderr}`;
}

// `npm run check` runs these three itself, and then the architecture tests.
describe.skipIf(process.env['CHANCERY_CHECKED'] === '1')('check', () => {
  it('types', { timeout: 240_000 }, () => expect(run('tsc', '-b')).toBe('clean'));
  it('lint', { timeout: 240_000 }, () => expect(run('eslint', '-c', 'build/eslint.config.mjs', '.')).toBe('clean'));
  it('format', { timeout: 240_000 }, () =>
    expect(run('prettier', '--check', '--log-level', 'warn', '--ignore-path', '.gitignore', '.')).toBe('clean'),
  );
});
