// Exporting: out of the house: the Word file, the PDF and the preview of its pages, made in a worker that can be stopped.
import { annotatedNameOf } from '../shared/base/annotatedName.ts';
import { ok, type Outcome, type Result } from '../shared/base/result.ts';
import type { ExportChoices, Leaving } from '../shared/briefing/exportChoices.ts';
import type { Platform, Saved } from '../shared/platform.ts';
import type { PrintPage } from '../shared/printPage.ts';
import { fileNameOf, TOLD_BY_SHEET, withNews, type SessionState } from './sessionState.ts';
import type { BriefingParts, Exported, Work } from './worker/contract.ts';

/** The worker that exports, apart from the one that backs up, so that stopping it loses no backup. */
export type ExportWork = Pick<Work, 'exportWord' | 'exportPage' | 'leaving'> & {
  /** Ends what is being done at once; its answers never come. Without it an export goes on to its end. */
  readonly stop?: () => void;
};

/** What it needs of the session. */
export interface ExportingPort {
  readonly platform: Platform;
  readonly work: ExportWork;
  readonly clock: () => Date;
  state(): Pick<SessionState, 'noticed' | 'exported'>;
  set(change: Partial<SessionState>): void;
  briefing(): BriefingParts;
  title(): string;
  during<T>(words: string, task: () => Promise<T>): Promise<T>;
}

/** Distinct from every answer of a worker. */
const STOPPED = Symbol('stopped');
type Stopped = typeof STOPPED;

export interface Exporting {
  /** `houseStyle`: the file whose style it is set in; null for the template's own. True when a file was written. */
  exportWord(choices: ExportChoices, houseStyle?: Uint8Array | null): Promise<boolean>;
  exportPdf(): Promise<boolean>;
  /** True when an export under way can be stopped before the host has asked for a place. */
  readonly canCancel: boolean;
  /** Stops the export under way: no file is written, and nothing is told. */
  cancel(): void;
  /** The pages as they would be printed now; null when they cannot be shown. */
  preview(): Promise<PrintPage | null>;
  /** What the Word file would hold; null when that cannot be told. */
  leaving(choices: ExportChoices): Promise<Leaving | null>;
}

export function createExporting(port: ExportingPort): Exporting {
  const { platform, work, clock, during } = port;
  let stop: (() => void) | null = null;

  /** Waits for the worker or for the user who has waited long enough. */
  async function unlessStopped<T>(made: Promise<T>): Promise<T | Stopped> {
    const stopped = new Promise<Stopped>((resolve) => (stop = () => resolve(STOPPED)));
    // The worker that was stopped rejects what it was asked.
    made.catch(() => undefined);
    try {
      return await Promise.race([made, stopped]);
    } finally {
      stop = null;
    }
  }

  /** Hands what was made to the host, which asks for a place, and tells of it; false when no file was written. */
  async function written<T extends Omit<Exported, 'bytes'>>(
    name: string,
    made: Result<Outcome<T>> | Stopped,
    write: (value: T) => Promise<Result<Saved | null>>,
  ): Promise<boolean> {
    if (made === STOPPED) return false;
    const saved = made.ok ? await write(made.value.value) : made;
    if (!saved.ok) {
      port.set({ problem: { kind: 'export', name, error: saved.error } });
      return false;
    }
    if (!saved.value || !made.ok) return false;
    const { contents, draft } = made.value.value;
    const news = made.value.messages.filter(({ code }) => !TOLD_BY_SHEET.has(code)).map(({ text }) => text);
    port.set({
      exported: { name: saved.value.place.name, draft, contents },
      noticed: withNews(port.state().noticed, news),
    });
    return true;
  }

  /** Tells of the annotated copy, also when it is not written though the clean one is. */
  function besideTold(beside: Result<Saved | null>, name: string): void {
    const { exported, noticed } = port.state();
    if (!beside.ok) {
      const text = `The clean copy is written, the annotated one (“${name}”) is not. ${beside.error.text}`;
      port.set({ noticed: withNews(noticed, [text]) });
    } else if (beside.value && exported) {
      port.set({ exported: { ...exported, beside: beside.value.place.name } });
    }
  }

  return {
    canCancel: work.stop !== undefined,
    cancel() {
      const ending = stop;
      if (!ending || !work.stop) return;
      ending();
      work.stop();
    },
    async exportWord(choices, houseStyle = null) {
      const name = fileNameOf(port.title(), 'docx');
      const ask = {
        briefing: port.briefing(),
        now: clock().toISOString(),
        offsetMinutes: -clock().getTimezoneOffset(),
        choices,
        houseStyle,
      };
      const both = choices.copies === 'both';
      const copy = choices.copies === 'clean' ? 'clean' : 'annotated';
      const made = await during(both ? 'Writing copy 1 of 2' : 'Writing the Word document', () =>
        unlessStopped(work.exportWord({ ...ask, copy })),
      );
      if (!both || made === STOPPED) return written(name, made, ({ bytes }) => platform.exportFile(bytes, name));
      const clean = await during('Writing copy 2 of 2', () =>
        unlessStopped(work.exportWord({ ...ask, copy: 'clean' })),
      );
      if (clean === STOPPED || !clean.ok) return written(name, clean, () => Promise.resolve(ok(null)));
      let beside: Result<Saved | null> = ok(null);
      const done = await written(name, made, async ({ bytes }) => {
        const saved = await platform.exportCopies(clean.value.value.bytes, bytes, name);
        if (!saved.ok || !saved.value) return saved.ok ? ok(null) : saved;
        beside = saved.value.annotated;
        return ok(saved.value.clean);
      });
      if (done) besideTold(beside, annotatedNameOf(name));
      return done;
    },
    async exportPdf() {
      const { exportPdf: print } = platform;
      if (!print) return false;
      const name = fileNameOf(port.title(), 'pdf');
      return during('Setting the pages', async () => {
        const made = await unlessStopped(work.exportPage({ briefing: port.briefing(), now: clock().toISOString() }));
        return written(name, made, ({ page }) => print(page, name));
      });
    },
    async preview() {
      try {
        const made = await work.exportPage({ briefing: port.briefing(), now: clock().toISOString() });
        return made.ok ? made.value.value.page : null;
      } catch {
        // The worker was stopped, or died: the next change asks another.
        return null;
      }
    },
    async leaving(choices) {
      try {
        const told = await work.leaving({ briefing: port.briefing(), choices });
        return told.ok ? told.value : null;
      } catch {
        return null;
      }
    },
  };
}
