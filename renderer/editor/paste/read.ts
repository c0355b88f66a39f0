// PasteParser: pasted HTML in the briefing's schema; our own copies as they were, everything else by what it means.
import { DOMParser, Fragment, Slice, type ParseOptions, type ParseRule } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';
import { OWN } from './copy.ts';
import { foreignParser } from './foreign.ts';
import { pictureTaker, type AddPicture } from './pictures.ts';
import { readPlainText } from './plainText.ts';
import { emptyReport, type PasteReport } from './report.ts';
import { settle } from './settle.ts';
import { spellOut } from './spellOut.ts';
import { fitText } from './words.ts';

/** What the parser found out about the last paste. */
export interface Reading {
  readonly report: PasteReport;
  /** The name of the copy when a text of ours wrote it; null for everything else. */
  readonly own: string | null;
  /** The text as it came, when its lines are not as they were; else null. */
  readonly lines: string | null;
}

/** pdf.js writes each line of a page as a span, and the ends of lines as breaks with this role. */
const VIEWER_BREAK = 'br[role="presentation"]';

/** A paragraph for each text; empty ones stay. */
export function paragraphsOf(texts: readonly string[], marks: Parameters<typeof schema.text>[1] = []): Slice {
  const made = texts.map((text) => {
    const fit = fitText(text);
    return schema.nodes.paragraph.create(null, fit === '' ? [] : schema.text(fit, marks));
  });
  return Slice.maxOpen(Fragment.fromArray(made));
}

/** Every character as it is: a paragraph for each line, also for an empty one. */
export function exactText(text: string, marks: Parameters<typeof schema.text>[1] = []): Slice {
  return paragraphsOf(text.split(/\r\n?|\n/u), marks);
}

/** The lines of a page as pdf.js shows it. */
function viewerText(dom: Node): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeName === 'BR') text += '\n';
    else for (const child of node.childNodes) visit(child);
  };
  visit(dom);
  return text;
}

/** The schema's own forms; a paragraph of a quotation is known by its class even where its quotation did not come along. */
const OWN_RULES: readonly ParseRule[] = [
  { tag: 'p.quotation-text', node: 'quotationText', priority: 60 },
  ...DOMParser.fromSchema(schema).rules,
];

export class PasteParser extends DOMParser {
  private last: Reading = { report: emptyReport(), own: null, lines: null };

  constructor(private readonly add: AddPicture) {
    super(schema, OWN_RULES);
  }

  get reading(): Reading {
    return this.last;
  }

  /** Plain text, not `exact`: read as paragraphs. */
  plain(text: string, exact: boolean, marks: Parameters<typeof schema.text>[1]): Slice {
    const read = exact ? null : readPlainText(text);
    this.last = { report: emptyReport(), own: null, lines: read?.changed ? text : null };
    return read ? paragraphsOf(read.paragraphs, marks) : exactText(text, marks);
  }

  override parseSlice(dom: Node, options: ParseOptions = {}): Slice {
    const root = dom as HTMLElement;
    const own = root.querySelector(`[${OWN}]`)?.getAttribute(OWN) ?? null;
    if (own !== null) {
      this.last = { report: emptyReport(), own, lines: null };
      return super.parseSlice(dom, options);
    }
    if (root.querySelector(VIEWER_BREAK)) return this.plain(viewerText(root), false, []);
    const report = emptyReport();
    this.last = { report, own: null, lines: null };
    spellOut(root);
    report.comments = root.querySelector('.MsoCommentReference, [data-css*="comment-list"]') !== null;
    for (const drawing of root.querySelectorAll('svg')) if (drawing.querySelector('text')) report.picturesLeftOut++;
    // The view's own rule about a break at the end of a block comes along; its place in our schema does not.
    const { context: _place, ...rest } = options;
    const doc = foreignParser.parse(dom, { ...rest, preserveWhitespace: false });
    const blocks = settle(doc, pictureTaker(this.add, report), report);
    return new Slice(Fragment.fromArray(blocks), 0, 0);
  }
}
