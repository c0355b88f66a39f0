// Tests of the shipped templates: ids, headings and the schema.
import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATE, templateById, TEMPLATES } from '../../shared/briefing/templates.ts';

const HEADINGS: Readonly<Record<string, string>> = {
  'ministerial-submission': 'Issue, Recommendation, Timing, Background, Argument, Presentation, Sources',
  'briefing-note': 'Issue, Background, Current status, Considerations, Options, Recommendation, Sources',
  'bluf-memorandum': 'Bottom line, Background, Key facts, What was said, Assessment, Sources',
  'analytic-assessment': 'Key judgements, Sources and confidence, Discussion, Alternatives, Outlook, Sources',
  'press-summary': 'Bottom line, Key facts, What was said, Coverage, Sources',
};

describe('templates', () => {
  it('are those of decisions.md, with their headings in order', () => {
    const found = TEMPLATES.map(({ id, sections }) => [id, sections.map((section) => section.heading).join(', ')]);
    expect(Object.fromEntries(found)).toEqual(HEADINGS);
  });

  it('begin with the default one', () => {
    expect(DEFAULT_TEMPLATE.id).toBe('ministerial-submission');
    expect(TEMPLATES[0]?.id).toBe(DEFAULT_TEMPLATE.id);
  });

  it('are found by id', () => {
    expect(templateById('bluf-memorandum')?.name).toBe('BLUF memorandum');
    expect(templateById('none')).toBeNull();
  });

  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    '%s asks or fills in every section',
    (_, template) => {
      for (const section of template.sections) expect(section.prompt ?? section.fill?.length).toBeTruthy();
      const fills = template.sections.flatMap((section) => section.fill ?? []);
      for (const fill of ['keyFigures', 'quotations', 'sources', 'reporting']) expect(fills).toContain(fill);
      expect(new Set(template.sections.map((section) => section.id)).size).toBe(template.sections.length);
    },
  );
});
