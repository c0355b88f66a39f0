// Button and IconButton: a command one presses; an unavailable one stays in the focus order and says why.
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { LucideIcon } from './icons.ts';

interface Common extends Omit<ComponentProps<'button'>, 'disabled'> {
  icon?: LucideIcon | undefined;
  /** Why it cannot be pressed now; null or absent when it can. */
  off?: string | null | undefined;
  /** Key as people read it, shown in the tooltip. */
  keyLabel?: string | undefined;
}

function isOff(off: string | null | undefined): boolean {
  return off !== null && off !== undefined;
}

/** A press of an unavailable button does nothing, and does not submit a form either. */
function guarded(off: string | null | undefined, onClick: Common['onClick']) {
  return (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff(off)) event.preventDefault();
    else onClick?.(event);
  };
}

export function Button({
  kind = 'plain',
  size = 'md',
  icon,
  off,
  keyLabel,
  onClick,
  children,
  className = '',
  ...rest
}: Common & { kind?: 'plain' | 'primary' | 'quiet' | 'danger'; size?: 'sm' | 'md' | 'lg'; children: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${kind} ${size} ${className}`}
      aria-disabled={isOff(off) || undefined}
      data-tip={off || undefined}
      data-tip-key={keyLabel}
      onClick={guarded(off, onClick)}
    >
      {icon && <Icon of={icon} size={size === 'sm' ? 's' : 'm'} />}
      {children}
    </button>
  );
}

export function IconButton({
  label,
  icon,
  off,
  keyLabel,
  pressed,
  small,
  onClick,
  className = '',
  ...rest
}: Common & { label: string; icon: LucideIcon; pressed?: boolean | undefined; small?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={`icon-button ${small ? 'small' : ''} ${className}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={isOff(off) || undefined}
      data-tip={off ? `${label}: ${off}` : label}
      data-tip-key={keyLabel}
      onClick={guarded(off, onClick)}
    >
      <Icon of={icon} size={small ? 's' : 'm'} />
    </button>
  );
}
