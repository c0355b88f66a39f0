// Stand-in until shared/check/checkBriefing.ts is there.
import type { Briefing } from '../briefing/briefing.ts';
import type { Check } from '../check/check.ts';

export function checkBriefing(_: Pick<Briefing, 'doc' | 'articles' | 'facts' | 'annotations'>): Check[] {
  return [];
}
