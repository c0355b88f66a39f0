// PickDialog: a field at the top of the window over what it finds; the palette and the pickers are drawn by it.
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useModal } from './focusBack.ts';
import { Icon } from './icon.tsx';
import { Search } from './icons.ts';

interface Props {
  readonly label: string;
  readonly placeholder?: string;
  /** Id of the list or tree that the field steers, and of the row that is active in it. */
  readonly controls: string;
  readonly active: string | undefined;
  readonly popup?: 'listbox' | 'tree';
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClose: () => void;
  /** The list or tree, and what is said of it. */
  readonly children: ReactNode;
}

export function PickDialog(props: Props) {
  const { label, placeholder = label, controls, active, popup = 'listbox', query, onQuery, onKeyDown, onClose } = props;
  const box = useRef<HTMLDialogElement>(null);
  useModal(box);
  return (
    <dialog
      ref={box}
      className="dialog palette"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="palette-field">
        <Icon of={Search} />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-haspopup={popup}
          aria-controls={controls}
          aria-activedescendant={active}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          placeholder={placeholder}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (!event.nativeEvent.isComposing) onKeyDown(event);
          }}
        />
        <kbd className="key">Esc</kbd>
      </div>
      {props.children}
    </dialog>
  );
}
