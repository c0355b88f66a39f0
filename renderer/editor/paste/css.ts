// cssOf: the declarations of a pasted element's style, read as text; nothing of a style sheet, nothing inherited.
import { CSS } from './disarm.ts';

/** Values by property, both in small letters without space around. */
export type Declarations = ReadonlyMap<string, string>;

const NONE: Declarations = new Map();

/** Parts at `mark` outside quotes and brackets: a font's name or an address may hold it. */
function parts(text: string, mark: string): string[] {
  const found: string[] = [];
  let quote = '';
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === mark && depth === 0) {
      found.push(text.slice(from, i));
      from = i + 1;
    }
  }
  found.push(text.slice(from));
  return found;
}

/** Reads "font-weight: 700; mso-list: l0 level1 lfo1". Of two declarations of a property the last holds. */
export function readDeclarations(text: string): Declarations {
  const found = new Map<string, string>();
  for (const declaration of parts(text, ';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/iu, '');
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return found;
}

export function cssOf(element: Element): Declarations {
  const text = element.getAttribute(CSS);
  return text === null ? NONE : readDeclarations(text);
}

/** True for what nobody sees on the page it comes from. */
export function isHidden(css: Declarations): boolean {
  return (
    css.get('display') === 'none' ||
    css.get('visibility') === 'hidden' ||
    css.get('mso-hide') === 'all' ||
    css.get('mso-element') === 'comment-list'
  );
}

/** Bold by its style: true, false, or null when the style says nothing. */
export function boldness(css: Declarations): boolean | null {
  const weight = css.get('font-weight');
  if (weight === undefined) return null;
  if (/^(?:bold(?:er)?|[6-9]00|1000)$/u.test(weight)) return true;
  return /^(?:normal|lighter|[1-5]00)$/u.test(weight) ? false : null;
}

export function isItalic(css: Declarations): boolean | null {
  const style = css.get('font-style');
  if (style === undefined) return null;
  return /^(?:italic|oblique)/u.test(style) ? true : style === 'normal' ? false : null;
}

export function hasLine(css: Declarations, line: 'underline' | 'line-through'): boolean {
  const lines = css.get('text-decoration-line') ?? css.get('text-decoration') ?? '';
  return lines.split(/\s/u).includes(line);
}
