// Fact: what is read out of an article (Quote, Figure, DateMention, NameMention, Claim), each with its Evidence.
import { z } from '../base/validate.ts';

const spanSchema = z.object({ start: z.number(), end: z.number() });
const textSpanSchema = z.object({ start: z.number(), end: z.number(), text: z.string() });

/** Where a fact stands in its article; after the W3C Web Annotation model (position and quote selectors). */
export const evidenceSchema = z.looseObject({
  articleId: z.string(),
  position: spanSchema,
  quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const STATUSES = ['unverified', 'verified', 'disputed'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * What the analyst changed in a fact, so that it is neither lost nor hidden when the article is read again. `read` holds the
 * fields that were set, each as it was read; what was set stands in the fact itself. Null: the analyst added the fact.
 */
export const correctionSchema = z.looseObject({
  by: z.string(),
  /** ISO 8601 instant. */
  at: z.string(),
  read: z.record(z.string(), z.unknown()).nullable(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** What every fact carries. `id` comes from article, kind and place only, so that it is the same on every run. */
const factBase = {
  id: z.string(),
  articleId: z.string(),
  start: z.number(),
  end: z.number(),
  /** `article.text.slice(start, end)`. */
  text: z.string(),
  evidence: evidenceSchema,
  status: z.enum(STATUSES),
  dismissed: z.boolean(),
  /** Admiralty credibility of the item, "1" to "6". */
  credibility: z.enum(['1', '2', '3', '4', '5', '6']).nullable(),
  /** Absent as long as everything in the fact is as it was read. */
  correction: correctionSchema.optional(),
};

/** The mention beside a quote (`text`) and whom it means: `name` without title, `role` the title. */
export const speakerSchema = textSpanSchema.extend({
  name: z.string().nullable(),
  role: z.string().nullable(),
  resolved: z.boolean(),
});
export type Speaker = z.infer<typeof speakerSchema>;

export const quoteSchema = z.looseObject({
  ...factBase,
  kind: z.literal('quote'),
  /** The pieces of the content, in order, without the outer quotation marks. */
  spans: z.array(z.tuple([z.number(), z.number()])),
  quoteKind: z.enum(['direct', 'mixed', 'indirect']),
  cue: textSpanSchema.nullable(),
  speaker: speakerSchema.nullable(),
});
export type Quote = z.infer<typeof quoteSchema>;

export const QUALIFIERS = ['=', '~', '<', '>', 'up', 'down'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const FIGURE_KINDS = [
  'money',
  'percent',
  'count',
  'multiple',
  'ratio',
  'rate',
  'quantity',
  'duration',
  'number',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const figureSchema = z.looseObject({
  ...factBase,
  kind: z.literal('figure'),
  /** In plain units ("$1.3 billion" is 1300000000), or [low, high] for a range. Percent is 19, not 0.19. */
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  /** ISO 4217 for money, else the singular English name; null for a bare number (decisions.md). */
  unit: z.string().nullable(),
  figureKind: z.enum(FIGURE_KINDS),
  qualifier: z.enum(QUALIFIERS),
  /** What the number measures, in the article's words. */
  measure: z.string().nullable(),
  /** `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM`, `YYYY-MM-DD`, `FY2023-24` or `start/end`. */
  period: z.string().nullable(),
  /** The words the period was read from and how, when it was not written out: "last year", read against 2025-08-07. */
  periodNote: z.string().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const dateSchema = z.looseObject({
  ...factBase,
  kind: z.literal('date'),
  /** As `period` of a figure. */
  value: z.string(),
  /** True when the words are read against the article's date ("last Tuesday"). */
  relative: z.boolean(),
});
export type DateMention = z.infer<typeof dateSchema>;

export const NAME_KINDS = ['person', 'organisation', 'place', 'event'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export const nameSchema = z.looseObject({
  ...factBase,
  kind: z.literal('name'),
  nameKind: z.enum(NAME_KINDS),
  /** The fullest form in the article, without title. */
  name: z.string(),
  role: z.string().nullable(),
});
export type NameMention = z.infer<typeof nameSchema>;

export const VERDICTS = ['supported', 'contradicted', 'not-checkable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const claimSchema = z.looseObject({
  ...factBase,
  kind: z.literal('claim'),
  verdict: z.enum(VERDICTS),
  /** The computation in numbers: `1752000000 / 570000000 = 3.07`. Null when not checkable. */
  computed: z.string().nullable(),
  /** Why it is not checkable. Null otherwise. */
  reason: z.string().nullable(),
  /** Ids of the figures the computation used, in its order. */
  figureIds: z.array(z.string()),
});
export type Claim = z.infer<typeof claimSchema>;

export const factSchema = z.discriminatedUnion('kind', [
  quoteSchema,
  figureSchema,
  dateSchema,
  nameSchema,
  claimSchema,
]);
export type Fact = z.infer<typeof factSchema>;
export type FactKind = Fact['kind'];

/** Something in an article worth the analyst's eye; it becomes an annotation, never text. */
export interface Oddity {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Stable name of the rule that noticed it. */
  readonly code: string;
  /** One or two sentences for the analyst. */
  readonly note: string;
}

/** Everything that extractFacts reads out of one article. Each list is in the order of the text. */
export interface Facts {
  readonly quotes: readonly Quote[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
  readonly claims: readonly Claim[];
  readonly oddities: readonly Oddity[];
}
