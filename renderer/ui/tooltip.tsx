// Tooltips: one for the whole window, for every control with data-tip; by pointer and by focus, gone with Esc (WCAG 1.4.13).
import { useEffect, useRef, useState } from 'react';

interface Shown {
  readonly text: string;
  readonly keyLabel: string | undefined;
  readonly rect: DOMRect;
}
/** Rest of the pointer before a tooltip shows, in milliseconds. */
const REST = 500;

export function Tooltips() {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const owner = (event: Event) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
    function show(element: HTMLElement | null, after: number): void {
      clearTimeout(timer.current);
      if (!element) return setShown(null);
      timer.current = window.setTimeout(() => {
        const text = element.dataset['tip'];
        if (text && element.isConnected)
          setShown({ text, keyLabel: element.dataset['tipKey'], rect: element.getBoundingClientRect() });
      }, after);
    }
    const over = (event: Event) => {
      if (box.current?.contains(event.target as Node)) return;
      show(owner(event), REST);
    };
    const focus = (event: Event) =>
      show(event.target instanceof Element && event.target.matches(':focus-visible') ? owner(event) : null, REST);
    const away = () => show(null, 0);
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') away();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('focusin', focus);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerover', over);
      document.removeEventListener('pointerdown', away, true);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('keydown', key, true);
    };
  }, []);
  useEffect(() => {
    const tip = box.current;
    if (!tip || !shown) return;
    // Top layer, so that a tooltip in a dialog is seen too.
    tip.showPopover();
    const left = shown.rect.left + shown.rect.width / 2 - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(4, Math.min(left, innerWidth - tip.offsetWidth - 4))}px`;
    const below = shown.rect.bottom + 6;
    tip.style.top = `${below + tip.offsetHeight > innerHeight ? shown.rect.top - tip.offsetHeight - 6 : below}px`;
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={box} className="tooltip" popover="manual" aria-hidden="true">
      {shown.text}
      {shown.keyLabel && <kbd>{shown.keyLabel}</kbd>}
    </div>
  );
}
