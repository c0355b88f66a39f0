// DateHit: a date or period found in the tokens of a text, before it is a fact.

/** A date as tokens `from` (inclusive) to `to` (exclusive). */
export interface DateHit {
  readonly from: number;
  readonly to: number;
  /** As `period` of a figure; null for what is only a time of day or cannot be placed without the article's date. */
  readonly value: string | null;
  readonly relative: boolean;
  /** "a year earlier": a period counted from another one in the sentence, in years. */
  readonly yearsFromOther?: number;
  /** The weekday the text gives with a full date, 1 to 7. */
  readonly weekday?: number;
}
