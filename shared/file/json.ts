// JSON of a .brief: read with a limit of depth and without __proto__, written with sorted keys so that bytes are the same.
import { fail, ok, type Result } from '../base/result.ts';
import { sortedJson } from '../base/sortedJson.ts';

/** Deeper JSON is refused before any recursion (safety.md, JSON depth). */
export const JSON_DEPTH = 200;

/** True when `text`, if it is JSON, nests deeper than `limit`. Linear, no recursion. */
function tooDeep(text: string, limit: number): boolean {
  let depth = 0;
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (within) {
      if (code === 0x5c) at++;
      else if (code === 0x22) within = false;
    } else if (code === 0x22) within = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > limit) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

/** Parses the JSON of the part `name`. Failures: `too-deep`, `damaged-part`. */
export function parseJson(bytes: Uint8Array, name: string): Result<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('damaged-part', `The part ${name} is not UTF-8.`);
  }
  if (tooDeep(text, JSON_DEPTH)) return fail('too-deep', `The part ${name} is nested more than ${JSON_DEPTH} times.`);
  try {
    // A key __proto__, escaped or not, could give an object another prototype when it is copied.
    const suspect = /__proto__|\\u005f/iu.test(text);
    return ok(
      suspect ? JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)) : JSON.parse(text),
    );
  } catch {
    return fail('damaged-part', `The part ${name} is not JSON.`);
  }
}

/**
 * JSON with the keys of every object in order. Throws RangeError when `value` nests deeper than what is read: such a file
 * could not be opened again.
 */
export function writeJson(value: unknown): Uint8Array {
  const text = sortedJson(value);
  if (tooDeep(text, JSON_DEPTH))
    throw new RangeError(`A briefing nested more than ${JSON_DEPTH} times cannot be written.`);
  return new TextEncoder().encode(text);
}
