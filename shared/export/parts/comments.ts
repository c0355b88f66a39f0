// word/comments.xml and the three parts beside it: authors and words, threads and what is resolved, lasting ids, exact times.
import type { PlannedComment } from '../plan.ts';
import { escapeXml, ignorable, partXml } from './xml.ts';

/** Eight hex digits, as Word writes ids. */
export function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
}

/** Links a comment to its thread: the paraId of its last paragraph. Must stay below 0x80000000. */
function paraId(id: number): string {
  return hex(id + 1);
}

function commentXml(comment: PlannedComment, styleId: (id: string) => string): string {
  const lines = comment.paragraphs.map((line, index) => {
    const id =
      index === comment.paragraphs.length - 1 ? ` w14:paraId="${paraId(comment.id)}" w14:textId="77777777"` : '';
    const ref =
      index === 0
        ? `<w:r><w:rPr><w:rStyle w:val="${styleId('CommentReference')}"/></w:rPr><w:annotationRef/></w:r>`
        : '';
    const words = line
      .split('\t')
      .map((piece) => `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`)
      .join('<w:tab/>');
    return `<w:p${id}><w:pPr><w:pStyle w:val="${styleId('CommentText')}"/></w:pPr>${ref}<w:r>${words}</w:r></w:p>`;
  });
  const date = comment.date ? ` w:date="${comment.date}"` : '';
  const who = `w:author="${escapeXml(comment.author)}"${date} w:initials="${escapeXml(comment.initials)}"`;
  return `<w:comment w:id="${comment.id}" ${who}>${lines.join('')}</w:comment>`;
}

/** The parts that hold comments, in the order of COMMENT_PARTS. */
export const COMMENT_PARTS = ['comments', 'commentsExtended', 'commentsIds', 'commentsExtensible'] as const;
export type CommentPart = (typeof COMMENT_PARTS)[number];

/** Each part, by its name after `word/`. */
export function commentParts(
  comments: readonly PlannedComment[],
  styleId: (id: string) => string = (id) => id,
): Record<CommentPart, string> {
  const extended = comments.map((comment) => {
    const parent = comment.parent === null ? '' : ` w15:paraIdParent="${paraId(comment.parent)}"`;
    return `<w15:commentEx w15:paraId="${paraId(comment.id)}"${parent} w15:done="${comment.resolved ? 1 : 0}"/>`;
  });
  const ids = comments.map(
    (one) => `<w16cid:commentId w16cid:paraId="${paraId(one.id)}" w16cid:durableId="${one.durableId}"/>`,
  );
  const dates = comments.map((one) => {
    const date = one.dateUtc ? ` w16cex:dateUtc="${one.dateUtc}"` : '';
    return `<w16cex:commentExtensible w16cex:durableId="${one.durableId}"${date}/>`;
  });
  return {
    comments: partXml(
      'w:comments',
      ['w', 'w14', 'mc'],
      comments.map((one) => commentXml(one, styleId)).join(''),
      ignorable('w14'),
    ),
    commentsExtended: partXml('w15:commentsEx', ['w15', 'mc'], extended.join(''), ignorable('w15')),
    commentsIds: partXml('w16cid:commentsIds', ['w16cid', 'mc'], ids.join(''), ignorable('w16cid')),
    commentsExtensible: partXml('w16cex:commentsExtensible', ['w16cex', 'mc'], dates.join(''), ignorable('w16cex')),
  };
}
