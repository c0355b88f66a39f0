// Exports a briefing and reads it back, for the tests of what stands on the page; a file with a problem is a failure.
import { expect } from 'vitest';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { doc, type Child } from '../builders.ts';
import { readDocx, type DocxFile, type DocxTable } from '../docx/readDocx.ts';
import { briefing } from './briefings.ts';

export const NOW = '2031-03-10T10:00:00Z';
export const of = (...blocks: Child[]): Briefing => briefing(doc(...blocks));

export async function read(made: Briefing): Promise<{ file: DocxFile; codes: string[]; texts: string[] }> {
  const { value, messages } = await toDocx(made, { now: NOW, copy: 'annotated' });
  const file = readDocx(value.bytes);
  expect(file.problems).toEqual([]);
  return { file, codes: messages.map((one) => one.code), texts: messages.map((one) => one.text) };
}

export const styled = (file: DocxFile): string[] => file.paragraphs.map((one) => `${one.style ?? ''}: ${one.marked}`);
export const firstTable = (file: DocxFile): DocxTable => file.blocks.find((one) => one.kind === 'table') as DocxTable;
