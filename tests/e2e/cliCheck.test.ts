// The built command line on a file that was sent: clean, altered, without sources, broken; exit codes 0, 1 and 2.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../../shared/check/check.ts';
import { root, scratch } from './app.ts';

const article = path.join(root, 'build/sample/harbour-trade.txt');

function chancery(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

const folder = scratch();
const note = path.join(folder, 'note.docx');

/** The note with its parts changed, under another name. */
function changed(name: string, change: (parts: Record<string, string>) => void): string {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(readFileSync(note))).map(([part, bytes]) => [part, strFromU8(bytes)]),
  );
  change(parts);
  const place = path.join(folder, name);
  writeFileSync(place, zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)]))));
  return place;
}

/** The third word of the first quotation in block form cut out. */
function alter(parts: Record<string, string>): void {
  const xml = parts['word/document.xml'] ?? '';
  const quote = xml.slice(xml.indexOf('w:val="Quote"'));
  const words = /<w:t xml:space="preserve">([^<]+)</u.exec(quote)?.[1] ?? '';
  parts['word/document.xml'] = xml.replace(words, () =>
    words
      .split(' ')
      .filter((_word, index) => index !== 2)
      .join(' '),
  );
}

beforeAll(() => {
  expect(chancery('brief', article, '-o', note, '--date', '2025-05-20', '--force').code).toBe(0);
});

describe('chancery check IN.docx', () => {
  it('answers 0 for the file as it was exported, and says that no word was changed', () => {
    const { code, out, err } = chancery('check', note);
    expect(code).toBe(0);
    expect(out).toContain('Nothing to settle.');
    expect(err).toContain('No word was changed since the export.');
    expect(err).toMatch(/\d+ quotations? and \d+ figures? were compared with the sources that the file carries/);
  });

  it('answers 1 for an altered quotation, by what it carries and by its whole source', () => {
    const altered = changed('altered.docx', alter);
    for (const args of [[], [article]]) {
      const { code, out, err } = chancery('check', altered, ...args);
      expect(code).toBe(1);
      expect(out).toMatch(/^To settle: Quotation \d+ differs from its source/mu);
      expect(err).toContain('Changed since the export: 1 paragraph.');
    }
    const checks = JSON.parse(chancery('check', altered, '--json').out) as Check[];
    expect(checks.filter(({ kind }) => kind === 'altered-quotation')).toHaveLength(1);
  });

  it('looks words up in the sources given when it carries none, and answers 2 when there are none', () => {
    const drop = (parts: Record<string, string>): void => {
      for (const name of Object.keys(parts)) if (name.startsWith('customXml/')) delete parts[name];
    };
    const bare = changed('bare.docx', drop);
    expect(chancery('check', bare, article)).toMatchObject({ code: 0 });
    const altered = changed('bare-altered.docx', (parts) => {
      drop(parts);
      alter(parts);
    });
    expect(chancery('check', altered, article)).toMatchObject({ code: 1 });
    const { code, out, err } = chancery('check', bare);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Give them: chancery check FILE.docx ARTICLE.txt');
  });

  it('answers 2 with a sentence for what is no Word file, or not there', () => {
    const broken = path.join(folder, 'broken.docx');
    writeFileSync(broken, readFileSync(note).subarray(0, 5000));
    expect(chancery('check', broken)).toMatchObject({ code: 2, out: '' });
    expect(chancery('check', broken).err).toMatch(/^broken\.docx: The file is cut off or damaged\./u);
    expect(chancery('check', path.join(folder, 'none.docx')).err).toContain('There is no such file.');
    expect(chancery('check', note, path.join(folder, 'none.txt'))).toMatchObject({ code: 2 });
  });
});
