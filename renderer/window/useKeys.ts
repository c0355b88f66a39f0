// useKeys: the keys of the window; the text passes on its own (renderer/editor/keymap.ts).
import { useEffect } from 'react';
import { STEPS, TEXT_COMMANDS } from '../bench/windowCommand.ts';
import { commandOf, type KeyPress } from '../keys.ts';
import type { Workbench } from '../workbench.ts';
import { inField } from './inField.ts';

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState('AltGraph') };
}

export function useKeys(bench: Workbench): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandOf(pressOf(event), bench.platform.os === 'mac');
      if (!id || id === 'pastePlain') return;
      if (inField(event.target) && TEXT_COMMANDS.has(id)) return;
      // An open dialog is answered first; the palette closes by its own key.
      if (document.querySelector('dialog[open]') && id !== 'commandPalette') {
        event.preventDefault();
        return;
      }
      event.preventDefault();
      bench.ask(id);
    }
    /** Steps from one thing to the next open what stands beside it, so the window takes them before the text does. */
    function onCapture(event: KeyboardEvent): void {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const id = commandOf(pressOf(event), bench.platform.os === 'mac');
      if (!id || !STEPS.has(id) || bench.reasonOff(id)) return;
      event.preventDefault();
      event.stopPropagation();
      bench.run(id);
    }
    window.addEventListener('keydown', onCapture, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onCapture, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [bench]);
}
