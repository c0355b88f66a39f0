// Tests of the command `styles` and of --house-style: the table, and the refusal before anything is written.
import { describe, expect, it } from 'vitest';
import { describeStyles, houseStyleFor } from '../../electron/cliStyles.ts';
import { fail, ok } from '../../shared/base/result.ts';
import { complexField, houseFile, line } from '../export/house/houseFiles.ts';

describe('describeStyles', () => {
  it('prints a line for each style, in columns, and the page', () => {
    const { code, out, told } = describeStyles(houseFile(), 'house.dotx');
    const lines = (out ?? '').split('\n');
    expect([code, told]).toEqual([0, []]);
    expect(lines[0]).toMatch(/^Style of the briefing +How +Style of the house$/u);
    expect(lines).toContain('heading 3              based on   heading 2');
    expect(lines.at(-1)).toBe('Page: 279 by 216 mm. Kept: header and footer.');
  });

  it('tells what is left out, and 2 with a sentence for what is no house style', () => {
    const odd = houseFile({ header: line('Kopfzeile', complexField('DDE a b', 'x')) });
    expect(describeStyles(odd, 'house.dotx').told).toEqual([
      'house.dotx: Of the house style these were left out: the field DDE.',
    ]);
    expect(describeStyles(new Uint8Array(), 'house.dotx')).toEqual({
      code: 2,
      out: null,
      told: ['house.dotx: The file is empty.'],
    });
  });
});

describe('houseStyleFor', () => {
  const told: string[] = [];
  const tell = (text: string): void => void told.push(text);
  const codeOf = (out: string, read: Parameters<typeof houseStyleFor>[1]): string => {
    const found = houseStyleFor(out, read, 'house.dotx', tell);
    return found.ok ? 'ok' : found.error.code;
  };

  it('is for a Word file, and fails where the file does', () => {
    expect(codeOf('a.docx', ok(houseFile()))).toBe('ok');
    expect(codeOf('a.pdf', ok(houseFile()))).toBe('usage');
    expect(codeOf('a.docx', fail('unreadable', 'It could not be read.'))).toBe('unreadable');
    expect(codeOf('a.docx', ok(new Uint8Array()))).toBe('empty');
    expect(told).toEqual([]);
  });
});
