// Dialog: a modal on the native <dialog>; the rest of the window is inert and focus goes back when it closes.
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { useModal } from './focusBack.ts';
import { Icon } from './icon.tsx';
import { X, type LucideIcon } from './icons.ts';

/** React sets autofocus by calling focus() while the dialog is closed, which has no effect: so it is marked. */
function firstOf(dialog: HTMLDialogElement): HTMLElement {
  return (
    dialog.querySelector<HTMLElement>('[data-first]') ??
    dialog.querySelector<HTMLElement>('footer button') ??
    dialog.querySelector<HTMLElement>('button') ??
    dialog
  );
}

/** Enter in a field does what the dialog is for, as in the dialogs of the system; in a text of several lines it is a line. */
function actOnEnter(event: KeyboardEvent<HTMLDialogElement>): void {
  const { key, nativeEvent, target } = event;
  if (key !== 'Enter' || nativeEvent.isComposing || event.defaultPrevented || !(target instanceof HTMLInputElement))
    return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLButtonElement>('.dialog-foot .button.primary')?.click();
}

export function Dialog({
  title,
  text,
  icon,
  alert,
  onClose,
  className = '',
  children,
  footer,
  closable = !alert,
}: {
  title: string;
  /** What it means for the work; announced with the title. */
  text?: ReactNode;
  icon?: LucideIcon;
  /** True for alertdialog: recovery, a failed save, a question that must be answered. */
  alert?: boolean;
  /** Esc and the close button: never a destructive choice (ui.md). */
  onClose: () => void;
  className?: string;
  children?: ReactNode;
  footer?: ReactNode;
  closable?: boolean;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal(box, firstOf);
  return (
    <dialog
      ref={box}
      className={`dialog ${className}`}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={`${id}t`}
      aria-describedby={text ? `${id}d` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={actOnEnter}
    >
      <header className="dialog-head">
        {icon && <Icon of={icon} size="l" className="quiet" />}
        <div>
          <h2 id={`${id}t`}>{title}</h2>
          {text && <p id={`${id}d`}>{text}</p>}
        </div>
        {closable && (
          <>
            <span className="grow" />
            <IconButton label="Close" icon={X} onClick={onClose} />
          </>
        )}
      </header>
      {children}
      {footer && <footer className="dialog-foot">{footer}</footer>}
    </dialog>
  );
}
