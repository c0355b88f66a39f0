// How fast the guard is: one edit of a quotation, a figure or a sentence in a briefing of 50,000 words, checked as one types.
import type { Node } from 'prosemirror-model';
import { articleFromText } from '../../shared/article/articleFromText.ts';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import { wordCount } from '../../shared/briefing/queries.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { acceptancesOf, accept, splitChecks } from '../../shared/check/acceptance.ts';
import type { Check } from '../../shared/check/check.ts';
import { checkBriefing, type Checked } from '../../shared/check/checkBriefing.ts';
import { CheckMemo } from '../../shared/check/checkMemo.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { allowedEdit, generator, MUTATIONS, mutated, type Mutation } from '../check/edits.ts';
import { OWN_QUOTATIONS, type OwnQuotation } from '../check/ownQuotations.ts';

const WORDS = Number(process.argv[2] ?? 50_000);
const EDITS = 300;

const TALK = OWN_QUOTATIONS.map(
  ({ text }, i) => `“${text}” said Ida Moss. Sales were ${i + 2}.4 million crowns in ${2000 + i}.`,
);
const article = articleFromText(`The talk of Ostrel\n\n${TALK.join('\n\n')}`, { id: 'a-talk' });
const facts = flatFacts([extractFacts(article, { today: '2031-06-02' }).value]);
const quotes = new Map(
  OWN_QUOTATIONS.flatMap((one) => {
    const fact = facts.find(({ kind, text }) => kind === 'quote' && text.includes(one.text.slice(0, 20)));
    return fact ? [[one, fact.id] as const] : [];
  }),
);
const figures = facts.filter(({ kind }) => kind === 'figure');

function quotation(one: OwnQuotation, words: string): Node {
  return schema.node('quotation', { factId: quotes.get(one) ?? null }, [
    schema.node('quotationText', null, [schema.text(words)]),
    schema.node('attribution', null, [schema.text('Ida Moss')]),
  ]);
}

/** A paragraph of our own, with a figure, a number without a source, an inline quotation and words of likelihood. */
function paragraph(i: number): Node {
  const figure = figures[i % figures.length];
  const [one, id] = [...quotes][i % quotes.size] ?? [];
  return schema.node('paragraph', null, [
    schema.text(`In the ${i}th of our letters we wrote that the harbour is likely to stay open, that ${i + 11} ships `),
    schema.text('came in, and that sales had reached '),
    ...(figure ? [schema.text(figure.text, [schema.mark('figure', { factId: figure.id })])] : []),
    schema.text('. Ida Moss told the council: “'),
    ...(one && id ? [schema.text(one.text.slice(0, -1), [schema.mark('quoted', { factId: id })])] : []),
    schema.text(
      '”. The rest of this paragraph says at some length what we think of it, and why, and for how long, so that ',
    ),
    schema.text(
      'there is as much to read in it as there is in the paragraphs of a real briefing, which go on and on. ',
    ),
  ]);
}

function documentOf(words: number): Node {
  const blocks: Node[] = [];
  let count = 0;
  for (let i = 0; count < words; i++) {
    const own = [...quotes.keys()][i % quotes.size] as OwnQuotation;
    const made = i % 5 === 4 ? quotation(own, own.text) : paragraph(i);
    count += made.textContent.split(/\s+/u).length;
    blocks.push(made);
  }
  const title = schema.node('titleBlock', null, [schema.node('title', null, [schema.text('Ostrel')])]);
  return schema.node('doc', { banner: 'OFFICIAL' }, [title, ...blocks]);
}

function input(doc: Node): Checked {
  return { doc, articles: [article], facts, annotations: [], settings: { template: 'analytic-assessment' } };
}

/** `doc` with the block at `index` exchanged, the others being the very same nodes, as after a keystroke. */
function exchanged(doc: Node, index: number, block: Node): Node {
  return doc.copy(doc.content.replaceChild(index, block));
}

interface Times {
  readonly wall: number[];
  /** Of the processor: what the check takes when nobody else wants the machine. */
  readonly cpu: number[];
}

function measured(times: Times, work: () => void): void {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  work();
  const spent = process.cpuUsage(cpu);
  times.wall.push(performance.now() - from);
  times.cpu.push((spent.user + spent.system) / 1000);
}

function report(name: string, { wall, cpu }: Times): void {
  const at = (times: readonly number[], part: number): string => {
    const sorted = [...times].sort((a, b) => a - b);
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1).padStart(8);
  };
  console.log(
    `${name.padEnd(36)}${[wall, cpu].map((times) => at(times, 0.5) + at(times, 0.95) + at(times, 1)).join('   ')}`,
  );
}

const doc = documentOf(WORDS);
const memo = new CheckMemo();
const opening: Times = { wall: [], cpu: [] };
let first: readonly Check[] = [];
measured(opening, () => {
  first = checkBriefing(input(doc), memo);
});
console.log(`${wordCount(doc)} words, ${doc.childCount} blocks, ${facts.length} facts, ${first.length} findings`);
console.log(`${'milliseconds'.padEnd(36)}  median     95%    most   of the processor`);
report('the first check, on opening', opening);

const random = generator(20310304);
const blocks = Array.from({ length: doc.childCount }, (_, i) => i).slice(1);
const quoted = blocks.filter((i) => doc.child(i).type === schema.nodes.quotation);
const plain = blocks.filter((i) => doc.child(i).type === schema.nodes.paragraph);
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

function timed(edit: () => Node): { readonly times: Times; readonly found: number } {
  const times: Times = { wall: [], cpu: [] };
  let found = 0;
  for (let i = 0; i < EDITS; i++) {
    const changed = input(edit());
    let checks: readonly Check[] = [];
    measured(times, () => {
      checks = checkBriefing(changed, memo);
    });
    found += Number(checks.filter(({ kind }) => kind === 'altered-quotation').length > 0);
  }
  return { times, found };
}

const byText = new Map(OWN_QUOTATIONS.map((one) => [one.text, one]));
const ownAt = (index: number): OwnQuotation =>
  byText.get(doc.child(index).firstChild?.textContent ?? '') ?? any(OWN_QUOTATIONS);
let turn = 0;
const mutations = timed(() => {
  for (;;) {
    const index = any(quoted);
    const own = ownAt(index);
    const words = mutated(own.text, MUTATIONS[turn++ % MUTATIONS.length] as Mutation, random);
    if (words !== null && words !== own.text) return exchanged(doc, index, quotation(own, words));
  }
});
report(`a changed word (${mutations.found} of ${EDITS} caught)`, mutations.times);
const allowed = timed(() => {
  const index = any(quoted);
  const own = ownAt(index);
  return exchanged(doc, index, quotation(own, allowedEdit(own, random)));
});
report(`an allowed edit (${allowed.found} of ${EDITS} alarms)`, allowed.times);
report(
  'a typed letter',
  timed(() => {
    const index = any(plain);
    const block = doc.child(index);
    return exchanged(doc, index, block.copy(block.content.addToEnd(schema.text('x'))));
  }).times,
);

const settings = first
  .slice(0, 200)
  .reduce((kept, check) => accept(kept, check, { reason: 'ours', author: 'A', at: '2031-06-02T00:00:00Z' }) ?? kept, {
    template: 'analytic-assessment',
    author: 'A',
    language: 'en-GB',
  });
const acceptances = acceptancesOf(settings);
const parting: Times = { wall: [], cpu: [] };
for (let i = 0; i < 20; i++) measured(parting, () => splitChecks(first, acceptances));
report(`parting by ${acceptances.length} acceptances`, parting);
