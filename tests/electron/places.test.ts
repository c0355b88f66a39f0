// Places, file names and arguments: paths stay in the main process, and what comes in is read as it was meant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../electron/argv.ts';
import { fileName, folderWords, Places } from '../../electron/places.ts';

describe('Places', () => {
  it('gives ids that tell nothing of the path, the same for the same path', () => {
    const places = new Places('/home/mira');
    const place = places.of('/home/mira/Documents/South coast/ferry.brief');
    expect(place).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: 'ferry.brief',
      folder: 'Documents / South coast',
    });
    expect(places.of('/home/mira/Documents/South coast/ferry.brief')).toBe(place);
    expect(places.path(place.id)).toBe('/home/mira/Documents/South coast/ferry.brief');
    expect(places.path('/etc/passwd')).toBeUndefined();
  });

  it.each([
    ['/home/mira', 'Home folder'],
    ['/home/mira/Notes', 'Notes'],
    ['/media/stick/May', 'media / stick / May'],
    ['/home/mirabel/x', 'home / mirabel / x'],
    ['/', '/'],
  ])('says %s as %s', (folder, words) => {
    expect(folderWords(folder, '/home/mira')).toBe(words);
  });
});

describe('fileName', () => {
  it.each([
    ['Ferry traffic', 'brief', 'Ferry traffic.brief'],
    ['Ferry traffic.brief', 'brief', 'Ferry traffic.brief'],
    ['../../etc/passwd', 'docx', 'etc passwd.docx'],
    ['a\\b:c*d', 'brief', 'a b c d.brief'],
    ['', 'brief', 'Briefing.brief'],
    ['...', 'brief', 'Briefing.brief'],
    ['CON', 'docx', 'CON briefing.docx'],
    ['nul.txt', 'brief', 'nul txt briefing.brief'],
    ['Version 2.1', 'brief', 'Version 2.1.brief'],
  ])('makes of %j with .%s the name %j', (suggested, extension, expected) => {
    expect(fileName(suggested, extension)).toBe(expected);
  });

  it('is always one name that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (suggested) => {
        const name = fileName(suggested, 'brief');
        expect(name).toMatch(/^[^.<>:"/\\|?*][^<>:"/\\|?*]*\.brief$/);
        expect([...name].every((c) => c >= ' ' && c !== '\u007f')).toBe(true);
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(fileName(name, 'brief')).toBe(name);
      }),
      { seed: 20250502, numRuns: 500 },
    );
  });
});

describe('filesOf', () => {
  it('leaves out the program, its switches and, in a checkout, the app', () => {
    const argv = ['electron', '--no-sandbox', '.', '--user-data-dir=/d', 'a.txt', '/x/b.brief', ''];
    expect(filesOf(argv, '/here', false)).toEqual(['/here/a.txt', '/x/b.brief']);
    expect(filesOf(['chancery', '--flag', 'a.txt'], '/here', true)).toEqual(['/here/a.txt']);
    expect(filesOf(['chancery'], '/here', true)).toEqual([]);
  });

  it('takes everything after -- as a file', () => {
    expect(filesOf(['chancery', '--', '-odd name.txt'], '/here', true)).toEqual(['/here/-odd name.txt']);
  });
});
