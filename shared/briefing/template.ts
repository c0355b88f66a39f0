// Template: the sections of a briefing and what each is prefilled with; data, so that users can add their own.
import { z } from '../base/validate.ts';
import { DETAILS } from './schema.ts';

/** What a section can be filled with, in the order given. */
export const FILLS = ['keyFigures', 'quotations', 'chronology', 'names', 'sources', 'reporting'] as const;
export type Fill = (typeof FILLS)[number];

export const templateSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  /** One line for the start screen and `chancery templates`. */
  summary: z.string(),
  details: z.array(z.enum(DETAILS)),
  /** True where its paragraphs are numbered through (conventions.md 3.1 and 3.3). */
  numbered: z.boolean().optional(),
  sections: z
    .array(
      z.object({
        id: z.string(),
        heading: z.string(),
        /** Asked of the analyst in an empty paragraph; none when the section is all prefilled. */
        prompt: z.string().optional(),
        fill: z.array(z.enum(FILLS)).optional(),
      }),
    )
    .min(1),
});
export type Template = z.infer<typeof templateSchema>;
export type TemplateSection = Template['sections'][number];
