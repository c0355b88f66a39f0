// The way of a picture into the text: chosen, pasted or dropped; read and stripped, described by the analyst, inserted.
import type { InputFile, Platform } from '../shared/platform.ts';
import type { Editor, PictureAttrs } from './editor/editor.ts';
import type { Session } from './session.ts';
import type { DialogState } from './view.ts';

export interface InsertionParts {
  readonly platform: Pick<Platform, 'choosePicture'>;
  readonly session: Pick<Session, 'media' | 'report'>;
  editor(): Pick<Editor, 'insertPicture' | 'setPicture' | 'focus'> | null;
  dialog(next: DialogState | null): void;
  say(words: string): void;
}

/** A file as the page has it. */
export interface PageFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export type PictureInsertion = ReturnType<typeof createPictureInsertion>;

export function createPictureInsertion({ platform, session, editor, dialog, say }: InsertionParts) {
  /** Asks for the description; null when the analyst steps back. */
  function described(way: 'insert' | 'edit', picture: PictureAttrs): Promise<PictureAttrs | null> {
    return new Promise((resolve) => {
      dialog({
        kind: 'picture',
        way,
        picture,
        done(decided) {
          dialog(null);
          resolve(decided);
        },
      });
    });
  }
  /** True when the picture stands in the text. */
  async function insert(file: InputFile, pos?: number): Promise<boolean> {
    const added = await session.media.add(file.bytes);
    if (!added.ok) {
      session.report({ kind: 'picture', name: file.name, error: added.error });
      return false;
    }
    const decided = await described('insert', { media: added.value, alt: '', width: null });
    if (!decided || !editor()?.insertPicture(decided, pos)) return false;
    say('Picture inserted.');
    editor()?.focus();
    return true;
  }

  return {
    insert,
    async choose(): Promise<void> {
      const chosen = await platform.choosePicture();
      if (!chosen.ok) session.report({ kind: 'picture', name: 'The picture', error: chosen.error });
      else if (chosen.value) await insert(chosen.value);
    },
    /** One after another, each with its own description; those after the first stand behind it. */
    async insertFiles(files: readonly PageFile[], pos: number): Promise<void> {
      let at: number | undefined = pos;
      for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (await insert({ name: file.name, bytes }, at)) at = undefined;
      }
    },
    async edit(pos: number, picture: PictureAttrs): Promise<void> {
      const decided = await described('edit', picture);
      if (decided && editor()?.setPicture(pos, decided)) say('Picture changed.');
      editor()?.focus();
    },
  };
}
