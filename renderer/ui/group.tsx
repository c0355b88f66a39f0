// Toolbar and ChipGroup: rows of controls with one tab stop.
import { useRef, type ReactNode } from 'react';
import { useRoving } from './roving.ts';

const MEMBERS = 'button';

/** APG toolbar. Its members are its buttons; menus that open from it are outside (top layer). */
export function Toolbar({
  label,
  controls,
  children,
  className = '',
}: {
  label: string;
  controls?: string;
  children: ReactNode;
  className?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(box, `${MEMBERS}:not([role^=menuitem])`);
  return (
    <div
      ref={box}
      className={className}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

/** A filter that can be on or off; `count` follows the word. */
export function Chip({
  pressed,
  onPress,
  swatch,
  count,
  children,
}: {
  pressed: boolean;
  onPress: () => void;
  swatch?: string;
  count?: number;
  children: ReactNode;
}) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {swatch && <i className={`swatch ${swatch}`} aria-hidden="true" />}
      {children}
      {count !== undefined && <span className="count">{count}</span>}
    </button>
  );
}
