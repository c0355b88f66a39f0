// Icon: one lucide icon at one of three sizes; decoration, never the only carrier of a meaning.
import type { LucideIcon } from './icons.ts';

/** 14 px in rows (s), 16 px (m), 20 px in dialogs (l); strokes after ui.md. */
const SIZES = { s: [14, 2], m: [16, 1.75], l: [20, 1.6] } as const;

export function Icon({
  of: Drawn,
  size = 'm',
  className = '',
}: {
  of: LucideIcon;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  const [px, stroke] = SIZES[size];
  return <Drawn size={px} strokeWidth={stroke} className={`icon ${className}`} aria-hidden="true" focusable="false" />;
}
