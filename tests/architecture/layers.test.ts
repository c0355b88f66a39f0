// The layers table holds: no file imports what its folder may not, type imports included.
import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { FREE, LAYERS, type Layer } from '../../build/layers.ts';
import { read, root, sourceFiles } from './sources.ts';

function layerOf(file: string): Layer | undefined {
  return LAYERS.filter(({ path: place }) => file === place || file.startsWith(`${place}/`)).sort(
    (a, b) => b.path.length - a.path.length,
  )[0];
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}

/** What is wrong with the imports of a file, in sentences. */
export function faults(file: string, text: string): string[] {
  const layer = layerOf(file);
  if (!layer) return [`${file} belongs to no layer: add its folder to build/layers.ts.`];
  const found: string[] = [];
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (!fileName.startsWith('.')) {
      const name = packageOf(fileName);
      if (!layer.packages.includes(name)) {
        found.push(`${file} imports ${name}: add it to "${layer.path}" in build/layers.ts, or do without.`);
      }
      continue;
    }
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), fileName));
    const other = layerOf(target);
    if (other === layer) continue;
    const allowed = other && layer.imports.some((place) => place === other.path || other.path.startsWith(`${place}/`));
    if (!allowed) {
      found.push(`${file} imports ${target}: "${layer.path}" may not see it (build/layers.ts).`);
    }
  }
  return found;
}

describe('layers', () => {
  it('are kept by every source file', () => {
    const files = sourceFiles('shared', 'renderer', 'electron');
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => faults(file, read(file)))).toEqual([]);
  });

  it('catch a core file that reaches out, also by type', () => {
    expect(faults('shared/text/x.ts', `import type { A } from '../article/article.ts';`)).toHaveLength(1);
    expect(faults('shared/text/x.ts', `import fs from 'node:fs';`)).toHaveLength(1);
    expect(faults('renderer/panels/x.tsx', `import { toDocx } from '../../shared/export/docx.ts';`)).toHaveLength(1);
    expect(faults('electron/main.ts', `import { z } from '../shared/facts/fact.ts';`)).toHaveLength(1);
    expect(faults('nowhere/x.ts', '')).toHaveLength(1);
    expect(faults('shared/facts/x.ts', `import { sliceSpan } from '../text/span.ts';`)).toEqual([]);
  });

  it('name only places that exist', () => {
    const places = [...LAYERS.flatMap((layer) => [layer.path, ...layer.imports]), ...FREE];
    expect(places.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
  });

  it('are imported by nobody who is free: build and tests stay out of the product', () => {
    const inward = sourceFiles('shared', 'renderer', 'electron').filter((file) =>
      ts
        .preProcessFile(read(file), true, true)
        .importedFiles.some(({ fileName }) => /^(\.\.\/)+(build|tests)\//.test(fileName)),
    );
    expect(inward).toEqual([]);
  });
});
