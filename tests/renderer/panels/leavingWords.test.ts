// The words of the sheet of what will leave.
import { describe, expect, it } from 'vitest';
import { leavingRows } from '../../../renderer/panels/leavingWords.ts';
import type { Leaving } from '../../../shared/briefing/exportChoices.ts';

const LEAVING: Leaving = {
  comments: 3,
  commentAuthors: ['Ada Lind', 'Bo Ruiz'],
  notesStaying: 1,
  properties: { title: 'Ferry', subject: '', author: 'Ada Lind', language: 'en-GB' },
  excerptsOf: 2,
};

const row = (leaving: Leaving, label: string, copies: 'annotated' | 'clean' | 'both' = 'annotated') =>
  leavingRows(leaving, copies).find((one) => one.label === label)?.text;

describe('what leaves', () => {
  it('names who commented, and which copy has the comments', () => {
    expect(row(LEAVING, 'Comments')).toBe('3 comments by Ada Lind and Bo Ruiz');
    expect(row(LEAVING, 'Comments', 'both')).toBe('3 comments by Ada Lind and Bo Ruiz, in the annotated copy only');
    expect(row({ ...LEAVING, comments: 0, commentAuthors: [] }, 'Comments')).toBe('None');
    expect(row({ ...LEAVING, commentAuthors: ['A', 'B', 'C', 'D'] }, 'Comments')).toMatch(/by A, B and 2 others$/);
  });

  it('leaves out properties that are empty', () => {
    expect(row(LEAVING, 'Properties')).toBe('“Ferry”, author Ada Lind, language en-GB, the time of this export');
  });

  it('tells of excerpts, and of what stays', () => {
    expect(row(LEAVING, 'Sources')).toBe('Excerpts of 2 articles inside');
    expect(row({ ...LEAVING, excerptsOf: 0 }, 'Sources')).toBe('No excerpts inside');
    expect(row(LEAVING, 'Stays here')).toMatch(/^1 note, the original sources/);
    expect(row({ ...LEAVING, notesStaying: 0 }, 'Stays here')).toMatch(/^The original/);
  });
});
