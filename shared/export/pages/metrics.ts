// Metrics of the styles that decide where lines and pages end, read from a styles.xml: numbers stand in styles.ts alone.
import type { Face } from './widths.ts';

/** All measures in twips. */
export interface ParagraphMetrics {
  /** Family, as the style names it. */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Of the letters. */
  readonly size: number;
  /** Height of a line by the line rule, in lines. */
  readonly line: number;
  readonly before: number;
  readonly after: number;
  readonly left: number;
  readonly hanging: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** What a rule above and below takes, with its distance from the text. */
  readonly ruleAbove: number;
  readonly ruleBelow: number;
  /** The first tab stop from the left, or 0. */
  readonly tab: number;
}

/** Of a character style; what it leaves to the paragraph is absent. */
export interface CharacterMetrics {
  readonly font?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly raised?: boolean;
}

export interface Metrics {
  paragraph(style: string): ParagraphMetrics;
  character(style: string): CharacterMetrics;
}

/** As Word sets a style without a word about itself. */
const PLAIN: ParagraphMetrics = {
  font: 'Calibri',
  bold: false,
  italic: false,
  size: 200,
  line: 1,
  before: 0,
  after: 0,
  left: 0,
  hanging: 0,
  keepNext: false,
  keepLines: false,
  ruleAbove: 0,
  ruleBelow: 0,
  tab: 0,
};

/** The start tag of the first element `name` in `xml`, or ''. */
function tag(xml: string, name: string): string {
  for (let at = xml.indexOf(`<${name}`); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    const next = xml.charAt(at + name.length + 1);
    if (next === ' ' || next === '/' || next === '>') return xml.slice(at, xml.indexOf('>', at) + 1);
  }
  return '';
}

function attribute(start: string, name: string): string | null {
  const opening = ` ${name}="`;
  const at = start.indexOf(opening);
  if (at < 0) return null;
  const from = at + opening.length;
  return start.slice(from, start.indexOf('"', from));
}

function number(start: string, name: string): number | null {
  const value = attribute(start, name);
  const read = value === null ? NaN : Number(value);
  return Number.isFinite(read) ? read : null;
}

function flag(xml: string, name: string, otherwise: boolean): boolean {
  const start = tag(xml, name);
  if (start === '') return otherwise;
  const value = attribute(start, 'w:val');
  return value !== '0' && value !== 'false';
}

/** The element `name` with all in it, or ''. */
function element(xml: string, name: string): string {
  const from = xml.indexOf(`<${name}>`);
  return from < 0 ? '' : xml.slice(from, xml.indexOf(`</${name}>`, from));
}

/** w:sz of a border is in eighths of a point, w:space in points. */
function rule(borders: string, side: string, otherwise: number): number {
  const start = tag(borders, `w:${side}`);
  if (start === '') return otherwise;
  return ((number(start, 'w:sz') ?? 0) * 20) / 8 + (number(start, 'w:space') ?? 0) * 20;
}

/** `base` with what `xml` (paragraph and run properties) says over it. */
function over(base: ParagraphMetrics, xml: string): ParagraphMetrics {
  const spacing = tag(xml, 'w:spacing');
  const indent = tag(xml, 'w:ind');
  const borders = element(xml, 'w:pBdr');
  const halfPoints = number(tag(xml, 'w:sz'), 'w:val');
  const line = attribute(spacing, 'w:lineRule') === 'auto' ? number(spacing, 'w:line') : null;
  return {
    font: attribute(tag(xml, 'w:rFonts'), 'w:ascii') ?? base.font,
    bold: flag(xml, 'w:b', base.bold),
    italic: flag(xml, 'w:i', base.italic),
    size: halfPoints === null ? base.size : halfPoints * 10,
    line: line === null ? base.line : line / 240,
    before: number(spacing, 'w:before') ?? base.before,
    after: number(spacing, 'w:after') ?? base.after,
    left: number(indent, 'w:left') ?? number(indent, 'w:start') ?? base.left,
    hanging: number(indent, 'w:hanging') ?? base.hanging,
    keepNext: flag(xml, 'w:keepNext', base.keepNext),
    keepLines: flag(xml, 'w:keepLines', base.keepLines),
    ruleAbove: rule(borders, 'top', base.ruleAbove),
    ruleBelow: rule(borders, 'bottom', base.ruleBelow),
    tab: number(tag(element(xml, 'w:tabs'), 'w:tab'), 'w:pos') ?? base.tab,
  };
}

/** A chain of styles longer than this is a circle. */
const LONGEST_CHAIN = 12;

/** The metrics of the styles in `stylesXml`, the text of a styles.xml. A style that it does not have is set as its defaults. */
export function readMetrics(stylesXml: string): Metrics {
  const defaults = over(PLAIN, element(stylesXml, 'w:docDefaults'));
  const styles = new Map<string, string>();
  for (let at = stylesXml.indexOf('<w:style '); at >= 0; at = stylesXml.indexOf('<w:style ', at + 1)) {
    const end = stylesXml.indexOf('</w:style>', at);
    const xml = stylesXml.slice(at, end < 0 ? undefined : end);
    styles.set(attribute(xml.slice(0, xml.indexOf('>')), 'w:styleId') ?? '', xml);
  }

  const paragraphs = new Map<string, ParagraphMetrics>();
  const paragraph = (id: string, depth = 0): ParagraphMetrics => {
    const known = paragraphs.get(id);
    if (known) return known;
    const xml = styles.get(id);
    if (xml === undefined || depth > LONGEST_CHAIN) return defaults;
    const parent = attribute(tag(xml, 'w:basedOn'), 'w:val');
    const made = over(parent === null ? defaults : paragraph(parent, depth + 1), xml);
    paragraphs.set(id, made);
    return made;
  };

  const characters = new Map<string, CharacterMetrics>();
  const character = (id: string): CharacterMetrics => {
    let made = characters.get(id);
    if (!made) {
      const xml = styles.get(id) ?? '';
      const font = attribute(tag(xml, 'w:rFonts'), 'w:ascii');
      const halfPoints = number(tag(xml, 'w:sz'), 'w:val');
      made = {
        ...(font === null ? {} : { font }),
        ...(flag(xml, 'w:b', false) ? { bold: true } : {}),
        ...(halfPoints === null ? {} : { size: halfPoints * 10 }),
        ...(attribute(tag(xml, 'w:vertAlign'), 'w:val') === 'superscript' ? { raised: true } : {}),
      };
      characters.set(id, made);
    }
    return made;
  };
  return { paragraph: (id) => paragraph(id), character };
}

/** Ascent, descent and gap together, in ems: what a line of the family is high before the line rule. */
const HEIGHTS: Readonly<Record<string, number>> = { Calibri: 1.2207, Cambria: 1.15, Consolas: 1.17 };

/** Height of a line in ems; 1.2 for a family that is not known. */
export function emHeight(font: string): number {
  return HEIGHTS[font] ?? 1.2;
}

/** The table of widths that is nearest to a family in a weight and slant. */
export function faceOf(font: string, bold: boolean, italic: boolean): Face {
  if (font === 'Consolas') return 'Consolas';
  if (font === 'Cambria') return bold ? 'CambriaBold' : 'Cambria';
  return bold ? 'CalibriBold' : italic ? 'CalibriItalic' : 'Calibri';
}
