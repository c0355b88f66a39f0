// Files: how briefings and sources come into the window: chosen, dropped, recent, recovered; nothing unsaved is lost by it.
import type { Result } from '../../shared/base/result.ts';
import type { Backup, InputFile, OpenedFile, Start } from '../../shared/platform.ts';
import type { BriefingParts } from '../worker/contract.ts';
import type { OwnTemplates } from '../ownTemplates.ts';
import type { Bench } from './bench.ts';

/** What was typed and not saved, and what is saved. */
export interface TwoVersions {
  readonly backup: Backup;
  readonly recovered: BriefingParts;
  /** Null for a briefing that was never saved, or whose file is gone. */
  readonly saved: BriefingParts | null;
}

export type Files = ReturnType<typeof createFiles>;

export function createFiles(
  { platform, session, view, say, dialog, showPane }: Bench,
  ownTemplates: Pick<OwnTemplates, 'load'>,
) {
  /** Runs `then` once nothing would be lost by it. */
  function whenSafe(then: () => void): void {
    if (session.getSnapshot().dirty) dialog({ kind: 'unsaved', then });
    else then();
  }
  async function opened(result: Result<OpenedFile | null>, name: string): Promise<void> {
    if (result.ok) {
      if (result.value) await session.openFile(result.value);
      // In another window it is open as the user wanted: here nothing is to be shown.
    } else if (result.error.code !== 'open-elsewhere') session.report({ kind: 'open', name, error: result.error });
  }
  async function addSources(files: readonly InputFile[]): Promise<void> {
    const ids = await session.addSources(files);
    const last = ids[ids.length - 1];
    if (!last) return;
    view.set({ articleId: last });
    showPane('sources');
    say(ids.length === 1 ? 'Source added.' : `${ids.length} sources added.`);
  }

  return {
    whenSafe,
    addSources,
    /** Asks for articles, and goes on with what was chosen. */
    async chosen(then: (files: readonly InputFile[]) => unknown): Promise<void> {
      const result = await platform.chooseArticles();
      if (!result.ok) return session.report({ kind: 'import', name: 'The article', error: result.error });
      if (result.value) await then(result.value);
    },
    /** Begins from articles that were chosen: what will be filled is shown first, unless the user does not want to see it. */
    async startFromChosen(
      chosen: readonly InputFile[],
      templateId = session.getSnapshot().user.template,
    ): Promise<void> {
      await ownTemplates.load();
      if (session.getSnapshot().user.preview === false) return void (await session.startFrom(chosen, templateId));
      const read = await session.readArticles(chosen);
      if (read.imported.length > 0) dialog({ kind: 'startFrom', read, templateId });
    },
    open(): void {
      whenSafe(() => void platform.openBriefing().then((result) => opened(result, 'The briefing')));
    },
    async save(way: 'save' | 'saveAs'): Promise<void> {
      if (await session[way]()) say('Saved.');
    },
    /** What a window was opened for, or was asked to open later. */
    async take(start: Start): Promise<void> {
      if (start.kind === 'articles') {
        if (session.getSnapshot().open) await addSources(start.files);
        else await session.startFrom(start.files);
      } else if (start.kind === 'briefing') whenSafe(() => void session.openFile(start.file));
      else if (start.kind === 'failed') {
        session.report({ kind: 'open', name: 'The file', error: { code: 'failed', text: start.text } });
      }
    },
    /** Opens a kept version as unsaved work at its place; `apart`: without the place, which another window has. */
    async openBackup(backup: Backup, { apart = false } = {}): Promise<void> {
      const bytes = await platform.readBackup(backup.id);
      if (!bytes.ok) return session.report({ kind: 'open', name: backup.title, error: bytes.error });
      // Opening the file first makes it this window's own, so that saving goes there; a file that is gone is no hindrance.
      const at = backup.place && !apart ? await platform.openPlace(backup.place.id) : null;
      const place = at?.ok ? at.value.place : null;
      const name = place?.name ?? backup.title;
      // Before the text changes: so the host leaves the one before alone and takes this one as the new text's own.
      await platform.claimBackup(backup.id);
      if (!(await session.openBytes(bytes.value, { name, place, readOnly: false, unsaved: true }))) return;
      say('The recovered version is open. It is not saved yet.');
    },
    /** The recovered version came in place of the articles the window was opened for: said, never silent. */
    leaveOut(files: readonly InputFile[]): void {
      session.notice(
        files.map(
          ({ name }) =>
            `${name} was not read, because the recovered version was opened. Import it to add it as a source.`,
        ),
      );
    },
    /** Reads a kept version and what is saved at its place; null when the kept one cannot be read or says nothing new. */
    async twoVersions(backup: Backup): Promise<TwoVersions | null> {
      const bytes = await platform.readBackup(backup.id);
      const recovered = bytes.ok ? await session.readParts(bytes.value) : null;
      if (!recovered?.ok) return null;
      const at = backup.place ? await platform.openPlace(backup.place.id) : null;
      const saved = at?.ok ? await session.readParts(at.value.bytes) : null;
      return { backup, recovered: recovered.value, saved: saved?.ok ? saved.value : null };
    },
    async openRecent(placeId: string, name: string): Promise<void> {
      await opened(await platform.openPlace(placeId), name);
    },
  };
}
