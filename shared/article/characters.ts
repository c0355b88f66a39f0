// mapCharacters: what no text may hold (control characters, lone surrogates, U+FFFE) mapped on import, with a message.
import { outcome, type Message, type Outcome } from '../base/result.ts';
import { windows1252 } from './decode.ts';

/** CRLF, CR, NEL, the separators of lines and paragraphs, vertical tab and form feed: all are line ends. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\v\f]|\u2029/g;
/** All that is mapped; tab and line feed stay. Bidi, zero width and unusual spaces stay too: they are shown, not removed. */
const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;

function replacement(char: string): string {
  const code = char.charCodeAt(0);
  // The separators of old data formats stood between words.
  if (code >= 0x1c && code <= 0x1f) return ' ';
  // Punctuation of windows-1252 that somebody took for Latin-1 on the way.
  if (code >= 0x80 && code <= 0x9f) return windows1252(code) ?? '';
  return code >= 0xfdd0 ? '\ufffd' : '';
}

/** `text` with LF line ends and without forbidden characters. */
export function mapCharacters(text: string): Outcome<string> {
  const messages: Message[] = [];
  const lines = text.replace(LINE_ENDS, (end) => (end === '\u2029' ? '\n\n' : '\n'));
  let mapped = 0;
  let clean = lines.replace(FORBIDDEN, (char) => {
    mapped++;
    return replacement(char);
  });
  if (!clean.isWellFormed()) {
    clean = clean.toWellFormed();
    messages.push({
      code: 'broken-characters',
      text: 'Halves of characters that had lost their other half were replaced by “\ufffd”.',
    });
  }
  if (mapped > 0) {
    messages.push({
      code: 'control-characters',
      text: `${mapped === 1 ? 'One control character was' : `${mapped} control characters were`} replaced or left out; no word was.`,
    });
  }
  return outcome(clean, messages);
}
