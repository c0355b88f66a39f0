// How fast words are found and replaced in a briefing of 2,000 pages, beside prosemirror-search on the same words; and its length.
import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { search, SearchQuery, setSearchState, replaceAll as peerReplaceAll } from 'prosemirror-search';
import { EditorState, TextSelection, type Plugin } from 'prosemirror-state';
import { replaceAll, stepMatch } from '../../renderer/editor/commands/find.ts';
import { findPlugin, searchOf, withNear, withQuery } from '../../renderer/editor/plugins/find.ts';
import { outline } from '../../shared/briefing/queries.ts';
import { exportChoicesOf } from '../../shared/briefing/exportChoices.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { lengthOf } from '../../shared/export/length.ts';

const PAGES = Number(process.argv[2] ?? 2000);
/** Larger ones the peer is not asked for: it counts the whole text again for each match, and takes minutes. */
const MOST_FOR_PEER = 200;
const KEYS = 50;

const NOUNS = ['quay', 'grain', 'harbour', 'council', 'ledger', 'tariff', 'ferry', 'warehouse', 'pilot', 'channel'];
const VERBS = ['carries', 'reports', 'doubles', 'keeps', 'weighs', 'counts', 'opens', 'lowers', 'names', 'moves'];

/** Words without chance: the same in every run. */
function words(count: number, seed: number): string {
  return Array.from({ length: count }, (_, at) => {
    const list = (at + seed) % 2 === 0 ? NOUNS : VERBS;
    return list[(at * 7 + seed * 13 + (at % 3)) % list.length] ?? '';
  }).join(' ');
}

const text = (count: number, seed: number): Node => schema.text(words(count, seed));
const paragraph = (...content: Node[]): Node => schema.node('paragraph', null, content);

/** Some 500 words a page: a heading, paragraphs with a traced figure, a list, a table on every fifth, a quotation on every second. */
function page(index: number): Node[] {
  const figure = schema.mark('figure', { factId: `f${index}` });
  const cells = (seed: number) =>
    Array.from({ length: 4 }, (_, at) => schema.node('tableCell', null, [paragraph(text(2, seed + at))]));
  return [
    schema.node('heading', { level: 1 + (index % 3) }, [text(4, index)]),
    ...Array.from({ length: 5 }, (_, at) =>
      paragraph(text(30, index + at), schema.text(' 12 harbour masters ', [figure]), text(40, index + at + 3)),
    ),
    schema.node('bulletList', null, [
      schema.node('listItem', null, [paragraph(text(18, index))]),
      schema.node('listItem', null, [paragraph(text(18, index + 1))]),
    ]),
    ...(index % 2 === 0
      ? [
          schema.node('quotation', { factId: `q${index}` }, [
            schema.node('quotationText', null, [text(30, index + 5)]),
            schema.node('attribution', null, [text(3, index)]),
          ]),
        ]
      : []),
    ...(index % 5 === 0
      ? [
          schema.node('table', null, [
            schema.node('tableRow', null, cells(index)),
            schema.node('tableRow', null, cells(index + 4)),
          ]),
        ]
      : []),
  ];
}

function briefingDoc(): Node {
  const head = schema.node('titleBlock', null, [schema.node('title', null, [schema.text('The harbours of Ostrel')])]);
  return schema.node('doc', null, [head, ...Array.from({ length: PAGES }, (_, at) => page(at)).flat()]);
}

