// Reads the projection out of the custom XML of a sent file: untrusted, so measured before it is parsed and checked after.
import type { Node } from 'prosemirror-model';
import { fail, ok, outcome, type Outcome, type Result } from '../base/result.ts';
import { validate, z } from '../base/validate.ts';
import { PROJECTION_FORMAT, projectionSchema, type CarriedArticle, type Projection } from '../export/projection.ts';
import { readDoc } from '../file/docJson.ts';
import { parseJson } from '../file/json.ts';

export interface Carried {
  readonly projection: Projection;
  /** The document of the projection. */
  readonly doc: Node;
}

/** JSON longer than this, in code units, was not written by us. */
const LONGEST = 32 * 1024 * 1024;
/** Together the sources of one briefing have at most so many characters; theirs are laid out at full length (articles.ts). */
const LONGEST_SOURCES = 50_000_000;

const formatSchema = z.looseObject({ format: z.looseObject({ major: z.number(), minor: z.number() }) });

/** True when the excerpts lie in order, apart, within the text, and are as long as they say. */
function wellPlaced({ length, excerpts }: CarriedArticle): boolean {
  let at = -1;
  for (const { start, end, text } of excerpts) {
    if (start <= at || end < start || end > length || text.length !== end - start) return false;
    at = end;
  }
  return true;
}

function repeats(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}

/**
 * Message `newer-parts` when a newer minor put in what this version cannot read. Failures: `newer-projection`,
 * `damaged-projection`; each says that the file carries no sources that can be used.
 */
export function readProjection(json: string): Result<Outcome<Carried>> {
  const damaged = fail('damaged-projection', 'The sources that the file carries are damaged and were not used.');
  if (json.length > LONGEST) return damaged;
  const parsed = parseJson(new TextEncoder().encode(json), 'customXml');
  if (!parsed.ok) return damaged;
  const format = validate(formatSchema, parsed.value, 'The projection');
  if (!format.ok) return damaged;
  if (format.value.format.major > PROJECTION_FORMAT.major) {
    return fail(
      'newer-projection',
      'The sources that the file carries were written by a newer version of Chancery and were not used. Update this one.',
    );
  }
  const projection = validate(projectionSchema, parsed.value, 'The projection');
  if (!projection.ok) return damaged;
  const { articles, facts } = projection.value;
  if (!articles.every(wellPlaced) || repeats(articles.map(({ id }) => id)) || repeats(facts.map(({ id }) => id))) {
    return damaged;
  }
  if (articles.reduce((sum, { length }) => sum + length, 0) > LONGEST_SOURCES) return damaged;
  const doc = readDoc(projection.value.doc);
  if (!doc.ok) return damaged;
  const strange = doc.value.messages.length > 0;
  if (strange && format.value.format.minor <= PROJECTION_FORMAT.minor) return damaged;
  return ok(
    outcome(
      { projection: projection.value, doc: doc.value.value.doc },
      strange
        ? [
            {
              code: 'newer-parts',
              text: 'Parts of the document were made by a newer version of Chancery; what stands in them was not checked against its sources.',
            },
          ]
        : [],
    ),
  );
}
