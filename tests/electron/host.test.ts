// The host: what a page's calls do to files, backups and windows, on the real disk and without Electron.
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../electron/desk.ts';
import { bytesOf } from './faultyDisk.ts';
import { House, NOTE } from './house.ts';

let house: House;
beforeEach(() => {
  house = new House();
});

const text = (file: string) => readFileSync(file, 'utf8');

describe('saving', () => {
  it('has no place before the first Save as, and then saves there', async () => {
    const desk = house.desk();
    expect(await house.calls.save(desk, bytesOf('a'), NOTE)).toMatchObject({ ok: false, error: { code: 'no-place' } });
    expect(await house.calls.saveOver(desk, bytesOf('a'), NOTE)).toMatchObject({ ok: false });
    house.answers.save = path.join(house.docs, 'ferry.brief');
    expect(await house.calls.saveAs(desk, bytesOf('a'), 'ferry', NOTE)).toMatchObject({
      ok: true,
      value: { place: { name: 'ferry.brief', folder: 'Home folder' } },
    });
    expect(await house.calls.save(desk, bytesOf('b'), NOTE)).toMatchObject({ ok: true });
    expect(text(house.answers.save)).toBe('b');
    expect(text(`${house.answers.save}.bak`)).toBe('a');
    expect(await house.calls.recents(desk)).toMatchObject([{ title: 'Ferry traffic', missing: false }]);
  });

  it('does nothing when the dialog is cancelled', async () => {
    expect(await house.calls.saveAs(house.desk(), bytesOf('a'), 'ferry', NOTE)).toEqual({ ok: true, value: null });
  });

  it('notices a change by another program, and goes over it only on the user’s word', async () => {
    const file = house.file('ferry.brief');
    const desk = house.desk();
    await house.open(desk, file);
    writeFileSync(file, 'theirs');
    const refused = await house.calls.save(desk, bytesOf('mine'), NOTE);
    expect(refused).toMatchObject({ ok: false, error: { code: 'changed-outside' } });
    expect(text(file)).toBe('theirs');
    expect(await house.calls.saveOver(desk, bytesOf('mine'), NOTE)).toMatchObject({ ok: true });
    expect([text(file), text(`${file}.bak`)]).toEqual(['mine', 'theirs']);
    expect(await house.calls.save(desk, bytesOf('more'), NOTE)).toMatchObject({ ok: true });
  });

  it('runs one save after the other', async () => {
    const file = house.file('ferry.brief');
    const desk = house.desk();
    await house.open(desk, file);
    const words = ['one', 'two', 'three', 'four'];
    const results = await Promise.all(words.map((word) => house.calls.save(desk, bytesOf(word), NOTE)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(text(file)).toBe('four');
  });

  it('does not take the file of another window', async () => {
    const file = house.file('ferry.brief');
    await house.open(house.desk(), file);
    const link = path.join(house.docs, 'link.brief');
    symlinkSync(file, link);
    for (const save of [file, link]) {
      house.answers.save = save;
      const result = await house.calls.saveAs(house.desk(), bytesOf('x'), 'ferry', NOTE);
      expect(result).toMatchObject({ ok: false, error: { code: 'locked' } });
    }
    expect(text(file)).toBe('old ferry.brief');
  });
});

describe('opening', () => {
  it('gives the page the bytes, words for the place, and no path', async () => {
    const opened = await house.open(house.desk(), house.file('ferry.brief', 'words'));
    expect(opened).toMatchObject({ ok: true, value: { name: 'ferry.brief', readOnly: false } });
    expect(JSON.stringify(opened)).not.toContain(house.docs);
  });

  it('brings the window to the front in which the file is open', async () => {
    const file = house.file('ferry.brief');
    const [first, second] = [house.desk(), house.desk()];
    await house.open(first, file);
    expect(await house.open(second, file)).toEqual({ ok: true, value: null });
    expect(house.focused).toBe(first);
    await house.host.openFiles([file]);
    expect(house.desks).toHaveLength(2);
  });

  it('takes a window of its own when the one that asks is in use', async () => {
    const desk = house.desk();
    await house.edit(desk);
    expect(await house.open(desk, house.file('ferry.brief'))).toEqual({ ok: true, value: null });
    expect(desk.path).toBeNull();
    expect(house.desks[1]).toMatchObject({ path: house.file('ferry.brief'), start: { kind: 'briefing' } });
  });

  it('gives its own file again to a page that compares, without forgetting what it was based on', async () => {
    const file = house.file('ferry.brief');
    const desk = house.desk();
    const opened = await house.open(desk, file);
    const id = opened.ok ? (opened.value?.place.id ?? '') : '';
    writeFileSync(file, 'theirs');
    await house.edit(desk);
    const theirs = await house.calls.openPlace(desk, id);
    expect(theirs).toMatchObject({ ok: true, value: { bytes: new Uint8Array(bytesOf('theirs')) } });
    const saved = await house.calls.save(desk, bytesOf('mine'), NOTE);
    expect(saved).toMatchObject({ ok: false, error: { code: 'changed-outside' } });
    // Taken over by the page, it is the base of what is typed from now on.
    await house.show(desk, id);
    expect(await house.calls.save(desk, bytesOf('mine'), NOTE)).toMatchObject({ ok: true });
  });

  it('lets a window go again in which nothing came of it', async () => {
    const file = house.file('ferry.brief');
    const [first, second] = [house.desk(), house.desk()];
    house.answers.open = file;
    // As a page does that reads the saved version beside a recovered one, and is told to decide later.
    await house.calls.openBriefing(first);
    await house.clear(first);
    expect(await house.open(second, file)).toMatchObject({ ok: true, value: { name: 'ferry.brief' } });
  });

  it('in a window of its own, by place', async () => {
    const desk = house.desk();
    await house.recents.add(house.file('ferry.brief'), NOTE);
    const id = (await house.calls.recents(desk))[0]?.place.id ?? '';
    await house.calls.openInNewWindow(desk, id);
    expect(house.desks[1]).toMatchObject({ start: { kind: 'briefing' }, used: true });
    await house.calls.openInNewWindow(desk, id);
    expect(house.desks).toHaveLength(2);
    expect(house.focused).toBe(house.desks[1]);
  });

  it('by place knows only places it gave out', async () => {
    const desk = house.desk();
    expect(await house.calls.openPlace(desk, 'f'.repeat(32))).toMatchObject({ ok: false, error: { code: 'missing' } });
    await house.recents.add(house.file('ferry.brief'), NOTE);
    const [recent] = await house.calls.recents(desk);
    expect(await house.calls.openPlace(desk, recent?.place.id ?? '')).toMatchObject({ ok: true });
    expect(desk.path).toBe(path.join(house.docs, 'ferry.brief'));
  });

  it('says what is wrong with a missing file', async () => {
    const result = await house.open(house.desk(), path.join(house.docs, 'none.brief'));
    expect(result).toMatchObject({ ok: false, error: { code: 'missing' } });
  });
});

describe('files handed over by the system', () => {
  it('open each briefing in its window and all articles in one', async () => {
    const files = [house.file('a.brief'), house.file('one.txt'), house.file('B.BRIEF'), house.file('two.md')];
    await house.host.openFiles(files);
    expect(house.desks.map((desk) => desk.start.kind)).toEqual(['briefing', 'briefing', 'articles']);
    const articles = house.desks[2]?.start;
    expect(articles?.kind === 'articles' && articles.files.map((file) => file.name)).toEqual(['one.txt', 'two.md']);
  });

  it('use a window with nothing in it, also one whose page has not asked yet', async () => {
    const desk = house.desk();
    await house.host.openFiles([house.file('one.txt')]);
    expect(house.desks).toHaveLength(1);
    expect(await house.calls.start(desk)).toMatchObject({ kind: 'articles' });

    const shown = house.desk();
    await house.calls.start(shown);
    await house.host.openFiles([house.file('a.brief')]);
    expect(house.sent).toMatchObject([{ kind: 'briefing', file: { name: 'a.brief' } }]);
    expect(house.desks).toHaveLength(2);
  });

  it('that cannot be read are told in a window', async () => {
    await house.host.openFiles([path.join(house.docs, 'none.txt')]);
    expect(house.desks[0]?.start).toMatchObject({ kind: 'failed', text: expect.stringContaining('none.txt') });
  });
});

describe('another briefing in the same window', () => {
  it('has neither the file nor the backup of the one before', async () => {
    const file = house.file('ferry.brief');
    const desk = house.desk();
    await house.open(desk, file);
    await house.edit(desk);
    await house.calls.backup(desk, bytesOf('unsaved'), NOTE);
    await house.show(desk, null);
    expect(await house.calls.save(desk, bytesOf('other'), NOTE)).toMatchObject({ error: { code: 'no-place' } });
    expect(text(file)).toBe('old ferry.brief');
    await house.calls.backup(desk, bytesOf('other'), NOTE);
    // The user was asked and did not save: that stays a while, but is not offered at start.
    const kept = await new House(house.data).calls.backups(desk);
    const marks = Object.fromEntries(kept.map(({ place, declined }) => [place?.name ?? 'never saved', declined]));
    expect(marks).toEqual({ 'ferry.brief': true, 'never saved': false });
  });

  it('after saving leaves no backup', async () => {
    const desk = house.desk();
    await house.open(desk, house.file('ferry.brief'));
    await house.calls.backup(desk, bytesOf('unsaved'), NOTE);
    await house.edit(desk, false);
    await house.show(desk, null);
    expect(await new House(house.data).calls.backups(desk)).toEqual([]);
  });

  it('or none makes the window free for the next', async () => {
    const desk = house.desk();
    await house.open(desk, house.file('ferry.brief'));
    await house.clear(desk);
    expect(await house.open(desk, house.file('other.brief'))).toMatchObject({
      ok: true,
      value: { name: 'other.brief' },
    });
    expect(house.desks).toHaveLength(1);
  });

  it('is not what a page tells first, nor what it tells after it began again', async () => {
    const file = house.file('ferry.brief');
    await house.host.openFiles([file]);
    const desk = house.desks[0] as Desk;
    for (let round = 0; round < 2; round += 1) {
      const start = await house.calls.start(desk);
      await house.clear(desk);
      await house.show(desk, start.kind === 'briefing' ? start.file.place.id : null);
      expect(await house.calls.save(desk, bytesOf(`round ${round}`), NOTE)).toMatchObject({ ok: true });
      house.host.stopped(desk);
    }
  });

  it('is not seen in a page that tells its title only', async () => {
    const desk = house.desk();
    house.answers.open = house.file('ferry.brief');
    await house.calls.openBriefing(desk);
    for (const dirty of [false, true, false]) {
      await house.calls.setWindowState(desk, { title: `Ferry ${String(dirty)}`, dirty, disabled: [] });
    }
    expect(await house.calls.save(desk, bytesOf('x'), NOTE)).toMatchObject({ ok: true });
  });
});

describe('a backup', () => {
  it('of a closed run is offered to the next, with its place and whether that changed', async () => {
    const file = house.file('ferry.brief');
    const desk = house.desk();
    await house.open(desk, file);
    await house.edit(desk);
    expect(await house.calls.backup(desk, bytesOf('unsaved'), NOTE)).toMatchObject({ ok: true });
    expect(await house.calls.backups(desk), 'its own window has it').toEqual([]);

    const next = new House(house.data);
    const other = next.desk();
    const [offer] = await next.calls.backups(other);
    expect(offer).toMatchObject({ title: 'Ferry traffic', place: { name: 'ferry.brief' }, baseChanged: false });
    writeFileSync(file, 'theirs');
    expect(await next.calls.backups(other)).toMatchObject([{ baseChanged: true }]);
    rmSync(file);
    expect(await next.calls.backups(other)).toMatchObject([{ baseChanged: true }]);
    expect(await next.calls.readBackup(other, offer?.id ?? '')).toEqual({
      ok: true,
      value: new Uint8Array(bytesOf('unsaved')),
    });
  });

  it('that is claimed belongs to its window, its file and the base it was made from', async () => {
    const file = house.file('ferry.brief');
    const desk = house.desk();
    await house.open(desk, file);
    await house.calls.backup(desk, bytesOf('unsaved'), NOTE);
    writeFileSync(file, 'theirs');

    const next = new House(house.data);
    const other = next.desk();
    const id = (await next.calls.backups(other))[0]?.id ?? '';
    await next.calls.claimBackup(other, id);
    expect(await next.calls.backups(other)).toEqual([]);
    expect(other.path).toBe(file);
    const saved = await next.calls.save(other, bytesOf('recovered'), NOTE);
    expect(saved).toMatchObject({ ok: false, error: { code: 'changed-outside' } });
    // Backing up goes on under the same id: there is never a second one of the same work.
    await next.calls.backup(other, bytesOf('typed on'), NOTE);
    expect(await new House(house.data).calls.backups(other)).toMatchObject([{ id }]);
  });

  it('recovered beside its saved version has no place of its own', async () => {
    const file = house.file('ferry.brief');
    const desk = house.desk();
    await house.open(desk, file);
    await house.calls.backup(desk, bytesOf('unsaved'), NOTE);
    const next = new House(house.data);
    await next.open(next.desk(), file);
    const other = next.desk();
    await next.calls.claimBackup(other, (await next.calls.backups(other))[0]?.id ?? '');
    expect(await next.calls.save(other, bytesOf('x'), NOTE)).toMatchObject({ error: { code: 'no-place' } });
  });

  it('goes when the work is saved, and stays when the window closes with changes', async () => {
    const desk = house.desk();
    await house.calls.backup(desk, bytesOf('a'), NOTE);
    await house.calls.dropBackup(desk);
    expect(await house.backups.list()).toEqual([]);
    await house.edit(desk);
    await house.calls.backup(desk, bytesOf('b'), NOTE);
    await house.host.closed(desk);
    expect(await house.backups.list()).toMatchObject([{ declined: false }]);
  });

  it('stays for a while after "Don’t save", but is marked', async () => {
    const desk = house.desk();
    await house.edit(desk);
    await house.calls.backup(desk, bytesOf('b'), NOTE);
    desk.declining = true;
    await house.calls.dropBackup(desk);
    await house.host.closed(desk);
    expect(await house.calls.backups(house.desk())).toMatchObject([{ declined: true }]);
  });

  it('goes with a window that closes without changes; one only claimed stays', async () => {
    const desk = house.desk();
    await house.calls.backup(desk, bytesOf('b'), NOTE);
    await house.host.closed(desk);
    expect(await house.backups.list()).toEqual([]);

    await house.edit(desk);
    await house.calls.backup(desk, bytesOf('b'), NOTE);
    const next = new House(house.data);
    const other = next.desk();
    await next.calls.claimBackup(other, (await next.backups.list())[0]?.id ?? '');
    await next.host.closed(other);
    expect(await next.backups.list()).toHaveLength(1);
  });

  it('is offered to the page that takes the place of one that died', async () => {
    const desk = house.desk({ kind: 'articles', files: [] });
    await house.calls.start(desk);
    await house.edit(desk);
    await house.calls.backup(desk, bytesOf('b'), NOTE);
    house.host.stopped(desk);
    expect(await house.calls.start(desk)).toEqual({ kind: 'empty' });
    expect(await house.calls.backups(desk)).toHaveLength(1);
  });

  it('of another window cannot be discarded or taken', async () => {
    const [mine, theirs] = [house.desk(), house.desk()];
    await house.calls.backup(theirs, bytesOf('b'), NOTE);
    const id = theirs.backupId ?? '';
    await house.calls.discardBackup(mine, id);
    await house.calls.claimBackup(mine, id);
    expect(mine.backupId).toBeNull();
    expect(existsSync(path.join(house.data, 'backups', `${id}.backup`))).toBe(true);
    await house.calls.discardBackup(theirs, id);
    expect(existsSync(path.join(house.data, 'backups', `${id}.backup`))).toBe(false);
  });
});

describe('the rest', () => {
  it('imports the articles the user chose, and none when one cannot be read', async () => {
    const desk = house.desk();
    expect(await house.calls.chooseArticles(desk)).toEqual({ ok: true, value: null });
    house.answers.articles = [house.file('one.txt', 'words')];
    expect(await house.calls.chooseArticles(desk)).toMatchObject({ ok: true, value: [{ name: 'one.txt' }] });
    house.answers.articles = [...house.answers.articles, path.join(house.docs, 'none.txt')];
    expect(await house.calls.chooseArticles(desk)).toMatchObject({ ok: false });
  });

  it('opens an address only when it may be and after the user’s yes', async () => {
    const desk = house.desk();
    await house.calls.openExternal(desk, 'https://example.org/');
    house.answers.external = true;
    await house.calls.openExternal(desk, 'file:///etc/passwd');
    await house.calls.openExternal(desk, 'https://example.org/a b');
    expect(house.asked).toEqual(['external https://example.org/a%20b']);
  });
});
