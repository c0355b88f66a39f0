// planExport: the plan of a briefing as it leaves, with what every form of it (Word, PDF) has to tell first.
import { outcome, type Message, type Outcome } from '../base/result.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { acceptedLine, checkReport } from '../check/checkReport.ts';
import type { Plan, PlanOptions } from './plan.ts';
import { planBriefing } from './planBriefing.ts';

/**
 * Plans `briefing` as a draft when something is still to settle, and says so; says also what was accepted with a reason,
 * which makes no draft, and when no banner will be printed.
 */
export function planExport(briefing: Briefing, options: Omit<PlanOptions, 'draft'>): Outcome<Plan> {
  const { open, accepted } = checkReport(briefing);
  const toSettle = open.filter((check) => check.severity === 'settle');
  const draft = toSettle.length > 0;
  const { plan, messages } = planBriefing(briefing, { ...options, draft });
  const told: Message[] = [];
  if (draft) {
    const first = toSettle[0]?.title ?? '';
    const more = toSettle.length > 1 ? ` and ${toSettle.length - 1} more` : '';
    told.push({
      code: 'draft',
      text: `The file is marked DRAFT, because something is still to settle: ${first}${more}.`,
    });
  }
  for (const one of accepted) told.push({ code: 'accepted', text: acceptedLine(one) });
  if (plan.banner === null) told.push({ code: 'no-banner', text: 'No banner is set, so none is printed.' });
  return outcome(plan, [...told, ...messages]);
}

/** `2025-08-07T09:30:00Z`, to the second. Throws RangeError when `now` is no instant. */
export function instant(now: string): string {
  const time = Date.parse(now);
  if (!Number.isFinite(time)) throw new RangeError(`"${now}" is no ISO 8601 instant.`);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
