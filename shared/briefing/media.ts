// mediaIn: the names of the pictures that a document shows.
import type { Node } from 'prosemirror-model';

function namesIn(json: unknown, names: Set<string>): void {
  if (Array.isArray(json)) for (const one of json) namesIn(one, names);
  else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) {
      if (key === 'media' && typeof value === 'string') names.add(value);
      else namesIn(value, names);
    }
  }
}

/** Names of the pictures of `doc`, those in blocks of a newer version among them. */
export function mediaIn(doc: Node): ReadonlySet<string> {
  const names = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name === 'image') names.add(String(node.attrs['media']));
    else if (node.type.name === 'opaque') namesIn(node.attrs['json'], names);
  });
  return names;
}
