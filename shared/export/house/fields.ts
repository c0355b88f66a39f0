// Fields of a house header or footer: those of a closed list stay, written anew from their parts; of others the shown words stay.
import type { Element } from '../../ooxml/xml.ts';
import { element, rebuilt } from './tree.ts';

/** A field that stays: its code as we write it, and what is told when it does not stay. */
const PLAIN: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'TITLE', 'SUBJECT', 'AUTHOR']);

/** Fields whose shown words tell of the machine, of a person, or of the day the template was made: nothing stays of them. */
const TELLING: ReadonlySet<string> = new Set([
  'FILENAME',
  'USERNAME',
  'USERINITIALS',
  'USERADDRESS',
  'LASTSAVEDBY',
  'TEMPLATE',
  'DOCPROPERTY',
  'DOCVARIABLE',
  'INFO',
  'COMMENTS',
  'KEYWORDS',
  'CREATEDATE',
  'SAVEDATE',
  'PRINTDATE',
  'TIME',
  'EDITTIME',
  'REVNUM',
]);

/** A number format such as `\* Arabic` or `\* ROMAN`. */
const NUMBER_FORMATS: ReadonlySet<string> = new Set(['arabic', 'roman', 'alphabetic', 'cardtext', 'ordinal']);

/** The code as we write it; null when the field does not stay. */
function keptCode(instruction: string): string | null {
  const words = instruction.trim().split(/\s+/u);
  const keyword = (words[0] ?? '').toUpperCase();
  if (PLAIN.has(keyword)) {
    const format = words[1] === '\\*' ? (words[2] ?? '') : '';
    return NUMBER_FORMATS.has(format.toLowerCase()) ? `${keyword} \\* ${format}` : keyword;
  }
  if (keyword === 'STYLEREF') {
    const name = /^STYLEREF\s+(?:"([\p{L}\p{N} ._-]{1,60})"|([\p{L}\p{N}._-]{1,60}))/iu.exec(instruction.trim());
    const style = name?.[1] ?? name?.[2];
    return style === undefined ? null : `STYLEREF "${style}"`;
  }
  if (keyword === 'DATE') {
    const picture = /\\@\s+"([dMy .,/-]{1,30})"/u.exec(instruction);
    return picture ? `DATE \\@ "${picture[1] ?? ''}"` : 'DATE';
  }
  return null;
}

function keywordOf(instruction: string): string {
  return (instruction.trim().split(/\s+/u)[0] ?? '').toUpperCase();
}

interface Open {
  code: string;
  state: 'code' | 'shown';
  /** Looks of the first run. */
  props: Element | null;
  /** Runs of the shown words, in the paragraph that the field began in. */
  readonly shown: Element[];
}

function fieldOrWords(
  code: string,
  props: Element | null,
  shown: readonly Element[],
  tell: (what: string) => void,
): Element[] {
  const kept = keptCode(code);
  if (kept !== null) return [element('field', { code: kept }, props ? [props] : [])];
  const keyword = keywordOf(code);
  tell(`the field ${/^[A-Z]{1,20}$/u.test(keyword) ? keyword : 'of an unknown kind'}`);
  return TELLING.has(keyword) ? [] : [...shown];
}

/** A run without the marks and codes of fields; null when nothing is left of it. */
function wordsOf(run: Element): Element | null {
  const left = rebuilt(run, (one) => (/^w:(?:fldChar|instrText|delInstrText|ffData)$/u.test(one.name) ? null : one));
  return left.children.some(({ name }) => name !== 'w:rPr') ? left : null;
}

/** The inlines of one paragraph with its fields as elements `field`. A field that runs over paragraphs leaves its words. */
function inlines(paragraph: Element, tell: (what: string) => void): Element {
  const done: Element[] = [];
  const open: Open[] = [];
  const put = (...list: readonly Element[]): void => {
    const field = open.at(-1);
    if (!field) done.push(...list);
    else if (field.state === 'shown') field.shown.push(...list);
  };
  const walk = (one: Element): void => {
    if (one.name === 'w:fldSimple') {
      const inner = inlines(one, tell).children;
      const props = inner[0]?.children.find(({ name }) => name === 'w:rPr') ?? null;
      put(...fieldOrWords(one.attrs['w:instr'] ?? '', props, inner, tell));
      return;
    }
    if (one.name === 'w:hyperlink') {
      put({ ...one, children: inlines(one, tell).children });
      return;
    }
    if (one.name !== 'w:r') {
      put(one);
      return;
    }
    let rest = false;
    for (const child of one.children) {
      const field = open.at(-1);
      if (child.name === 'w:instrText' && field?.state === 'code') field.code += child.text;
      if (child.name === 'w:fldChar') {
        const type = child.attrs['w:fldCharType'];
        const props = one.children.find(({ name }) => name === 'w:rPr') ?? null;
        if (type === 'begin') open.push({ code: '', state: 'code', props, shown: [] });
        else if (type === 'separate' && field) field.state = 'shown';
        else if (type === 'end' && field) {
          open.pop();
          put(...fieldOrWords(field.code, field.props, field.shown, tell));
        }
        rest = true;
      }
    }
    const words = wordsOf(one);
    // A run with marks of fields holds no words in any file of Word; where it does, they stand after the field.
    if (words && !(rest && open.at(-1)?.state === 'code')) put(words);
  };
  for (const child of paragraph.children) walk(child);
  // A field that does not end here: its words stay.
  const left = open.flatMap(({ shown }) => shown);
  return { ...paragraph, children: [...done, ...left] };
}

/** The tree with the fields of every paragraph as elements `field` (their code in `code`, w:rPr as their child). */
export function withFields(of: Element, tell: (what: string) => void): Element {
  if (of.name === 'w:p') return inlines(of, tell);
  return rebuilt(of, (child) => withFields(child, tell));
}

/** True when a field of that keyword stands in the tree. */
export function hasField(of: Element, keyword: string): boolean {
  if (of.name === 'field') return keywordOf(of.attrs['code'] ?? '') === keyword;
  return of.children.some((child) => hasField(child, keyword));
}
