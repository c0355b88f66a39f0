// decode: bytes of a text file to a string, whatever their encoding; the order of the ways is that of safety.md.
import { detectAll } from 'jschardet';
import { fail, ok, outcome, type Message, type Outcome, type Result } from '../base/result.ts';

export interface Decoded {
  readonly text: string;
  /** The encoding that the bytes were read by, as a WHATWG label in lower case. */
  readonly encoding: string;
}

/** How much the detector is shown; more makes it slower, not better (safety.md). */
const SAMPLE = 64 * 1024;

/** What the detector may answer, by its own names, and the label to decode each with. */
const CANDIDATES: Readonly<Record<string, string>> = {
  cp1252: 'windows-1252',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1253: 'windows-1253',
  cp1254: 'windows-1254',
  cp1255: 'windows-1255',
  cp1256: 'windows-1256',
  cp1257: 'windows-1257',
  cp1258: 'windows-1258',
  cp874: 'windows-874',
  cp866: 'ibm866',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  'iso8859-2': 'iso-8859-2',
  'iso8859-5': 'iso-8859-5',
  'iso8859-15': 'iso-8859-15',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  big5hkscs: 'big5',
  gb18030: 'gb18030',
  euc_jis_2004: 'euc-jp',
};
/** The detector answers by other names than it is asked by; these are its answers in lower case. */
const ANSWERS: Readonly<Record<string, string>> = {
  'windows-1252': 'windows-1252',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-5': 'iso-8859-5',
  ibm866: 'ibm866',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  big5: 'big5',
  'euc-jp': 'euc-jp',
  ...CANDIDATES,
};

/** Characters of windows-1252 at 0x80 to 0x9F; a space where it has none. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character that windows-1252 has for the control character `code` (0x80 to 0x9F); undefined where it has none. */
export function windows1252(code: number): string | undefined {
  const char = WINDOWS_1252[code - 0x80];
  return char === ' ' ? undefined : char;
}

function labelOf(encoding: string): string | null {
  try {
    return new TextDecoder(encoding.trim()).encoding.toLowerCase();
  } catch {
    return null;
  }
}

/** Decodes; with `fatal` null when the bytes do not fit, else U+FFFD stands where they do not. */
function read(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  let text: string;
  try {
    text = new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
  // Some hosts (Node 20 among them) read windows-1252 as Latin-1 and leave control characters here.
  if (label !== 'windows-1252') return text;
  return text.replace(/[\x80-\x9f]/g, (char) => windows1252(char.charCodeAt(0)) ?? char);
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

function bomOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? 'utf-32' : 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return 'utf-32';
  return null;
}

/** Share of control characters above which a file is no text. */
const BINARY_SHARE = 1 / 100;

function isControl(code: number): boolean {
  return (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a && code !== 0x1b) || code === 0x7f;
}

/** UTF-16 without a byte order mark: letters of most scripts have their NUL on one and the same side. */
function utf16Of(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const units = length / 2;
  const most = Math.max(even, odd);
  // Line ends and spaces alone give this much in any script; a few NULs in a byte text do not.
  if (most < 2 || most < units / 50 || Math.min(even, odd) > most / 10) return null;
  const label = odd > even ? 'utf-16le' : 'utf-16be';
  const text = read(bytes.subarray(0, length), label, false) as string;
  let strange = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i)) || text[i] === '\ufffd') strange++;
  return strange <= text.length * BINARY_SHARE ? label : null;
}

/** Letters and signs of India and eastern Asia, and ASCII between them: scripts with few spaces or none. */
const EASTERN = /[\u0900-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef\n\r -~]/gu;
/** Bytes at random come to about a half. */
const EASTERN_SHARE = 0.95;

/** UTF-16 of scripts that have no NULs: for bytes that look binary, so that no text of one-byte letters is asked. */
function easternUtf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE) & ~1);
  const share = (label: string): number => {
    const text = read(sample, label, false) as string;
    return (text.match(EASTERN)?.length ?? 0) / text.length;
  };
  const best = share('utf-16le') > share('utf-16be') ? 'utf-16le' : 'utf-16be';
  return share(best) >= EASTERN_SHARE ? best : null;
}

function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE);
  let strange = 0;
  for (let i = 0; i < length; i++) if (isControl(bytes[i] as number)) strange++;
  return strange > length * BINARY_SHARE;
}

function withoutNulTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end === bytes.length ? bytes : bytes.subarray(0, end);
}

/** ISO-2022-JP is made of ASCII bytes, so that it would pass as UTF-8; its escape sequence tells. */
function isIso2022Jp(sample: Uint8Array): boolean {
  for (let i = 0; i + 2 < sample.length; i++) {
    if (sample[i] !== 0x1b || sample[i + 1] !== 0x24) continue;
    if (sample[i + 2] === 0x40 || sample[i + 2] === 0x42) return true;
  }
  return false;
}

