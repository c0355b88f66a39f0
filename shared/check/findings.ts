// Findings: what one walk over a briefing has found, numbered into checks with ids that hold while the text moves.
import type { Node } from 'prosemirror-model';
import type { Check } from './check.ts';
import { SETTLE, type Finding } from './finding.ts';

/** The words of `doc` from `from` to `to`; blocks and line breaks parted by line ends, citations nothing. */
function wordsBetween(doc: Node, from: number, to: number): string {
  return from < to ? doc.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '')) : '';
}

export class Findings {
  readonly #doc: Node;
  readonly #found: Check[] = [];
  readonly #counts = new Map<string, number>();

  constructor(doc: Node) {
    this.#doc = doc;
  }

  add(finding: Finding): void {
    const key = `${finding.kind}:${finding.key}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    this.#found.push({
      id: count === 1 ? key : `${key}:${count}`,
      kind: finding.kind,
      severity: finding.severity ?? (SETTLE.has(finding.kind) ? 'settle' : 'look'),
      title: finding.title,
      detail: finding.detail,
      from: finding.from,
      to: finding.to,
      factId: finding.factId ?? null,
      annotationId: finding.annotationId ?? null,
      diff: finding.diff ?? null,
      about: { key: finding.key, words: finding.words ?? wordsBetween(this.#doc, finding.from, finding.to) },
    });
  }

  /** In the order of the document. */
  get checks(): Check[] {
    return this.#found
      .map((check, index) => ({ check, index }))
      .sort((a, b) => a.check.from - b.check.from || a.check.to - b.check.to || a.index - b.index)
      .map(({ check }) => check);
  }
}
