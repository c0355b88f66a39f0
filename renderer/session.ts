// Session: the open briefing as a working copy: its place, versions, articles, facts and settings. Plain TypeScript, no React.
// Long because opening, saving and backing up share the versions by which they know what is saved; apart they could disagree.
import { fail, ok, type Result } from '../shared/base/result.ts';
import { flatFacts } from '../shared/briefing/prefill.ts';
import type { LeaveOut } from '../shared/briefing/fillings.ts';
import { createTurns } from '../shared/base/turns.ts';
import { schema } from '../shared/briefing/schema.ts';
import type { LikelihoodScaleId } from '../shared/briefing/likelihood.ts';
import type { Template } from '../shared/briefing/template.ts';
import type { ExportChoices } from '../shared/briefing/exportChoices.ts';
import type { LengthLimit } from '../shared/briefing/lengthLimit.ts';
import type { InputFile, Note, OpenedFile, Place, Platform, UserSettings } from '../shared/platform.ts';
import { createAutosave } from './autosave.ts';
import type { Editor } from './editor/editor.ts';
import { createExporting, type ExportWork } from './exporting.ts';
import { createFactEdits } from './factEdits.ts';
import { createFactRefresh } from './factRefresh.ts';
import { createJudgements } from './judgements.ts';
import { createMedia } from './media.ts';
import {
  dayOf,
  DEFAULT_USER,
  fileNameOf,
  titleOf,
  withNews,
  type Noticed,
  type Problem,
  type SessionState,
} from './sessionState.ts';
import type { BriefingParts, Imported, Work } from './worker/contract.ts';

export interface SessionParts {
  readonly platform: Platform;
  readonly work: Work;
  /** Exports; `work` when it is left out. */
  readonly exporter?: ExportWork;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Version of the app, for the manifest of a saved file. */
  readonly app: string;
  readonly templateById: (id: string) => Template | null;
  readonly setTimer?: (run: () => void, ms: number) => number;
  readonly clearTimer?: (timer: number) => void;
}

/** The language of what prefill writes. */
const LANGUAGE = 'en-GB';

/** Articles that were read, and what was noticed of them. */
export interface ReadArticles {
  readonly imported: readonly Imported[];
  readonly noticed: readonly Noticed[];
}

export type Session = ReturnType<typeof createSession>;

