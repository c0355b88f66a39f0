// BesideFinding: what is no longer as it was exported beside the words, before it is numbered into a check.
import type { CheckKind, Severity } from '../../check/check.ts';

export interface BesideFinding {
  readonly kind: CheckKind;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly factId?: string | null;
  /** Which chart or picture of the document, from 0; null for what stands in no place of the text. */
  readonly place: { readonly node: 'chart' | 'image'; readonly index: number } | null;
}
