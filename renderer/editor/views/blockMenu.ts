// The menu of a block, beside it: an APG menu in the top layer, whose rows are commands of the table.
import { commandById, type CommandId } from '../../../shared/commands.ts';
import { keyText } from '../../ui/keyText.ts';

/** Its rows in their order; a line stands above the first of what the block can be turned into. */
export const BLOCK_COMMANDS = [
  'moveBlockUp',
  'moveBlockDown',
  'duplicateBlock',
  'deleteBlock',
  'bodyText',
  'heading1',
  'heading2',
  'heading3',
  'bulletedList',
  'numberedList',
  'blockQuote',
] as const satisfies readonly CommandId[];

const FIRST_TURN = 'bodyText';

/** Commands that the block can be, as against those that do something with it. */
function turns(id: (typeof BLOCK_COMMANDS)[number]): boolean {
  return BLOCK_COMMANDS.indexOf(id) >= BLOCK_COMMANDS.indexOf(FIRST_TURN);
}

export interface BlockMenuState {
  readonly enabled: ReadonlySet<CommandId>;
  readonly active: ReadonlySet<CommandId>;
}

export interface BlockMenuOptions {
  readonly os: Parameters<typeof keyText>[1];
  onPick(id: CommandId): void;
  /** Closed without a choice by Esc or Tab: the focus goes back. */
  onLeave(): void;
}

/** Outside the sheet, whose zoom it would share. */
export class BlockMenu {
  readonly dom = document.createElement('div');
  readonly #options: BlockMenuOptions;
  #left = false;

  constructor(options: BlockMenuOptions) {
    this.#options = options;
    this.dom.className = 'menu block-menu';
    this.dom.setAttribute('role', 'menu');
    this.dom.setAttribute('aria-label', 'Block');
    this.dom.popover = 'auto';
    this.dom.addEventListener('keydown', (event) => this.#key(event));
    this.dom.addEventListener('toggle', (event) => {
      if (event.newState === 'closed' && this.#left) options.onLeave();
      this.#left = false;
    });
  }

  get open(): boolean {
    return this.dom.matches(':popover-open');
  }

  /** Shows the menu under a point of the window. */
  show({ left, top }: { readonly left: number; readonly top: number }, state: BlockMenuState): void {
    this.dom.replaceChildren(...BLOCK_COMMANDS.map((id) => this.#row(id, state)));
    if (!this.open) this.dom.showPopover();
    const { offsetWidth, offsetHeight } = this.dom;
    this.dom.style.left = `${Math.max(4, Math.min(left, innerWidth - offsetWidth - 4))}px`;
    this.dom.style.top = `${Math.max(4, Math.min(top, innerHeight - offsetHeight - 4))}px`;
    this.#rows()[0]?.focus();
  }

  hide(): void {
    if (this.open) this.dom.hidePopover();
  }

  #rows(): HTMLElement[] {
    return [...this.dom.querySelectorAll<HTMLElement>('.menu-item')];
  }

  #row(id: (typeof BLOCK_COMMANDS)[number], { enabled, active }: BlockMenuState): HTMLElement {
    const row = document.createElement('button');
    row.type = 'button';
    row.className = `menu-item${id === FIRST_TURN ? ' apart' : ''}`;
    row.tabIndex = -1;
    row.setAttribute('role', turns(id) ? 'menuitemradio' : 'menuitem');
    if (turns(id)) row.setAttribute('aria-checked', String(active.has(id)));
    if (!enabled.has(id)) row.setAttribute('aria-disabled', 'true');
    const mark = document.createElement('span');
    mark.className = 'menu-check';
    if (turns(id) && active.has(id)) mark.textContent = '✓';
    mark.setAttribute('aria-hidden', 'true');
    const words = document.createElement('span');
    const { title, keys } = commandById(id);
    words.textContent = title;
    row.append(mark, words);
    if (keys[0] !== undefined) {
      const key = document.createElement('kbd');
      key.textContent = keyText(keys[0], this.#options.os);
      row.append(key);
    }
    row.addEventListener('click', () => {
      if (!enabled.has(id)) return;
      this.hide();
      this.#options.onPick(id);
    });
    return row;
  }

  #key(event: KeyboardEvent): void {
    const rows = this.#rows();
    const at = rows.findIndex((row) => row === document.activeElement);
    const last = rows.length - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const place = to[event.key];
    if (place !== undefined) rows[place]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      this.#left = true;
      this.hide();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const wanted = event.key.toLowerCase();
      const after = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
      after.find((row) => row.textContent.replace('✓', '').toLowerCase().startsWith(wanted))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
