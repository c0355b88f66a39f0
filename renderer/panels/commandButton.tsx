// CommandButton: a command of the table as a button with its icon: its words, its key, and why it is off.
import type { CommandId } from '../../shared/commands.ts';
import { IconButton } from '../ui/button.tsx';
import type { LucideIcon } from '../ui/icons.ts';
import { useCommand } from './use.ts';

interface Props {
  readonly id: CommandId;
  readonly icon: LucideIcon;
  /** Shows whether the command is on at the selection. */
  readonly toggle?: boolean;
  /** The caret stays where it is: a press of the pointer does not take the focus out of the text. */
  readonly keepsCaret?: boolean;
}

export function CommandButton({ id, icon, toggle, keepsCaret }: Props) {
  const command = useCommand(id);
  return (
    <IconButton
      label={command.name}
      icon={icon}
      off={command.off}
      pressed={toggle ? command.on : undefined}
      keyLabel={command.keyLabel}
      aria-keyshortcuts={command.shortcuts}
      onMouseDown={keepsCaret ? (event) => event.preventDefault() : undefined}
      onClick={command.run}
    />
  );
}
