// Cross-references: the captions of a document under their bookmarks, and what each reference to one shows.
import type { Node } from 'prosemirror-model';
import { byTarget, captionsOf, LOST_REFERENCE, shownCaption, type Caption } from '../briefing/captions.ts';
import type { PlanContext } from './planContext.ts';

/** Unlike any other, of letters that Word takes, far below its limit of 40. */
function bookmarkOf({ label, number }: Caption): string {
  return `_Ref_${label.toLowerCase()}_${number}`;
}

export function createCrossReferences(
  doc: Node,
  tell: (code: string, text: string) => void,
): Pick<PlanContext, 'sequence' | 'reference'> {
  const captions = captionsOf(doc);
  const byPos = new Map(captions.map((caption) => [caption.pos, caption]));
  const targets = byTarget(captions);
  for (const caption of captions) {
    const first = caption.target === null ? undefined : targets.get(caption.target);
    if (first === undefined || first === caption) continue;
    tell(
      'caption-twice',
      `${shownCaption(caption)} answers to the same cross-references as ${shownCaption(first)}; they show ${shownCaption(first)}.`,
    );
  }
  return {
    sequence(pos) {
      const caption = byPos.get(pos);
      if (!caption) return null;
      return { kind: 'sequence', label: caption.label, number: caption.number, bookmark: bookmarkOf(caption) };
    },
    reference(target) {
      const caption = typeof target === 'string' ? targets.get(target) : undefined;
      if (caption) return { kind: 'reference', bookmark: bookmarkOf(caption), shown: shownCaption(caption) };
      tell(
        'reference-lost',
        `A cross-reference names a caption that is gone; "${LOST_REFERENCE}" stands in its place.`,
      );
      return { kind: 'text', text: LOST_REFERENCE, props: {}, href: null };
    },
  };
}
