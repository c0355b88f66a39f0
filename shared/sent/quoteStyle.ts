// What the style of a paragraph says: a quotation, or the line below one that says whose words it is.
import type { SentParagraph } from './words.ts';

/** In the languages that Word calls its styles by in new files. */
const QUOTE = /quot|zitat|citation|cita/iu;
const ATTRIBUTION = /attribution/iu;

function styleOf({ style, styleName }: SentParagraph): string {
  return styleName ?? style ?? '';
}

export function isAttribution(paragraph: SentParagraph): boolean {
  return ATTRIBUTION.test(styleOf(paragraph));
}

export function isQuotation(paragraph: SentParagraph): boolean {
  return QUOTE.test(styleOf(paragraph)) && !isAttribution(paragraph);
}
