// The command `styles` and the option --house-style: reading a house style, and the table of what maps to what.
import { fail, ok, type Outcome, type Result } from '../shared/base/result.ts';
import { mapStyles, readHouseStyle, type HouseStyle } from '../shared/export/houseStyle.ts';

export interface StylesReport {
  /** 0 done, 2 could not be read. */
  readonly code: 0 | 2;
  /** For standard output; null when there is none. */
  readonly out: string | null;
  /** Sentences for standard error. */
  readonly told: readonly string[];
}

/** The house style in `read`, the bytes of the file `name`, for OUT. Nothing is written in another style when it fails. */
export function houseStyleFor(
  out: string,
  read: Result<Uint8Array>,
  name: string,
  tell: (text: string) => void,
): Result<HouseStyle> {
  if (!/\.docx$/i.test(out)) return fail('usage', '--house-style is for OUT.docx.');
  const opened = read.ok ? openHouseStyle(read.value, name) : read;
  if (!opened.ok) return opened;
  for (const { text } of opened.value.messages) tell(`${name}: ${text}`);
  return ok(opened.value.value);
}

/** The failure names the file. */
function openHouseStyle(bytes: Uint8Array, name: string): Result<Outcome<HouseStyle>> {
  const read = readHouseStyle(bytes);
  return read.ok ? ok(read.value) : fail(read.error.code, `${name}: ${read.error.text}`);
}

function millimetres(twips: number): number {
  return Math.round((twips * 25.4) / 1440);
}

/** The mapping as a table for a terminal: our style, what is done, the style of the house. */
export function describeStyles(bytes: Uint8Array, name: string): StylesReport {
  const read = openHouseStyle(bytes, name);
  if (!read.ok) return { code: 2, out: null, told: [read.error.text] };
  const { value: house, messages } = read.value;
  const rows = mapStyles(house).map(({ name: ours, theirs, how }) => [ours, how, theirs ?? '']);
  const all = [['Style of the briefing', 'How', 'Style of the house'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const kinds = (['header', 'footer'] as const).filter((kind) => house.margins.some((one) => one.kind === kind));
  const { width, height } = house.page;
  lines.push(
    '',
    `Page: ${millimetres(width)} by ${millimetres(height)} mm. Kept: ${kinds.length === 0 ? 'no header or footer' : kinds.join(' and ')}.`,
  );
  return { code: 0, out: lines.join('\n'), told: messages.map(({ text }) => `${name}: ${text}`) };
}
