// What a briefing remembers of its exports, and the names of two copies.
import { describe, expect, it } from 'vitest';
import { annotatedNameOf } from '../../shared/base/annotatedName.ts';
import { copiesOf, exportChoicesOf } from '../../shared/briefing/exportChoices.ts';

describe('the choices of an export', () => {
  it('are A4 and footnotes, the sources inside, where nothing was chosen', () => {
    expect(exportChoicesOf({ language: 'en-GB' })).toEqual({
      page: 'A4',
      style: 'house',
      notes: 'footnotes',
      copies: 'annotated',
      contentsList: false,
      portionMarks: false,
      carrySources: true,
    });
  });

  it.each(['en-US', 'en-CA', 'en-us'])('are Letter in %s, unless A4 was chosen', (language) => {
    expect(exportChoicesOf({ language }).page).toBe('Letter');
    expect(exportChoicesOf({ language, export: { page: 'A4' } }).page).toBe('A4');
  });

  it.each([[null], ['endnotes'], [['endnotes']], [{ notes: 'sidenotes', style: 'mine', page: 7, carrySources: 'no' }]])(
    'do not follow what is not understood: %j',
    (kept) => {
      expect(exportChoicesOf({ language: 'en', export: kept })).toEqual(exportChoicesOf({ language: 'en' }));
    },
  );

  it('are each read by themselves', () => {
    const kept = { notes: 'endnotes', style: 'template', page: 'A5', carrySources: false };
    const read = exportChoicesOf({ language: 'en', export: kept });
    expect(read).toMatchObject({ notes: 'endnotes', style: 'template', page: 'A4', carrySources: false });
  });
});

describe('two copies in one go', () => {
  it('are the clean one under the plain name, then the annotated one beside it', () => {
    expect(copiesOf('both')).toEqual(['clean', 'annotated']);
    expect(copiesOf('clean')).toEqual(['clean']);
  });

  it.each([
    ['note.docx', 'note (annotated).docx'],
    ['folder.docx/Note.DOCX', 'folder.docx/Note (annotated).DOCX'],
    ['note', 'note (annotated).docx'],
  ])('%s: %s', (name, beside) => {
    expect(annotatedNameOf(name)).toBe(beside);
  });
});
