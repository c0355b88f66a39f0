// Tests of the filters of notes and of tags as they are typed and shown.
import { describe, expect, it } from 'vitest';
import { cleanTag, isFiltering, keepsNote, tagsInUse, tagWords } from '../../../renderer/panels/noteFilter.ts';
import { ALL_NOTES } from '../../../renderer/view.ts';

const note = { author: 'Ida Moss', status: 'disputed', tags: ['Customs'] } as const;
const keeps = (filter: Partial<typeof ALL_NOTES>, over: Partial<{ author: string }> = {}) =>
  keepsNote({ ...note, tags: [...note.tags], ...over }, { ...ALL_NOTES, ...filter }, 'Ida Moss');

describe('the filter of notes', () => {
  it('lets everything through at first', () => {
    expect(isFiltering(ALL_NOTES)).toBe(false);
    expect(keeps({})).toBe(true);
  });

  it('asks whose: one’s own, the program’s, or anybody else’s', () => {
    expect(keeps({ by: 'mine' })).toBe(true);
    expect(keeps({ by: 'program' })).toBe(false);
    expect(keeps({ by: 'program' }, { author: 'Chancery' })).toBe(true);
    expect(keeps({ by: 'others' }, { author: 'Bo Ruiz' })).toBe(true);
    expect(keeps({ by: 'others' })).toBe(false);
  });

  it('asks for status and tag, and all at once', () => {
    expect(keeps({ status: 'disputed', tag: 'customs' })).toBe(true);
    expect(keeps({ status: 'verified', tag: 'customs' })).toBe(false);
    expect(keeps({ tag: 'fish' })).toBe(false);
  });
});

describe('tags', () => {
  it('are cleaned as they are typed', () => {
    expect(cleanTag('  #ask   again ')).toBe('ask again');
    expect(cleanTag(' # ')).toBeNull();
  });

  it('are told by use, one spelling for each', () => {
    expect(tagsInUse([{ tags: ['b', 'Customs'] }, { tags: ['customs'] }, { tags: ['a'] }])).toEqual([
      'Customs',
      'a',
      'b',
    ]);
  });

  it('of rules read as words; the analyst’s stay as they are', () => {
    expect(tagWords('comparison-without-base')).toBe('comparison without base');
    expect(tagWords('EU-27')).toBe('EU-27');
    expect(tagWords('to-2030')).toBe('to-2030');
  });
});
