// Finding: what one look at a document finds, before it is numbered into a check; and which kinds are to be settled.
import type { Range } from '../briefing/queries.ts';
import type { Check, CheckKind, Severity } from './check.ts';

/** These make the briefing a draft; the others are worth a look (decisions.md). */
export const SETTLE: ReadonlySet<CheckKind> = new Set([
  'altered-quotation',
  'altered-figure',
  'contradicted-claim',
  'source-not-located',
]);

export interface Finding extends Range {
  readonly kind: CheckKind;
  /** What the finding is about: a fact's or annotation's id, or words; part of its id. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly severity?: Severity;
  readonly factId?: string | null;
  readonly annotationId?: string;
  readonly diff?: Check['diff'];
  /** The words of the briefing that it is about, where those of its range are not it. */
  readonly words?: string;
}
