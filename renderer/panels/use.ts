// Hooks: how panels read the workbench, and a command with all that a button needs to know of it.
import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { commandById, type CommandId } from '../../shared/commands.ts';
import type { Editor, Snapshot } from '../editor/editor.ts';
import { settledText } from '../settledText.ts';
import type { HouseStylesState } from '../houseStyles.ts';
import type { OwnTemplatesState } from '../ownTemplates.ts';
import type { SessionState } from '../sessionState.ts';
import { ariaKeys, keyText } from '../ui/keyText.ts';
import type { ViewState } from '../view.ts';
import type { Workbench } from '../workbench.ts';

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const bench = useContext(WorkbenchContext);
  if (!bench) throw new RangeError('A panel was drawn outside the workbench.');
  return bench;
}

export function useSession(): SessionState {
  const { session } = useWorkbench();
  return useSyncExternalStore(session.subscribe, session.getSnapshot);
}

export function useHouseStyles(): HouseStylesState {
  const { houseStyles } = useWorkbench();
  return useSyncExternalStore(houseStyles.subscribe, houseStyles.get);
}

export function useOwnTemplates(): OwnTemplatesState {
  const { ownTemplates } = useWorkbench();
  return useSyncExternalStore(ownTemplates.subscribe, ownTemplates.get);
}

export function useView(): ViewState {
  const { view } = useWorkbench();
  return useSyncExternalStore(view.subscribe, view.get);
}

export function useEditor(): Editor | null {
  const { text } = useWorkbench();
  return useSyncExternalStore(text.subscribe, text.get).editor;
}

const nothing = () => () => undefined;

/** What the panels may know of the text; null before there is one. */
export function useText(): Snapshot | null {
  const editor = useEditor();
  return useSyncExternalStore(
    useCallback((listener: () => void) => (editor ? editor.subscribe(listener) : nothing()), [editor]),
    useCallback(() => editor?.snapshot() ?? null, [editor]),
  );
}

/**
 * One thing that is read from the text. A component that uses it is drawn again only when that is another: most keys change
 * nothing that a panel shows. `read` gives something that compares by identity: a string, a number, true or false.
 */
export function useTextValue<T extends string | number | boolean | null>(read: (text: Snapshot | null) => T): T {
  const editor = useEditor();
  return useSyncExternalStore(
    useCallback((listener: () => void) => (editor ? editor.subscribe(listener) : nothing()), [editor]),
    () => read(editor?.snapshot() ?? null),
  );
}

/** The text once the keys rest, drawn in pieces between which keys are answered: for what is costly to draw. */
export function useTextLater(): Snapshot | null {
  const editor = useEditor();
  const [shown, setShown] = useState<{ editor: Editor | null; text: Snapshot | null }>(() => ({
    editor,
    text: editor?.snapshot() ?? null,
  }));
  useEffect(() => {
    if (!editor) return;
    const show = (text: Snapshot): void =>
      startTransition(() =>
        setShown((before) => (before.editor === editor && before.text === text ? before : { editor, text })),
      );
    // What changed between the drawing and now is not told again.
    show(editor.snapshot());
    return settledText(editor).subscribe(show);
  }, [editor]);
  // Another briefing is never shown beside the words of the one before.
  return shown.editor === editor ? shown.text : (editor?.snapshot() ?? null);
}

export interface CommandView {
  readonly title: string;
  /** The title without the ellipsis and for a control: "Insert quotation". */
  readonly name: string;
  readonly off: string | null;
  readonly on: boolean;
  readonly keyLabel: string | undefined;
  readonly shortcuts: string | undefined;
  run(): void;
}

/** A command as controls show it. The caller draws again when text or view change (it uses their hooks). */
export function useCommand(id: CommandId): CommandView {
  const bench = useWorkbench();
  const on = useTextValue((text) => text?.active.has(id) ?? false);
  const off = useTextValue(() => bench.reasonOff(id));
  useView();
  useSession();
  const { title, keys } = commandById(id);
  const [first] = keys;
  return {
    title,
    name: title.replace('…', ''),
    off,
    on,
    keyLabel: first ? keyText(first, bench.platform.os) : undefined,
    shortcuts: ariaKeys(keys, bench.platform.os),
    run: () => void bench.run(id),
  };
}
