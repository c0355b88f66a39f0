// No regular expression of the core can be made slow by its input (ReDoS): recheck looks at every literal.
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { read, sourceFiles } from './sources.ts';

interface Literal {
  readonly source: string;
  readonly flags: string;
}

function literals(file: string, text: string): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext));
  return found;
}

function verdict({ source, flags }: Literal): string {
  const found = checkSync(source, flags, { timeout: 20_000, attackTimeout: 2_000 });
  return found.status === 'vulnerable' ? `${found.complexity.type}: /${source}/${flags}` : 'fine';
}

describe('regular expressions', () => {
  it('catches one that backtracks', () => {
    const [bad] = literals('x.ts', 'const bad = /^(a+)+$/;');
    expect(verdict(bad as Literal)).toMatch(/exponential/);
  });

  it.each(
    sourceFiles('shared')
      .map((file) => [file, literals(file, read(file))] as const)
      .filter(([, found]) => found.length > 0),
  )('%s', { timeout: 240_000 }, (_, found) => {
    expect(found.map(verdict).filter((answer) => answer !== 'fine')).toEqual([]);
  });
});
