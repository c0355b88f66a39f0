// whatLeaves: what a Word file will hold of persons and sources, and what stays behind, told before it is written.
import type { Briefing } from '../briefing/briefing.ts';
import { copiesOf, type ExportChoices, type Leaving } from '../briefing/exportChoices.ts';
import { planExport } from './planExport.ts';
import { projectionSchema } from './projection.ts';
import { PAGES } from './styles.ts';

/** Plans `briefing` as `choices` say, and tells of the copy that holds most. */
export function whatLeaves(briefing: Briefing, choices: ExportChoices): Leaving {
  const { value: plan } = planExport(briefing, {
    copy: copiesOf(choices.copies).includes('annotated') ? 'annotated' : 'clean',
    offsetMinutes: 0,
    page: PAGES[choices.page],
    notes: choices.notes,
    contentsList: choices.contentsList,
    portionMarks: choices.portionMarks,
    carrySources: choices.carrySources,
  });
  const { title, subject, author, language } = plan;
  const projection = plan.projection === null ? null : projectionSchema.parse(JSON.parse(plan.projection));
  return {
    comments: plan.comments.length,
    commentAuthors: [...new Set(plan.comments.map((comment) => comment.author))],
    notesStaying: briefing.annotations.length - plan.comments.filter(({ parent }) => parent === null).length,
    properties: { title, subject, author, language },
    excerptsOf: projection?.articles.filter(({ excerpts }) => excerpts.length > 0).length ?? 0,
  };
}
