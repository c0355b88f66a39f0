// Words for a key of shared/commands.ts: as people read it, and as aria-keyshortcuts wants it.

export type Os = 'mac' | 'windows' | 'linux';

const ORDER_MAC = ['Alt', 'Shift', 'Mod'];
const ORDER = ['Mod', 'Shift', 'Alt'];
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const NAMES_MAC: Readonly<Record<string, string>> = { ...ARROWS, Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };
const NAMES: Readonly<Record<string, string>> = { ...ARROWS, Mod: 'Ctrl' };

function split(combo: string): string[] {
  // "Mod++" would split to empty pieces; no command uses the plus key itself.
  return combo.split('+');
}

/** "Mod+Shift+E" as `⇧⌘E` on macOS, `Ctrl+Shift+E` elsewhere. */
export function keyText(combo: string, os: Os): string {
  const mac = os === 'mac';
  const order = mac ? ORDER_MAC : ORDER;
  const parts = split(combo);
  const sorted = [...order.filter((name) => parts.includes(name)), ...parts.filter((name) => !order.includes(name))];
  const names = mac ? NAMES_MAC : NAMES;
  return sorted.map((name) => names[name] ?? name).join(mac ? '' : '+');
}

/** The value of aria-keyshortcuts: modifiers by their DOM names. */
export function ariaKeys(combos: readonly string[], os: Os): string | undefined {
  if (combos.length === 0) return undefined;
  const mod = os === 'mac' ? 'Meta' : 'Control';
  return combos.map((combo) => combo.replace('Mod', mod)).join(' ');
}
