// Hooks: how panels read the workbench, and a command with all that a button needs to know of it.
import { createContext, useCallback, useContext, useDeferredValue, useSyncExternalStore } from 'react';
import { commandById, type CommandId } from '../../shared/commands.ts';
import type { Editor, Snapshot } from '../editor/editor.ts';
import type { HouseStylesState } from '../houseStyles.ts';
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

/** The same, one drawing later when there is typing: for what is costly to draw and may lag a key behind. */
export function useTextLater(): Snapshot | null {
  return useDeferredValue(useText());
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
  const text = useText();
  useView();
  useSession();
  const { title, keys } = commandById(id);
  const [first] = keys;
  return {
    title,
    name: title.replace('…', ''),
    off: bench.reasonOff(id),
    on: text?.active.has(id) ?? false,
    keyLabel: first ? keyText(first, bench.platform.os) : undefined,
    shortcuts: ariaKeys(keys, bench.platform.os),
    run: () => void bench.run(id),
  };
}
