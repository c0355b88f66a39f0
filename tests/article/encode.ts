// encode: a text as bytes of any encoding that TextDecoder knows, for tests; null when the encoding lacks a character.
import { windows1252 } from '../../shared/article/decode.ts';

const tables = new Map<string, Map<string, readonly number[]>>();

/** The bytes of each character, found by decoding every byte and every pair of bytes. */
function tableOf(label: string): Map<string, readonly number[]> {
  const known = tables.get(label);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(label, { fatal: true });
  const put = (...bytes: number[]): void => {
    try {
      let char = decoder.decode(new Uint8Array(bytes));
      const code = char.charCodeAt(0);
      // Some hosts read windows-1252 as Latin-1; see decode.ts.
      if (label === 'windows-1252' && code >= 0x80 && code <= 0x9f) char = windows1252(code) ?? char;
      if (char.length === 1 && !table.has(char)) table.set(char, bytes);
    } catch {
      // Not a character of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte++) put(byte);
  if (/^(?:shift_jis|euc-jp|euc-kr|big5|gb18030)$/u.test(label)) {
    for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) put(lead, trail);
  }
  tables.set(label, table);
  return table;
}

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
}

/** Through EUC-JP, whose two bytes are those of JIS X 0208 with the high bit set. */
function iso2022jp(text: string): Uint8Array | null {
  const out: number[] = [];
  let double = false;
  for (const char of text) {
    const bytes = tableOf('euc-jp').get(char);
    if (!bytes) return null;
    if ((bytes.length === 2) !== double) {
      double = !double;
      out.push(0x1b, ...(double ? [0x24, 0x42] : [0x28, 0x42]));
    }
    out.push(...bytes.map((byte) => byte & 0x7f));
  }
  if (double) out.push(0x1b, 0x28, 0x42);
  return new Uint8Array(out);
}

export function encode(text: string, label: string): Uint8Array | null {
  if (label === 'utf-8') return new TextEncoder().encode(text);
  if (label === 'utf-16le' || label === 'utf-16be') return utf16(text, label === 'utf-16be');
  if (label === 'iso-2022-jp') return iso2022jp(text);
  const out: number[] = [];
  for (const char of text) {
    const bytes = tableOf(label).get(char);
    if (!bytes) return null;
    out.push(...bytes);
  }
  return new Uint8Array(out);
}
