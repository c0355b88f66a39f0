// `npm run check`: types, lint, format and architecture in one command; every step runs, the exit code tells.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root, say } from './install.mjs';

ensureInstalled();
const bin = path.join(root, 'node_modules', '.bin');
const STEPS = /** @type {const} */ ([
  ['types', 'tsc', ['-b']],
  ['lint', 'eslint', ['-c', 'build/eslint.config.mjs', '.']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '--ignore-path', '.gitignore', '.']],
  ['architecture', 'vitest', ['run', '--config', 'build/vitest.config.ts', '--project', 'unit', 'tests/architecture']],
]);

let failed = 0;
for (const [name, program, args] of STEPS) {
  const run = spawnSync(path.join(bin, program), args, {
    cwd: root,
    stdio: 'inherit',
    // The architecture tests would run the other three steps once more.
    env: { ...process.env, CHANCERY_CHECKED: '1' },
    shell: process.platform === 'win32',
  });
  say(`${name}: ${run.status === 0 ? 'clean' : 'failed'}`);
  if (run.status !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
