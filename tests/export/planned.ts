// Plans of small briefings, and ways to look at them: what most tests of the export look at, without zip and XML.
import type { Briefing } from '../../shared/briefing/briefing.ts';
import type { Block, Inline, ParagraphBlock, Plan, PlanOptions, TableBlock } from '../../shared/export/plan.ts';
import { PLAN_DEFAULTS, planBriefing } from '../../shared/export/planBriefing.ts';
import { build, doc, type Child } from '../builders.ts';
import { briefing } from './briefings.ts';

export interface Planned {
  readonly plan: Plan;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
}

export function plan(made: Briefing, options: Partial<PlanOptions> = {}): Planned {
  const { plan: laid, messages } = planBriefing(made, { ...PLAN_DEFAULTS, ...options });
  return { plan: laid, codes: messages.map((one) => one.code), texts: messages.map((one) => one.text) };
}

/** A plan of these blocks; the first argument of `doc` may be attributes. */
export function planOf(children: Parameters<typeof doc>, options: Partial<PlanOptions> = {}): Planned {
  return plan(briefing(doc(...children)), options);
}

/** Runs as a reader sees them: notes as [^1], comments as {1 and 1}, fields in angle brackets. */
export function drawn(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'tab':
          return '\t';
        case 'break':
          return '\n';
        case 'note':
          return `[^${inline.number}]`;
        case 'sequence':
          return `<${inline.label} ${inline.number} ${inline.bookmark}>`;
        case 'reference':
          return `<${inline.shown} ${inline.bookmark}>`;
        case 'commentStart':
          return `{${inline.comments.join()}:`;
        case 'commentEnd':
          return `:${inline.comments.join()}}`;
        default:
          return `<${inline.kind}>`;
      }
    })
    .join('');
}

export const isParagraph = (block: Block): block is ParagraphBlock => block.kind === 'paragraph';
export const paragraphs = (of: Planned): ParagraphBlock[] => of.plan.blocks.filter(isParagraph);
export const tables = (of: Planned): TableBlock[] => of.plan.blocks.filter((block) => block.kind === 'table');
/** The body's paragraphs behind the title, as drawn. */
export const words = (of: Planned): string[] =>
  paragraphs(of)
    .filter(({ style }) => style !== 'Title' && style !== 'TableGap')
    .map((one) => drawn(one.inlines));

export const caption = (label: string, target: string | null, ...words: Child[]) =>
  build('caption', { label, target }, ...words);
export const reference = (target: string) => build('reference', { target });
