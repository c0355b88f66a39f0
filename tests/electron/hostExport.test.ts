// The host's exports: a Word file or a PDF goes where the user says, and nothing is left behind when it cannot.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf } from './faultyDisk.ts';
import { House } from './house.ts';

let house: House;
beforeEach(() => {
  house = new House();
});

describe('exporting', () => {
  it('exports where the user says, and shows that file only', async () => {
    const desk = house.desk();
    await house.calls.showExported(desk, 'open');
    house.answers.save = path.join(house.docs, 'ferry.docx');
    expect(await house.calls.exportFile(desk, bytesOf('word'), 'ferry.docx')).toMatchObject({ ok: true });
    await house.calls.showExported(desk, 'open');
    await house.calls.showExported(desk, 'folder');
    expect(house.asked).toEqual([`open ${house.answers.save}`, `show ${house.answers.save}`]);
    expect(desk.path, 'exporting is not saving').toBeNull();
  });

  it('exports the annotated copy beside the clean one, and asks before it replaces a file of that name', async () => {
    const desk = house.desk();
    const [clean, beside] = ['pier.docx', 'pier (annotated).docx'].map((name) => path.join(house.docs, name));
    house.answers.save = clean!;
    const both = () => house.calls.exportCopies(desk, bytesOf('clean'), bytesOf('notes'), 'pier.docx');
    expect(await both()).toMatchObject({
      ok: true,
      value: {
        clean: { place: { name: 'pier.docx' } },
        annotated: { ok: true, value: { place: { name: 'pier (annotated).docx' } } },
      },
    });
    expect([readFileSync(clean!, 'utf8'), readFileSync(beside!, 'utf8')]).toEqual(['clean', 'notes']);
    writeFileSync(beside!, 'mine');
    // The dialog of this house answers the same place again: what counts is that the other file was not replaced unasked.
    await both();
    expect(readFileSync(beside!, 'utf8')).toBe('mine');
  });

  it('prints before it asks where to, and writes nothing when that fails', async () => {
    const desk = house.desk();
    const margins = { vertical: 1, side: 1 };
    const page = { header: '', footer: '', title: 'Ferry', size: 'A4', margins, now: '2031-03-10T09:00:00Z' } as const;
    house.answers.save = path.join(house.docs, 'ferry.pdf');
    const broken = await house.calls.exportPdf(desk, { ...page, html: 'broken' }, 'ferry.pdf');
    expect(broken).toMatchObject({ ok: false, error: { code: 'print-failed' } });
    expect(existsSync(house.answers.save)).toBe(false);
    expect(await house.calls.exportPdf(desk, { ...page, html: 'pages' }, 'ferry.pdf')).toMatchObject({ ok: true });
    expect(readFileSync(house.answers.save, 'utf8')).toBe('PDF of pages');
    await house.calls.showExported(desk, 'folder');
    expect(house.asked).toEqual([`show ${house.answers.save}`]);
    house.answers.save = null;
    expect(await house.calls.exportPdf(desk, { ...page, html: 'pages' }, 'ferry.pdf')).toEqual({
      ok: true,
      value: null,
    });
  });
});
