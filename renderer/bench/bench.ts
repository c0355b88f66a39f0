// Bench: what every command of the window works with: the session, the view, the text, and how something is said.
import type { CommandId } from '../../shared/commands.ts';
import type { Platform } from '../../shared/platform.ts';
import type { Editor, Snapshot } from '../editor/editor.ts';
import type { OwnTemplates } from '../ownTemplates.ts';
import type { Session } from '../session.ts';
import { createStore, type Store } from '../store.ts';
import type { TakeBack } from '../takeBack.ts';
import type { Work } from '../worker/contract.ts';
import { FIRST_VIEW, type DialogState, type Notice, type Pane, type ViewState } from '../view.ts';

export interface BenchParts {
  readonly platform: Platform;
  readonly session: Session;
  /** Shared with the session, which looks templates up in it; made here when it is not given. */
  readonly ownTemplates?: OwnTemplates;
  readonly setTimer?: (run: () => void, ms: number) => unknown;
  /** Counts the pages; a worker of its own, so that no backup waits behind it. Without it they are not told. */
  readonly measure?: Work['pageLength'];
}

export interface TakeBackOffer {
  readonly words: string;
  readonly spoken?: string;
  readonly back?: string;
  readonly takeBack: TakeBack;
}

export interface Bench {
  readonly platform: Platform;
  readonly session: Session;
  readonly view: Store<ViewState>;
  readonly text: Store<{ editor: Editor | null; scroll: HTMLElement | null }>;
  editor(): Editor | null;
  /** What the text shows now; null without an open text. */
  now(): Snapshot | null;
  /** Into the polite live region. */
  say(words: string): void;
  /** Stands in the status bar for ten seconds. */
  notify(notice: Notice): void;
  /** Tells of something done, with the offer to take it back. */
  offerUndo(words: string, undo?: CommandId): void;
  /** The same of what the text's own undo does not reach; `spoken` says where the offer stands, `back` that it was taken. */
  offerTakeBack(offer: TakeBackOffer): void;
  /** Shown and said alike. */
  tell(words: string): void;
  dialog(next: DialogState | null): void;
  showPane(pane: Pane): void;
  /** Runs something once what was just shown is drawn. */
  afterDrawing(run: () => void): void;
}

export function createBench({ platform, session, setTimer = (run, ms) => setTimeout(run, ms) }: BenchParts): Bench {
  const view = createStore<ViewState>(FIRST_VIEW);
  const text = createStore<{ editor: Editor | null; scroll: HTMLElement | null }>({ editor: null, scroll: null });
  const editor = () => text.get().editor;
  const say = (words: string): void => view.set({ said: { text: words, turn: view.get().said.turn + 1 } });
  function notify(notice: Notice): void {
    view.set({ notice });
    setTimer(() => {
      if (view.get().notice === notice) view.set({ notice: null });
    }, 10_000);
  }
  return {
    platform,
    session,
    view,
    text,
    editor,
    now: () => editor()?.snapshot() ?? null,
    say,
    notify,
    offerUndo(words, undo = 'undo') {
      notify({ text: words, undo });
      say(`${words} Undo with the Undo command.`);
    },
    offerTakeBack({ words, spoken = `${words} Undo in the status bar.`, back = 'Undone.', takeBack }) {
      const run = (): void => {
        takeBack();
        say(back);
      };
      notify({ text: words, undo: null, offers: [{ label: 'Undo', run }] });
      say(spoken);
    },
    tell(words) {
      notify({ text: words, undo: null });
      say(words);
    },
    dialog: (next) => view.set({ dialog: next }),
    showPane(pane) {
      const { narrow, panes } = view.get();
      view.set(narrow ? { drawer: pane } : { panes: { ...panes, [pane]: true } });
    },
    afterDrawing: (run) => void setTimer(run, 0),
  };
}
