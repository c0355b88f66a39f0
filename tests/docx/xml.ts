// A strict reader of XML for the checker: well-formed, legal characters, declared prefixes, no DTD; anything else is an error.

export interface Element {
  /** With its prefix, as it stands: `w:p`. */
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

export class XmlError extends Error {}

function legal(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(raw: string): string {
  return raw.replace(/&([^;]*);?/gu, (whole, name: string) => {
    if (!whole.endsWith(';')) throw new XmlError(`a bare "&" in "${raw.slice(0, 40)}"`);
    const known = ENTITIES[name];
    if (known !== undefined) return known;
    const number = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/u.exec(name);
    const code = number ? parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : NaN;
    if (!Number.isFinite(code) || code > 0x10ffff || !legal(code)) throw new XmlError(`the reference "${whole}"`);
    return String.fromCodePoint(code);
  });
}

const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/uy;
const SPACE = /[ \t\r\n]*/uy;

/** Reads one document; throws XmlError with the fault. */
export function parseXml(source: string): Element {
  for (const char of source) {
    if (!legal(char.codePointAt(0) as number))
      throw new XmlError(`the character U+${char.codePointAt(0)?.toString(16)}`);
  }
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const expect = (text: string): void => {
    if (!source.startsWith(text, at)) throw new XmlError(`expected "${text}" at ${at}: "${source.slice(at, at + 30)}"`);
    at += text.length;
  };
  const name = (): string => {
    const found = take(NAME);
    if (!found) throw new XmlError(`expected a name at ${at}: "${source.slice(at, at + 30)}"`);
    return found;
  };
  const prefixed = (full: string, scope: ReadonlySet<string>): void => {
    const colon = full.indexOf(':');
    const prefix = colon < 0 ? '' : full.slice(0, colon);
    if (prefix && prefix !== 'xml' && prefix !== 'xmlns' && !scope.has(prefix))
      throw new XmlError(`the undeclared prefix of "${full}"`);
  };

  const element = (outer: ReadonlySet<string>): Element => {
    expect('<');
    const own = name();
    const attrs: Record<string, string> = {};
    let scope = outer;
    for (;;) {
      const space = take(SPACE);
      if (source[at] === '>' || source.startsWith('/>', at)) break;
      if (!space) throw new XmlError(`no space before an attribute of "${own}"`);
      const key = name();
      expect('=');
      const mark = source[at];
      if (mark !== '"' && mark !== "'") throw new XmlError(`an attribute of "${own}" without quotation marks`);
      const end = source.indexOf(mark, at + 1);
      if (end < 0) throw new XmlError(`an attribute of "${own}" without an end`);
      const raw = source.slice(at + 1, end);
      if (raw.includes('<')) throw new XmlError(`a "<" in an attribute of "${own}"`);
      if (key in attrs) throw new XmlError(`the attribute "${key}" twice`);
      attrs[key] = decode(raw);
      if (key.startsWith('xmlns:')) scope = new Set([...scope, key.slice(6)]);
      at = end + 1;
    }
    prefixed(own, scope);
    for (const key of Object.keys(attrs)) if (key !== 'xmlns') prefixed(key, scope);
    for (const prefix of (attrs['mc:Ignorable'] ?? '').split(' ').filter(Boolean)) prefixed(`${prefix}:x`, scope);
    const children: (Element | string)[] = [];
    if (source.startsWith('/>', at)) {
      at += 2;
      return { name: own, attrs, children };
    }
    expect('>');
    for (;;) {
      const next = source.indexOf('<', at);
      if (next < 0) throw new XmlError(`"${own}" without an end`);
      if (next > at) {
        const raw = source.slice(at, next);
        if (raw.includes(']]>')) throw new XmlError('"]]>" in text');
        children.push(decode(raw));
        at = next;
      }
      if (source.startsWith('</', at)) {
        at += 2;
        const end = name();
        if (end !== own) throw new XmlError(`"${own}" ended by "${end}"`);
        take(SPACE);
        expect('>');
        return { name: own, attrs, children };
      }
      if (source.startsWith('<!', at) || source.startsWith('<?', at))
        throw new XmlError('a comment, CDATA or instruction');
      children.push(element(scope));
    }
  };

  if (source.startsWith('\ufeff')) at = 1;
  if (source.startsWith('<?xml ', at)) {
    const end = source.indexOf('?>', at);
    if (end < 0) throw new XmlError('an XML declaration without an end');
    at = end + 2;
  }
  take(SPACE);
  const root = element(new Set());
  take(SPACE);
  if (at !== source.length) throw new XmlError(`something after the root: "${source.slice(at, at + 30)}"`);
  return root;
}

export function elements(of: Element, name?: string): Element[] {
  return of.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function child(of: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((parent, name) => (parent ? elements(parent, name)[0] : undefined), of);
}

export function value(of: Element | undefined): string | null {
  return of?.attrs['w:val'] ?? null;
}

export function textOf(of: Element | undefined): string {
  return (of?.children ?? []).map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}

/** Every element below `of`, and itself, in document order. */
export function* descend(of: Element): Generator<Element> {
  yield of;
  for (const one of of.children) if (typeof one !== 'string') yield* descend(one);
}
