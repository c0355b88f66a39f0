// planBriefing: lays out a briefing as a Plan.
import type { Node } from 'prosemirror-model';
import type { Message } from '../base/result.ts';
import { bannerStyle } from '../briefing/banner.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { showsNumbers } from '../briefing/paragraphNumbers.ts';
import { bannerFindings } from '../check/bannerRules.ts';
import type { ChartData } from '../briefing/chart.ts';
import { chartBlocks } from './chartBlocks.ts';
import { anchorComments } from './comments.ts';
import { createContentsList, withPages } from './contentsList.ts';
import { createCrossReferences } from './crossReferences.ts';
import { isRtlLanguage, languageOf } from './direction.ts';
import { blocksOf } from './nodes.ts';
import type { Plan, PlannedList, PlanOptions } from './plan.ts';
import type { PlanContext } from './planContext.ts';
import { projectionJson, projectionOf } from './projection.ts';
import { estimatePages } from './pages.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { createPortions } from './portions.ts';
import { settleCaptions, settleLeadIns, settleNumbers, settlePageBreaks, settleTables } from './settle.ts';
import { createSources } from './sources.ts';
import { PAGES } from './styles.ts';
import { createCleaner, glue } from './text.ts';
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

/** The JSON of what leaves inside the file, with the hash of the text that the file will show. */
function carried(
  briefing: Briefing,
  copy: PlanOptions['copy'],
  plan: Omit<Plan, 'projection'>,
  placed: Pictures['placed'],
): string {
  const { runningHead, imprint, title, subject, author } = plan;
  const printed = { pictures: [...placed], runningHead, imprint, title, subject, author };
  return projectionJson(projectionOf(briefing, { copy, textHash: textHash(visibleTextOf(plan)), printed }));
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
  const lang = String(doc.attrs['lang'] ?? '');
  const language = LANGUAGE.test(lang) ? lang : 'en-GB';
  const rtl = isRtlLanguage(language);
  const sources = createSources(briefing, { language, rtl }, cleaner, tell);
  const contentsList = createContentsList(options.contentsList, rtl, tell);
  const portions = createPortions(options.portionMarks, cleaner, tell);
  const pictures = createPictures(briefing, options.page, cleaner, tell);
  const languages = new Map(briefing.articles.map((article) => [article.id, article.language]));
  const facts = new Map(briefing.facts.map((fact) => [fact.id, fact]));
  const articles = new Map(briefing.articles.map((article) => [article.id, article]));
  const charts: ChartData[] = [];
  const numbered = showsNumbers(doc);
  let paragraphList: number | null = null;
  const newList = (list: PlannedList): number => lists.push(list) - 1;
  const context: PlanContext = {
    ...sources,
    ...createCrossReferences(doc, tell),
    page: options.page,
    language,
    rtl,
    text: cleaner,
    starts: anchored.starts,
    ends: anchored.ends,
    newList,
    // One list through the whole document, in the place of its first paragraph.
    paragraphList: () => (numbered ? (paragraphList ??= newList({ kind: 'paragraphs', level: 0, start: 1 })) : null),
    heading: (level, words) => contentsList.heading(level, words),
    chart(data) {
      const newChart = (chart: ChartData): number => charts.push(chart) - 1;
      const place = { page: options.page, rtl, text: cleaner, facts, articles, newChart, tell };
      return chartBlocks(data, { ...place, count: (what) => void counts[what]++ }, false);
    },
    portion: (mark, what) => portions.portion(mark, what),
    foreign(factId) {
      const tag = typeof factId === 'string' ? languages.get(facts.get(factId)?.articleId ?? '') : null;
      return tag && LANGUAGE.test(tag) && languageOf(tag) !== languageOf(language) ? tag : null;
    },
    picture: (node) => pictures.block(node),
    count: (what) => void counts[what]++,
    tell,
  };
  const laid = settleLeadIns(settleCaptions(contentsList.into(blocksOf(doc, -1, context))));
  const { blocks: settled, lists: lined } = settleNumbers(settleTables(settlePageBreaks(laid)), lists);
  const shown = { page: options.page, lists: lined, notes: sources.notes, noteKind: options.notes };
  const estimate = estimatePages({ ...shown, blocks: settled });
  const blocks = withPages(settled, estimate);

  const titleBlock = doc.firstChild;
  const title = cleaner.line(titleBlock?.firstChild?.textContent ?? '');
  const details = new Map<string, string>();
  titleBlock?.forEach((child) => {
    if (child.type.name === 'detail') details.set(String(child.attrs['name']), cleaner.line(child.textContent));
  });
  const reference = details.get('reference') ?? '';
  const banner = bannerStyle(cleaner.line(String(doc.attrs['banner'] ?? '')));
  portions.conclude();
  const below = bannerFindings(doc).find(({ kind }) => kind === 'banner-below-portion');
  if (below) tell(below.kind, `${below.title}. ${below.detail}`);

  const plan: Omit<Plan, 'projection'> = {
    language,
    rtl,
    title: title || 'Briefing',
    subject: reference,
    author: cleaner.line(briefing.settings.author) || 'Analyst',
    runningHead: shorten([reference, title].filter(Boolean).join(' · ')),
    imprint: shorten(glue([reference, details.get('date') ?? ''].filter(Boolean).join(' · '))),
    banner,
    draft: options.draft,
    ...shown,
    blocks,
    comments: anchored.comments,
    media: pictures.media,
    charts,
    pages: estimate.pages,
    contents: {
      ...counts,
      pictures: pictures.placed.filter((picture) => picture !== null).length,
      comments: anchored.comments.length,
      footnotes: sources.notes.length,
    },
  };
  if (cleaner.removed() > 0) {
    const [number, verb] =
      cleaner.removed() === 1 ? ['1 character', 'was'] : [`${cleaner.removed()} characters`, 'were'];
    tell('characters-removed', `${number} that a Word file cannot hold ${verb} left out of the text.`);
  }
  const projection = options.carrySources ? carried(briefing, options.copy, plan, pictures.placed) : null;
  return { plan: { ...plan, projection }, messages: [...messages.values()] };
}
