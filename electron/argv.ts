// Arguments: which files a command line of the app names.
import { resolve } from 'node:path';

/**
 * Absolute paths of the files among the arguments. Switches are left out up to `--`; started from a checkout, the first
 * plain argument is the app itself.
 */
export function filesOf(argv: readonly string[], folder: string, packed: boolean): readonly string[] {
  const given = argv.slice(1);
  const end = given.indexOf('--');
  const plain = end < 0 ? given : given.slice(0, end);
  const after = end < 0 ? [] : given.slice(end + 1);
  const files = [...plain.filter((word) => word !== '' && !word.startsWith('-')), ...after];
  return (packed ? files : files.slice(1)).map((file) => resolve(folder, file));
}
