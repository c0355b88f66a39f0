// Workbench: one window's session, view and text, and every command that can be run on them.
// Long because the window's commands are one table, and whether and how each runs must be seen beside it.
import type { Result } from '../shared/base/result.ts';
import type { CommandId } from '../shared/commands.ts';
import type { Status } from '../shared/facts/fact.ts';
import type { Backup, InputFile, OpenedFile, Platform, Start } from '../shared/platform.ts';
import { ALWAYS, REASONS } from './commandRules.ts';
import type { Editor } from './editor/editor.ts';
import { hasSeries } from './panels/chartSeries.ts';
import { standsBeside } from './panels/marginItems.ts';
import { stepPart } from './parts.ts';
import { createPictureInsertion } from './pictureInsertion.ts';
import type { BriefingParts } from './worker/contract.ts';
import type { Session } from './session.ts';
import { createStore } from './store.ts';
import { FIRST_VIEW, nextZoom, type DialogState, type Notice, type Pane, type ViewState } from './view.ts';

/** What was typed and not saved, and what is saved. */
export interface TwoVersions {
  readonly backup: Backup;
  readonly recovered: BriefingParts;
  /** Null for a briefing that was never saved, or whose file is gone. */
  readonly saved: BriefingParts | null;
}

export interface WorkbenchParts {
  readonly platform: Platform;
  readonly session: Session;
  readonly setTimer?: (run: () => void, ms: number) => unknown;
}

export type Workbench = ReturnType<typeof createWorkbench>;

