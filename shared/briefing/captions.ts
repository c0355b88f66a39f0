// Captions: which there are, how each is numbered, and what a reference to one shows; in the editor as in Word.
import type { Node } from 'prosemirror-model';
import { CAPTION_LABELS, type CaptionLabel } from './schema.ts';

export interface Caption {
  /** Position before the node. */
  readonly pos: number;
  readonly node: Node;
  readonly label: CaptionLabel;
  /** 1, 2, ... per label in the order of the document. */
  readonly number: number;
  /** What references name it by; null when none can. */
  readonly target: string | null;
}

/** What stands where a caption was that is gone. */
export const LOST_REFERENCE = '[reference lost]';

/** Words of a new caption's label by what it belongs to. */
export const LABEL_OF = { table: 'Table', image: 'Figure', chart: 'Chart' } as const satisfies Record<
  string,
  CaptionLabel
>;

/** A label that this version does not know is a table's, as the schema's default is. */
export function captionLabel(caption: Node): CaptionLabel {
  return CAPTION_LABELS.find((label) => label === caption.attrs['label']) ?? 'Table';
}

/** "Table 2", with a no-break space. */
export function shownCaption({ label, number }: Pick<Caption, 'label' | 'number'>): string {
  return `${label}\u00a0${number}`;
}

/** The captions of `doc` in its order. */
export function captionsOf(doc: Node): readonly Caption[] {
  const captions: Caption[] = [];
  const counted: Record<CaptionLabel, number> = { Table: 0, Figure: 0, Chart: 0 };
  doc.descendants((node, pos) => {
    if (node.type.name === 'caption') {
      const label = captionLabel(node);
      const target: unknown = node.attrs['target'];
      counted[label]++;
      captions.push({
        pos,
        node,
        label,
        number: counted[label],
        target: typeof target === 'string' && target !== '' ? target : null,
      });
    }
    // No caption stands in a line of text, and none in a table.
    return !node.isTextblock && node.type.name !== 'table';
  });
  return captions;
}

/** The caption that answers to each target: of two with the same target the first. */
export function byTarget(captions: readonly Caption[]): ReadonlyMap<string, Caption> {
  const found = new Map<string, Caption>();
  for (const caption of captions) {
    if (caption.target !== null && !found.has(caption.target)) found.set(caption.target, caption);
  }
  return found;
}
