// DialogActions: the foot of a dialog that does one thing: Cancel, and the act itself.
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface Props {
  /** The act, as a verb with its object. */
  readonly label: string;
  /** Why it cannot be done now, or null. */
  readonly off?: string | null;
  readonly onAct: () => void;
  readonly onCancel: () => void;
  /** What stands at the other side. */
  readonly children?: ReactNode;
}

export function DialogActions({ label, off = null, onAct, onCancel, children }: Props) {
  return (
    <>
      {children}
      <span className="grow" />
      <Button kind="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <Button kind="primary" off={off} onClick={onAct}>
        {label}
      </Button>
    </>
  );
}
