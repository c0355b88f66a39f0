// Tests of what the command `check` prints: accepted findings apart, with their reasons, and not counted.
import { describe, expect, it } from 'vitest';
import { checkDocx, reportOf } from '../../electron/cliCheck.ts';
import type { Check } from '../../shared/check/check.ts';
import { besideBriefing } from '../sent/besideBriefing.ts';
import { exportedParts, zipOf } from '../sent/files.ts';

const open: Check = {
  id: 'unsourced-figure:37 ships',
  kind: 'unsourced-figure',
  severity: 'look',
  title: '“37 ships” has no source',
  detail: 'Link it to a figure of a source, or mark it as your own.',
  from: 4,
  to: 12,
  factId: null,
  annotationId: null,
  diff: null,
  about: { key: '37 ships', words: '37 ships' },
};
const settle: Check = {
  ...open,
  id: 'altered-figure:f',
  kind: 'altered-figure',
  severity: 'settle',
  title: '“5 ships” differs from its source',
};
const acceptance = { key: 'k', reason: 'Our own\ncount.', author: 'Ida Moss', at: '2031-03-05T09:00:00Z' };

describe('reportOf', () => {
  it('lists accepted findings behind the others and does not count them', () => {
    const report = reportOf([open], false, [{ check: settle, acceptance }]);
    expect(report.code).toBe(0);
    expect(report.out?.split('\n')).toEqual([
      'Worth a look: “37 ships” has no source. Link it to a figure of a source, or mark it as your own.',
      '“5 ships” differs from its source. Accepted by Ida Moss, 5 March 2031: Our own count.',
      'Nothing to settle.',
    ]);
    expect(reportOf([settle], false).code).toBe(1);
  });

  it('tells as JSON by whom, when and why, and of an open one nothing of the kind', () => {
    const all = JSON.parse(reportOf([open], true, [{ check: settle, acceptance }]).out ?? '') as Record<
      string,
      unknown
    >[];
    expect(all.map((one) => one['accepted'])).toEqual([
      undefined,
      { reason: 'Our own\ncount.', author: 'Ida Moss', at: '2031-03-05T09:00:00Z' },
    ]);
    expect(all.every((one) => !('about' in one))).toBe(true);
  });
});

describe('checkDocx', () => {
  it('answers 0 for a file as it was exported, and 1 when the banner of one header was lowered', async () => {
    const parts = await exportedParts(besideBriefing('TLP:AMBER'));
    const clean = checkDocx(zipOf(parts), 'note.docx', [], false);
    expect(clean.code).toBe(0);
    expect(clean.told.at(-1)).toBe(
      'note.docx: 2 charts, 3 pictures, headers and footers were compared with the export.',
    );
    const header = 'word/header1.xml';
    parts.set(header, (parts.get(header) ?? '').replace('TLP:AMBER', 'TLP:CLEAR'));
    const lowered = checkDocx(zipOf(parts), 'note.docx', [], false);
    expect(lowered.code).toBe(1);
    expect(lowered.out).toContain(
      'To settle: The banner “TLP:AMBER” was lowered to “TLP:CLEAR” after the export. So it stands in the header of the later pages.',
    );
  });
});
