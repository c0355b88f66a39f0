// HouseStyle: what a Word file of the user lends to an export: styles, fonts, page, headers and footers, all cleaned.
import type { Element } from '../../ooxml/xml.ts';
import type { Page } from '../styles.ts';

/** A style of the house, cleaned. */
export interface HouseStyleEntry {
  readonly type: 'paragraph' | 'character' | 'table' | 'numbering';
  readonly id: string;
  /** As Word shows it; the names of Word's own styles are English in every file. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly isDefault: boolean;
  /** Made by the house, and not one of Word's own. */
  readonly custom: boolean;
  readonly basedOn: string | null;
  readonly element: Element;
}

export type MarginKind = 'header' | 'footer';
export type MarginSlot = 'default' | 'first' | 'even';

/** A picture of a header or footer, without metadata. */
export interface HousePicture {
  readonly type: 'png' | 'jpeg' | 'gif';
  readonly bytes: Uint8Array;
}

/** A header or footer of the last section. */
export interface HouseMargin {
  readonly kind: MarginKind;
  readonly slot: MarginSlot;
  /** Paragraphs and tables, cleaned. Fields are elements `field` with their code in `code`; pictures name theirs in `r:embed`. */
  readonly blocks: readonly Element[];
  /** Holds a PAGE field. */
  readonly numbered: boolean;
  /** By the value of `r:embed`: index of the house's pictures. */
  readonly pictures: ReadonlyMap<string, number>;
  /** By the value of `r:id` of a hyperlink: the address. */
  readonly links: ReadonlyMap<string, string>;
}

export interface HouseStyle {
  readonly styles: readonly HouseStyleEntry[];
  /** w:docDefaults and w:latentStyles, cleaned. */
  readonly defaults: Element | null;
  readonly latent: Element | null;
  /** a:theme, cleaned. */
  readonly theme: Element | null;
  /** w:font, each; without embedded fonts. */
  readonly fonts: readonly Element[];
  /** w:abstractNum and w:num that the styles count with, cleaned, with the ids of the house. */
  readonly numbering: readonly Element[];
  /** Elements of the settings that decide on the look: tab stops, hyphenation, colours of the theme. */
  readonly settings: readonly Element[];
  readonly page: Page;
  readonly titlePage: boolean;
  readonly evenAndOdd: boolean;
  readonly margins: readonly HouseMargin[];
  readonly pictures: readonly HousePicture[];
}
