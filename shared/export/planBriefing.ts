// planBriefing: lays out a briefing as a Plan.
import type { Node } from 'prosemirror-model';
import type { Message } from '../base/result.ts';
import { bannerStyle } from '../briefing/banner.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { anchorComments } from './comments.ts';
import { blocksOf } from './nodes.ts';
import type { Block, Plan, PlannedList, PlanOptions } from './plan.ts';
import type { PlanContext } from './planContext.ts';
import { projectionJson, projectionOf } from './projection.ts';
import { createSources } from './sources.ts';
import { PAGES } from './styles.ts';
import { createCleaner } from './text.ts';
import { textHash, visibleTextOf } from './visibleText.ts';

/** What a plan is made by when nothing else is asked for. */
export const PLAN_DEFAULTS: PlanOptions = {
  copy: 'annotated',
  draft: false,
  offsetMinutes: 0,
  page: PAGES.A4,
  notes: 'footnotes',
  contentsList: false,
  portionMarks: false,
  carrySources: true,
};

/** The words of a language tag that Word takes; anything else is a document of ours in British English. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

const HEAD_LENGTH = 64;

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= HEAD_LENGTH
    ? text
    : `${letters
        .slice(0, HEAD_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

/** A page break is a property of the paragraph it precedes; only where none follows is it a block of its own. */
function settlePageBreaks(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  let pending = false;
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      if (pending) settled.push(block);
      pending = true;
      continue;
    }
    if (!pending) settled.push(block);
    else if (block.kind === 'paragraph') settled.push({ ...block, pageBreakBefore: true });
    else settled.push({ kind: 'pageBreak' }, block);
    pending = false;
  }
  if (pending) settled.push({ kind: 'pageBreak' });
  return settled;
}

/** Two tables in a row would become one in Word, and the text after a table needs air. */
function settleTables(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  let after = false;
  for (const block of blocks) {
    if (after && block.kind === 'paragraph') settled.push({ ...block, spaceBefore: true });
    else if (after && block.kind === 'table')
      settled.push({ kind: 'paragraph', style: 'TableGap', inlines: [] }, block);
    else settled.push(block);
    after = block.kind === 'table';
  }
  // A document that ends in a table has no place behind it for the caret.
  if (after) settled.push({ kind: 'paragraph', style: 'TableGap', inlines: [] });
  return settled;
}

/** The JSON of what leaves inside the file, with the hash of the text that the file will show. */
function carried(briefing: Briefing, copy: PlanOptions['copy'], shown: Pick<Plan, 'blocks' | 'notes'>): string {
  return projectionJson(projectionOf(briefing, { copy, textHash: textHash(visibleTextOf(shown)) }));
}

/** Lays out `briefing` as a Plan. The messages tell what could not be taken along. */
export function planBriefing(briefing: Briefing, options: PlanOptions): { plan: Plan; messages: Message[] } {
  const doc: Node = briefing.doc;
  const cleaner = createCleaner();
  const messages = new Map<string, Message>();
  const counts = { quotations: 0, figures: 0, tables: 0, charts: 0, pictures: 0 };
  const lists: PlannedList[] = [];
  const tell = (code: string, text: string): void => {
    if (!messages.has(text)) messages.set(text, { code, text });
  };

  // LibreOffice 7.4 takes a comment between the first two footnotes for the footnote of the same id, and mixes up the
  // words of them all: the ids of comments begin where those of the footnotes end.
  let citations = 0;
  doc.descendants((node) => void (citations += node.type.name === 'citation' ? 1 : 0));
  const anchored = anchorComments(briefing, options, citations + 1, cleaner, tell);
  const sources = createSources(briefing, cleaner, tell);
  const context: PlanContext = {
    ...sources,
    page: options.page,
    text: cleaner,
    starts: anchored.starts,
    ends: anchored.ends,
    newList: (list) => lists.push(list) - 1,
    count: (what) => void counts[what]++,
    tell,
  };
  const blocks = settleTables(settlePageBreaks(blocksOf(doc, -1, context)));

  const titleBlock = doc.firstChild;
  const title = cleaner.line(titleBlock?.firstChild?.textContent ?? '');
  let reference = '';
  titleBlock?.forEach((child) => {
    if (child.attrs['name'] === 'reference') reference = cleaner.line(child.textContent);
  });
  const banner = bannerStyle(cleaner.line(String(doc.attrs['banner'] ?? '')));
  const language = String(doc.attrs['lang'] ?? '');

  const plan: Plan = {
    language: LANGUAGE.test(language) ? language : 'en-GB',
    rtl: false,
    title: title || 'Briefing',
    subject: reference,
    author: cleaner.line(briefing.settings.author) || 'Analyst',
    runningHead: shorten([reference, title].filter(Boolean).join(' · ')),
    imprint: '',
    banner,
    draft: options.draft,
    page: options.page,
    blocks,
    lists,
    noteKind: options.notes,
    notes: sources.notes,
    comments: anchored.comments,
    media: [],
    charts: [],
    pages: 1,
    projection: options.carrySources ? carried(briefing, options.copy, { blocks, notes: sources.notes }) : null,
    contents: { ...counts, comments: anchored.comments.length, footnotes: sources.notes.length },
  };
  if (cleaner.removed() > 0) {
    const [number, verb] =
      cleaner.removed() === 1 ? ['1 character', 'was'] : [`${cleaner.removed()} characters`, 'were'];
    tell('characters-removed', `${number} that a Word file cannot hold ${verb} left out of the text.`);
  }
  return { plan, messages: [...messages.values()] };
}
