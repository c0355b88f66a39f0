// Tests of the house style of the window: chosen, refused with a sentence, kept, taken again, removed.
import { describe, expect, it } from 'vitest';
import { createHouseStyles } from '../../renderer/houseStyles.ts';
import { fail, ok, outcome, type Result } from '../../shared/base/result.ts';
import type { InputFile } from '../../shared/platform.ts';

const PREVIEW = { styles: [], page: { width: 11906, height: 16838 }, hasHeader: true, hasFooter: false };
const file = (name: string): InputFile => ({ name, bytes: new TextEncoder().encode(`styles of ${name}`) });

/** A window on a computer that keeps `kept`, and a user who chooses one of `chosen` after the other. */
function desk(chosen: readonly Result<InputFile | null>[], kept: Result<InputFile | null> = ok(null)) {
  const left = [...chosen];
  const disk = { kept, refuses: false, described: 0 };
  const write = (next: InputFile | null): Promise<Result<void>> => {
    if (disk.refuses) return Promise.resolve(fail('full', 'The disk is full.'));
    disk.kept = ok(next);
    return Promise.resolve(ok(undefined));
  };
  const styles = createHouseStyles({
    platform: {
      chooseHouseStyle: async () => left.shift() ?? ok(null),
      keptHouseStyle: async () => disk.kept,
      keepHouseStyle: write,
      dropHouseStyle: () => write(null),
    },
    session: {
      describeHouseStyle: async (bytes) => {
        disk.described += 1;
        return new TextDecoder().decode(bytes).includes('bad')
          ? fail('no-styles', 'The file has no styles to take over.')
          : ok(outcome(PREVIEW, [{ code: 'left', text: 'A shape was left out.' }]));
      },
    },
  });
  return { styles, disk, name: () => styles.get().style?.name ?? null, problem: () => styles.get().problem };
}

describe('a house style', () => {
  it('that is chosen is described, used and kept as it is', async () => {
    const { styles, disk } = desk([ok(file('house.dotx'))]);
    expect(await styles.choose()).toBe(true);
    expect(styles.get()).toMatchObject({
      style: { name: 'house.dotx', preview: PREVIEW, told: ['A shape was left out.'] },
      problem: null,
    });
    expect(disk.kept).toEqual(ok(file('house.dotx')));
  });

  it('that is none is named in a sentence, and the one before stays in use and kept', async () => {
    const { styles, disk, name, problem } = desk([ok(file('a.dotx')), ok(file('bad.docx')), fail('x', 'Too large.')]);
    await styles.choose();
    expect(await styles.choose()).toBe(false);
    expect([name(), problem()]).toEqual(['a.dotx', '“bad.docx” cannot be used. The file has no styles to take over.']);
    expect(disk.kept).toEqual(ok(file('a.dotx')));
    expect(await styles.choose()).toBe(false);
    expect([name(), problem()]).toEqual(['a.dotx', 'Too large.']);
  });

  it('stays when the user steps back', async () => {
    const { styles, name } = desk([ok(file('a.dotx')), ok(null)]);
    await styles.choose();
    expect(await styles.choose()).toBe(false);
    expect(name()).toBe('a.dotx');
  });

  it('of the last time is offered again, and read anew only when it is another', async () => {
    const { styles, disk, name } = desk([], ok(file('a.dotx')));
    await styles.load();
    await styles.load();
    expect([name(), disk.described]).toEqual(['a.dotx', 1]);
    // Another window chose another, under the same name.
    disk.kept = ok({ name: 'a.dotx', bytes: new TextEncoder().encode('styles of b.dotx') });
    await styles.load();
    expect(new TextDecoder().decode(styles.get().style?.bytes)).toBe('styles of b.dotx');
    disk.kept = ok(null);
    await styles.load();
    expect(name()).toBeNull();
  });

  it('that is damaged by the next time is not used, and that is said', async () => {
    const { styles, disk, name, problem } = desk([], fail('damaged', 'Choose it again.'));
    await styles.load();
    expect([name(), problem()]).toEqual([null, 'Your house style is not used. Choose it again.']);
    disk.kept = ok(file('bad.docx'));
    await styles.load();
    expect([name(), problem()]).toEqual([null, '“bad.docx” cannot be used. The file has no styles to take over.']);
  });

  it('that cannot be kept is used all the same, and the kept one does not take its place', async () => {
    const { styles, disk, name, problem } = desk([ok(file('new.dotx'))], ok(file('old.dotx')));
    disk.refuses = true;
    expect(await styles.choose()).toBe(true);
    expect(problem()).toBe('It is used in this window, but could not be kept for the next time. The disk is full.');
    await styles.load();
    expect(name()).toBe('new.dotx');
  });

  it('is removed for good, or it is said that it is not', async () => {
    const { styles, disk, name, problem } = desk([], ok(file('a.dotx')));
    await styles.load();
    disk.refuses = true;
    await styles.remove();
    expect([name(), problem()]).toEqual(['a.dotx', 'It could not be removed. The disk is full.']);
    disk.refuses = false;
    await styles.remove();
    expect([name(), problem(), disk.kept]).toEqual([null, null, ok(null)]);
  });

  it('is told to an export only once it is settled', async () => {
    const { styles } = desk([], ok(file('a.dotx')));
    void styles.load();
    expect((await styles.settled())?.name).toBe('a.dotx');
  });
});
