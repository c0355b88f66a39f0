// Saving among processes: killed at any moment the file is whole, and of many at once exactly one writes (D1 and D7, sampled).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeBundle } from '../../build/bundle.mjs';
import { disk, hashOf } from '../../electron/disk.ts';
import { saveFile } from '../../electron/files.ts';
import { bytesOf, folder } from './faultyDisk.ts';

const out = path.resolve(import.meta.dirname, '../../node_modules/.cache/tests');
const saver = path.join(out, 'saver.js');

beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  const config = nodeBundle('tests/electron/saver.ts', 'saver.js', 'es');
  await build({ ...config, build: { ...config.build, outDir: out } });
}, 60_000);

function start(...args: string[]) {
  const child = spawn(process.execPath, [saver, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said, gone: once(child, 'close') };
}

/** True when the bytes are those of one whole document of the saver. */
function whole(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 64)) === hashOf(bytes.subarray(64));
}

describe('a process that saves', () => {
  it.each([
    [1_000, 8],
    [1_000_000, 8],
    [20_000_000, 3],
  ])('with %i bytes, killed at %i moments, leaves the old file or the new one', async (size, times) => {
    const place = folder();
    const file = path.join(place, 'ferry.brief');
    for (let time = 0; time < times; time += 1) {
      const { child, said, gone } = start(file, 'forever', String(size));
      while (!said().includes('\n')) await once(child.stdout, 'data');
      // Moments spread over a few saves, the same in every run.
      await new Promise((done) => setTimeout(done, ((time * 7919) % 97) + 1));
      child.kill('SIGKILL');
      await gone;
      const bytes = readFileSync(file);
      expect(whole(bytes)).toBe(true);
      // Killed within its first save it has no previous version.
      if (existsSync(`${file}.bak`)) expect(whole(readFileSync(`${file}.bak`))).toBe(true);
      // What was said to be saved is what is there, or what came after it.
      const rounds = said().trim().split('\n').map(Number);
      expect(rounds.every((round) => !Number.isNaN(round))).toBe(true);
      const found = Number(/^round (\d+) /.exec(new TextDecoder().decode(bytes.subarray(64, 90)))?.[1]);
      expect(found).toBeGreaterThanOrEqual(rounds.at(-1) ?? 0);
    }
    // The next save clears the lock of the dead and what it left half written.
    expect(await saveFile(disk, file, bytesOf('next'))).toMatchObject({ ok: true });
    expect(readdirSync(place).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('with nine others on the same file: one saves, the others are told', async () => {
    for (let round = 0; round < 2; round += 1) {
      const place = folder();
      const file = path.join(place, 'ferry.brief');
      writeFileSync(file, 'base');
      const processes = Array.from({ length: 10 }, () => start(file, 'once', '200000', hashOf(bytesOf('base'))));
      await Promise.all(processes.map(({ gone }) => gone));
      const answers = processes.map(({ said }) => said());
      expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1);
      expect(answers.filter((answer) => !['saved', 'locked', 'changed-outside'].includes(answer))).toEqual([]);
      expect(whole(readFileSync(file))).toBe(true);
      expect(readdirSync(place).sort()).toEqual(['ferry.brief', 'ferry.brief.bak']);
    }
  });
});
