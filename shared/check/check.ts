// Check: one finding about the briefing before it leaves the house.
import type { Change } from '../text/diff.ts';

export const CHECK_KINDS = [
  'altered-quotation',
  'altered-figure',
  'contradicted-claim',
  'source-not-located',
  'sense-changing-cut',
  'unsourced-figure',
  'missing-attribution',
  'misattributed-quotation',
  'changed-period',
  'conflicting-figures',
  'likelihood-with-confidence',
  'mixed-likelihood',
  'likelihood-outside-scale',
  'unresolved-annotation',
  'picture-without-description',
  'unanswered-prompt',
  'no-banner',
  'banner-below-portion',
  'over-length',
  // Of a sent Word file alone.
  'altered-banner',
  'altered-picture',
  'altered-chart',
  'altered-margin',
  'altered-property',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** `settle` makes the briefing a draft; `look` is worth a look (decisions.md). */
export type Severity = 'settle' | 'look';

export interface Check {
  /** From kind, fact and order in the document; the same finding keeps it while the text around it moves. */
  readonly id: string;
  readonly kind: CheckKind;
  readonly severity: Severity;
  /** Names the thing: "Quotation 2 differs from its source". */
  readonly title: string;
  /** What differs, in a sentence. */
  readonly detail: string;
  /** Place in the document, in ProseMirror positions. */
  readonly from: number;
  readonly to: number;
  readonly factId: string | null;
  readonly annotationId: string | null;
  /** For an altered quotation: the source's words against the briefing's. */
  readonly diff: readonly Change[] | null;
  /**
   * What it is about, so that it can be accepted until that changes (acceptance.ts): a fact, a note or words by `key`, and
   * the `words` of the briefing as they stand. Absent: it cannot be accepted.
   */
  readonly about?: { readonly key: string; readonly words: string };
}
