// The full form of the validator's test: Microsoft's Open XML validator on 200 random briefings, as word.md asks of each night.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { toDocx } from '../../shared/export/docx.ts';
import { readDocx } from '../docx/readDocx.ts';
import { hasValidator, validationErrors } from '../docx/validator.ts';
import { randomBriefing } from '../export/randomBriefings.ts';

if (!hasValidator()) throw new Error('The validator is not installed on this platform.');
const count = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(path.join(tmpdir(), 'chancery-validate-'));
let bad = 0;
for (const [index, briefing] of fc.sample(randomBriefing, { seed: 200, numRuns: count }).entries()) {
  const file = path.join(folder, `random${index}.docx`);
  const { bytes } = (
    await toDocx(briefing, {
      now: '2031-03-10T10:00:00Z',
      copy: index % 3 === 0 ? 'clean' : 'annotated',
      page: index % 2 === 0 ? 'A4' : 'Letter',
      notes: index % 4 === 0 ? 'endnotes' : 'footnotes',
      contentsList: index % 5 === 0,
      portionMarks: index % 2 === 1,
    })
  ).value;
  writeFileSync(file, bytes);
  const errors = [...validationErrors(file), ...readDocx(bytes).problems];
  if (errors.length > 0) {
    bad++;
    console.log(`random${index}: ${JSON.stringify(errors).slice(0, 600)}`);
  }
}
rmSync(folder, { recursive: true });
console.log(`${count} files, ${bad} with errors`);
if (bad > 0) process.exitCode = 1;
