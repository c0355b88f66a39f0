// lengthOf: how many pages a briefing will have in Word, without making the file.
import type { Briefing } from '../briefing/briefing.ts';
import { optionsOf, type ExportChoices } from '../briefing/exportChoices.ts';
import { estimatePages } from './pages.ts';
import { PLAN_DEFAULTS, planBriefing } from './planBriefing.ts';
import { PAGES, type Page } from './styles.ts';

export interface PageLength {
  /** At least 1. */
  readonly pages: number;
  /** How much of the last page holds text: from 0 to 1. */
  readonly filled: number;
}

/**
 * The length of `briefing` as an export by `choices` would have it: on its paper, with its notes and its list of contents.
 * `page`: the paper of a house style, in the place of the chosen one. Within a page of LibreOffice up to some twenty.
 */
export function lengthOf(briefing: Briefing, choices: ExportChoices, page?: Page): PageLength {
  const { plan } = planBriefing(briefing, {
    ...PLAN_DEFAULTS,
    ...optionsOf(choices),
    page: page ?? PAGES[choices.page],
    copy: 'clean',
    // What is carried inside the file takes no room on its pages.
    carrySources: false,
  });
  const { pages, filled } = estimatePages(plan);
  return { pages, filled };
}
