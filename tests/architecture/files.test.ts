// Habits that a machine can keep: a first line that says what a file defines, sane sizes, no forbidden names.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read, root, sourceFiles } from './sources.ts';

const TOP = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron',
  'renderer',
  'shared',
  'build',
  'tests',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  '.ci',
  '.git',
  '.gitignore',
  '.npmrc',
]);
/** Made by the build, never committed (.gitignore). */
const MADE = new Set(['node_modules', 'dist', 'release', 'coverage']);

describe('files', () => {
  const files = sourceFiles('shared', 'renderer', 'electron', 'build', 'tests');

  it('begin with a comment that says what they define', () => {
    expect(files.filter((file) => !/^(#![^\n]*\n)?(\/\/ \S|\/\*\* ?\S)/.test(read(file)))).toEqual([]);
  });

  it('of more than 400 lines give the reason at their top', () => {
    const long = files.filter((file) => read(file).split('\n').length > 401);
    const silent = long.filter((file) => !/long because/i.test(read(file).split('\n').slice(0, 6).join('\n')));
    expect(silent, 'Split the file, or say at its top: "Long because ...".').toEqual([]);
  });

  it('have names that say what they hold', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|managers?|services?|misc|common)(\.|\/)/i.test(file)),
    ).toEqual([]);
  });

  it('stand in the folders of the house, and nothing else stands beside them', () => {
    const strange = readdirSync(root).filter((name) => !TOP.has(name) && !MADE.has(name));
    expect(strange).toEqual([]);
  });

  it('speak of the project alone: no path or registry of a machine', () => {
    const text = [...files, 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', '.ci/run', 'package-lock.json']
      .filter((file) => file !== 'tests/architecture/files.test.ts')
      .filter((file) => /\/work\/|\/root\/|https?:\/\/[^/"\s]*(registry|artifactory|proxy)[^/"\s]*/.test(read(file)));
    expect(text).toEqual([]);
  });
});
