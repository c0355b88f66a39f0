// disarm: HTML from the clipboard without what acts or fetches, before any parser sees it; styles come along as data.

/**
 * The page's policy (safety.md) blocks style attributes even in a document that is never shown, and tells the console of
 * each: `element.style` of pasted HTML is always empty in the app. So the attribute is renamed, and read by css.ts.
 */
export const CSS = 'data-css';
/** The address of a picture; under this name nobody can fetch it. */
export const SRC = 'data-src';

/** Attributes that would load something, or that other forms of an address stand in. */
const LOADING = new Set(['srcset', 'background', 'poster', 'srcdoc', 'action', 'formaction', 'ping', 'manifest']);
/** Elements whose content is no text of the page: dropped whole. */
const SILENT = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xml', 'title']);
/** Elements without content that would steer the page. */
const STEERING = new Set(['base', 'link', 'meta']);
/** Elements whose content is text to the parser, whatever it looks like. */
const VERBATIM = new Set(['textarea', 'xmp']);

const NAME_START = /[a-z]/i;
const SPACE = /[\t\n\f\r ]/;

/** Where `text` ends a raw element `</name`, from `from`; its length when it never does. */
function endOfRaw(lower: string, name: string, from: number): number {
  const end = lower.indexOf(`</${name}`, from);
  return end < 0 ? lower.length : end;
}

interface Tag {
  readonly name: string;
  readonly text: string;
  /** Behind its `>`. */
  readonly end: number;
}

/** The name under which an attribute goes on; null when it does not. */
function kept(name: string): string | null {
  const lower = name.toLowerCase();
  if (lower === 'style') return CSS;
  if (lower === 'src') return SRC;
  // `on...` acts; what a page calls as we do is not ours.
  if (lower.startsWith('on') || LOADING.has(lower) || lower === CSS || lower === SRC) return null;
  return name;
}

/** Reads the start tag at `html[at] === '<'`, as the standard's tokenizer parts attributes. */
function readTag(html: string, at: number): Tag {
  let i = at + 1;
  const nameFrom = i;
  while (i < html.length && !SPACE.test(html.charAt(i)) && html[i] !== '>' && html[i] !== '/') i++;
  const name = html.slice(nameFrom, i).toLowerCase();
  let text = `<${html.slice(nameFrom, i)}`;
  while (i < html.length && html[i] !== '>') {
    if (SPACE.test(html.charAt(i)) || html[i] === '/') {
      i++;
      continue;
    }
    const from = i;
    i++;
    while (i < html.length && !SPACE.test(html.charAt(i)) && !'/>='.includes(html.charAt(i))) i++;
    const attribute = html.slice(from, i);
    let after = i;
    while (after < html.length && SPACE.test(html.charAt(after))) after++;
    let value = '';
    if (html[after] === '=') {
      after++;
      while (after < html.length && SPACE.test(html.charAt(after))) after++;
      const quote = html[after];
      const start = after;
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, after + 1);
        after = close < 0 ? html.length : close + 1;
      } else {
        while (after < html.length && !SPACE.test(html.charAt(after)) && html[after] !== '>') after++;
      }
      value = `=${html.slice(start, after)}`;
      i = after;
    }
    const shown = kept(attribute);
    if (shown !== null) text += ` ${shown}${value}`;
  }
  return { name, text: `${text}>`, end: Math.min(i + 1, html.length) };
}

/**
 * `html` without scripts, handlers, frames, comments (those among them that only Word reads) and addresses that a parser
 * could load; words and structure stay. Nothing rests on it alone: what it gives is read in a document that is never
 * shown, and only the nodes of the schema come out of that. Linear in the length of `html`.
 */
export function disarm(html: string): string {
  // Letter by letter: toLowerCase() makes two of some letters, and places would shift.
  const lower = html.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
  const out: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      out.push(html.slice(at));
      break;
    }
    out.push(html.slice(at, open));
    const next = html.charAt(open + 1);
    if (html.startsWith('<!--', open)) {
      // "<!-->" and "<!--->" are whole comments as well.
      const short = /^<!--(?:>|->)/u.exec(html.slice(open, open + 6));
      const close = short ? open + short[0].length - 3 : html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
    } else if (next === '!' || next === '?') {
      // "<![if !supportLists]>" and "<?xml:namespace ...>": comments to every parser.
      const close = html.indexOf('>', open);
      at = close < 0 ? html.length : close + 1;
    } else if (next === '/') {
      const close = html.indexOf('>', open);
      at = close < 0 ? html.length : close + 1;
      if (!SILENT.has(/^[^\s/>]*/u.exec(lower.slice(open + 2, open + 20))?.[0] ?? '')) out.push(html.slice(open, at));
    } else if (NAME_START.test(next)) {
      const tag = readTag(html, open);
      at = tag.end;
      if (SILENT.has(tag.name)) {
        const end = endOfRaw(lower, tag.name, at);
        const close = html.indexOf('>', end);
        at = close < 0 ? html.length : close + 1;
      } else if (!STEERING.has(tag.name)) {
        out.push(tag.text);
        if (VERBATIM.has(tag.name)) {
          const end = endOfRaw(lower, tag.name, at);
          out.push(html.slice(at, end));
          at = end;
        }
      }
    } else {
      out.push('<');
      at = open + 1;
    }
  }
  return out.join('');
}

const TABLE_PART = /^(?:thead|tbody|tfoot|caption|colgroup|col|tr|td|th)$/iu;

/**
 * HTML in which ProseMirror finds the first element that is there. It looks for a name of two letters or more, and takes
 * HTML for the inside of a table when the first such is a part of one: words in a `p` before it would be lost.
 */
export function beginning(html: string): string {
  const first = /<([a-z][^>\s]*)/iu.exec(html)?.[1] ?? '';
  const found = /<([a-z][^>\s]+)/iu.exec(html)?.[1] ?? '';
  return TABLE_PART.test(found) && !TABLE_PART.test(first) ? `<span></span>${html}` : html;
}
