// Choice: one of a few, as an APG radio group drawn as a segmented row.
import { useRef } from 'react';
import { Icon } from './icon.tsx';
import type { LucideIcon } from './icons.ts';
import { useRoving } from './roving.ts';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly tone?: string;
}

export function Choice<T extends string>({
  label,
  labelledBy,
  options,
  value,
  onChoose,
  full,
  autoFocus,
}: {
  label?: string;
  labelledBy?: string;
  options: readonly Option<T>[];
  /** Null when none is chosen yet. */
  value: T | null;
  onChoose: (value: T) => void;
  full?: boolean;
  autoFocus?: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(box, '[role=radio]', 'both', (item) => {
    const found = options.find((option) => option.value === item.dataset['value']);
    if (found) onChoose(found.value);
  });
  return (
    <div
      ref={box}
      className={`choice ${full ? 'full' : ''}`}
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          data-value={option.value}
          autoFocus={autoFocus && (value === null ? index === 0 : option.value === value)}
          onClick={() => onChoose(option.value)}
        >
          {option.icon && <Icon of={option.icon} size="s" className={option.tone ?? ''} />}
          {option.label}
        </button>
      ))}
    </div>
  );
}
