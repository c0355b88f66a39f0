// Briefing: the document with its articles, facts, annotations and settings.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { z } from '../base/validate.ts';
import type { Fact } from '../facts/fact.ts';
import type { Annotation } from './annotation.ts';

export const settingsSchema = z.looseObject({
  /** Id of the template it was prefilled from. */
  template: z.string(),
  /** Who writes: the author of new annotations and of the Word file. */
  author: z.string(),
  /** BCP 47 tag of the briefing's own words. */
  language: z.string(),
});
export type Settings = z.infer<typeof settingsSchema>;

export interface Briefing {
  /** A document of `schema.ts`. The banner is its attribute `banner`. */
  readonly doc: Node;
  readonly articles: readonly Article[];
  /** The original bytes of each article, by article id. */
  readonly sources: ReadonlyMap<string, Uint8Array>;
  /** Pictures by name (`media` of an image node): PNG, JPEG or GIF bytes. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly facts: readonly Fact[];
  readonly annotations: readonly Annotation[];
  readonly settings: Settings;
  /** Fields of a newer minor format that this version does not know; written back as they were. */
  readonly unknown?: Readonly<Record<string, unknown>>;
}
