// Header and footer of every page: the banner, the word DRAFT while something is to settle, running head and page number.
import {
  AlignmentType,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  HorizontalPositionAlign,
  Paragraph,
  TextRun,
  VerticalPositionAlign,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { numPages, page } from './fields.ts';
import type { Plan } from './plan.ts';

/** FIRST's TLP 2.0 asks for 12 points or more (conventions.md 3.7). Half-points. */
const BANNER_SIZE = 24;

const hex = (colour: string): string => colour.replace('#', '');

/** The banner's words in a run of their own, so that the label stands unbroken; before them DRAFT, when there is cause. */
function bannerRuns(plan: Plan): ParagraphChild[] {
  const runs: ParagraphChild[] = [];
  if (plan.draft) runs.push(new TextRun({ style: 'DraftMark', text: 'DRAFT' }));
  const { banner } = plan;
  if (!banner) return runs;
  if (plan.draft) runs.push(new TextRun({ text: '\u2002', size: BANNER_SIZE }));
  const shading = banner.background
    ? { shading: { type: 'clear' as const, fill: hex(banner.background), color: 'auto' } }
    : {};
  // A space of the same black at either side keeps the letters off the edge.
  const edge = banner.background ? [new TextRun({ text: '\u00a0', size: BANNER_SIZE, ...shading })] : [];
  runs.push(
    ...edge,
    new TextRun({ text: banner.text, bold: true, size: BANNER_SIZE, color: hex(banner.color), ...shading }),
    ...edge,
  );
  return runs;
}

/** Stands at the left or right of the line of the paragraph after it, as Word's own page numbers do. */
function beside(x: 'left' | 'right', children: ParagraphChild[], style: 'Header' | 'Footer'): Paragraph {
  return new Paragraph({
    style,
    // 9 points beside 12: lowered to the same baseline.
    spacing: { before: 50 },
    frame: {
      type: 'alignment',
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.TEXT },
      alignment: {
        x: x === 'left' ? HorizontalPositionAlign.LEFT : HorizontalPositionAlign.RIGHT,
        y: VerticalPositionAlign.TOP,
      },
    },
    children,
  });
}

function line(
  style: 'Header' | 'Footer',
  alignment: IParagraphOptions['alignment'] & string,
  children: ParagraphChild[],
): Paragraph {
  return new Paragraph({ style, alignment, children });
}

function place(plan: Plan): IParagraphOptions['alignment'] & string {
  return plan.banner?.align === 'right' ? AlignmentType.RIGHT : AlignmentType.CENTER;
}

/** The banner on every page; from the second page on also what the document is. */
export function header(plan: Plan, where: 'first' | 'later'): Header {
  const runs = bannerRuns(plan);
  const head = where === 'later' && plan.runningHead !== '' ? [new TextRun(plan.runningHead)] : [];
  if (runs.length === 0) return new Header({ children: [line('Header', AlignmentType.LEFT, head)] });
  const banner = line('Header', place(plan), runs);
  if (head.length === 0) return new Header({ children: [banner] });
  if (place(plan) === AlignmentType.RIGHT) return new Header({ children: [beside('left', head, 'Header'), banner] });
  return new Header({ children: [banner, line('Header', AlignmentType.LEFT, head)] });
}

/** "Page X of Y" at the other side of the banner. */
export function footer(plan: Plan): Footer {
  const number = [new TextRun('Page '), ...page(), new TextRun(' of '), ...numPages()];
  const runs = bannerRuns(plan);
  if (runs.length === 0) return new Footer({ children: [line('Footer', AlignmentType.RIGHT, number)] });
  const side = place(plan) === AlignmentType.RIGHT ? 'left' : 'right';
  return new Footer({ children: [beside(side, number, 'Footer'), line('Footer', place(plan), runs)] });
}
