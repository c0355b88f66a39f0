// Keys: the table of commands answers key presses of every layout, and never takes a character away.
import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress } from '../../renderer/keys.ts';
import { COMMANDS } from '../../shared/commands.ts';

const PLAIN: KeyPress = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
};
const press = (over: Partial<KeyPress>): KeyPress => ({ ...PLAIN, ...over });

describe('commandOf', () => {
  it('answers every key of the table, on a US keyboard', () => {
    const shifted: Record<string, string> = { '7': '&', '8': '*', '\\': '|', "'": '"' };
    const codes: Record<string, string> = { "'": 'Quote', '\\': 'Backslash' };
    for (const mac of [true, false]) {
      for (const { id, keys } of COMMANDS) {
        for (const combo of keys) {
          const parts = combo.split('+');
          const last = parts.at(-1) ?? '';
          const shift = parts.includes('Shift');
          const found = commandOf(
            press({
              key: shift ? (shifted[last] ?? last) : last.length === 1 ? last.toLowerCase() : last,
              code: codes[last] ?? (/^\d$/.test(last) ? `Digit${last}` : /^[A-Z]$/.test(last) ? `Key${last}` : ''),
              ctrlKey: !mac && parts.includes('Mod'),
              metaKey: mac && parts.includes('Mod'),
              altKey: parts.includes('Alt'),
              shiftKey: shift,
            }),
            mac,
          );
          expect(found, `${combo} for ${id}`).toBe(id);
        }
      }
    }
  });

  it('has no two commands on one key', () => {
    const all = COMMANDS.flatMap((command) => command.keys as readonly string[]);
    expect(all.length).toBe(new Set(all).size);
  });

  it('leaves typing alone', () => {
    for (const key of ['a', 'A', '1', 'é', "'", 'Enter', 'Tab', 'ArrowDown']) {
      expect(commandOf(press({ key, shiftKey: key === 'A' }), false)).toBeNull();
    }
  });

  it('does not take a character that AltGr writes', () => {
    // Polish AltGr+C is "ć"; Windows reports it with Ctrl and Alt.
    expect(commandOf(press({ key: 'µ', code: 'KeyM', ctrlKey: true, altKey: true }), false)).toBeNull();
    expect(commandOf(press({ key: 'm', code: 'KeyM', ctrlKey: true, altKey: true, altGraph: true }), false)).toBeNull();
    expect(commandOf(press({ key: 'm', code: 'KeyM', ctrlKey: true, altKey: true }), false)).toBe('addNote');
    // Option+1 writes "¡" on macOS; with Cmd no character is written.
    expect(commandOf(press({ key: '¡', code: 'Digit1', altKey: true }), true)).toBeNull();
    expect(commandOf(press({ key: 'µ', code: 'KeyM', metaKey: true, altKey: true }), true)).toBe('addNote');
  });

  it('keeps Cmd and Ctrl apart', () => {
    expect(commandOf(press({ key: 's', code: 'KeyS', ctrlKey: true }), true)).toBeNull();
    expect(commandOf(press({ key: 's', code: 'KeyS', metaKey: true }), false)).toBeNull();
    expect(commandOf(press({ key: 's', code: 'KeyS', metaKey: true, ctrlKey: true }), true)).toBeNull();
  });

  it('reads letters where the layout puts them, not by their place', () => {
    // On a French keyboard the key in the place of Q writes "a".
    expect(commandOf(press({ key: 'z', code: 'KeyW', ctrlKey: true }), false)).toBe('undo');
    expect(commandOf(press({ key: 'w', code: 'KeyZ', ctrlKey: true }), false)).toBe('close');
  });
});
