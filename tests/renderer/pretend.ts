// Pretend: a platform and a worker for tests of the session, that do in memory what the real ones do.
import { fail, ok, outcome, type Result } from '../../shared/base/result.ts';
import type { Editor, Snapshot } from '../../renderer/editor/editor.ts';
import type { BriefingParts, Work } from '../../renderer/worker/contract.ts';
import { annotatedNameOf } from '../../shared/base/annotatedName.ts';
import { DEFAULT_USER } from '../../renderer/sessionState.ts';
import type { Node } from 'prosemirror-model';
import type { OpenedFile, Place, Platform } from '../../shared/platform.ts';
import type { PrintPage } from '../../shared/printPage.ts';
import { NO_FACTS, article, figureOf } from '../records.ts';
import { doc, p } from '../builders.ts';

/** A page to print, as far as the session looks at it. */
const EMPTY_PAGE: PrintPage = {
  html: '',
  header: '',
  footer: '',
  title: '',
  size: 'A4',
  margins: { vertical: 1, side: 1 },
  now: '',
};

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
export const encode = (words: string) => new TextEncoder().encode(words);

export const place = (name: string): Place => ({ id: `at ${name}`, name, folder: 'Papers' });

/** A disk, backups and dialogs whose answers the test sets; `calls` tells what was asked of it. */
export function pretendPlatform() {
  const calls: string[] = [];
  const state = {
    calls,
    disk: new Map<string, string>(),
    backup: null as string | null,
    /** What the next save answers, instead of saving. */
    nextSave: null as Result<never> | null,
    /** What the next save waits for. */
    gate: Promise.resolve(),
    saveAsName: 'first.brief' as string | null,
    here: null as Place | null,
    exported: null as string | null,
    printFails: false,
    besideFails: false,
  };
  async function write(bytes: Uint8Array, at: Place | null) {
    await state.gate;
    if (state.nextSave) {
      const answer = state.nextSave;
      state.nextSave = null;
      return answer;
    }
    if (!at) return fail('no-place', 'No file yet.');
    state.here = at;
    state.disk.set(at.id, decode(bytes));
    return ok({ place: at, at: '2031-03-04T10:00:00.000Z' });
  }
  const platform: Platform = {
    host: 'desktop',
    os: 'linux',
    start: async () => ({ kind: 'empty' }),
    backups: async () => [],
    readBackup: async () => (state.backup === null ? fail('missing', 'Gone.') : ok(encode(state.backup))),
    discardBackup: async () => undefined,
    chooseArticles: async () => ok(null),
    choosePicture: async () => ok(null),
    chooseHouseStyle: async () => ok(null),
    keptHouseStyle: async () => ok(null),
    keepHouseStyle: async () => ok(undefined),
    dropHouseStyle: async () => ok(undefined),
    chooseTemplate: async () => ok(null),
    keptTemplates: async () => ok(null),
    keepTemplates: async () => ok(undefined),
    openBriefing: async () => ok(null),
    openPlace: async (id): Promise<Result<OpenedFile>> => {
      const there = state.disk.get(id);
      const name = id.replace('at ', '');
      return there === undefined
        ? fail('missing', 'The file is gone.')
        : ok({ name, bytes: encode(there), place: place(name), readOnly: false });
    },
    recents: async () => [],
    forgetRecent: async () => undefined,
    save: async (bytes) => {
      calls.push('save');
      return write(bytes, state.here);
    },
    saveOver: async (bytes) => {
      calls.push('saveOver');
      return write(bytes, state.here);
    },
    saveAs: async (bytes, suggested) => {
      calls.push(`saveAs ${suggested}`);
      return state.saveAsName === null ? ok(null) : write(bytes, place(state.saveAsName));
    },
    exportFile: async (bytes, suggested) => {
      state.exported = decode(bytes);
      return ok({ place: place(suggested), at: '2031-03-04T10:00:00.000Z' });
    },
    exportCopies: async (clean, annotated, suggested) => {
      state.exported = `${decode(clean)}, ${decode(annotated)}`;
      const at = '2031-03-04T10:00:00.000Z';
      const beside = state.besideFails
        ? fail('full', 'The disk is full.')
        : ok({ place: place(annotatedNameOf(suggested)), at });
      return ok({ clean: { place: place(suggested), at }, annotated: beside });
    },
    exportPdf: async ({ html }, suggested) => {
      if (state.printFails) return fail('print-failed', 'The pages could not be set.');
      state.exported = html;
      return ok({ place: place(suggested), at: '2031-03-04T10:00:00.000Z' });
    },
    showExported: async () => undefined,
    backup: async (bytes) => {
      calls.push('backup');
      state.backup = decode(bytes);
      return ok(undefined);
    },
    dropBackup: async () => {
      calls.push('dropBackup');
      state.backup = null;
    },
    claimBackup: async (id) => void calls.push(`claim ${id}`),
    readSettings: async () => DEFAULT_USER,
    writeSettings: async () => undefined,
    setWindowState: () => undefined,
    onCommand: () => () => undefined,
    onOpen: () => () => undefined,
    onCloseRequest: () => () => undefined,
    newWindow: async () => undefined,
    openExternal: async () => undefined,
  };
  return { platform, state };
}

