// Attributes of nodes and marks, read as what they are: ProseMirror types them as any.
import type { Attrs } from 'prosemirror-model';

/** A text attribute, or null where it is absent or no text. */
export function textAttr(attrs: Attrs, name: string): string | null {
  const value: unknown = attrs[name];
  return typeof value === 'string' ? value : null;
}

/** A number attribute, or `otherwise`. */
export function numberAttr(attrs: Attrs, name: string, otherwise: number): number {
  const value: unknown = attrs[name];
  return typeof value === 'number' ? value : otherwise;
}
