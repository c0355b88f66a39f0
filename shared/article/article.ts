// Article: one imported source with its frozen text; type and validator.
import { z } from '../base/validate.ts';

/** Source reliability by the Admiralty code (conventions.md 3.6). F means "cannot be judged", not "worst". */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const articleSchema = z.looseObject({
  /** `a-` and the first 12 hex digits of `sha256`: the same bytes are the same article. */
  id: z.string(),
  /** Name of the file or "Pasted text"; never a path. */
  fileName: z.string(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  /** Agency through which the text came, when the text names one beside the publisher. */
  agency: z.string().nullable(),
  dateline: z.string().nullable(),
  /** `YYYY-MM-DD`. */
  published: z.string().nullable(),
  url: z.string().nullable(),
  /** BCP 47 tag; `en` unless the text says otherwise. */
  language: z.string(),
  /** Encoding the bytes were read by, as a WHATWG label. */
  encoding: z.string(),
  /** SHA-256 of the original bytes, hex. */
  sha256: z.string(),
  /** Frozen text: LF line ends, junk lines dropped; every Span of a Fact counts in it. */
  text: z.string(),
  reliability: z.enum(RELIABILITIES).nullable(),
});

export type Article = z.infer<typeof articleSchema>;