export function createWorkbench({ platform, session, setTimer = (run, ms) => setTimeout(run, ms) }: WorkbenchParts) {
  const view = createStore<ViewState>(FIRST_VIEW);
  const text = createStore<{ editor: Editor | null; scroll: HTMLElement | null }>({ editor: null, scroll: null });
  const editor = () => text.get().editor;
  const now = () => editor()?.snapshot() ?? null;

  const say = (text: string): void => view.set({ said: { text, turn: view.get().said.turn + 1 } });
  /** Stands in the status bar for ten seconds. */
  function notify(notice: Notice): void {
    view.set({ notice });
    setTimer(() => {
      if (view.get().notice === notice) view.set({ notice: null });
    }, 10_000);
  }
  function offerUndo(words: string): void {
    notify({ text: words, undo: 'undo' });
    say(`${words} Undo with the Undo command.`);
  }
  const dialog = (next: DialogState | null): void => view.set({ dialog: next });
  function showPane(pane: Pane): void {
    const { narrow, panes } = view.get();
    view.set(narrow ? { drawer: pane } : { panes: { ...panes, [pane]: true } });
  }

  // Facts, notes and their places

  function showFact(factId: string): void {
    const fact = session.getSnapshot().facts.find((one) => one.id === factId);
    if (!fact) return;
    const turn = (view.get().hit?.turn ?? 0) + 1;
    if (!view.get().narrow || view.get().drawer !== 'facts') showPane('sources');
    view.set({ articleId: fact.articleId, hit: { factId, turn } });
  }
  /** Its place in the source, and its first use in the briefing. */
  function selectFact(factId: string): void {
    showFact(factId);
    editor()?.reveal({ kind: 'fact', id: factId });
  }
  function openCard(card: string | null, byKey = false): void {
    view.set({ card, cardByKey: byKey });
    if (card) {
      showPane('facts');
      view.set({ arrange: 'beside' });
      const [kind, id] = [card.slice(0, card.indexOf(':')), card.slice(card.indexOf(':') + 1)];
      if (kind === 'annotation' || kind === 'check') editor()?.reveal({ kind, id });
      const factId = kind === 'check' ? now()?.checks.find((check) => check.id === id)?.factId : null;
      if (factId) showFact(factId);
    }
  }
  /** What a status command is for: the open note, the note or fact under the caret, the fact shown in its source. */
  function target(): { kind: 'annotation' | 'fact'; id: string } | null {
    const { card, hit } = view.get();
    const focused =
      typeof document === 'undefined' ? null : document.activeElement?.closest<HTMLElement>('[data-fact], [data-note]');
    if (focused?.dataset['note']) return { kind: 'annotation', id: focused.dataset['note'] };
    if (focused?.dataset['fact']) return { kind: 'fact', id: focused.dataset['fact'] };
    if (card?.startsWith('annotation:')) return { kind: 'annotation', id: card.slice('annotation:'.length) };
    const snapshot = now();
    if (snapshot?.annotationAtCaret) return { kind: 'annotation', id: snapshot.annotationAtCaret };
    if (snapshot?.factAtCaret) return { kind: 'fact', id: snapshot.factAtCaret };
    return hit ? { kind: 'fact', id: hit.factId } : null;
  }
  function mark(status: Status): boolean {
    const found = target();
    if (!found) return false;
    if (found.kind === 'annotation') editor()?.updateAnnotation(found.id, { status });
    else session.setFactStatus(found.id, status);
    say(`Marked ${status}.`);
    return true;
  }
  function deleteNote(id: string): void {
    view.set({ card: null });
    editor()?.deleteAnnotation(id);
    offerUndo('Note deleted.');
    editor()?.focus();
  }
  function resolveNote(id: string): void {
    const note = now()?.annotations.get(id);
    if (!note) return;
    editor()?.updateAnnotation(id, { resolved: !note.resolved });
    view.set({ card: null });
    say(note.resolved ? 'Note opened again.' : 'Note resolved.');
  }

  // Files

  /** Runs `then` once nothing would be lost by it. */
  function whenSafe(then: () => void): void {
    if (session.getSnapshot().dirty) dialog({ kind: 'unsaved', then });
    else then();
  }
  async function chosen(then: (files: readonly InputFile[]) => Promise<unknown>): Promise<void> {
    const result = await platform.chooseArticles();
    if (!result.ok) return session.report({ kind: 'import', name: 'The article', error: result.error });
    if (result.value) await then(result.value);
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
  /** What a window was opened for, or was asked to open later. */
  async function take(start: Start): Promise<void> {
    if (start.kind === 'articles') {
      if (session.getSnapshot().open) await addSources(start.files);
      else await session.startFrom(start.files);
    } else if (start.kind === 'briefing') whenSafe(() => void session.openFile(start.file));
    else if (start.kind === 'failed') {
      session.report({ kind: 'open', name: 'The file', error: { code: 'failed', text: start.text } });
    }
  }
  async function save(way: 'save' | 'saveAs'): Promise<void> {
    if (await session[way]()) say('Saved.');
  }

  const pictures = createPictureInsertion({ platform, session, editor, dialog, say });

  /** Runs a command that is the window's own; undefined when it is the text's. */
  const own: Partial<Record<CommandId, () => void>> = {
    new: () =>
      session.getSnapshot().open && platform.host === 'desktop'
        ? void platform.newWindow('empty')
        : whenSafe(() => void session.startFrom([])),
    newFromArticle: () =>
      void chosen((files) => {
        whenSafe(() => void session.startFrom(files));
        return Promise.resolve();
      }),
    open: () => whenSafe(() => void platform.openBriefing().then((result) => opened(result, 'The briefing'))),
    close: () => whenSafe(() => session.close()),
    save: () => void save('save'),
    saveAs: () => void save('saveAs'),
    backups: () => dialog({ kind: 'backups' }),
    insertImage: () => void pictures.choose(),
    importSource: () => void chosen(addSources),
    pasteSource: () => dialog({ kind: 'paste' }),
    export: () => dialog({ kind: 'export' }),
    exportPdf: () => dialog({ kind: 'exportPdf' }),
    settings: () => dialog({ kind: 'settings' }),

    commandPalette: () => dialog(view.get().dialog?.kind === 'palette' ? null : { kind: 'palette' }),
    nextPart: () => stepPart(1, editor()),
    previousPart: () => stepPart(-1, editor()),
    goSources: () => {
      showPane('sources');
      setTimer(() => stepPart('sources', editor()), 0);
    },
    goText: () => {
      view.set({ drawer: null });
      editor()?.focus();
    },
    goFacts: () => {
      showPane('facts');
      setTimer(() => stepPart('facts', editor()), 0);
    },
    toggleSources: () => togglePane('sources'),
    toggleFacts: () => togglePane('facts'),
    textOnly: () => {
      const { panes } = view.get();
      const show = !panes.sources && !panes.facts;
      view.set({ panes: { sources: show, facts: show }, drawer: null });
    },
    showFacts: () => view.set({ showFacts: !view.get().showFacts }),
    zoomIn: () => view.set({ zoom: nextZoom(view.get().zoom, 1) }),
    zoomOut: () => view.set({ zoom: nextZoom(view.get().zoom, -1) }),
    zoomReset: () => view.set({ zoom: 100 }),

    insertQuotation: () => dialog({ kind: 'insert', form: 'quotation' }),
    insertFigure: () => dialog({ kind: 'insert', form: 'figure' }),
    insertChart: () => dialog({ kind: 'chart' }),
    citeSource: () => {
      const { articles, facts } = session.getSnapshot();
      const { hit, articleId } = view.get();
      const fact = facts.find((one) => one.id === hit?.factId);
      const article = fact?.articleId ?? articleId ?? articles[0]?.id;
      if (article) editor()?.cite(article, fact?.id ?? null);
    },
    addNote: () => {
      const id = editor()?.addAnnotation();
      if (id) openCard(`annotation:${id}`, true);
    },
    insertReference: () => dialog({ kind: 'reference' }),
    portionMark: () => dialog({ kind: 'portion' }),
    link: () => dialog({ kind: 'link' }),

    check: () => {
      showPane('facts');
      view.set({ arrange: 'list', filter: 'warnings', card: null });
      const checks = now()?.checks ?? [];
      const settle = checks.filter((check) => check.severity === 'settle').length;
      say(checks.length === 0 ? 'Nothing to settle.' : `${settle} to settle, ${checks.length - settle} worth a look.`);
      setTimer(() => stepPart('facts', editor()), 0);
    },
    nextWarning: () => step('nextWarning'),
    previousWarning: () => step('previousWarning'),
    nextNote: () => step('nextNote'),
    previousNote: () => step('previousNote'),
    nextFact: () => step('nextFact'),
    previousFact: () => step('previousFact'),
    restoreWords: () => settle('restore', 'restoreWords'),
    makeParaphrase: () => settle('paraphrase', 'makeParaphrase'),
    markCuts: () => settle('markCuts', 'markCuts'),
    resolveNote: () => {
      const found = target();
      if (found?.kind === 'annotation') resolveNote(found.id);
    },
    banner: () => dialog({ kind: 'banner' }),

    showEvidence: () => {
      const found = target();
      const factId = found?.kind === 'fact' ? found.id : (now()?.factAtCaret ?? view.get().hit?.factId);
      if (factId) showFact(factId);
    },
    goBack: () => {
      view.set({ drawer: null });
      editor()?.focus();
    },
    markVerified: () => void mark('verified'),
    markDisputed: () => void mark('disputed'),
    markUnverified: () => void mark('unverified'),

    shortcuts: () => dialog({ kind: 'shortcuts' }),
    about: () => dialog({ kind: 'about' }),
  };

  function togglePane(pane: Pane): void {
    const { narrow, drawer, panes } = view.get();
    if (narrow) view.set({ drawer: drawer === pane ? null : pane });
    else view.set({ panes: { ...panes, [pane]: !panes[pane] } });
  }
  /** Moves the caret to the next thing and opens what stands beside it. */
  function step(id: CommandId): void {
    if (id.endsWith('Warning')) return stepWarning(id);
    if (!editor()?.run(id)) return;
    const snapshot = now();
    if (id.endsWith('Note') && snapshot?.annotationAtCaret) openCard(`annotation:${snapshot.annotationAtCaret}`);
    else if (id.endsWith('Fact') && snapshot?.factAtCaret) showFact(snapshot.factAtCaret);
  }
  /** First the warning under the caret, if its card is closed; then the next. */
  function stepWarning(id: CommandId): void {
    const here = () => now()?.checks.find((check) => check.id === now()?.checkAtCaret);
    const under = here();
    const open = under && view.get().card === `check:${under.id}`;
    if (!under || under.severity !== 'settle' || open) editor()?.run(id);
    const found = here();
    if (found && standsBeside(found)) openCard(`check:${found.id}`);
    else if (found) say(found.title);
  }
  function settleCheck(checkId: string, how: 'restore' | 'paraphrase' | 'markCuts'): boolean {
    const done = editor()?.settle(checkId, how) ?? false;
    if (done) {
      view.set({ card: null });
      say('Settled.');
    }
    return done;
  }
  function settle(how: 'restore' | 'paraphrase' | 'markCuts', id: CommandId): void {
    const { card } = view.get();
    if (card?.startsWith('check:')) settleCheck(card.slice('check:'.length), how);
    else editor()?.run(id);
  }

  /** Why a command cannot run now, as a short phrase; null when it can. */
  function reasonOff(id: CommandId): string | null {
    const { open, facts, articles } = session.getSnapshot();
    if (ALWAYS.has(id)) return null;
    if (!open) return 'Open a briefing first';
    switch (id) {
      case 'exportPdf':
        return platform.exportPdf ? null : 'The browser preview cannot put banner and page number on every page';
      case 'insertQuotation':
        return facts.some((fact) => fact.kind === 'quote') ? null : 'No quotes in the sources';
      case 'insertFigure':
        return facts.some((fact) => fact.kind === 'figure') ? null : 'No figures in the sources';
      case 'insertChart':
        if (!hasSeries(facts, articles)) return 'No figure has two periods to compare';
        break;
      case 'citeSource':
        if (articles.length === 0) return 'No source yet';
        break;
      case 'markVerified':
      case 'markDisputed':
      case 'markUnverified':
        return target() ? null : 'Select a fact or a note first';
      case 'showEvidence':
        return target() ? null : 'Select a fact first';
      case 'resolveNote':
        return target()?.kind === 'annotation' ? null : 'Select a note first';
      case 'restoreWords':
      case 'makeParaphrase':
      case 'markCuts':
        if (view.get().card?.startsWith('check:')) return null;
    }
    // The rest of what the window itself does needs nothing more than a briefing.
    if (own[id] && !(id in REASONS)) return null;
    return now()?.enabled.has(id) ? null : (REASONS[id] ?? 'Not possible here');
  }
  /** Runs a command; false when it cannot run now. */
  function run(id: CommandId): boolean {
    if (reasonOff(id) !== null) return false;
    const task = own[id];
    if (task) task();
    else return editor()?.run(id) ?? false;
    return true;
  }
  /** As `run`, for a key or a menu of the system, which show no reason themselves: one that cannot run says why. */
  function ask(id: CommandId): boolean {
    const reason = reasonOff(id);
    if (reason === null) return run(id);
    // What can still be taken back stays in sight.
    if (!view.get().notice?.undo) notify({ text: `${reason}.`, undo: null });
    say(`${reason}.`);
    return false;
  }

  return {
    platform,
    session,
    view,
    text,
    run,
    ask,
    reasonOff,
    say,
    dialog,
    showPane,
    showFact,
    selectFact,
    openCard,
    deleteNote,
    resolveNote,
    settleCheck,
    whenSafe,
    addSources,
    pictures,
    take,
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
