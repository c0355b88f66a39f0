// The words of a Word document as they stand: paragraphs in order, insertions taken in, deletions left out, who changed what.
import { child, type Element } from '../ooxml/xml.ts';
import { partsNotes } from './noteCommas.ts';

export interface SentParagraph {
  /** As it stands; a tab is \t, a line break \n. */
  readonly text: string;
  /** Id and name of its style, or null: names are the same in every language of Word, ids are not. */
  readonly style: string | null;
  readonly styleName: string | null;
  readonly inTable: boolean;
  /** A line of the list of contents, which Word writes itself. */
  readonly contents: boolean;
  /** Authors of tracked changes in it, each once. */
  readonly changedBy: readonly string[];
}

export interface TrackedChange {
  readonly kind: 'inserted' | 'deleted' | 'moved';
  readonly author: string;
  /** As the file has it, or null. */
  readonly date: string | null;
  readonly text: string;
}

export interface Style {
  readonly name: string | null;
  readonly hidden: boolean;
  /** Its letters are superscript. */
  readonly raised: boolean;
}

export interface Words {
  readonly paragraphs: readonly SentParagraph[];
  readonly changes: readonly TrackedChange[];
  /** Ids of the notes that the text refers to, in order, by kind. */
  readonly references: readonly { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
  /** True when the file holds another file in place of text (w:altChunk), which is not read. */
  readonly foreign: boolean;
}

/** More are counted, not listed. */
const MOST_CHANGES = 5000;

function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(element.attrs['w:val'] ?? 'true');
}

/** Styles by id; `hidden` and `raised` follow w:basedOn. */
export function readStyles(root: Element | null): ReadonlyMap<string, Style> {
  const raw = new Map<string, Element>();
  for (const one of root?.children ?? []) {
    if (one.name === 'w:style') raw.set(one.attrs['w:styleId'] ?? '', one);
  }
  const inherited = (style: Element | undefined, name: string): Element | undefined => {
    const seen = new Set<Element>();
    for (let at = style; at && !seen.has(at); at = raw.get(child(at, 'w:basedOn')?.attrs['w:val'] ?? '')) {
      seen.add(at);
      const one = child(at, 'w:rPr', name);
      if (one) return one;
    }
    return undefined;
  };
  return new Map(
    [...raw].map(([id, style]) => [
      id,
      {
        name: child(style, 'w:name')?.attrs['w:val'] ?? null,
        hidden: isOn(inherited(style, 'w:vanish')),
        raised: inherited(style, 'w:vertAlign')?.attrs['w:val'] === 'superscript',
      },
    ]),
  );
}

/** One paragraph while it is read. */
interface Draft {
  text: string;
  style: string | null;
  readonly inTable: boolean;
  readonly changedBy: Set<string>;
  /** Text boxes anchored in it. */
  readonly boxes: Element[];
}

type Mode = 'text' | 'inserted' | 'deleted' | 'moved';

const MODES: Readonly<Record<string, Mode>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'moved',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};

/** Elements around blocks or runs that are nothing by themselves. */
const WRAPPERS = new Set(
  'w:sdtContent w:sdt w:customXml w:smartTag w:hyperlink w:fldSimple w:dir w:bdo w:rubyBase w:ruby m:oMathPara m:oMath'.split(
    ' ',
  ),
);

class Reader {
  readonly paragraphs: SentParagraph[] = [];
  readonly changes: TrackedChange[] = [];
  readonly references: { kind: 'footnote' | 'endnote'; id: string }[] = [];
  foreign = false;
  readonly #styles: ReadonlyMap<string, Style>;
  /** A paragraph whose end was deleted goes on in the next one. */
  #open: Draft | null = null;
  /** Complex fields: what stands before the separator is the instruction. */
  readonly #fields: ('code' | 'result')[] = [];

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  blocks(parent: Element, inTable: boolean): void {
    for (const one of parent.children) {
      switch (one.name) {
        case 'w:p':
          this.#paragraph(one, inTable);
          break;
        case 'w:tbl':
        case 'w:tc':
          this.blocks(one, true);
          break;
        case 'w:tr':
          if (!child(one, 'w:trPr', 'w:del')) this.blocks(one, true);
          break;
        case 'w:altChunk':
          this.foreign = true;
          break;
        case 'mc:AlternateContent':
          this.blocks(alternative(one) ?? one, inTable);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.blocks(one, inTable);
          break;
        default:
          if (WRAPPERS.has(one.name)) this.blocks(one, inTable);
      }
    }
  }

  finish(): void {
    if (this.#open) this.#close(this.#open);
    this.#open = null;
  }

  #paragraph(p: Element, inTable: boolean): void {
    const properties = child(p, 'w:pPr');
    const style = child(properties, 'w:pStyle')?.attrs['w:val'] ?? null;
    const draft = this.#open ?? { text: '', style, inTable, changedBy: new Set<string>(), boxes: [] };
    // Of two paragraphs made one, the second gives its form (Word does the same).
    draft.style = style;
    this.#open = null;
    this.#runs(p, draft, 'text');
    const mark = child(properties, 'w:rPr', 'w:del') ?? child(properties, 'w:rPr', 'w:moveFrom');
    if (mark) {
      const author = mark.attrs['w:author'];
      if (author) draft.changedBy.add(author);
      this.#open = draft;
    } else this.#close(draft);
  }

