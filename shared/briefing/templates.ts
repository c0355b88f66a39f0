// The templates that are shipped: JSON files checked against the schema of a template when they are loaded.
import { validate } from '../base/validate.ts';
import { templateSchema, type Template } from './template.ts';
import analyticAssessment from './templates/analytic-assessment.json';
import blufMemorandum from './templates/bluf-memorandum.json';
import briefingNote from './templates/briefing-note.json';
import ministerialSubmission from './templates/ministerial-submission.json';
import pressSummary from './templates/press-summary.json';

/** A shipped file that does not fit the schema is a programmer fault. */
function checked(value: unknown, name: string): Template {
  const template = validate(templateSchema, value, `The template "${name}"`);
  if (!template.ok) throw new RangeError(template.error.text);
  return template.value;
}

/** In the order in which they are offered; ids and headings are those of decisions.md, The document. */
export const TEMPLATES: readonly Template[] = [
  checked(ministerialSubmission, 'ministerial-submission'),
  checked(briefingNote, 'briefing-note'),
  checked(blufMemorandum, 'bluf-memorandum'),
  checked(analyticAssessment, 'analytic-assessment'),
  checked(pressSummary, 'press-summary'),
];

/** Null when there is no template of that id. */
export function templateById(id: string): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}

/** Taken when none is named. */
export const DEFAULT_TEMPLATE: Template = checked(ministerialSubmission, 'ministerial-submission');
