// A program of its own that saves one file again and again, for tests that kill it or start many of it.
import { disk, hashOf } from '../../electron/disk.ts';
import { saveFile } from '../../electron/files.ts';

/** A document of `size` bytes whose first 64 tell the hash of the rest, so that a torn one is known. */
function documentOf(size: number, round: number): Uint8Array {
  const body = new Uint8Array(size).fill(round % 251);
  body.set(new TextEncoder().encode(`round ${round} `));
  const whole = new Uint8Array(64 + size);
  whole.set(new TextEncoder().encode(hashOf(body)));
  whole.set(body, 64);
  return whole;
}

const [file = '', how = '', size = '1000', base = ''] = process.argv.slice(2);

if (how === 'once') {
  const result = await saveFile(disk, file, documentOf(Number(size), process.pid), { expectedHash: base });
  process.stdout.write(result.ok ? 'saved' : result.error.code);
} else {
  for (let round = 0; ; round += 1) {
    const result = await saveFile(disk, file, documentOf(Number(size), round));
    process.stdout.write(result.ok ? `${round}\n` : `${result.error.code}\n`);
  }
}
