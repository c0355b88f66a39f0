// The door of house styles: reading a .docx or .dotx of the user, and what it would do to an export.
import { ok, outcome, type Outcome, type Result } from '../base/result.ts';
import { readHouseStyle } from './house/readHouseStyle.ts';
import { mapStyles, type StyleMapping } from './house/styleMap.ts';

export type { HouseStyle } from './house/houseStyle.ts';
export type { StyleMapping } from './house/styleMap.ts';
export { mapStyles, readHouseStyle };

/** What the user sees before an export in a house style. */
export interface HouseStylePreview {
  /** In the order of our own styles. */
  readonly styles: readonly StyleMapping[];
  /** Twips. */
  readonly page: { readonly width: number; readonly height: number };
  readonly hasHeader: boolean;
  readonly hasFooter: boolean;
}

/** Describes the house style in `bytes`; messages tell what is left out. Failures as of readHouseStyle. */
export function describeHouseStyle(bytes: Uint8Array): Result<Outcome<HouseStylePreview>> {
  const read = readHouseStyle(bytes);
  if (!read.ok) return read;
  const { value: house, messages } = read.value;
  const has = (kind: string): boolean => house.margins.some((one) => one.kind === kind && one.blocks.length > 0);
  const { width, height } = house.page;
  const preview = {
    styles: mapStyles(house),
    page: { width, height },
    hasHeader: has('header'),
    hasFooter: has('footer'),
  };
  return ok(outcome(preview, messages));
}
