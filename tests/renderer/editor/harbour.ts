// An invented article with its facts, and states of the text that know them: the ground of the editor's tests.
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { Article } from '../../../shared/article/article.ts';
import type { Annotation } from '../../../shared/briefing/annotation.ts';
import { checkBriefing } from '../../../shared/check/checkBriefing.ts';
import type { Fact, Figure, Quote } from '../../../shared/facts/fact.ts';
import type { EditorContext } from '../../../renderer/editor/editor.ts';
import type { CheckFunction } from '../../../renderer/editor/plugins/guard.ts';
import { createState } from '../../../renderer/editor/state.ts';
import { selectionOf } from '../../builders.ts';

const DUES = 'We will not raise the dues this year, and we may lower them in some cases next spring,';
const SILT = 'The silt is gone.';
const DREDGER = 'The dredger goes home in May.';

const text = [
  'Harbour talks in Lower Marl',
  'The port of Marl handled 412,000 tonnes in 2023, the harbour board said.',
  `"${DUES}" said Ana Brook, chair of the board.`,
  `"${SILT}`,
  `"${DREDGER}" she added.`,
  'The mayor said that the quay would be mended.',
].join('\n\n');

export const article: Article = {
  id: 'a-marl',
  fileName: 'marl.txt',
  title: 'Harbour talks in Lower Marl',
  byline: 'Ida Fenn',
  publisher: 'Marl Courier',
  agency: null,
  dateline: null,
  published: '2025-03-04',
  url: null,
  language: 'en',
  encoding: 'utf-8',
  sha256: 'ab'.repeat(32),
  text,
  reliability: null,
};

function base(id: string, words: string) {
  const start = text.indexOf(words);
  const end = start + words.length;
  return {
    id,
    articleId: article.id,
    start,
    end,
    text: words,
    evidence: {
      articleId: article.id,
      position: { start, end },
      quote: { exact: words, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) },
    },
    status: 'unverified' as const,
    dismissed: false,
    credibility: null,
  };
}

export const tonnes: Figure = {
  ...base('f-tonnes', '412,000 tonnes'),
  kind: 'figure',
  value: 412000,
  unit: 'tonne',
  figureKind: 'quantity',
  qualifier: '=',
  measure: 'cargo',
  period: '2023',
  periodNote: null,
};

const speaker = {
  start: text.indexOf('Ana Brook'),
  end: text.indexOf('Ana Brook') + 9,
  text: 'Ana Brook',
  name: 'Ana Brook',
  role: 'chair of the board',
  resolved: true,
};

function quoteOf(id: string, words: readonly string[], kind: Quote['quoteKind']): Quote {
  const whole = text.slice(
    text.indexOf(words[0] ?? ''),
    text.indexOf(words.at(-1) ?? '') + (words.at(-1) ?? '').length,
  );
  return {
    ...base(id, whole),
    kind: 'quote',
    spans: words.map((piece) => [text.indexOf(piece), text.indexOf(piece) + piece.length]),
    quoteKind: kind,
    cue: null,
    speaker,
  };
}

export const dues = quoteOf('q-dues', [DUES], 'direct');
/** Two paragraphs. */
export const silt = quoteOf('q-silt', [SILT, DREDGER], 'direct');
export const quay = quoteOf('q-quay', ['the quay would be mended'], 'indirect');

export const facts: readonly Fact[] = [tonnes, dues, silt, quay];

/** The words of `dues` as a quotation shows them: the comma that led to the speaker is gone. */
export const DUES_WORDS = DUES.slice(0, -1);

export function context(): EditorContext {
  let ids = 0;
  return {
    articles: [article],
    facts,
    author: 'Analyst',
    now: () => '2025-03-05T09:00:00.000Z',
    newId: () => `new-${++ids}`,
  };
}

export function annotation(id: string, change: Partial<Annotation> = {}): Annotation {
  return {
    id,
    author: 'Analyst',
    at: '2025-03-05T08:00:00.000Z',
    body: '',
    status: 'unverified',
    confidence: null,
    tags: [],
    replies: [],
    resolved: false,
    export: false,
    ...change,
  };
}

/** The whole state of the text, guard included, on a drawing with its selection. */
export function editorState(
  doc: Node,
  annotations: readonly Annotation[] = [],
  check: CheckFunction = checkBriefing,
): EditorState {
  const state = createState({ doc, annotations, context: context(), check });
  const selection = selectionOf(doc);
  return selection ? state.apply(state.tr.setSelection(selection)) : state;
}