/** A worker whose .brief is the JSON of the parts; a file named "bad" is refused, and each article has one figure. */
export function pretendWork(): Work {
  return {
    importArticle: async ({ name, bytes }) => {
      if (name.startsWith('bad')) return fail('binary', `${name} is not text.`);
      const words = decode(bytes);
      const read = article(`${words} 12 ships.`, { id: `a-${words}`, fileName: name });
      const facts = { ...NO_FACTS, figures: [figureOf(read, '12 ships')] };
      return ok(
        outcome({ article: read, facts, source: bytes }, [{ code: 'junk', text: `A line of ${name} was left out.` }]),
      );
    },
    prefill: async ({ articles, facts, template, author, language }) =>
      outcome(
        {
          doc: doc(p(`From ${articles.length} articles`)).toJSON() as unknown,
          articles,
          facts: facts.flatMap((one) => one.figures),
          annotations: [],
          settings: { template: template.id, author, language },
          sources: articles.map((one) => [one.id, encode('x')] as const),
          media: [],
        },
        [{ code: 'no-banner', text: 'No banner was given, so none is printed.' }],
      ),
    readFacts: async ({ articles }) => articles.map((one) => ({ ...NO_FACTS, figures: [figureOf(one, '12 ships')] })),
    write: async ({ briefing }) => encode(JSON.stringify({ ...briefing, sources: [] })),
    read: async ({ bytes }) => {
      const words = decode(bytes);
      if (!words.startsWith('{')) return fail('damaged', 'The file is damaged.');
      return ok(outcome({ ...(JSON.parse(words) as BriefingParts), readOnly: false }));
    },
    exportWord: async ({ copy, houseStyle }) => {
      const words = houseStyle ? `docx ${copy} in ${decode(houseStyle)}` : `docx ${copy}`;
      return ok(outcome({ bytes: encode(words), contents: { footnotes: 1 }, draft: false }, []));
    },
    describeHouseStyle: async () => fail('not-a-docx', 'No Word document.'),
    leaving: async () => fail('export-failed', 'Not told here.'),
    pageLength: async () => null,
    exportPage: async ({ now }) =>
      ok(outcome({ page: { ...EMPTY_PAGE, html: 'pages', now }, contents: { footnotes: 1 }, draft: true }, [])),
  };
}

/** An editor that only counts and remembers; `type` stands for a change of the text. */
export function pretendEditor(first: Node) {
  const listeners = new Set<() => void>();
  let snapshot: Snapshot = {
    doc: first,
    version: 0,
    annotations: new Map(),
    checks: [],
    accepted: [],
    anchors: [],
    active: new Set(),
    enabled: new Set(),
    factAtCaret: null,
    annotationAtCaret: null,
    checkAtCaret: null,
    portionAtCaret: null,
    linkAtCaret: null,
    chart: null,
    selectionEmpty: true,
    caret: 1,
    words: 0,
    selectedWords: 0,
  };
  const contexts: unknown[] = [];
  const editor: Editor = {
    compose: {
      setTemplate: () => false,
      setDetails: () => false,
      insertWords: () => false,
      insertAnnex: () => false,
    },
    find: {
      set: () => undefined,
      found: () => null,
      seed: () => null,
      caret: () => 1,
      step: () => false,
      replace: () => 'none',
      replaceAll: () => ({ replaced: 0, left: 0 }),
    },
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setContext: (context) => void contexts.push(context),
    run: () => false,
    insertFact: () => false,
    insertChart: () => false,
    setChart: () => false,
    figureHere: () => null,
    insertPicture: () => false,
    setPicture: () => false,
    cite: () => false,
    insertReference: () => false,
    setPortion: () => false,
    setLink: () => false,
    setBanner: () => undefined,
    setPages: () => undefined,
    addAnnotation: () => null,
    updateAnnotation: () => undefined,
    addReply: () => undefined,
    updateReply: () => undefined,
    deleteReply: () => undefined,
    canSettle: () => false,
    linkNumber: () => false,
    deleteAnnotation: () => undefined,
    settle: () => false,
    reveal: () => undefined,
    citationHere: () => null,
    bookmark: () => () => undefined,
    boxOf: () => null,
    topsOf: () => [],
    focus: () => undefined,
    destroy: () => undefined,
  };
  return {
    editor,
    contexts,
    type(next: Node): void {
      snapshot = { ...snapshot, doc: next, version: snapshot.version + 1 };
      for (const listener of listeners) listener();
    },
  };
}
