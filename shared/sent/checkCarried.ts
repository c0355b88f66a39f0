// checkCarried: the sent words against the sources that the file carries; the guard itself, on the document rebuilt.
import { Fragment, type Node } from 'prosemirror-model';
import { eachTextblock, quotationWords, tiedRanges, usesOf } from '../briefing/queries.ts';
import { schema } from '../briefing/schema.ts';
import type { Article } from '../article/article.ts';
import type { Message } from '../base/result.ts';
import type { Check } from '../check/check.ts';
import { checkBriefing } from '../check/checkBriefing.ts';
import { shortened } from '../check/findingWords.ts';
import { positionedText } from '../check/ownNumbers.ts';
import { readFigures } from '../check/readFigures.ts';
import type { Fact, Figure } from '../facts/fact.ts';
import { sourcesOf } from './articles.ts';
import { checkBeside } from './beside/checkBeside.ts';
import { lineKey } from './lines.ts';
import { countWords, cutFinding, figureFinder, quotationFinder, quotedWords } from './locate.ts';
import type { Carried } from './readProjection.ts';
import type { SentDocument } from './readSent.ts';
import { rebuild, type SentChange } from './rebuild.ts';

export interface CarriedCheck {
  readonly checks: readonly Check[];
  readonly changes: readonly SentChange[];
  readonly unchanged: boolean;
  readonly messages: readonly Message[];
  /** How many quotations and figures of the file are tied to a source. */
  readonly quotations: number;
  readonly figures: number;
  /** How many of the export were compared with those of the file. */
  readonly charts: number;
  readonly pictures: number;
}

/** Quotation marks around so few words are hardly ever somebody's words. */
const FEW_WORDS = 3;

interface Unmarked {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Words between quotation marks that no mark and no block quotation ties to a source. */
function unmarkedQuotations(doc: Node): Unmarked[] {
  const found: Unmarked[] = [];
  eachTextblock(doc, (block, start, parent) => {
    if (parent?.type === schema.nodes.quotation || parent?.type === schema.nodes.titleBlock) return;
    const text = positionedText(block);
    const ranges = tiedRanges(block, 0, 'quoted');
    for (const words of quotedWords(text, [{ start: 0, end: text.length }])) {
      if (ranges.some(({ from, to }) => from < words.end && words.start < to)) continue;
      found.push({ from: start + words.start, to: start + words.end, text: words.text.replaceAll('\uFFFC', '') });
    }
  });
  return found;
}

/** New quotations in the file that no source holds; those that were exported as they stand are the exporter's. */
function foreignQuotations(
  before: Node,
  doc: Node,
  articles: readonly Article[],
  find: ReturnType<typeof quotationFinder>,
): Check[] {
  const known = new Set(unmarkedQuotations(before).map(({ text }) => lineKey(text)));
  for (const { title } of articles) if (title) known.add(lineKey(title));
  const checks: Check[] = [];
  for (const { from, to, text } of unmarkedQuotations(doc)) {
    if (known.has(lineKey(text))) continue;
    const located = find(text);
    const base = { from, to, factId: null, annotationId: null };
    const id = `${checks.length + 1}`;
    if (!located) {
      const few = countWords(text) <= FEW_WORDS;
      checks.push({
        ...base,
        id: `source-not-located:added:${id}`,
        kind: 'source-not-located',
        severity: few ? 'look' : 'settle',
        title: `“${shortened(text)}” was put in after the export and is not located`,
        detail:
          'What the file carries of its sources does not hold these words. Give the whole sources to look in them.',
        diff: null,
      });
    } else {
      const cut = cutFinding(located, `“${shortened(text)}”`);
      if (cut) checks.push({ ...base, ...cut, id: `${cut.kind}:added:${id}` });
    }
  }
  return checks;
}

/** Figures whose marked words are gone, but which stand again, unmarked, in words that were put in or moved. */
function retied(before: Node, doc: Node, facts: readonly Fact[]): Node {
  const [was, is] = [usesOf(before), usesOf(doc)];
  const lost = facts.filter(
    (fact): fact is Figure =>
      fact.kind === 'figure' && (is.get(fact.id)?.length ?? 0) < (was.get(fact.id)?.length ?? 0),
  );
  if (lost.length === 0) return doc;
  const find = figureFinder(lost);
  const made = (node: Node): Node => {
    if (!node.isTextblock) {
      if (node.isLeaf) return node;
      const children: Node[] = [];
      node.forEach((child) => children.push(made(child)));
      return node.copy(Fragment.fromArray(children));
    }
    if (node.childCount !== 1 || !node.firstChild?.isText || node.firstChild.marks.length > 0) return node;
    if (!node.type.allowsMarkType(schema.marks.figure)) return node;
    const text = node.firstChild.text ?? '';
    const pieces: Node[] = [];
    let at = 0;
    for (const shown of readFigures(text)) {
      const figure = shown.start >= at ? find(shown) : null;
      if (!figure || (shown.unit === null && figure.unit !== null)) continue;
      if (shown.start > at) pieces.push(schema.text(text.slice(at, shown.start)));
      pieces.push(schema.text(text.slice(shown.start, shown.end), [schema.mark('figure', { factId: figure.id })]));
      at = shown.end;
    }
    if (pieces.length === 0) return node;
    if (at < text.length) pieces.push(schema.text(text.slice(at)));
    return node.type.create(node.attrs, pieces);
  };
  return made(doc);
}

/** Block quotations typed in Word that stand in a given text all the same. */
function isElsewhere(check: Check, doc: Node, find: ReturnType<typeof quotationFinder>): boolean {
  if (check.kind !== 'source-not-located' || check.factId !== null) return false;
  const node = doc.nodeAt(check.from);
  return node?.type === schema.nodes.quotation && find(quotationWords(node)) !== null;
}

/** Checks `sent` by what it carries; `given`: whole texts, in place of what is carried of them, or more to look in. */
export function checkCarried(sent: SentDocument, carried: Carried, given: readonly Article[]): CarriedCheck {
  const { projection, doc: before } = carried;
  const { articles, others, facts, messages } = sourcesOf(projection, given);
  const unchanged = sent.textHash === projection.textHash;
  const rebuilt = unchanged ? { doc: before, changes: [] } : rebuild(before, articles, sent);
  const doc = unchanged ? before : retied(before, rebuilt.doc, facts);
  const find = quotationFinder(
    [...articles, ...others],
    facts.filter((fact) => fact.kind === 'quote'),
  );
  const checks = checkBriefing({ doc, articles, facts, annotations: projection.annotations }).filter(
    (check) => unchanged || !isElsewhere(check, doc, find),
  );
  const foreign = unchanged ? [] : foreignQuotations(before, doc, articles, find);
  const beside = checkBeside(sent, carried, doc, facts);
  let quotations = 0;
  let figures = 0;
  doc.descendants((node) => {
    if (node.type === schema.nodes.quotation) quotations++;
    if (!node.isTextblock) return;
    quotations += tiedRanges(node, 0, 'quoted').length;
    figures += tiedRanges(node, 0, 'figure').length;
  });
  return {
    checks: [...checks, ...foreign, ...beside.checks].sort((a, b) => a.from - b.from),
    changes: rebuilt.changes,
    unchanged,
    messages,
    quotations,
    figures,
    charts: beside.charts,
    pictures: beside.pictures,
  };
}
