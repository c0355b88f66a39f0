// Exports in a house style, for its tests: reading one, exporting with it, and looking at the parts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Message } from '../../../shared/base/result.ts';
import { toDocx } from '../../../shared/export/docx.ts';
import { readHouseStyle, type HouseStyle } from '../../../shared/export/houseStyle.ts';
import { hasValidator, validationErrors } from '../../docx/validator.ts';
import { fullBriefing } from '../briefings.ts';
import { houseFile, type HouseParts } from './houseFiles.ts';

export const NOW = '2031-03-10T10:00:00Z';

export function opened(bytes: Uint8Array): { house: HouseStyle; messages: readonly Message[] } {
  const read = readHouseStyle(bytes);
  if (!read.ok) throw new Error(read.error.text);
  return { house: read.value.value, messages: read.value.messages };
}

export async function exported(bytes: Uint8Array, banner: string | null = 'TLP:AMBER'): Promise<Uint8Array> {
  const options = { now: NOW, copy: 'annotated', contentsList: true, houseStyle: opened(bytes).house } as const;
  return (await toDocx(fullBriefing(banner), options)).value.bytes;
}

export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]));
}

export const part = async (parts: HouseParts, name: string): Promise<string> =>
  partsOf(await exported(houseFile(parts)))[name] ?? '';

/** What the validator says of the file; none where it is not installed. */
export function errors(bytes: Uint8Array): unknown[] {
  if (!hasValidator()) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'));
  try {
    const file = path.join(folder, 'a.docx');
    writeFileSync(file, bytes);
    return validationErrors(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
