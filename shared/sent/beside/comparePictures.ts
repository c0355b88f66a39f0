// comparePictures: the pictures of a sent file against those that were exported, by their hashes.
import { shortened } from '../../check/findingWords.ts';
import type { Printed } from '../../export/projection.ts';
import type { BesideFinding } from './finding.ts';
import { pairUp } from './pairUp.ts';
import type { SentPicture } from './pictures.ts';

/** A picture of the document. `index` counts its image nodes, from 0. */
interface ExportedPicture {
  readonly index: number;
  readonly alt: string;
  readonly picture: NonNullable<Printed['pictures'][number]>;
}

/** By so much may the proportions of a picture differ that was only made smaller. */
const SAME_SHAPE = 0.02;

function sizeWords({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} by ${height} pixels`;
}

/** The finding about a picture of other bytes in the place of `was`. */
function replaced(was: ExportedPicture, is: SentPicture, name: string): Omit<BesideFinding, 'place'> {
  const { width, height } = was.picture;
  const title = `${name} was replaced after the export`;
  const settle = { kind: 'altered-picture', severity: 'settle', title } as const;
  if (is.hashes.length === 0) return { ...settle, detail: 'What is shown now does not lie in the file.' };
  if (is.size === null) return { ...settle, detail: 'What stands in its place is no picture as an export has them.' };
  const shape = (is.size.width * height) / Math.max(1, is.size.height * width);
  // Word makes large pictures smaller when it saves, without being asked.
  if (is.size.width < width && Math.abs(shape - 1) <= SAME_SHAPE) {
    return {
      kind: 'altered-picture',
      severity: 'look',
      title: `${name} is stored anew, and smaller`,
      detail: `It has ${sizeWords(is.size)} now and had ${sizeWords({ width, height })}. Word does so to save space; see that it is the same picture.`,
    };
  }
  const size = is.size.width === width && is.size.height === height ? 'as many' : sizeWords(is.size);
  return {
    ...settle,
    detail: `The exported one had ${sizeWords({ width, height })}, the one in its place has ${size}.`,
  };
}

/** Compares. `alts`: the descriptions of the image nodes in order. */
export function comparePictures(
  printed: Printed['pictures'],
  alts: readonly string[],
  found: readonly SentPicture[],
): BesideFinding[] {
  const exported = printed.flatMap((picture, index): ExportedPicture[] =>
    picture ? [{ index, alt: alts[index] ?? '', picture }] : [],
  );
  const { pairs, missing, added, moved } = pairUp(exported, found, [
    ({ picture, alt }, is) => is.hashes.includes(picture.sha256) && alt === is.alt,
    ({ picture }, is) => is.hashes.includes(picture.sha256),
    ({ alt }, is) => alt !== '' && alt === is.alt,
    () => true,
  ]);
  const nameOf = ({ index, alt }: ExportedPicture): string =>
    `Picture ${index + 1}${alt === '' ? '' : ` (“${shortened(alt)}”)`}`;
  const at = (index: number) => ({ node: 'image', index }) as const;
  const findings: BesideFinding[] = [];
  for (const { was, is } of pairs) {
    if (!is.hashes.includes(was.picture.sha256))
      findings.push({ ...replaced(was, is, nameOf(was)), place: at(was.index) });
    if (is.cropped) {
      findings.push({
        kind: 'altered-picture',
        severity: 'look',
        title: `${nameOf(was)} is cropped`,
        detail: 'Part of what was exported is no longer shown.',
        place: at(was.index),
      });
    }
  }
  for (const one of missing) {
    findings.push({
      kind: 'altered-picture',
      severity: 'look',
      title: `${nameOf(one)} is no longer in the file`,
      detail: 'It was taken out after the export.',
      place: at(one.index),
    });
  }
  for (const { alt } of added) {
    findings.push({
      kind: 'altered-picture',
      severity: 'look',
      title: `A picture${alt === '' ? '' : ` (“${shortened(alt)}”)`} was put in after the export`,
      detail: 'What it says is not compared with any source.',
      place: null,
    });
  }
  if (moved) {
    findings.push({
      kind: 'altered-picture',
      severity: 'look',
      title: 'The pictures stand in another order than they were exported in',
      detail: 'See that each still stands above its own caption.',
      place: null,
    });
  }
  return findings;
}
