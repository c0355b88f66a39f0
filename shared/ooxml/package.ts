// The package of a Word file from outside: its parts behind the zip guard, and the relationships by which they find each other.
import { fail, ok, type Result } from '../base/result.ts';
import { makeUnpacker, readDirectory, type ZipEntry } from '../file/zipGuard.ts';
import { parseXml, type Element } from './xml.ts';

export interface Relation {
  readonly id: string;
  /** The last part of the type's address: `footnotes`, `customXml`; the same in transitional and strict files. */
  readonly type: string;
  /** Name of the part it leads to; null for a place outside the package. */
  readonly target: string | null;
  /** The target as it is written, within the package or outside. */
  readonly address: string;
}

export interface Package {
  /** The part as it is. Failures: `missing-part`, `damaged-part`, `unsafe-zip`. */
  bytes(part: string): Result<Uint8Array>;
  /** The part as a tree. Failures: `missing-part`, `damaged-part`, `unsafe-zip`, `unsafe-xml`, `damaged-xml`. */
  xml(part: string): Result<Element>;
  /** What `part` points to ('' for the package itself); empty when it says nothing, or nothing readable. */
  relations(part: string): readonly Relation[];
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}

/** `target` as the name of a part, seen from the folder of `part`; null when it leads out of the package. */
function partName(part: string, target: string): string | null {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const piece of target.split('/')) {
    if (piece === '..') {
      if (path.pop() === undefined) return null;
    } else if (piece !== '' && piece !== '.') path.push(piece);
  }
  return path.join('/');
}

/** Opens the zip. Failures: `empty`, `old-word`, `not-a-docx`, `unsafe-zip`, `damaged`. */
export function openPackage(bytes: Uint8Array): Result<Package> {
  if (bytes.length === 0) return fail('empty', 'The file is empty.');
  if (startsWith(bytes, OLE)) {
    return fail(
      'old-word',
      'The file is of the old Word format (.doc), or locked by a password. Open it in Word and save it as .docx without one.',
    );
  }
  const directory = readDirectory(bytes);
  if (!directory.ok) {
    if (directory.error.code !== 'not-a-zip') return directory;
    return startsWith(bytes, ZIP)
      ? fail('damaged', 'The file is cut off or damaged. Ask for it to be sent again.')
      : fail('not-a-docx', 'The file is no Word document (.docx).');
  }
  const entries = new Map<string, ZipEntry>();
  // Names of parts differ by more than case (ECMA-376-2, 6.2.2).
  for (const entry of directory.value.entries) entries.set(entry.name.toLowerCase(), entry);
  const lost = new Set(directory.value.lost.map((name) => name.toLowerCase()));
  const unpack = makeUnpacker(bytes);
  const read = new Map<string, Result<Element>>();

  const bytesOf = (part: string): Result<Uint8Array> => {
    const key = part.toLowerCase();
    const entry = entries.get(key);
    const damaged = fail('damaged-part', `The part ${part} of the file is damaged. Ask for the file to be sent again.`);
    if (!entry) return lost.has(key) ? damaged : fail('missing-part', `The file has no part ${part}.`);
    const unpacked = unpack(entry);
    return unpacked.ok || unpacked.error.code === 'unsafe-zip' ? unpacked : damaged;
  };

  const xml = (part: string): Result<Element> => {
    const key = part.toLowerCase();
    const known = read.get(key);
    if (known) return known;
    const unpacked = bytesOf(part);
    const element = unpacked.ok ? parseXml(unpacked.value, part) : unpacked;
    read.set(key, element);
    return element;
  };

  const relations = (part: string): readonly Relation[] => {
    const slash = part.lastIndexOf('/') + 1;
    const root = xml(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
    if (!root.ok) return [];
    return root.value.children
      .filter((one) => one.name === 'rel:Relationship')
      .map(({ attrs }) => ({
        id: attrs['Id'] ?? '',
        type: (attrs['Type'] ?? '').split('/').at(-1) ?? '',
        target: attrs['TargetMode'] === 'External' ? null : partName(part, attrs['Target'] ?? ''),
        address: attrs['Target'] ?? '',
      }));
  };
  return ok({ bytes: bytesOf, xml, relations });
}
