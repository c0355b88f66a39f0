// readMarkdown: a Markdown file as plain words, with what its front matter says. See README.md for what becomes of the marks.
import { outcome, type Message, type Outcome } from '../base/result.ts';
import { trimMarks } from '../text/trim.ts';
import { findDay } from './day.ts';
import { NO_METADATA, type Metadata } from './metadata.ts';

export interface ReadMarkdown {
  readonly text: string;
  readonly metadata: Metadata;
  readonly language: string | null;
}

const FENCE = /^(?:```|~~~)/u;
const HEADING = /^ {0,3}#{1,6}(?=[ \t])/u;
const UNDERLINE = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/u;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/u;
const QUOTED = /^ {0,3}> ?/u;
const DEFINITION = /^ {0,3}\[[^\]]{1,80}\]: \S+/u;

/** `key: value` lines between `---` lines; quotation marks around the value go. */
function readFrontMatter(lines: readonly string[]): { fields: Map<string, string>; rest: number } {
  const fields = new Map<string, string>();
  if (lines[0]?.trimEnd() !== '---') return { fields, rest: 0 };
  for (let i = 1; i < lines.length && i <= 60; i++) {
    const line = (lines[i] ?? '').trimEnd();
    if (line === '---' || line === '...') return { fields, rest: i + 1 };
    const match = /^([A-Za-z_-]{1,40}):[ \t]*(\S.*)$/u.exec(line);
    if (!match) continue;
    const value = (match[2] ?? '').replace(/^(["'])(.*)\1$/u, '$2').trim();
    fields.set((match[1] ?? '').toLowerCase(), value);
  }
  // Not closed: a text that begins with a rule.
  return { fields: new Map(), rest: 0 };
}

function metadataOf(fields: ReadonlyMap<string, string>): Metadata {
  const first = (...keys: string[]): string | null => {
    for (const key of keys) {
      const value = fields.get(key);
      if (value !== undefined && value !== '') return value;
    }
    return null;
  };
  const day = first('date', 'published', 'pubdate');
  const url = first('url', 'link', 'canonical', 'source_url');
  return {
    ...NO_METADATA,
    title: first('title', 'headline'),
    byline: first('author', 'byline', 'authors')?.replace(/^\[(.*)\]$/u, '$1') ?? null,
    publisher: first('publisher', 'publication', 'source', 'site'),
    agency: first('agency'),
    dateline: first('dateline'),
    published: day === null ? null : (findDay(day)?.day ?? null),
    url: url !== null && /^https?:\/\//iu.test(url) ? url : null,
  };
}

/** True for a character that, outside the mark, tells opening emphasis (`*a*`) from a loose asterisk (`a * b`). */
function isWordy(char: string | undefined): boolean {
  return char !== undefined && !/\s/u.test(char);
}

/** Longest words and address of a link. */
const LINK_WORDS = 500;
const LINK_ADDRESS = 2000;

/** `![words](address)` and `[words](address)` at `at`: the words and where it ends; null when it is no such thing. */
function linkAt(line: string, at: number): { words: string; end: number } | null {
  const image = line[at] === '!';
  const open = image ? at + 1 : at;
  if (line[open] !== '[') return null;
  // Looked for in a bounded stretch, or a line of nothing but brackets would take quadratic time.
  const words = line.slice(open + 1, open + 1 + LINK_WORDS);
  const close = words.indexOf(']');
  if (close < 0 || line[open + close + 2] !== '(') return null;
  const from = open + close + 3;
  const end = line.slice(from, from + LINK_ADDRESS).indexOf(')');
  if (end < 0) return null;
  return { words: image ? '' : words.slice(0, close), end: from + end + 1 };
}

/** The words of a line: emphasis, code marks, links and escapes taken off; a loose asterisk or underscore stays. */
function plain(line: string): string {
  let out = '';
  for (let at = 0; at < line.length;) {
    const char = line[at] as string;
    if (char === '\\' && /[!-/:-@[-`{-~]/u.test(line[at + 1] ?? '')) {
      out += line[at + 1];
      at += 2;
      continue;
    }
    const link = char === '[' || char === '!' ? linkAt(line, at) : null;
    if (link) {
      // The words of a link are plain text here; marks within them are rare and stay.
      out += link.words;
      at = link.end;
      continue;
    }
    if (char !== '*' && char !== '_' && char !== '`') {
      out += char;
      at++;
      continue;
    }
    let end = at;
    while (line[end] === char) end++;
    const before = line[at - 1];
    const after = line[end];
    const within = char === '_' && /[\p{L}\p{N}]/u.test(before ?? '') && /[\p{L}\p{N}]/u.test(after ?? '');
    const loose = (!isWordy(before) && !isWordy(after)) || within || end - at > 3;
    if (loose) out += line.slice(at, end);
    at = end;
  }
  return out;
}

/** Reads Markdown (LF line ends). Words are kept, marks are not; images are left out with a message. */
export function readMarkdown(source: string): Outcome<ReadMarkdown> {
  const lines = source.split('\n');
  const { fields, rest } = readFrontMatter(lines);
  const messages: Message[] = [];
  const out: string[] = [];
  let title: string | null = null;
  let images = 0;
  let fenced = false;
  for (const raw of lines.slice(rest)) {
    if (FENCE.test(raw)) {
      fenced = !fenced;
      continue;
    }
    if (fenced) {
      out.push(raw);
      continue;
    }
    const quoted = raw.replace(QUOTED, '').trimEnd();
    // A backslash at the end only breaks the line.
    const line = quoted.endsWith('\\') ? quoted.slice(0, -1) : quoted;
    if (UNDERLINE.test(line) && (out.at(-1) ?? '').trim() !== '') {
      title ??= line.trim().startsWith('=') ? (out.at(-1) as string).trim() : null;
      out.push('');
      continue;
    }
    if (RULE.test(line) || DEFINITION.test(line)) {
      out.push('');
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading) {
      const words = plain(trimMarks(line.slice(heading[0].length), ' \t#'));
      title ??= words === '' ? null : words;
      out.push('', words, '');
      continue;
    }
    images += line.split('![').length - 1;
    out.push(plain(line));
  }
  if (images > 0) {
    const what = images === 1 ? 'One image was' : `${images} images were`;
    messages.push({ code: 'images', text: `${what} left out: an article is kept as words alone.` });
  }
  const metadata = metadataOf(fields);
  return outcome(
    {
      text: out.join('\n'),
      metadata: { ...metadata, title: metadata.title ?? title },
      language: fields.get('lang') ?? fields.get('language') ?? null,
    },
    messages,
  );
}
