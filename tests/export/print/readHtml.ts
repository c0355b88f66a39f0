// The tests' own reader of the printed page: strict about what our writer may write, it refuses everything else.

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const VOID = new Set(['meta', 'col', 'br', 'img']);
/** Content of these is text as it stands. */
const RAW = new Set(['style']);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z0-9-]+(?:="[^"<>]*")?)*)(\/?)>/y;
const ATTRIBUTE = / ([a-zA-Z0-9-]+)(?:="([^"<>]*)")?/g;

/** Text with its references resolved. Throws for one that our writer does not use, and for a bare `&`. */
function decode(text: string): string {
  return text.replace(/&([a-z0-9#]*;?)/gi, (all, name: string) => {
    const letter = NAMED[name.slice(0, -1)];
    if (!name.endsWith(';') || letter === undefined) throw new Error(`A bare or unknown reference: ${all}`);
    return letter;
  });
}

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (Element | string)[];
}

/** The elements of `html`. Throws when a tag is not closed in its turn, or something is no tag and no text. */
export function readHtml(html: string): Element {
  const top: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [top];
  let at = html.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  const here = (): Open => open[open.length - 1] as Open;
  while (at < html.length) {
    if (html[at] !== '<') {
      const end = html.indexOf('<', at);
      const text = html.slice(at, end < 0 ? html.length : end);
      if (/[<>]/.test(text)) throw new Error(`A bare bracket in ${text.slice(0, 60)}`);
      here().children.push(decode(text));
      at += text.length;
      continue;
    }
    TAG.lastIndex = at;
    const found = TAG.exec(html);
    if (!found) throw new Error(`No tag: ${html.slice(at, at + 60)}`);
    at += found[0].length;
    const [, closing, name = '', rest = '', alone] = found;
    if (closing) {
      if (here().name !== name) throw new Error(`</${name}> closes <${here().name}>`);
      open.pop();
      continue;
    }
    const attributes = new Map<string, string>();
    for (const [, key = '', value = ''] of rest.matchAll(ATTRIBUTE)) {
      if (attributes.has(key)) throw new Error(`"${key}" twice in <${name}>`);
      attributes.set(key, decode(value));
    }
    const element: Open = { name, attributes, children: [] };
    here().children.push(element);
    if (RAW.has(name)) {
      const end = html.indexOf(`</${name}>`, at);
      element.children.push(html.slice(at, end));
      at = end + name.length + 3;
    } else if (!VOID.has(name) && !alone) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${here().name}> is not closed`);
  return top;
}

/** All elements below `from`, in the order of the page. */
export function elements(from: Element): Element[] {
  return from.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elements(child)]));
}

/** Elements of one of these names. */
export function named(from: Element, ...names: readonly string[]): Element[] {
  return elements(from).filter(({ name }) => names.includes(name));
}

/** The words of `from`, as a reader has them: a break is a line end. */
export function textOf(from: Element): string {
  return from.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textOf(child)))
    .join('');
}

export function hasClass(element: Element, name: string): boolean {
  return (element.attributes.get('class') ?? '').split(' ').includes(name);
}
