// Tests of the keymap: names of keys, the table's commands, and characters that no binding may take.
import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandId } from '../../../shared/commands.ts';
import { keyName, tableBindings, yieldsCharacter } from '../../../renderer/editor/keymap.ts';
import { textCommands } from '../../../renderer/editor/textCommands.ts';
import { doc, figure, p } from '../../builders.ts';
import { editorState, tonnes } from './harbour.ts';

describe('names of keys', () => {
  it('are ProseMirror’s', () => {
    expect(keyName('Mod+Shift+Z')).toBe('Mod-Shift-z');
    expect(keyName('Mod+Alt+ArrowDown')).toBe('Mod-Alt-ArrowDown');
    expect(keyName("Mod+Shift+'")).toBe("Mod-Shift-'");
    expect(keyName('Mod+\\')).toBe('Mod-\\');
    expect(keyName('Mod+-')).toBe('Mod--');
    expect(keyName('Mod++')).toBe('Mod-+');
    expect(keyName('F8')).toBe('F8');
  });
});

function bindings(editable: boolean) {
  const told: CommandId[] = [];
  const evidence: string[] = [];
  const commands = textCommands((id) => evidence.push(id));
  const table = tableBindings({ commands, editable, mac: false, onCommand: (id) => told.push(id) });
  return { table, told, evidence };
}

describe('the table', () => {
  it('binds every key once', () => {
    const keys = COMMANDS.flatMap(({ keys: all, id }) => (id === 'pastePlain' ? [] : [...all])).map(keyName);
    expect(Object.keys(bindings(true).table).sort()).toEqual([...new Set(keys)].sort());
  });

  it('runs the text’s own commands and tells the window of the others', () => {
    const { table, told, evidence } = bindings(true);
    let state = editorState(doc(p(figure(tonnes.id, '<from>412,000<to> tonnes'))));
    expect(table['Mod-b']?.(state, (step) => (state = state.apply(step)))).toBe(true);
    expect(
      state.doc.rangeHasMark(state.selection.from, state.selection.to, state.schema.marks['strong'] as never),
    ).toBe(true);
    expect(table['Mod-s']?.(state)).toBe(true);
    expect(table['Mod-Alt-m']?.(state)).toBe(true);
    expect(told).toEqual(['save', 'addNote']);
    expect(table['Mod-Enter']?.(state, () => undefined)).toBe(true);
    expect(evidence).toEqual([tonnes.id]);
  });

  it('changes nothing in a text that is only read, and still goes about in it', () => {
    const { table } = bindings(false);
    const state = editorState(doc(p('<from>one<to> ', figure(tonnes.id, '1'))));
    expect(table['Mod-b']?.(state)).toBe(false);
    expect(table['Mod-z']?.(state)).toBe(false);
    expect(table['Mod-Alt-ArrowDown']?.(state)).toBe(true);
  });
});

describe('a character', () => {
  const event = (key: string, held: string) => ({
    key,
    altKey: held.includes('Alt') && !held.includes('AltGraph'),
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Meta'),
    getModifierState: (name: string) => held.includes(name),
  });

  it('comes from AltGr, from Ctrl and Alt together on some systems, and from Option', () => {
    expect(yieldsCharacter(event('µ', 'AltGraph'), false)).toBe(true);
    expect(yieldsCharacter(event('@', 'Ctrl Alt'), false)).toBe(true);
    expect(yieldsCharacter(event('€', 'Ctrl Alt'), false)).toBe(true);
    expect(yieldsCharacter(event('¡', 'Alt'), false)).toBe(true);
    expect(yieldsCharacter(event('|', 'Alt'), true)).toBe(true);
  });

  it('does not come from the plain letters and digits of shortcuts', () => {
    expect(yieldsCharacter(event('m', 'Ctrl Alt'), false)).toBe(false);
    expect(yieldsCharacter(event('1', 'Alt'), false)).toBe(false);
    expect(yieldsCharacter(event('µ', 'Meta Alt'), true)).toBe(false);
    expect(yieldsCharacter(event('ArrowDown', 'Ctrl Alt'), false)).toBe(false);
  });
});
