// The headers and footers of a sent file as its pages show them: by section and by the pages that have their own.
import type { Message } from '../../base/result.ts';
import type { Package } from '../../ooxml/package.ts';
import { child, isOn, type Element } from '../../ooxml/xml.ts';
import { readWords, type Style } from '../words.ts';

export interface SentMargin {
  readonly kind: 'header' | 'footer';
  /** `default`: of all pages that have none of their own. */
  readonly pages: 'default' | 'first' | 'even';
  /** From 1. */
  readonly section: number;
  /** The words of its paragraphs; none where pages have no such header. */
  readonly paragraphs: readonly string[];
  /** Shows more than words: a picture, a shape, a rule. */
  readonly drawn: boolean;
}

export interface SentMargins {
  readonly list: readonly SentMargin[];
  readonly sections: number;
  /** First pages have headers and footers of their own, in any section. */
  readonly firstApart: boolean;
}

/** The sections in order; what they were before a change is none. */
function sectionsOf(of: Element): Element[] {
  return of.children.flatMap((one) => {
    if (one.name === 'w:sectPr') return [one];
    return /Change$/u.test(one.name) ? [] : sectionsOf(one);
  });
}

function isDrawn(of: Element): boolean {
  return /^(?:w:drawing|w:pict|w:object|w:pBdr|w:tbl)$/u.test(of.name) || of.children.some(isDrawn);
}

/** Reads them. `settings`: the root of that part, or null. */
export function readMargins(
  pack: Package,
  document: { readonly part: string; readonly body: Element },
  settings: Element | null,
  styles: ReadonlyMap<string, Style>,
  messages: Message[],
): SentMargins {
  const relations = new Map(pack.relations(document.part).map((one) => [one.id, one.target]));
  const evenApart = isOn(child(settings ?? undefined, 'w:evenAndOddHeaders'));
  const read = new Map<string, Pick<SentMargin, 'paragraphs' | 'drawn'>>();
  const empty = { paragraphs: [], drawn: false };
  const shownBy = (part: string | null | undefined): Pick<SentMargin, 'paragraphs' | 'drawn'> => {
    if (!part) return empty;
    const known = read.get(part);
    if (known) return known;
    const root = pack.xml(part);
    if (!root.ok) messages.push({ code: root.error.code, text: root.error.text });
    const words = root.ok ? readWords(root.value, styles).paragraphs.map(({ text }) => text.trim()) : [];
    const shown = { paragraphs: words.filter((text) => text !== ''), drawn: root.ok && isDrawn(root.value) };
    read.set(part, shown);
    return shown;
  };
  // A section takes over what it does not set itself from the one before it.
  const references = new Map<string, string | null | undefined>();
  const list: SentMargin[] = [];
  const sections = sectionsOf(document.body);
  let firstApart = false;
  for (const [index, section] of sections.entries()) {
    for (const { name, attrs } of section.children) {
      const kind = /^w:(header|footer)Reference$/u.exec(name)?.[1];
      if (kind !== undefined)
        references.set(`${kind} ${attrs['w:type'] ?? 'default'}`, relations.get(attrs['r:id'] ?? ''));
    }
    const first = isOn(child(section, 'w:titlePg'));
    firstApart ||= first;
    const slots = [
      ...(first ? (['first'] as const) : []),
      'default' as const,
      ...(evenApart ? (['even'] as const) : []),
    ];
    for (const kind of ['header', 'footer'] as const) {
      for (const pages of slots) {
        list.push({ kind, pages, section: index + 1, ...shownBy(references.get(`${kind} ${pages}`)) });
      }
    }
  }
  return { list, sections: sections.length, firstApart };
}
