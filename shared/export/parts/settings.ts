// word/settings.xml and word/fontTable.xml: how Word treats the document, and what may stand in for its fonts.
import type { Plan } from '../plan.ts';
import { escapeXml, partXml } from './xml.ts';

const compat = (name: string, value: string): string =>
  `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;

/** What a house style decides, as XML in the order of the schema. */
export interface HouseSettings {
  /** From w:defaultTabStop to w:doNotHyphenateCaps. */
  readonly spacing: string;
  readonly evenAndOdd: boolean;
  /** w:clrSchemeMapping, or ''. */
  readonly colours: string;
}

/** The whole of word/settings.xml. No updateFields (Word would ask before opening), no template, nothing of the machine. */
export function settingsXml(plan: Pick<Plan, 'language' | 'noteKind'>, house?: HouseSettings): string {
  const element = plan.noteKind === 'footnotes' ? 'footnote' : 'endnote';
  const rules = `<w:${element} w:id="-1"/><w:${element} w:id="0"/>`;
  const language = escapeXml(plan.language);
  return partXml(
    'w:settings',
    ['w'],
    `${house?.spacing ?? '<w:defaultTabStop w:val="720"/>'}${house?.evenAndOdd === true ? '<w:evenAndOddHeaders/>' : ''}<w:characterSpacingControl w:val="doNotCompress"/>` +
      `<w:${element}Pr>${rules}</w:${element}Pr><w:compat>` +
      compat('compatibilityMode', '15') +
      compat('overrideTableStyleFontSizeAndJustification', '1') +
      compat('enableOpenTypeFeatures', '1') +
      compat('doNotFlipMirrorIndents', '1') +
      compat('differentiateMultirowTableHeaders', '1') +
      `</w:compat><w:themeFontLang w:val="${language}"/>${house?.colours ?? ''}<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>`,
  );
}

/** Fonts with the same widths, letter for letter, where Microsoft's are not there: pages break in the same places. */
const FONTS = [
  ['Calibri', 'Carlito', 'swiss'],
  ['Cambria', 'Caladea', 'roman'],
  ['Consolas', 'Inconsolata', 'modern'],
] as const;

/** Our fonts as w:font, but those of `there`. */
export function fontsXml(there: ReadonlySet<string> = new Set()): string {
  return FONTS.filter(([name]) => !there.has(name))
    .map(
      ([name, twin, family]) =>
        `<w:font w:name="${name}"><w:altName w:val="${twin}"/><w:family w:val="${family}"/><w:pitch w:val="${family === 'modern' ? 'fixed' : 'variable'}"/></w:font>`,
    )
    .join('');
}

/** The whole of word/fontTable.xml. */
export function fontTableXml(): string {
  return partXml('w:fonts', ['w'], fontsXml());
}
