// The keymap of the text: the keys of shared/commands.ts, and those that edit (Enter, Backspace, Delete, Tab).
import { baseKeymap } from 'prosemirror-commands';
import { keydownHandler } from 'prosemirror-keymap';
import { Plugin, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { COMMANDS, type CommandId } from '../../shared/commands.ts';
import { backspace, deleteForward, enter, lineBreak, shiftTab, tab } from './commands/enter.ts';
import { isLeaving } from './plugins/leave.ts';
import { isOwn, mayRun } from './textCommands.ts';

/** "Mod+Shift+Z" as ProseMirror names it: "Mod-Shift-z". */
export function keyName(key: string): string {
  const parts = key.split('+');
  const last = parts.pop() ?? '';
  // The key "+" itself leaves two empty parts.
  const name = last === '' ? '+' : last.length === 1 ? last.toLowerCase() : last;
  return [...parts.filter((part) => part !== ''), name].join('-');
}

type KeyEvent = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'getModifierState'>;

/**
 * True when the keys would write a character: AltGr (which some systems report as Ctrl and Alt), Option on macOS, an Alt
 * layer that gives more than the letter or digit of the key. A binding with Alt must not take it away (decisions.md).
 */
export function yieldsCharacter(event: KeyEvent, mac: boolean): boolean {
  if (event.key.length !== 1) return false;
  if (event.getModifierState('AltGraph')) return true;
  if (!event.altKey || event.metaKey) return false;
  if (mac && !event.ctrlKey) return true;
  return event.key > '\x7f' || (event.ctrlKey && !/^[a-z0-9]$/iu.test(event.key));
}

export interface KeymapOptions {
  readonly commands: ReadonlyMap<CommandId, Command>;
  readonly editable: boolean;
  readonly mac: boolean;
  onCommand(id: CommandId): void;
}

function split(bindings: Readonly<Record<string, Command>>, alt: boolean): Record<string, Command> {
  return Object.fromEntries(Object.entries(bindings).filter(([name]) => /(?:^|-)Alt-/u.test(name) === alt));
}

/** The bindings of the command table. Keys of commands that are not the text's own go to the window. */
export function tableBindings({ commands, editable, onCommand }: KeymapOptions): Record<string, Command> {
  const bindings: Record<string, Command> = {};
  for (const { id, keys } of COMMANDS) {
    // Paste as plain text is the browser's own key: scripts may not read the clipboard as freely.
    if (id === 'pastePlain') continue;
    for (const key of keys) {
      const command = commands.get(id);
      bindings[keyName(key)] =
        command && isOwn(commands, id)
          ? (state, dispatch, view) => mayRun(id, editable) && command(state, dispatch, view)
          : () => {
              onCommand(id);
              return true;
            };
    }
  }
  return bindings;
}

/** Tab and Shift+Tab edit, unless Esc was pressed before: then the browser moves the focus. */
function unlessLeaving(command: Command): Command {
  return (state, dispatch, view) => !isLeaving(state) && command(state, dispatch, view);
}

/** The base keys; every one that deletes (macOS has several) keeps to the borders of a quotation. */
const BASE = Object.fromEntries(
  Object.entries(baseKeymap).map(([name, command]): [string, Command] => [
    name,
    command === baseKeymap['Backspace'] ? backspace : command === baseKeymap['Delete'] ? deleteForward : command,
  ]),
);

const EDITING: Readonly<Record<string, Command>> = {
  ...BASE,
  Enter: enter,
  'Shift-Enter': lineBreak,
  Backspace: backspace,
  'Mod-Backspace': backspace,
  'Shift-Backspace': backspace,
  Delete: deleteForward,
  'Mod-Delete': deleteForward,
  Tab: unlessLeaving(tab),
  'Shift-Tab': unlessLeaving(shiftTab),
};

export function keymapPlugin(options: KeymapOptions): Plugin {
  const table = tableBindings(options);
  const handlers = [
    { handle: keydownHandler(split(table, true)), alt: true },
    { handle: keydownHandler(split(table, false)), alt: false },
    ...(options.editable ? [{ handle: keydownHandler(EDITING), alt: false }] : []),
  ];
  return new Plugin({
    props: {
      handleKeyDown: (view: EditorView, event: KeyboardEvent) =>
        handlers.some(({ handle, alt }) => !(alt && yieldsCharacter(event, options.mac)) && handle(view, event)),
    },
  });
}
