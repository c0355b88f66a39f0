// The project's own source files, as the architecture tests read them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const place = `${folder}/${name}`;
    return statSync(path.join(root, place)).isDirectory() ? walk(place) : [place];
  });
}

/** Paths from the top of the repository, with forward slashes. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap(walk).filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'));
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
