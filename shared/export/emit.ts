// Emits a Plan with the docx library: parts by name, still with the library's dates and random ids (package.ts settles them).
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  LevelFormat,
  PageBreak,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
  type IParagraphOptions,
  type IRunPropertiesOptions,
  type NumberingDefinition,
  type ParagraphChild,
} from 'docx';
import { unzipSync } from 'fflate';
import { footer, header } from './banner.ts';
import type { Align, Block, Inline, ParagraphBlock, Plan, PlannedList, RunProps, TableBlock } from './plan.ts';
import { LIST_STEP, TABLE_STYLE } from './styles.ts';

const ALIGN: Record<Align, IParagraphOptions['alignment'] & string> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

function runOptions(props: RunProps): IRunPropertiesOptions {
  return {
    ...(props.style ? { style: props.style } : {}),
    ...(props.bold ? { bold: true } : {}),
    ...(props.italics ? { italics: true } : {}),
    ...(props.underline ? { underline: {} } : {}),
    ...(props.strike ? { strike: true } : {}),
    ...(props.raised === 'super' ? { superScript: true } : {}),
    ...(props.raised === 'sub' ? { subScript: true } : {}),
  };
}

/** Comments whose range ends: the end of each and, after it, the reference that Word draws the balloon from. */
function commentEnds(ids: readonly number[]): ParagraphChild[] {
  return ids.flatMap((id) => [
    new CommentRangeEnd(id),
    new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] }),
  ]);
}

/** Runs of the same link in a row are one hyperlink; a comment that begins or ends within it parts it. */
function emitInlines(inlines: readonly Inline[]): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let at = 0; at < inlines.length; at++) {
    const inline = inlines[at] as Inline;
    switch (inline.kind) {
      case 'tab':
        children.push(new TextRun({ children: [new Tab()] }));
        break;
      case 'break':
        children.push(new TextRun({ break: 1 }));
        break;
      case 'note':
        children.push(new FootnoteReferenceRun(inline.number));
        break;
      case 'commentStart':
        children.push(...inline.comments.map((id) => new CommentRangeStart(id)));
        break;
      case 'commentEnd':
        children.push(...commentEnds(inline.comments));
        break;
      case 'text': {
        if (inline.href === null) {
          children.push(new TextRun({ ...runOptions(inline.props), text: inline.text }));
          break;
        }
        const link: TextRun[] = [];
        for (let next = inlines[at]; next?.kind === 'text' && next.href === inline.href; next = inlines[++at]) {
          link.push(new TextRun({ ...runOptions(next.props), text: next.text }));
        }
        at--;
        children.push(new ExternalHyperlink({ link: inline.href, children: link }));
        break;
      }
    }
  }
  return children;
}

function listReference(id: number): string {
  return `list-${id}`;
}

function emitParagraph(block: ParagraphBlock): Paragraph {
  return new Paragraph({
    style: block.style,
    ...(block.item ? { numbering: { reference: listReference(block.item.list), level: block.item.level } } : {}),
    ...(block.under === undefined ? {} : { indent: { left: LIST_STEP * (block.under + 1) } }),
    ...(block.keepNext ? { keepNext: true } : {}),
    ...(block.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(block.spaceBefore && !block.style.startsWith('Heading') ? { spacing: { before: 200 } } : {}),
    ...(block.align ? { alignment: ALIGN[block.align] } : {}),
    children: emitInlines(block.inlines),
  });
}

function emitTable(block: TableBlock): Table {
  const rows = block.rows.map((row, index) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      const width = block.widths.slice(column, column + cell.span).reduce((a, b) => a + b, 0);
      column += cell.span;
      const last = column === block.widths.length;
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        ...(cell.span > 1 ? { columnSpan: cell.span } : {}),
        ...(cell.merge
          ? { verticalMerge: cell.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
          : {}),
        // The last column ends with the text above and below the table.
        ...(last ? { margins: { right: 0, marginUnitType: WidthType.DXA } } : {}),
        children: cell.blocks.map((part) => emitParagraph(index === 0 ? { ...part, keepNext: true } : part)),
      });
    });
    return new TableRow({ children: cells, cantSplit: true, ...(row.header ? { tableHeader: true } : {}) });
  });
  const header = block.rows[0]?.header ?? false;
  return new Table({
    rows,
    style: TABLE_STYLE,
    width: { size: block.widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: block.widths,
    layout: TableLayoutType.FIXED,
    tableLook: {
      firstRow: header,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
  });
}

function emitBlock(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'paragraph':
      return emitParagraph(block);
    case 'table':
      return emitTable(block);
    case 'contents':
    case 'pageBreak':
      return new Paragraph({ style: 'TableGap', children: [new PageBreak()] });
  }
}

const BULLETS = ['•', '–', '▪'];
const NUMBERS = [
  { format: LevelFormat.DECIMAL, text: (level: number) => `%${level + 1}.` },
  { format: LevelFormat.LOWER_LETTER, text: (level: number) => `(%${level + 1})` },
  { format: LevelFormat.LOWER_ROMAN, text: (level: number) => `(%${level + 1})` },
] as const;

/** Each list is an abstract numbering of its own: no list goes on counting where another stopped. */
function numbering(list: PlannedList, id: number): NumberingDefinition {
  const levels = Array.from({ length: list.level + 1 }, (_, level) => {
    const numbered = NUMBERS[level % NUMBERS.length] ?? NUMBERS[0];
    const kind =
      list.kind === 'bullet'
        ? { format: LevelFormat.BULLET, text: BULLETS[level % BULLETS.length] ?? '•' }
        : { format: numbered.format, text: numbered.text(level), start: list.start };
    return {
      level,
      ...kind,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: LIST_STEP * (level + 1), hanging: LIST_STEP } } },
    };
  });
  return { reference: listReference(id), levels };
}

/** The parts of the .docx that docx makes of `plan`, by their names in the package. */
export async function emitParts(plan: Plan): Promise<Map<string, Uint8Array>> {
  const footnotes = Object.fromEntries(
    plan.notes.map((note, index) => [
      index + 1,
      // The tab after the number lines every line of the note up.
      {
        children: [new Paragraph({ style: 'FootnoteText', children: emitInlines([{ kind: 'tab' }, ...note.inlines]) })],
      },
    ]),
  );
  const document = new Document({
    title: plan.title,
    creator: plan.author,
    numbering: { config: plan.lists.map(numbering) },
    footnotes,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: plan.page.width, height: plan.page.height },
            margin: {
              top: plan.page.margin,
              right: plan.page.margin,
              bottom: plan.page.margin,
              left: plan.page.margin,
              header: plan.page.head,
              footer: plan.page.head,
            },
          },
        },
        headers: { first: header(plan, 'first'), default: header(plan, 'later') },
        footers: { first: footer(plan), default: footer(plan) },
        children: plan.blocks.map(emitBlock),
      },
    ],
  });
  return new Map(Object.entries(unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))));
}
