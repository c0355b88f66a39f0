// Tests of the way of a picture into the text: refused with a sentence, described before it is inserted, changed later.
import { describe, expect, it } from 'vitest';
import type { PictureAttrs } from '../../renderer/editor/editor.ts';
import { createMedia } from '../../renderer/media.ts';
import { createPictureInsertion } from '../../renderer/pictureInsertion.ts';
import type { Problem } from '../../renderer/sessionState.ts';
import type { DialogState } from '../../renderer/view.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { InputFile } from '../../shared/platform.ts';
import { png } from '../pictures.ts';

const QUAY = { name: 'quay.png', bytes: png({ width: 4, height: 2 }) };
const fileOf = ({ name, bytes }: InputFile) => ({
  name,
  arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
});

/** A window whose analyst answers each dialog with the next of `answers`. */
function desk(answers: readonly (string | null)[], chosen: Result<InputFile | null> = ok(null)) {
  const problems: Problem[] = [];
  const inserted: [PictureAttrs, number | undefined][] = [];
  const changed: [number, PictureAttrs][] = [];
  const dialogs: (DialogState | null)[] = [];
  const left = [...answers];
  const insertion = createPictureInsertion({
    platform: { choosePicture: async () => chosen },
    session: {
      media: createMedia({ createUrl: () => 'blob:x', revokeUrl: () => undefined, redraw: async () => null }),
      report: (problem) => void problems.push(problem),
    },
    editor: () => ({
      insertPicture: (picture, pos) => inserted.push([picture, pos]) > 0,
      setPicture: (pos, picture) => changed.push([pos, picture]) > 0,
      focus: () => undefined,
    }),
    dialog(next) {
      dialogs.push(next);
      if (next?.kind !== 'picture') return;
      const alt = left.shift() ?? null;
      next.done(alt === null ? null : { ...next.picture, alt });
    },
    say: () => undefined,
  });
  return { insertion, problems, inserted, changed, dialogs };
}

describe('a picture', () => {
  it('that was chosen is described and inserted at the caret', async () => {
    const { insertion, inserted, dialogs, problems } = desk(['The quay'], ok(QUAY));
    await insertion.choose();
    expect(inserted).toMatchObject([[{ alt: 'The quay', width: null }, undefined]]);
    expect(dialogs.at(-1)).toBeNull();
    expect(problems).toEqual([]);
  });

  it('is not inserted when the analyst steps back, in either dialog', async () => {
    const stepped = desk([null], ok(QUAY));
    await stepped.insertion.choose();
    expect(stepped.inserted).toEqual([]);
    const none = desk([], ok(null));
    await none.insertion.choose();
    expect(none.dialogs).toEqual([]);
  });

  it('that cannot be read is a problem with the reader’s sentence, and no dialog', async () => {
    const { insertion, problems, dialogs } = desk(
      ['x'],
      ok({ name: 'plan.webp', bytes: new TextEncoder().encode('RIFF\0\0\0\0WEBP') }),
    );
    await insertion.choose();
    expect(dialogs).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'picture', name: 'plan.webp', error: { code: 'not-a-picture' } }]);
  });

  it('whose file cannot be read is a problem with the host’s sentence', async () => {
    const { insertion, problems } = desk([], fail('missing', 'The file is gone.'));
    await insertion.choose();
    expect(problems).toMatchObject([{ kind: 'picture', error: { text: 'The file is gone.' } }]);
  });

  it('among several that were dropped: the first at the place, the next behind it, the bad told', async () => {
    const { insertion, inserted, problems } = desk(['One', 'Two']);
    const bad = { name: 'bad.png', bytes: new Uint8Array([1]) };
    const other = { name: 'mole.png', bytes: png({ width: 9, height: 9 }) };
    await insertion.insertFiles([bad, QUAY, other].map(fileOf), 17);
    expect(inserted.map(([{ alt }, pos]) => [alt, pos])).toEqual([
      ['One', 17],
      ['Two', undefined],
    ]);
    expect(problems).toHaveLength(1);
  });

  it('is changed at its place', async () => {
    const { insertion, changed, dialogs } = desk(['The mole']);
    await insertion.edit(9, { media: 'a.png', alt: 'The quay', width: 25 });
    expect(dialogs[0]).toMatchObject({ kind: 'picture', way: 'edit', picture: { alt: 'The quay' } });
    expect(changed).toEqual([[9, { media: 'a.png', alt: 'The mole', width: 25 }]]);
  });
});
