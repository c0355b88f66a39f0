// Cards: how the text learns which element of the margin tells more about a word, for aria-details.
import type { Anchor } from '../editor.ts';

/** The id of the element in the margin that is drawn for it now, or null: an id that leads nowhere is a fault. */
export type CardOf = (kind: Anchor['kind'], id: string) => string | null;

export const noCards: CardOf = () => null;
