// The command `check` of a Word file: what is printed, what is told, and the exit code.
import type { Article } from '../shared/article/article.ts';
import type { AcceptedCheck } from '../shared/check/acceptance.ts';
import type { Check } from '../shared/check/check.ts';
import { acceptedLine } from '../shared/check/checkReport.ts';
import { checkSent } from '../shared/sent/checkSent.ts';
import { readSent } from '../shared/sent/readSent.ts';

export interface Report {
  /** 0 clean, 1 something to settle, 2 could not run. */
  readonly code: 0 | 1 | 2;
  /** For standard output; null when there is none. */
  readonly out: string | null;
  /** Sentences for standard error. */
  readonly told: readonly string[];
}

export function checkLine(check: Check): string {
  return `${check.severity === 'settle' ? 'To settle' : 'Worth a look'}: ${check.title}. ${check.detail}`;
}

/** A finding as JSON tells it; of an accepted one, `accepted` says by whom, when and why. */
function asJson({ about: _, ...check }: Check, acceptance?: AcceptedCheck['acceptance']): object {
  if (!acceptance) return check;
  const { reason, author, at } = acceptance;
  return { ...check, accepted: { reason, author, at } };
}

/**
 * The findings of a check as standard output has them, and the code for them. Those that were `accepted` stand apart, behind
 * the others, with their reasons, and do not count.
 */
export function reportOf(checks: readonly Check[], json: boolean, accepted: readonly AcceptedCheck[] = []): Report {
  const settle = checks.filter(({ severity }) => severity === 'settle').length;
  const last = settle === 0 ? 'Nothing to settle.' : `${settle} to settle.`;
  const lines = [...checks.map(checkLine), ...accepted.map(acceptedLine), last];
  const all = [
    ...checks.map((check) => asJson(check)),
    ...accepted.map(({ check, acceptance }) => asJson(check, acceptance)),
  ];
  return {
    code: settle === 0 ? 0 : 1,
    out: json ? JSON.stringify(all) : lines.join('\n'),
    told: [],
  };
}

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** Checks the .docx `bytes`, called `name`, against the sources it carries or `given`. */
export function checkDocx(bytes: Uint8Array, name: string, given: readonly Article[], json: boolean): Report {
  const read = readSent(bytes);
  if (!read.ok) return { code: 2, out: null, told: [`${name}: ${read.error.text}`] };
  const told = read.value.messages.map(({ text }) => `${name}: ${text}`);
  const checked = checkSent(read.value.value, given);
  if (!checked.ok) return { code: 2, out: null, told: [...told, `${name}: ${checked.error.text}`] };
  const { quotations, figures, carried, checks, charts, pictures } = checked.value.value;
  told.push(
    ...checked.value.messages.map(({ text }) => `${name}: ${text}`),
    `${name}: ${counted(quotations, 'quotation')} and ${counted(figures, 'figure')} were compared with the sources ${carried ? 'that the file carries' : 'given'}.`,
    ...(carried
      ? [
          `${name}: ${counted(charts, 'chart')}, ${counted(pictures, 'picture')}, headers and footers were compared with the export.`,
        ]
      : []),
  );
  const report = reportOf(checks, json);
  return { ...report, told };
}
