// Opens a native dialog as a modal, and gives the focus back to where it was when the dialog goes.
import { createContext, useContext, useLayoutEffect, type RefObject } from 'react';

/** Gives the focus to the text, with its caret; without a text it does nothing. The window provides one that stays. */
export const FocusText = createContext<() => void>(() => undefined);

/**
 * Shows `box` as a modal for as long as it is drawn. `first` finds what gets the focus; without it, what has `autofocus`.
 * `first` must stay the same function. Both ends are layout effects: afterwards the element that had the focus is no longer told, and a dialog that is gone from the
 * page gives nothing back.
 */
export function useModal(box: RefObject<HTMLDialogElement | null>, first?: (dialog: HTMLDialogElement) => HTMLElement) {
  const focusText = useContext(FocusText);
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    first?.(dialog).focus();
    return () => {
      const { activeElement } = document;
      const untaken = activeElement === null || activeElement === document.body || dialog.contains(activeElement);
      dialog.close();
      if (!untaken) return;
      // The text sets its caret itself: focus() alone would put it at the start.
      const isText = before instanceof HTMLElement && before.isContentEditable;
      if (before instanceof HTMLElement && before !== document.body && !isText && before.isConnected) {
        before.focus({ preventScroll: true });
        if (document.activeElement === before) return;
      }
      focusText();
    };
  }, [box, first, focusText]);
}
