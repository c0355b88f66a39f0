// LikelihoodFindings: what is found about the words for how likely something is, in a briefing that keeps to a scale.
import type { Node } from 'prosemirror-model';
import type { LikelihoodScale } from '../briefing/likelihood.ts';
import type { Range } from '../briefing/queries.ts';
import type { CheckMemo } from './checkMemo.ts';
import type { Findings } from './findings.ts';

interface Used extends Range {
  readonly form: string;
}

function named(uses: readonly Used[]): string {
  return [...new Set(uses.map(({ form }) => `“${form}”`))].join(', ');
}

export class LikelihoodFindings {
  readonly #findings: Findings;
  readonly #memo: CheckMemo;
  readonly #scale: LikelihoodScale;
  /** By row of the scale. */
  readonly #rows: Used[][];
  readonly #outside: Used[] = [];

  constructor(scale: LikelihoodScale, findings: Findings, memo: CheckMemo) {
    this.#scale = scale;
    this.#findings = findings;
    this.#memo = memo;
    this.#rows = scale.rows.map(() => []);
  }

  /** A paragraph of our own. */
  paragraph(block: Node, start: number): void {
    const { uses, mixed } = this.#memo.likelihood(block, this.#scale);
    for (const { form, row, ...span } of uses) {
      const list = row === null ? this.#outside : this.#rows[row];
      list?.push({ form, from: start + span.start, to: start + span.end });
    }
    for (const { likelihood, confidence, ...span } of mixed) {
      this.#findings.add({
        kind: 'likelihood-with-confidence',
        key: `${likelihood} ${confidence}`,
        title: 'Likelihood and confidence stand in one sentence',
        detail: `“${likelihood}” says how likely it is, “${confidence}” how well that is known. Give each a sentence of its own.`,
        from: start + span.start,
        to: start + span.end,
      });
    }
  }

  /** What only the whole briefing shows; to be called at the end. */
  finish(): void {
    const [most = [], ...others] = [...this.#rows].sort((a, b) => b.length - a.length);
    const fewer = others.flat();
    const [first] = [...fewer].sort((a, b) => a.from - b.from);
    if (first) {
      this.#findings.add({
        kind: 'mixed-likelihood',
        key: 'rows',
        title: `Words of two rows of ${this.#scale.name} are mixed`,
        detail: `${named(most)} and ${named(fewer)} belong to different rows. Keep to one, or say that they mean the same.`,
        from: first.from,
        to: first.to,
      });
    }
    const forms = new Map<string, Used[]>();
    for (const use of this.#outside) forms.set(use.form, [...(forms.get(use.form) ?? []), use]);
    for (const [form, [one, ...more]] of forms) {
      if (!one) continue;
      const times = more.length > 0 ? ` It stands ${more.length + 1} times.` : '';
      this.#findings.add({
        kind: 'likelihood-outside-scale',
        key: form,
        title: `“${form}” is no word of ${this.#scale.name}`,
        detail: `Say how likely it is in a word of the scale, or leave the likelihood out.${times}`,
        from: one.from,
        to: one.to,
      });
    }
  }
}
