// Inlines of a Plan as the words of an HTML element.
import { shownCaption } from '../../briefing/captions.ts';
import type { ChartData } from '../../briefing/chart.ts';
import type { Change, Inline, PlannedMedia, RunProps } from '../plan.ts';
import { chartSvg } from './chart.ts';
import { base64, element, escapeHtml, openTag } from './html.ts';

/** What the words of one page share. */
export interface PrintContext {
  readonly media: readonly PlannedMedia[];
  readonly charts: readonly ChartData[];
}

/** EMU in a point. */
const EMU = 12_700;

/** Ids that the two ends of a note point to each other by. */
export const noteId = (number: number): string => `note-${number}`;
export const noteReferenceId = (number: number): string => `note-${number}-in-text`;

/** A run in the elements of its formatting; those of meaning, not of looks, where HTML has them. */
function run(text: string, props: RunProps): string {
  let html = escapeHtml(text);
  if (props.raised) html = element(props.raised === 'super' ? 'sup' : 'sub', {}, html);
  if (props.strike) html = element('s', {}, html);
  if (props.underline) html = element('u', {}, html);
  if (props.italics) html = element('em', {}, html);
  if (props.bold) html = element('strong', {}, html);
  const code = props.style === 'InlineCode';
  // A link is marked as one by its own element.
  const style = props.style === 'Hyperlink' ? undefined : props.style;
  const dir = props.rtl ? 'rtl' : undefined;
  if (!code && style === undefined && props.language === undefined && dir === undefined) return html;
  return element(code ? 'code' : 'span', { class: style, lang: props.language, dir }, html);
}

function changed(html: string, change: Change | undefined): string {
  return change ? element(change.kind === 'inserted' ? 'ins' : 'del', {}, html) : html;
}

function picture(inline: Extract<Inline, { kind: 'picture' }>, { media }: PrintContext): string {
  const found = media[inline.media];
  if (!found) throw new RangeError(`The plan has no picture ${inline.media}.`);
  const size = `width:${Math.round(inline.width / EMU)}pt`;
  return openTag('img', {
    src: `data:image/${found.type};base64,${base64(found.bytes)}`,
    alt: inline.alt,
    style: size,
  });
}

function chart(inline: Extract<Inline, { kind: 'chart' }>, { charts }: PrintContext): string {
  const found = charts[inline.chart];
  if (!found) throw new RangeError(`The plan has no chart ${inline.chart}.`);
  return chartSvg(found, { width: inline.width / EMU, height: inline.height / EMU, alt: inline.alt });
}

/** One inline; an inline of a new kind does not compile until it has its line here. */
function inlineHtml(inline: Inline, context: PrintContext): string {
  switch (inline.kind) {
    case 'text':
      return changed(run(inline.text, inline.props), inline.change);
    case 'tab':
      return '\t';
    case 'break':
      return '<br>';
    case 'note': {
      const link = { id: noteReferenceId(inline.number), href: `#${noteId(inline.number)}`, role: 'doc-noteref' };
      const comma = inline.rtl ? element('span', { dir: 'rtl' }, ',') : ',';
      return element(
        'sup',
        {},
        (inline.after ? comma : '') +
          element('a', { ...link, 'aria-label': `Note ${inline.number}` }, String(inline.number)),
      );
    }
    case 'sequence':
      return element('span', { id: inline.bookmark }, escapeHtml(shownCaption(inline)));
    case 'reference':
      return element('a', { href: `#${inline.bookmark}` }, escapeHtml(inline.shown));
    case 'picture':
      return picture(inline, context);
    case 'chart':
      return chart(inline, context);
    // A PDF is always the clean copy.
    case 'commentStart':
    case 'commentEnd':
      return '';
  }
}

/** The words of `inlines`. Runs of one link in a row are one link. */
export function inlinesHtml(inlines: readonly Inline[], context: PrintContext): string {
  let html = '';
  let open: string | null = null;
  for (const inline of inlines) {
    const href = inline.kind === 'text' ? inline.href : null;
    if (href !== open) {
      if (open !== null) html += '</a>';
      if (href !== null) html += openTag('a', { class: 'Hyperlink', href });
      open = href;
    }
    html += inlineHtml(inline, context);
  }
  return open === null ? html : `${html}</a>`;
}
