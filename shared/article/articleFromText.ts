// articleFromText: a text as it stands becomes an Article, nothing dropped or mapped; offsets are those of the given text.
import { sha256Hex } from '../base/sha256.ts';
import type { Article } from './article.ts';
import { NO_METADATA, readMetadata } from './metadata.ts';

/** For `facts --jsonl` (decisions.md: the text is not cleaned) and for measuring; people's files go through importArticle. */
export function articleFromText(text: string, options: { readonly id: string }): Article {
  const sha256 = sha256Hex(new TextEncoder().encode(text));
  return {
    id: options.id,
    fileName: options.id,
    ...readMetadata(text, NO_METADATA).metadata,
    language: 'en',
    encoding: 'utf-8',
    sha256,
    text,
    reliability: null,
  };
}
