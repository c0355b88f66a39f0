// Key words: as the platform writes them, and as assistive technology wants them.
import { describe, expect, it } from 'vitest';
import { ariaKeys, keyText } from '../../../renderer/ui/keyText.ts';

describe('keyText', () => {
  it('writes keys as each platform does', () => {
    expect(keyText('Mod+Shift+E', 'mac')).toBe('⇧⌘E');
    expect(keyText('Mod+Alt+ArrowDown', 'mac')).toBe('⌥⌘↓');
    expect(keyText('Mod+Alt+ArrowRight', 'linux')).toBe('Ctrl+Alt+→');
    expect(keyText('Mod+Shift+E', 'linux')).toBe('Ctrl+Shift+E');
    expect(keyText('Alt+1', 'windows')).toBe('Alt+1');
    expect(keyText('F8', 'mac')).toBe('F8');
  });

  it('names modifiers for aria-keyshortcuts by their DOM names', () => {
    expect(ariaKeys(['Mod+Shift+Z', 'Mod+Y'], 'linux')).toBe('Control+Shift+Z Control+Y');
    expect(ariaKeys(['Mod+B'], 'mac')).toBe('Meta+B');
    expect(ariaKeys([], 'mac')).toBeUndefined();
  });
});
