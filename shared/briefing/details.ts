// Details: the fields of the title block as words.
import type { Node } from 'prosemirror-model';
import { DETAILS, schema, type DetailName } from './schema.ts';

export type DetailWords = Readonly<Partial<Record<DetailName, string>>>;

/** The first field of each name; more of the same name are the analyst's own lines. */
export function detailsOf(doc: Node): DetailWords {
  const words: Partial<Record<DetailName, string>> = {};
  doc.firstChild?.forEach((line) => {
    const name = DETAILS.find((one) => line.type === schema.nodes.detail && line.attrs['name'] === one);
    if (name) words[name] ??= line.textContent;
  });
  return words;
}
