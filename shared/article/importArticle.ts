// importArticle: the door to articles; bytes of a file, or of pasted words, become an Article with its frozen text.
import { fail, ok, outcome, type Message, type Outcome, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import { sliceSpan, type Span } from '../text/span.ts';
import { paragraphs } from '../text/sentences.ts';
import type { Article } from './article.ts';
import { mapCharacters } from './characters.ts';
import { clean } from './clean.ts';
import { decode } from './decode.ts';
import { notReadYet } from './formats.ts';
import { readMarkdown } from './markdown.ts';
import { NO_METADATA, readMetadata } from './metadata.ts';

export interface ImportOptions {
  /** Name of the file, never a path; "Pasted text" for words from the clipboard. Its ending tells the format. */
  readonly name: string;
  /** Label of the encoding, when the user chose one. */
  readonly encoding?: string;
  /** BCP 47 tag, when it is known. */
  readonly language?: string;
}

/** Above this a text is refused (decisions.md, Checks and exit codes). */
export const LARGEST_ARTICLE = 50 * 1024 * 1024;

/** `text` without `spans`, which are in any order and may lie within each other. */
function without(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start > at) out += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return out + text.slice(at);
}

/** Lines broken only because they were full are joined: a quotation must not carry the width of somebody's screen. */
function unwrap(text: string): Outcome<string> {
  let joined = 0;
  let out = '';
  let at = 0;
  for (const span of paragraphs(text)) {
    out += text.slice(at, span.start);
    const lines = sliceSpan(text, span).split('\n');
    joined += lines.length - 1;
    out += lines.map((line) => line.trim()).join(' ');
    at = span.end;
  }
  out += text.slice(at);
  if (joined === 0) return outcome(text);
  const what = joined === 1 ? 'One line end' : `${joined} line ends`;
  return outcome(out, [{ code: 'unwrapped', text: `${what} in the middle of a sentence became a space.` }]);
}

/**
 * Reads one article. Failures: `empty`, `too-large`, `not-read-yet` (a format of a later version), `binary`,
 * `unknown-encoding`. Messages name what was guessed, mapped or left out.
 */
export function importArticle(bytes: Uint8Array, options: ImportOptions): Result<Outcome<Article>> {
  const { name } = options;
  const empty = fail('empty', `“${name}” holds no words.`);
  if (bytes.length === 0) return empty;
  if (bytes.length > LARGEST_ARTICLE) {
    return fail('too-large', `“${name}” is larger than 50 MB. Keep the part of it that is the article, and try again.`);
  }
  const format = notReadYet(name, bytes);
  if (format) return format;
  const decoded = decode(bytes, name, options.encoding);
  if (!decoded.ok) return decoded;
  const messages: Message[] = [...decoded.value.messages];
  const keep = <T>({ value, messages: more }: Outcome<T>): T => {
    messages.push(...more);
    return value;
  };

  let text = keep(mapCharacters(decoded.value.value.text));
  let known = NO_METADATA;
  let language = options.language ?? null;
  if (/\.(?:md|markdown)$/iu.test(name)) {
    const markdown = keep(readMarkdown(text));
    text = markdown.text;
    known = markdown.metadata;
    language ??= markdown.language;
  }
  if (text.trim() === '') return empty;

  const { metadata, credits, messages: readAs } = readMetadata(text, known);
  const rest = without(text, credits);
  // A text that is nothing but credits keeps them: they are its words.
  if (rest.trim() !== '') {
    text = rest;
    messages.push(...readAs);
  }
  text = keep(unwrap(keep(clean(text))));

  const sha256 = sha256Hex(bytes);
  return ok(
    outcome(
      {
        id: `a-${sha256.slice(0, 12)}`,
        fileName: name,
        ...metadata,
        language: language ?? 'en',
        encoding: decoded.value.value.encoding,
        sha256,
        text,
        reliability: null,
      },
      messages,
    ),
  );
}
