// Keys of the window: which command a key event means, by the table of shared/commands.ts.
import { COMMANDS, type Command, type CommandId } from '../shared/commands.ts';

/** What is read of a KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** `getModifierState('AltGraph')`: the event writes a character on many layouts. */
  readonly altGraph: boolean;
}

/** Physical keys for what Shift or Option turns into another character. */
const CODES: Readonly<Record<string, string>> = {
  "'": 'Quote',
  '\\': 'Backslash',
  '/': 'Slash',
  ',': 'Comma',
  '[': 'BracketLeft',
  '=': 'Equal',
  '-': 'Minus',
};

function codeOf(key: string): string | null {
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  return CODES[key] ?? null;
}

function fits(combo: string, press: KeyPress, mac: boolean): boolean {
  const parts = combo.split('+');
  const key = parts[parts.length - 1] ?? '';
  const wants = (name: string) => parts.includes(name, 0) && name !== key;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wants('Mod') || other || press.altKey !== wants('Alt') || press.shiftKey !== wants('Shift')) return false;

  if (key.length > 1) return press.key === key;
  const typed = press.key.toUpperCase() === key;
  if (press.altKey) {
    // AltGr is Ctrl+Alt on Windows: what writes a character is typing, not a command (decisions.md). With Cmd held,
    // Option changes the character but writes none.
    if (press.altGraph) return false;
    if (mac && press.metaKey) return typed || press.code === codeOf(key);
    return typed;
  }
  // With Shift the key says "&" or "?" for 7 or /; the physical key is what the hand means.
  return (
    typed ||
    (press.code === codeOf(key) && (press.shiftKey || (press.key.length === 1 && /[^a-z0-9]/i.test(press.key))))
  );
}

/** The command of a key press, or null. `among` limits the table, for tests. */
export function commandOf(press: KeyPress, mac: boolean, among: readonly Command[] = COMMANDS): CommandId | null {
  for (const command of among)
    for (const combo of command.keys) if (fits(combo, press, mac)) return command.id as CommandId;
  return null;
}