/** The stretch to show the detector: it learns nothing from the ASCII before the first other byte. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, Math.min(first - 1024, bytes.length - SAMPLE));
  return bytes.subarray(from, from + SAMPLE);
}

/** The first encoding of the detector's list that all the bytes fit; windows-1252, which fits nearly any, when none does. */
function guess(bytes: Uint8Array): Decoded {
  const candidates = detectAll(sampleOf(bytes), { detectEncodings: Object.keys(CANDIDATES) });
  for (const { encoding } of candidates) {
    const label = encoding === null ? undefined : ANSWERS[encoding.toLowerCase()];
    const text = label === undefined ? null : read(bytes, label, true);
    if (label !== undefined && text !== null) return { text, encoding: label };
  }
  return { text: read(bytes, 'windows-1252', false) as string, encoding: 'windows-1252' };
}

/** UTF-8 with a few broken bytes is still UTF-8: what was decoded well outnumbers what was not. */
function nearlyUtf8(text: string): boolean {
  const broken = countReplacements(text);
  let others = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) others++;
  return others - broken >= broken * 4;
}

function unreadable(text: string, name: string, encoding: string): Message[] {
  const count = countReplacements(text);
  if (count === 0) return [];
  const what = count === 1 ? 'One character' : `${count} characters`;
  return [
    {
      code: 'unreadable-characters',
      text: `${what} of “${name}” could not be read as ${encoding}; “\ufffd” stands in place. Compare them with the original.`,
    },
  ];
}

/**
 * Decodes `bytes`: byte order mark, then `declared`, then the NUL pattern of UTF-16, then strict UTF-8, then a guess, which
 * is said in a message. Failures: `binary`, `unknown-encoding`.
 */
export function decode(bytes: Uint8Array, name: string, declared?: string): Result<Outcome<Decoded>> {
  const messages: Message[] = [];
  const done = ({ text, encoding }: Decoded): Result<Outcome<Decoded>> =>
    ok(outcome({ text, encoding }, [...messages, ...unreadable(text, name, encoding)]));

  const label = declared === undefined ? null : labelOf(declared);
  if (declared !== undefined && label === null) {
    return fail('unknown-encoding', `The encoding “${declared}” is not known. Try utf-8, windows-1252 or utf-16le.`);
  }
  const bom = bomOf(bytes);
  if (bom === 'utf-32') {
    return fail('unknown-encoding', `“${name}” is in UTF-32, which is not read. Save it as UTF-8 and try again.`);
  }
  if (bom !== null) {
    if (label !== null && label !== bom) {
      messages.push({
        code: 'encoding-differs',
        text: `“${name}” says itself that it is ${bom}; it was read as that, not as ${label}.`,
      });
    }
    return done({ text: read(bytes, bom, false) as string, encoding: bom });
  }
  if (label !== null) return done({ text: read(bytes, label, false) as string, encoding: label });

  const body = withoutNulTail(bytes);
  const binary = looksBinary(body);
  const utf16 = utf16Of(bytes) ?? (binary ? easternUtf16Of(bytes) : null);
  if (utf16 !== null) {
    messages.push(guessed(name, utf16));
    return done({ text: read(bytes, utf16, false) as string, encoding: utf16 });
  }
  if (binary) {
    return fail(
      'binary',
      `“${name}” is not a text. Choose a text file, or copy the words of the article and paste them.`,
    );
  }
  if (body.length < bytes.length) {
    messages.push({
      code: 'nul-tail',
      text: `“${name}” ended in ${bytes.length - body.length} empty bytes, which were left out. It may have been cut off when it was saved.`,
    });
  }
  if (isIso2022Jp(body.subarray(0, SAMPLE))) {
    messages.push(guessed(name, 'iso-2022-jp'));
    return done({ text: read(body, 'iso-2022-jp', false) as string, encoding: 'iso-2022-jp' });
  }
  const strict = read(body, 'utf-8', true);
  if (strict !== null) return done({ text: strict, encoding: 'utf-8' });
  const lenient = read(body, 'utf-8', false) as string;
  if (nearlyUtf8(lenient)) return done({ text: lenient, encoding: 'utf-8' });
  const answer = guess(body);
  messages.push(guessed(name, answer.encoding));
  return done(answer);
}

function guessed(name: string, encoding: string): Message {
  return {
    code: 'encoding-guessed',
    text: `“${name}” does not say its encoding; it was read as ${encoding}. If letters look wrong, choose another encoding.`,
  };
}