  #close(draft: Draft): void {
    const style = draft.style === null ? undefined : this.#styles.get(draft.style);
    const styleName = style?.name ?? null;
    this.paragraphs.push({
      text: draft.text,
      style: draft.style,
      styleName,
      inTable: draft.inTable,
      contents: /^toc ?(?:\d|heading)/iu.test(styleName ?? draft.style ?? ''),
      changedBy: [...draft.changedBy],
    });
    for (const box of draft.boxes) this.blocks(box, false);
  }

  #runs(parent: Element, draft: Draft, mode: Mode): void {
    for (const [index, one] of parent.children.entries()) {
      const changed = MODES[one.name];
      if (changed) this.#change(one, draft, changed, mode);
      else if (one.name === 'w:r') {
        if (!partsNotes(parent.children, index, this.#styles)) this.#run(one, draft, mode);
      } else if (one.name === 'm:r') draft.text += mode === 'deleted' ? '' : (child(one, 'm:t')?.text ?? '');
      else if (one.name === 'mc:AlternateContent') this.#runs(alternative(one) ?? one, draft, mode);
      else if (WRAPPERS.has(one.name) || (one.name.startsWith('m:') && !one.name.endsWith('Pr'))) {
        this.#runs(one, draft, mode);
      }
    }
  }

  #change(element: Element, draft: Draft, kind: Mode, outer: Mode): void {
    const before = draft.text.length;
    // What was inserted and then deleted is gone; what stands in a deletion stays so.
    this.#runs(element, draft, outer === 'deleted' ? outer : kind);
    const author = element.attrs['w:author'] ?? '';
    if (author !== '') draft.changedBy.add(author);
    if (kind === 'text' || this.changes.length >= MOST_CHANGES) return;
    const text = kind === 'deleted' ? deletedText(element) : draft.text.slice(before);
    if (text === '') return;
    const shown = element.name === 'w:moveFrom' ? 'moved' : kind;
    this.changes.push({ kind: shown, author, date: element.attrs['w:date'] ?? null, text });
  }

  #run(run: Element, draft: Draft, mode: Mode): void {
    const properties = child(run, 'w:rPr');
    const style = this.#styles.get(child(properties, 'w:rStyle')?.attrs['w:val'] ?? '');
    const vanish = child(properties, 'w:vanish');
    const hidden = vanish ? isOn(vanish) : (style?.hidden ?? this.#styles.get(draft.style ?? '')?.hidden ?? false);
    this.#content(run, draft, mode === 'deleted' || hidden);
  }

  #content(run: Element, draft: Draft, gone: boolean): void {
    const put = (text: string): void => {
      if (!gone && this.#fields.at(-1) !== 'code') draft.text += text;
    };
    for (const one of run.children) {
      switch (one.name) {
        case 'w:t':
          put(one.text);
          break;
        case 'w:tab':
        case 'w:ptab':
          put('\t');
          break;
        case 'w:br':
        case 'w:cr':
          put('\n');
          break;
        case 'w:noBreakHyphen':
          put('\u2011');
          break;
        case 'w:softHyphen':
          put('\u00ad');
          break;
        case 'w:sym':
          put(symbol(one.attrs['w:char']));
          break;
        case 'w:fldChar':
          this.#field(one.attrs['w:fldCharType']);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          if (!gone) {
            const kind = one.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
            this.references.push({ kind, id: one.attrs['w:id'] ?? '' });
          }
          break;
        case 'w:ruby':
          this.#runs(one, draft, gone ? 'deleted' : 'text');
          break;
        case 'mc:AlternateContent':
          this.#content(alternative(one) ?? one, draft, gone);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (!gone) draft.boxes.push(...textBoxes(one));
      }
    }
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push('code');
    else if (type === 'end') this.#fields.pop();
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = 'result';
  }
}

function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  // Symbol fonts lie in the private area, 0xF000 above the character.
  if (!(value > 0x1f && value <= 0xffff)) return '';
  return String.fromCodePoint(value >= 0xf020 && value <= 0xf0ff ? value - 0xf000 : value).toWellFormed();
}

/** The branch that is read: the first that is no fallback; each says the same for readers of different age. */
function alternative(element: Element): Element | undefined {
  return child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
}

function textBoxes(drawing: Element): Element[] {
  if (drawing.name === 'w:txbxContent') return [drawing];
  if (drawing.name === 'mc:AlternateContent') {
    const branch = alternative(drawing);
    return branch ? textBoxes(branch) : [];
  }
  return drawing.children.flatMap(textBoxes);
}

function deletedText(element: Element): string {
  if (element.name === 'w:delText' || element.name === 'w:t') return element.text;
  return element.children.map(deletedText).join('');
}

/** The words of `root` (a body, a note, a header) in the order of the file. */
export function readWords(root: Element, styles: ReadonlyMap<string, Style>): Words {
  const reader = new Reader(styles);
  reader.blocks(root, false);
  reader.finish();
  const { paragraphs, changes, references, foreign } = reader;
  return { paragraphs, changes, references, foreign };
}