function ms<T>(task: () => T): [T, number] {
  const start = performance.now();
  const value = task();
  return [value, performance.now() - start];
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN;
const show = (name: string, ours: number, peer?: number, note = ''): void =>
  console.log(
    `${name.padEnd(44)}${ours.toFixed(1).padStart(9)} ms${peer === undefined ? ''.padStart(14) : `${peer.toFixed(1).padStart(11)} ms`}  ${note}`,
  );

const QUERY = { words: 'harbour', matchCase: false, wholeWords: true };
const PEER_QUERY = new SearchQuery({ search: 'harbour', wholeWord: true, literal: true, replace: 'haven' });

function stateWith(doc: Node, plugin: Plugin): EditorState {
  const state = EditorState.create({ doc, plugins: [history(), plugin] });
  return state.apply(state.tr.setSelection(TextSelection.near(doc.resolve(doc.content.size >> 1))));
}

/** Time of a key typed in the middle, with the count of matches that the bar shows after it. */
function keystroke(start: EditorState, after: (state: EditorState) => unknown): number {
  let state = start;
  const times: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const [next, time] = ms(() => {
      const typed = state.apply(state.tr.insertText('x'));
      after(typed);
      return typed;
    });
    state = next;
    times.push(time);
  }
  return median(times);
}

const doc = briefingDoc();
const [blocks, count] = [doc.childCount, doc.textContent.split(' ').length];
console.log(`${PAGES} pages: ${blocks} blocks, about ${count} words.`);
console.log(`${''.padEnd(44)}${'Chancery'.padStart(12)}${'pm-search'.padStart(14)}`);

/** What the window draws: the matches of some six pages around the middle. */
const middle = doc.content.size >> 1;
const fresh = stateWith(doc, findPlugin());
const ours = fresh.apply(withNear(fresh.tr, { from: middle - 8000, to: middle + 8000 }));
const asked = PAGES <= MOST_FOR_PEER;
const theirs = stateWith(doc, search());
/** Time of the peer, where it is asked. */
const peer = (task: () => unknown): number | undefined => (asked ? ms(task)[1] : undefined);
const total = (state: EditorState): number => searchOf(state)?.matchesOf(state.doc).total ?? 0;

const [found, first] = ms(() => {
  const state = ours.apply(withQuery(ours.tr, QUERY));
  total(state);
  return state;
});
let peerFound = theirs;
const peerFirst = peer(() => (peerFound = theirs.apply(setSearchState(theirs.tr, PEER_QUERY))));
show('first search', first, peerFirst, `${total(found)} matches`);

const letters = Array.from('harbour', (_, at) => {
  const query = { ...QUERY, wholeWords: false, words: 'harbour'.slice(0, at + 1) };
  return ms(() => total(ours.apply(withQuery(ours.tr, query))))[1];
});
const peerLetter = peer(() => theirs.apply(setSearchState(theirs.tr, new SearchQuery({ search: 'h', literal: true }))));
show('a letter more in the field (slowest)', Math.max(...letters), peerLetter);

const next: number[] = [];
let walking = found;
for (let key = 0; key < KEYS; key++) {
  next.push(ms(() => stepMatch(1)(walking, (tr) => (walking = walking.apply(tr))))[1]);
}
show('next match', median(next));

const plain = keystroke(stateWith(doc, search()), () => undefined);
show(
  'a key in the text, nothing looked for',
  keystroke(ours, () => undefined),
  plain,
);
const peerKey = asked ? keystroke(peerFound, () => undefined) : undefined;
show('a key in the text while the bar is open', keystroke(found, total), peerKey);

const [done, all] = ms(() => {
  const made = replaceAll(found, 'haven');
  const state = made.tr ? found.apply(made.tr) : found;
  return { ...made, state };
});
const peerAll = peer(() => peerReplaceAll(peerFound, (tr) => peerFound.apply(tr)));
show('replace all', all, peerAll, `${done.replaced} replaced, ${done.left} left (the peer leaves none)`);

show('outline', ms(() => outline(doc))[1]);
const briefing = {
  doc,
  articles: [],
  sources: new Map<string, Uint8Array>(),
  media: new Map<string, Uint8Array>(),
  facts: [],
  annotations: [],
  settings: { template: 'press-summary', author: 'Perrin Holt', language: 'en-GB' },
};
const [length, estimating] = ms(() => lengthOf(briefing, exportChoicesOf(briefing.settings)));
show('length in pages (in the worker)', estimating, undefined, `${length.pages} pages`);