export function createSession(parts: SessionParts) {
  const { platform, work, clock } = parts;
  const listeners = new Set<() => void>();
  let state: SessionState = {
    ...emptyState(),
    user: DEFAULT_USER,
    problem: null,
    busy: null,
    exported: null,
  };
  let editor: Editor | null = null;
  let sources = new Map<string, Uint8Array>();
  const media = createMedia();
  let unknown: Readonly<Record<string, unknown>> | undefined;
  /** Changes that are not the editor's: facts, articles. */
  let ownVersion = 0;
  let savedVersion = '0:0';
  /** The template of the settings as they were opened; what the text was changed to since stands in the text. */
  let openedTemplate = '';
  let openings = 0;
  /** Writing goes one after another, so that an older version never lands on a newer one. */
  const inTurn = createTurns();

  const autosave = createAutosave({
    run: backUp,
    now: () => clock().getTime(),
    setTimer: parts.setTimer ?? ((run, ms) => setTimeout(run, ms) as unknown as number),
    clearTimer: parts.clearTimer ?? ((timer) => clearTimeout(timer)),
  });

  function emptyState() {
    return {
      open: null,
      place: null,
      readOnly: false,
      articles: [],
      facts: [],
      settings: null,
      dirty: false,
      savedAt: null,
      backupFailed: null,
      noticed: [],
      exported: null,
    } satisfies Partial<SessionState>;
  }
  function set(change: Partial<SessionState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  async function during<T>(words: string, task: () => Promise<T>): Promise<T> {
    set({ busy: words });
    try {
      return await task();
    } finally {
      set({ busy: null });
    }
  }

  // Versions

  function version(): string {
    return `${ownVersion}:${editor?.snapshot().version ?? 0}`;
  }
  /** The text says under which template it stands, so that undo brings back the one before; the settings follow. */
  function followTemplate(): void {
    const { settings } = state;
    if (!settings || !editor) return;
    const named: unknown = editor.snapshot().doc.attrs['template'];
    const template = typeof named === 'string' ? named : openedTemplate;
    if (template === settings.template) return;
    set({ settings: { ...settings, template } });
    tellEditor();
  }
  function changed(): void {
    followTemplate();
    const dirty = version() !== savedVersion;
    if (dirty !== state.dirty) set({ dirty });
    if (dirty) autosave.touch();
  }
  function ownChange(change: Partial<SessionState>): void {
    ownVersion += 1;
    set(change);
    tellEditor();
    changed();
  }
  function tellEditor(): void {
    editor?.setContext(context());
  }
  function context() {
    return {
      articles: state.articles,
      facts: state.facts,
      ...(state.settings ? { settings: state.settings } : {}),
      author: state.settings?.author ?? state.user.author,
      now: () => clock().toISOString(),
      newId: parts.newId,
    };
  }

  const factEdits = createFactEdits({
    facts: () => state.facts,
    articles: () => state.articles,
    set: (next) => ownChange({ facts: next }),
    author: () => context().author,
    now: () => clock().toISOString(),
    newId: parts.newId,
  });

  const refreshFacts = createFactRefresh({
    articles: () => state.articles,
    facts: () => state.facts,
    set: (facts) => ownChange({ facts }),
    doc: () => editor?.snapshot().doc ?? state.open?.doc ?? null,
    today: () => dayOf(clock()),
    read: (articles, today) => during('Reading the sources again', () => work.readFacts({ articles, today })),
  });

  const judgements = createJudgements({
    settings: () => state.settings,
    articles: () => state.articles,
    facts: () => state.facts,
    set: ownChange,
    author: () => context().author,
    now: () => clock().toISOString(),
  });

  // The briefing as it stands

  function briefing(): BriefingParts {
    const { open, settings } = state;
    if (!open || !settings) throw new RangeError('No briefing is open.');
    const now = editor?.snapshot();
    return {
      doc: (now?.doc ?? open.doc).toJSON() as unknown,
      articles: state.articles,
      facts: state.facts,
      annotations: now ? [...now.annotations.values()] : open.annotations,
      settings,
      sources: [...sources],
      media: media.all(),
      ...(unknown ? { unknown } : {}),
    };
  }
  function note(): Note {
    const doc = editor?.snapshot().doc ?? state.open?.doc;
    return {
      title: (doc && titleOf(doc)) || 'Untitled briefing',
      template: state.settings?.template ?? '',
      checksToSettle: (editor?.snapshot().checks ?? []).filter((check) => check.severity === 'settle').length,
    };
  }
  function show(made: BriefingParts, change: Partial<SessionState>): void {
    sources = new Map(made.sources);
    media.load(made.media);
    unknown = made.unknown;
    ownVersion = 0;
    editor = null;
    openings += 1;
    savedVersion = '0:0';
    openedTemplate = made.settings.template;
    autosave.cancel();
    set({
      ...emptyState(),
      open: { key: openings, doc: schema.nodeFromJSON(made.doc), annotations: made.annotations },
      articles: made.articles,
      facts: made.facts,
      settings: made.settings,
      ...change,
    });
  }

  // Into the house

  /** Reads files one after another; what cannot be read is told, the rest is done. */
  async function importAll(files: readonly InputFile[]): Promise<ReadArticles> {
    const imported: Imported[] = [];
    const noticed: Noticed[] = [];
    for (const [index, file] of files.entries()) {
      const words = files.length > 1 ? `Reading article ${index + 1} of ${files.length}` : `Reading ${file.name}`;
      const result = await during(words, () => work.importArticle({ ...file, today: dayOf(clock()) }));
      if (!result.ok) {
        set({ problem: { kind: 'import', name: file.name, error: result.error } });
        continue;
      }
      const { article, facts, source } = result.value.value;
      if (imported.some((other) => other.article.id === article.id)) continue;
      imported.push({ article, facts, source });
      noticed.push(...result.value.messages.map((message) => ({ articleId: article.id, text: message.text })));
    }
    return { imported, noticed };
  }

  async function prefill({ imported, noticed }: ReadArticles, templateId: string, leaveOut?: LeaveOut) {
    const template = parts.templateById(templateId) ?? parts.templateById(DEFAULT_USER.template);
    if (!template) throw new RangeError(`No template "${templateId}".`);
    const now = clock();
    const made = await during('Writing the first draft', () =>
      work.prefill({
        articles: imported.map((one) => one.article),
        facts: imported.map((one) => one.facts),
        sources: imported.map((one) => [one.article.id, one.source] as const),
        template,
        date: dayOf(now),
        banner: state.user.banner,
        author: state.user.author,
        language: LANGUAGE,
        now: now.toISOString(),
        ...(leaveOut ? { leaveOut } : {}),
      }),
    );
    // The page itself shows that it has no banner, and asks for one.
    const told = made.messages.filter(({ code }) => code !== 'no-banner');
    show(made.value, { noticed: [...noticed, ...told.map(({ text }) => ({ articleId: null, text }))] });
  }

  async function startFrom(files: readonly InputFile[], templateId = state.user.template): Promise<boolean> {
    const read = await importAll(files);
    if (files.length > 0 && read.imported.length === 0) return false;
    await prefill(read, templateId);
    return true;
  }

  /** More sources for the open briefing. A briefing still empty is prefilled from them; otherwise their facts wait unused. */
  async function addSources(files: readonly InputFile[]): Promise<readonly string[]> {
    const { settings } = state;
    if (!settings) return (await startFrom(files)) ? state.articles.map((article) => article.id) : [];
    const { imported, noticed } = await importAll(files);
    const known = new Set(state.articles.map((article) => article.id));
    const fresh = imported.filter((one) => !known.has(one.article.id));
    const twice = imported
      .filter((one) => known.has(one.article.id))
      .map((one) => ({ articleId: one.article.id, text: `${one.article.fileName} is among the sources already.` }));
    if (fresh.length === 0) {
      if (twice.length > 0) set({ noticed: [...state.noticed, ...twice] });
      return twice.map((one) => one.articleId);
    }
    if (known.size === 0 && !state.dirty && !state.place) {
      await prefill({ imported: fresh, noticed }, settings.template);
    } else {
      for (const one of fresh) sources.set(one.article.id, one.source);
      ownChange({
        articles: [...state.articles, ...fresh.map((one) => one.article)],
        facts: [...state.facts, ...flatFacts(fresh.map((one) => one.facts))],
        noticed: [...state.noticed, ...noticed, ...twice],
      });
    }
    return fresh.map((one) => one.article.id);
  }

  /** Opens the bytes of a .brief. `unsaved`: they are not what stands at the place (a recovered version). */
  async function openBytes(
    bytes: Uint8Array,
    at: { name: string; place: Place | null; readOnly: boolean; unsaved?: boolean },
  ): Promise<boolean> {
    const read = await during(`Opening ${at.name}`, () => work.read({ bytes }));
    if (!read.ok) {
      set({ problem: { kind: 'open', name: at.name, error: read.error } });
      return false;
    }
    const { value, messages } = read.value;
    show(value, {
      place: at.place,
      readOnly: at.readOnly || value.readOnly,
      noticed: messages.map((message) => ({ articleId: null, text: message.text })),
    });
    if (at.unsaved) {
      ownVersion += 1;
      changed();
    }
    return true;
  }
  function openFile(file: OpenedFile): Promise<boolean> {
    return openBytes(file.bytes, file);
  }

  // Out of the house

  async function backUp(): Promise<void> {
    if (!state.open) return;
    const kept = await inTurn(async () => {
      const bytes = await work.write({ briefing: briefing(), app: parts.app });
      return platform.backup(bytes, note());
    }).catch((fault: unknown) => fail('failed', fault instanceof Error ? fault.message : String(fault)));
    const backupFailed = kept.ok ? null : kept.error.text;
    if (backupFailed !== state.backupFailed) set({ backupFailed });
  }

  type Way = 'save' | 'saveAs' | 'saveOver';

  /** Saves; true when what is on disk is what is here. A failure becomes a Problem. */
  async function save(way: Way = 'save'): Promise<boolean> {
    if (!state.open) return false;
    if (way === 'save' && (state.readOnly || !state.place)) way = 'saveAs';
    const result = await inTurn(async () => {
      const at = version();
      const bytes = await work.write({ briefing: briefing(), app: parts.app });
      const saved: Result<{ place: Place; at: string } | null> =
        way === 'saveAs'
          ? await platform.saveAs(bytes, state.place?.name ?? fileNameOf(note().title, 'brief'), note())
          : way === 'saveOver'
            ? await platform.saveOver(bytes, note())
            : await platform.save(bytes, note());
      return { at, saved };
    }).catch((fault: unknown) => ({
      at: '',
      saved: fail('failed', fault instanceof Error ? fault.message : String(fault)),
    }));
    const { saved } = result;
    if (!saved.ok) {
      if (saved.error.code === 'no-place' && way === 'save') return save('saveAs');
      const name = state.place?.name ?? note().title;
      // The dialog says that the changes are safe in a backup: so they must be.
      await backUp();
      set({
        problem:
          saved.error.code === 'changed-outside'
            ? { kind: 'changed', name }
            : { kind: 'save', name, error: saved.error },
      });
      return false;
    }
    if (!saved.value) return false;
    savedVersion = result.at;
    const clean = version() === savedVersion;
    set({ place: saved.value.place, savedAt: saved.value.at, readOnly: false, dirty: !clean, problem: null });
    if (clean) {
      autosave.cancel();
      await platform.dropBackup();
    }
    return clean;
  }

  const exporting = createExporting({
    platform,
    work: parts.exporter ?? work,
    clock,
    state: () => state,
    set,
    briefing,
    title: () => note().title,
    during,
  });

  return {
    getSnapshot: (): SessionState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    context,
    media,
    app: parts.app,
    titleNow: () => note().title,
    /** The parts of the text on disk or in a backup, for comparing; nothing is opened. */
    async readParts(bytes: Uint8Array): Promise<Result<BriefingParts>> {
      const read = await work.read({ bytes });
      return read.ok ? ok(read.value.value) : read;
    },
    briefing,

    /** Gives the session the editor of the open text; answers how to take it away. */
    attach(made: Editor): () => void {
      editor = made;
      const stop = made.subscribe(changed);
      // What the editor counts at its start is what was opened.
      savedVersion = state.dirty ? savedVersion : version();
      return () => {
        stop();
        if (editor === made) editor = null;
      };
    },

    startFrom,
    /** Reads articles that a briefing may begin with; nothing is opened. */
    readArticles: importAll,
    /** Begins a briefing from what `readArticles` read. */
    startWith: prefill,
    addSources,
    openFile,
    openBytes,
    save: () => save('save'),
    saveAs: () => save('saveAs'),
    saveOver: () => save('saveOver'),
    exporting,
    exportWord: exporting.exportWord,
    exportPdf: exporting.exportPdf,
    leaving: exporting.leaving,
    describeHouseStyle: (bytes: Uint8Array) => work.describeHouseStyle({ bytes }),
    /** Remembered in the briefing, so that it leaves the same way next time. */
    setExportChoices(choices: ExportChoices): void {
      if (state.settings) ownChange({ settings: { ...state.settings, export: choices } });
    },
    /** The scale that the briefing's words of likelihood are held to; `none` for none. */
    setLikelihood(scale: LikelihoodScaleId | 'none'): void {
      if (state.settings) ownChange({ settings: { ...state.settings, likelihood: scale } });
    },
    /** How long the briefing may be; null for as long as it likes. */
    setLengthLimit(limit: LengthLimit | null): void {
      if (state.settings) ownChange({ settings: { ...state.settings, lengthLimit: limit } });
    },

    /** Opens what stands on disk over what is here; the caller has asked. */
    async takeTheirs(): Promise<boolean> {
      const { place } = state;
      if (!place) return false;
      const opened = await platform.openPlace(place.id);
      if (!opened.ok) {
        set({ problem: { kind: 'open', name: place.name, error: opened.error } });
        return false;
      }
      set({ problem: null });
      return openFile(opened.value);
    },

    close(): void {
      autosave.cancel();
      editor = null;
      media.load([]);
      set(emptyState());
    },
    flushBackup: () => autosave.flush(),

    factEdits,
    refreshFacts,
    judgements,

    setUser(user: UserSettings): void {
      set({ user });
      tellEditor();
      void platform.writeSettings(user);
    },
    takeUser(user: UserSettings): void {
      set({ user });
    },
    /** Tells of something about the briefing as a whole, once. */
    notice: (texts: readonly string[]) => set({ noticed: withNews(state.noticed, texts) }),
    settleProblem: () => set({ problem: null }),
    report: (problem: Problem) => set({ problem }),
    dismissNoticed: (articleId: string | null) =>
      set({ noticed: state.noticed.filter((one) => one.articleId !== articleId) }),
    dismissExported: () => set({ exported: null }),
  };
}
