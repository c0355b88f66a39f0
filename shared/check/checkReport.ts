// CheckReport: the checks of a briefing as they are told when it leaves: what is open, and what was accepted with a reason.
import { periodWords } from '../briefing/dateWords.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { acceptancesOf, splitChecks, type AcceptedCheck, type SplitChecks } from './acceptance.ts';
import { checkBriefing, type Checked } from './checkBriefing.ts';
import type { CheckMemo } from './checkMemo.ts';

/** Checks `briefing` and parts the findings by the acceptances that its settings hold. */
export function checkReport(briefing: Checked & Pick<Briefing, 'settings'>, memo?: CheckMemo): SplitChecks {
  return splitChecks(checkBriefing(briefing, memo), acceptancesOf(briefing.settings));
}

/** An accepted finding in one line: "“37 ships” has no source. Accepted by A. Writer, 5 March 2031: our own count." */
export function acceptedLine({ check, acceptance }: AcceptedCheck): string {
  const by = acceptance.author.trim();
  const on = periodWords(acceptance.at.slice(0, 10));
  const reason = acceptance.reason.split(/\s+/u).filter(Boolean).join(' ');
  return `${check.title}. Accepted${by ? ` by ${by}` : ''}, ${on}: ${reason}`;
}
