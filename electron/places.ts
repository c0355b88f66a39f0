// Places: the paths that dialogs, arguments and recent files brought in, each known to pages only by an id and words.
import { randomBytes } from 'node:crypto';
import { basename, dirname, extname, relative, sep } from 'node:path';
import type { Place } from '../shared/platform.ts';

/** Words for a folder, for people: "Documents / South coast". Folders outside the home folder begin at the root. */
export function folderWords(folder: string, home: string): string {
  const inside = relative(home, folder);
  if (inside === '') return 'Home folder';
  const path = inside.startsWith('..') ? folder : inside;
  return path.split(sep).filter(Boolean).join(' / ') || sep;
}

export class Places {
  readonly #home: string;
  readonly #byPath = new Map<string, Place>();
  readonly #paths = new Map<string, string>();

  constructor(home: string) {
    this.#home = home;
  }

  /** The place of an absolute path; the same path gives the same place as long as the program runs. */
  of(path: string): Place {
    const known = this.#byPath.get(path);
    if (known) return known;
    const id = randomBytes(16).toString('hex');
    const place = { id, name: basename(path), folder: folderWords(dirname(path), this.#home) };
    this.#byPath.set(path, place);
    this.#paths.set(id, path);
    return place;
  }

  /** The path of an id that `of` gave out; undefined for any other. */
  path(id: string): string | undefined {
    return this.#paths.get(id);
  }
}

/** Characters that one of the file systems refuses in a name. */
const FORBIDDEN = new Set('<>:"/\\|?*\u007f');
/** Names Windows keeps for devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** A page's suggestion as a plain file name with the extension: no folder, nothing that a file system refuses. */
export function fileName(suggested: string, extension: string): string {
  const plain = [...suggested].map((c) => (c < ' ' || FORBIDDEN.has(c) ? ' ' : c)).join('');
  const whole = plain.split(' ').filter(Boolean).join(' ');
  const stem = extname(whole).toLowerCase() === `.${extension}` ? whole.slice(0, -extension.length - 1) : whole;
  const short = [...stem]
    .slice(0, 80)
    .join('')
    .replace(/^[. ]+/, '')
    .trimEnd();
  if (short === '') return `Briefing.${extension}`;
  return RESERVED.test(short) ? `${short.split('.').join(' ')} briefing.${extension}` : `${short}.${extension}`;
}
