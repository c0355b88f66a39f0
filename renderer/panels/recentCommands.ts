// Recent commands of this window, newest first: what an empty palette offers.
import type { CommandId } from '../../shared/commands.ts';

const MOST = 6;
let recent: readonly CommandId[] = [];

export function recentCommands(): readonly CommandId[] {
  return recent;
}

export function rememberCommand(id: CommandId): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, MOST);
}
