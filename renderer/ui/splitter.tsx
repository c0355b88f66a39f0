// Splitter: the edge between two parts, moved by mouse or by arrows (APG, window splitter); Enter folds, a double click resets.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

/** A step of an arrow key, and of one with Shift, in CSS pixels. */
const STEP = { plain: 8, shift: 48 } as const;

interface Props {
  /** Names the part whose width it sets. */
  readonly label: string;
  /** The side of the window at which that part stands. */
  readonly side: 'left' | 'right';
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onMove: (value: number) => void;
  readonly onReset: () => void;
  readonly onFold: () => void;
}

export function Splitter({ label, side, value, least, most, onMove, onReset, onFold }: Props) {
  const from = useRef<{ x: number; value: number } | null>(null);
  /** Towards the middle of the window the part grows, at either side. */
  const inward = side === 'left' ? 1 : -1;
  const clamp = (wish: number) => Math.min(most, Math.max(least, wish));

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.shiftKey ? STEP.shift : STEP.plain;
    if (event.key === 'ArrowRight') onMove(clamp(value + inward * step));
    else if (event.key === 'ArrowLeft') onMove(clamp(value - inward * step));
    else if (event.key === 'Home') onMove(least);
    else if (event.key === 'End') onMove(most);
    else if (event.key === 'Enter') onFold();
    else return;
    event.preventDefault();
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, value };
  }
  function onPointerMove(event: PointerEvent): void {
    if (from.current) onMove(clamp(from.current.value + inward * (event.clientX - from.current.x)));
  }
  return (
    <div
      className={`splitter ${side}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      onDoubleClick={onReset}
    />
  );
}
