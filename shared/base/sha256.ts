// sha256Hex: the SHA-256 of bytes in lower-case hex, for ids, hashes of sources and the parts of a .brief.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
