// Inlines of a Plan as the runs of a Word paragraph.
import type { Change, Inline, NoteKind, RunProps } from '../plan.ts';
import * as fields from './fields.ts';
import type { Relations } from './relations.ts';
import { escapeXml, NAMES } from './xml.ts';

/** What the paragraphs of one part share while it is written. */
export interface PartContext {
  readonly relations: Relations;
  readonly noteKind: NoteKind;
  /** Target of the picture or chart of that index, within word/. */
  readonly mediaTarget: (index: number) => string;
  readonly chartTarget: (index: number) => string;
  /** A space after the number of a note, in place of a tab: for styles of notes that are not hung out for one. */
  readonly spacedNotes?: boolean;
  /** The id in the file of a style of ours: another than ours only in a house style. */
  styleId(id: string): string;
  /** Indent of a style of ours as the file defines it, in twips: another than ours only in a house style. */
  indentOf(id: string): number;
  /** A number no other bookmark, drawing or change of the part has. */
  nextId(): number;
}

/** rPr's children in the order of the schema; '' when there is nothing to say. */
export function runProperties(props: RunProps, context: Pick<PartContext, 'styleId'>): string {
  const inner =
    (props.style ? `<w:rStyle w:val="${context.styleId(props.style)}"/>` : '') +
    (props.bold ? '<w:b/><w:bCs/>' : '') +
    (props.italics ? '<w:i/><w:iCs/>' : '') +
    (props.strike ? '<w:strike/>' : '') +
    (props.underline ? '<w:u w:val="single"/>' : '') +
    (props.raised ? `<w:vertAlign w:val="${props.raised}script"/>` : '') +
    (props.rtl ? '<w:rtl/>' : '') +
    (props.language
      ? `<w:lang w:val="${escapeXml(props.language)}"${props.rtl ? ` w:bidi="${escapeXml(props.language)}"` : ''}/>`
      : '');
  return inner === '' ? '' : `<w:rPr>${inner}</w:rPr>`;
}

function run(text: string, props: RunProps, deleted: boolean, context: PartContext): string {
  const name = deleted ? 'w:delText' : 'w:t';
  return `<w:r>${runProperties(props, context)}<${name} xml:space="preserve">${escapeXml(text)}</${name}></w:r>`;
}

function changed(runs: string, change: Change | undefined, context: PartContext): string {
  if (!change) return runs;
  const name = change.kind === 'inserted' ? 'w:ins' : 'w:del';
  const date = change.date === null ? '' : ` w:date="${change.date}"`;
  return `<${name} w:id="${context.nextId()}" w:author="${escapeXml(change.author)}"${date}>${runs}</${name}>`;
}

function sameChange(a: Change | undefined, b: Change | undefined): boolean {
  return a === b || (a?.kind === b?.kind && a?.author === b?.author && a?.date === b?.date);
}

/** Comments whose range ends: the end of each and, after it, the reference that Word draws the balloon from. */
function commentEnds(ids: readonly number[], context: PartContext): string {
  const style = context.styleId('CommentReference');
  return ids
    .map(
      (id) =>
        `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    )
    .join('');
}

/** A drawing in the line of the text. `content` is what a:graphicData holds. */
function drawing(
  inline: { readonly width: number; readonly height: number; readonly alt: string },
  name: string,
  id: number,
  frame: string,
  content: string,
): string {
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${inline.width}" cy="${inline.height}"/>` +
    `<wp:docPr id="${id}" name="${name} ${id}" descr="${escapeXml(inline.alt)}"/>${frame}` +
    `<a:graphic>${content}</a:graphic></wp:inline></w:drawing></w:r>`
  );
}

function picture(inline: Extract<Inline, { kind: 'picture' }>, context: PartContext): string {
  const id = context.nextId();
  const relation = context.relations.add('image', context.mediaTarget(inline.media));
  const size = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${inline.width}" cy="${inline.height}"/></a:xfrm>`;
  return drawing(
    inline,
    'Picture',
    id,
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
    `<a:graphicData uri="${NAMES.pic}"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="Picture ${id}" descr="${escapeXml(inline.alt)}"/>` +
      `<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr>${size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>`,
  );
}

function chart(inline: Extract<Inline, { kind: 'chart' }>, context: PartContext): string {
  const relation = context.relations.add('chart', context.chartTarget(inline.chart));
  return drawing(
    inline,
    'Chart',
    context.nextId(),
    '<wp:cNvGraphicFramePr/>',
    `<a:graphicData uri="${NAMES.c}"><c:chart r:id="${relation}"/></a:graphicData>`,
  );
}

/** `content` under the bookmark `name`. */
export function bookmarked(name: string, content: string, context: PartContext): string {
  const id = context.nextId();
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
}

const NOTE_REFERENCES = {
  footnotes: ['FootnoteReference', 'footnoteReference'],
  endnotes: ['EndnoteReference', 'endnoteReference'],
} as const;

/** The runs of `inlines`. Runs of one link in a row are one hyperlink; a comment that begins or ends within it parts it. */
export function inlinesXml(inlines: readonly Inline[], context: PartContext): string {
  let xml = '';
  for (let at = 0; at < inlines.length; at++) {
    const inline = inlines[at] as Inline;
    switch (inline.kind) {
      case 'tab':
        xml += '<w:r><w:tab/></w:r>';
        break;
      case 'break':
        xml += '<w:r><w:br/></w:r>';
        break;
      case 'note': {
        const [style, element] = NOTE_REFERENCES[context.noteKind];
        const form = `<w:rStyle w:val="${context.styleId(style)}"/>`;
        // In a run of its own and in the style of the numbers: by this a reader knows it for what it is.
        if (inline.after) xml += `<w:r><w:rPr>${form}${inline.rtl ? '<w:rtl/>' : ''}</w:rPr><w:t>,</w:t></w:r>`;
        xml += `<w:r><w:rPr>${form}</w:rPr><w:${element} w:id="${inline.number}"/></w:r>`;
        break;
      }
      case 'sequence': {
        const words = `<w:r><w:t xml:space="preserve">${inline.label}\u00a0</w:t></w:r>`;
        xml += bookmarked(inline.bookmark, words + fields.sequence(inline.label, inline.number), context);
        break;
      }
      case 'reference':
        xml += fields.reference(inline.bookmark, inline.shown);
        break;
      case 'picture':
        xml += picture(inline, context);
        break;
      case 'chart':
        xml += chart(inline, context);
        break;
      case 'commentStart':
        for (const id of inline.comments) xml += `<w:commentRangeStart w:id="${id}"/>`;
        break;
      case 'commentEnd':
        xml += commentEnds(inline.comments, context);
        break;
      case 'text': {
        const { href, change } = inline;
        if (href === null && change === undefined) {
          xml += run(inline.text, inline.props, false, context);
          break;
        }
        let runs = '';
        for (let next = inlines[at]; next?.kind === 'text'; next = inlines[++at]) {
          if (next.href !== href || !sameChange(next.change, change)) break;
          runs += run(next.text, next.props, change?.kind === 'deleted', context);
        }
        at--;
        const whole = changed(runs, change, context);
        xml +=
          href === null
            ? whole
            : `<w:hyperlink r:id="${context.relations.add('hyperlink', href)}" w:history="1">${whole}</w:hyperlink>`;
        break;
      }
    }
  }
  return xml;
}
