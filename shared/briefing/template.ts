// Template: the sections of a briefing and what each is prefilled with; data, so that users can add their own.
import { z } from '../base/validate.ts';
import { DETAILS } from './schema.ts';

/** What a section can be filled with, in the order given. */
export const FILLS = ['keyFigures', 'quotations', 'chronology', 'names', 'sources', 'reporting'] as const;
export type Fill = (typeof FILLS)[number];

/** Longest words of a heading or prompt, and most sections: what is more is no template that one could use. */
const LONGEST = 2000;
const MOST_SECTIONS = 200;
const words = z.string().max(LONGEST);

export const templateSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: words,
  /** One line for the start screen and `chancery templates`. */
  summary: words,
  details: z.array(z.enum(DETAILS)),
  /** True where its paragraphs are numbered through (conventions.md 3.1 and 3.3). */
  numbered: z.boolean().optional(),
  /** Words that stand in the title block from the start, by the field's name. */
  detailWords: z.record(z.string(), words).optional(),
  sections: z
    .array(
      z.object({
        id: z.string().min(1).max(200),
        heading: words,
        /** Level of the heading; 1 when absent. */
        level: z.number().int().min(1).max(4).optional(),
        /** Asked of the analyst in an empty paragraph; none when the section is all prefilled. */
        prompt: words.optional(),
        fill: z.array(z.enum(FILLS)).optional(),
        /** Sections of other templates, by id, whose words belong here when a briefing changes to this template. */
        takes: z.array(words).max(MOST_SECTIONS).optional(),
        /** Blocks of the briefing's schema, as JSON, that stand in it from the start: the house's standing words. */
        boilerplate: z.array(z.unknown()).optional(),
      }),
    )
    .min(1)
    .max(MOST_SECTIONS),
});
export type Template = z.infer<typeof templateSchema>;
export type TemplateSection = Template['sections'][number];
