// Two groups of tests: unit (pure, parallel) and then e2e (the built app, one at a time). And the pictures of `npm run screens`.
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const define = { __APP_VERSION__: JSON.stringify('0.0.0-test') };

export default defineConfig({
  root,
  define,
  test: {
    reporters: ['default', path.join(root, 'build/closingReporter.mjs')],
    projects: [
      {
        root,
        define,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/screens/**'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        define,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        define,
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
