// Annotation: the analyst's note on a stretch of the briefing; type and validator. The mark in the text holds only its id.
import { z } from '../base/validate.ts';
import { STATUSES } from '../facts/fact.ts';

export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Author of what the program itself notes: oddities and contradicted claims (decisions.md). */
export const PROGRAM_AUTHOR = 'Chancery';

export const replySchema = z.looseObject({
  id: z.string(),
  author: z.string(),
  /** ISO 8601 instant, UTC. */
  at: z.string(),
  body: z.string(),
});
export type Reply = z.infer<typeof replySchema>;

export const annotationSchema = z.looseObject({
  id: z.string(),
  author: z.string(),
  /** ISO 8601 instant, UTC. */
  at: z.string(),
  body: z.string(),
  status: z.enum(STATUSES),
  confidence: z.enum(CONFIDENCES).nullable(),
  tags: z.array(z.string()),
  replies: z.array(replySchema),
  resolved: z.boolean(),
  /** True when it leaves the house as a Word comment. The analyst's own notes start false, the program's true. */
  export: z.boolean(),
});
export type Annotation = z.infer<typeof annotationSchema>;
