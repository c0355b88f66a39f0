// Tests of prefill: what a fresh briefing holds, where its notes stand, and that nothing in it is left to settle.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationRanges, citations, outline, quotationWords, usesOf } from '../../shared/briefing/queries.ts';
import { prefill, type PrefillInput } from '../../shared/briefing/prefill.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { DEFAULT_TEMPLATE, TEMPLATES, templateById } from '../../shared/briefing/templates.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import type { Facts, Figure } from '../../shared/facts/fact.ts';
import { article, claimOf, dateOf, figureOf, NO_FACTS, quoteOf, spanOf } from '../records.ts';
import { calder, calderFacts } from './sampleArticle.ts';
import type { Node } from 'prosemirror-model';

const input: PrefillInput = {
  articles: [calder],
  sources: new Map([[calder.id, new Uint8Array([1])]]),
  facts: [calderFacts],
  template: DEFAULT_TEMPLATE,
  date: '2031-03-05',
  author: 'Analyst',
  now: '2031-03-05T09:00:00Z',
  banner: 'OFFICIAL',
};

function nodesOf(doc: Node, name: string): Node[] {
  const found: Node[] = [];
  doc.descendants((node) => {
    if (node.type.name === name) found.push(node);
  });
  return found;
}

function sectionText(doc: Node, slot: string): string {
  const parts: string[] = [];
  let open = false;
  doc.forEach((node) => {
    if (node.type.name === 'heading') open = node.attrs['slot'] === slot;
    else if (open) parts.push(node.textBetween(0, node.content.size, '|'));
  });
  return parts.join('\n');
}

const memorandum = templateById('bluf-memorandum') ?? DEFAULT_TEMPLATE;

describe('prefill', () => {
  const { value: briefing, messages } = prefill(input);
  const { doc } = briefing;

  it('fills the title block and leaves the rest of it to the analyst', () => {
    expect(nodesOf(doc, 'title')[0]?.textContent).toBe('Calder counts its ships');
    expect(nodesOf(doc, 'detail').map((node) => [node.attrs['name'], node.textContent])).toEqual([
      ['reference', ''],
      ['to', ''],
      ['from', ''],
      ['date', '5 March 2031'],
    ]);
    expect(messages).toEqual([]);
  });

  it('takes what was given for the title block', () => {
    const given = prefill({ ...input, title: 'Piers', to: 'The Minister', from: 'Ports', banner: null });
    const lines = nodesOf(given.value.doc, 'titleBlock')[0]?.children.map((node) => node.textContent);
    expect(lines).toEqual(['Piers', '', 'The Minister', 'Ports', '5 March 2031']);
    expect(given.value.doc.attrs['banner']).toBeNull();
    expect(given.messages.map((message) => message.code)).toEqual(['no-banner']);
  });

  it('makes a plain title, and says so, when the article has none', () => {
    const untitled = prefill({ ...input, articles: [{ ...calder, title: null }] });
    expect(nodesOf(untitled.value.doc, 'title')[0]?.textContent).toBe('Turnover');
    expect(untitled.messages.map((message) => message.code)).toEqual(['title-made']);
    // A speaker is named only with a figure of the speaker's own words.
    const inside = { ...calderFacts.figures[0], ...spanOf(calder, '40 million dollars', 1) } as Figure;
    const spoken = prefill({
      ...input,
      articles: [{ ...calder, title: null }],
      facts: [{ ...calderFacts, figures: [inside] }],
    });
    expect(nodesOf(spoken.value.doc, 'title')[0]?.textContent).toBe('Ona Brandt on turnover');
    const bare = prefill({ ...input, articles: [{ ...calder, title: null }], facts: [NO_FACTS] });
    expect(nodesOf(bare.value.doc, 'title')[0]?.textContent).toBe('Report from The Calder Post, 4 March 2031');
  });

  it.each(TEMPLATES.map((template) => [template.id, template] as const))('has the headings of %s', (_, template) => {
    const made = prefill({ ...input, template }).value;
    expect(outline(made.doc).map((entry) => [entry.slot, entry.text])).toEqual(
      template.sections.map((section) => [section.id, section.heading]),
    );
    for (const section of template.sections) {
      if (section.prompt)
        expect(nodesOf(made.doc, 'paragraph').some((p) => p.attrs['prompt'] === section.prompt)).toBe(true);
    }
    expect(nodesOf(made.doc, 'sourceList')).toHaveLength(1);
  });

  it('lays the key figures out by measure and period, with the change on the year computed', () => {
    const table = nodesOf(doc, 'table')[0];
    const rows = table?.children.map((row) => row.children.map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Measure', 'Period', 'Value', 'On the year', 'Source'],
      ['Turnover', '2029', '25 million dollars', '–', '¶1'],
      ['Turnover', '2030', '40 million dollars', '+60.0%', '¶1'],
      ['Number of: worker', 'not given', 'more than 1,200 workers', 'not given', '¶4'],
    ]);
    expect(table?.firstChild?.children.every((cell) => cell.type.name === 'tableHeader')).toBe(true);
    expect(table?.child(2).children.map((cell) => cell.attrs['align'])).toEqual([null, null, 'right', 'right', null]);
    expect(table?.child(2).child(3).attrs['computed']).toBe('40 / 25 = 1.600');
    const uses = usesOf(doc);
    for (const figure of calderFacts.figures) {
      const range = uses.get(figure.id)?.[0];
      expect(range && doc.textBetween(range.from, range.to)).toBe(figure.text);
    }
  });

  it('takes at most twelve figures, those with measure and period first', () => {
    const many = article(Array.from({ length: 20 }, (_, i) => `Pier ${i} took ${i + 100} ships.`).join(' '));
    const figures = Array.from({ length: 20 }, (_, i) =>
      figureOf(many, `${i + 100} ships`, {
        value: i + 100,
        measure: i < 4 ? null : `pier ${i}`,
        period: i < 4 ? null : '2030',
      }),
    );
    const made = prefill({ ...input, articles: [many], facts: [{ ...NO_FACTS, figures }] }).value;
    const values = nodesOf(made.doc, 'tableRow')
      .slice(1)
      .map((row) => row.child(2).textContent);
    expect(values).toEqual(figures.slice(4, 16).map((figure) => figure.text));
  });

  it('leaves out repetitions, small counts in words, and multiples that are a claim about other figures', () => {
    const source = article(
      'Two ports took 40 ships, four times the 10 ships of 2029, 40 ships in all. A fee of 9 dollars.',
    );
    const count = { unit: 'ship', figureKind: 'count', measure: 'ships', period: '2030' } as const;
    const many = figureOf(source, '40 ships', { ...count, value: 40 });
    const figures = [
      figureOf(source, 'Two ports', { ...count, unit: 'port', measure: 'ports', value: 2 }),
      many,
      figureOf(source, 'four times', {
        value: 4,
        unit: 'times',
        figureKind: 'multiple',
        measure: 'ships',
        period: '2030',
      }),
      figureOf(source, '10 ships', { ...count, value: 10, period: '2029' }),
      { ...many, id: 'again', ...spanOf(source, '40 ships', 1) },
      figureOf(source, '9 dollars', { value: 9, unit: 'USD', figureKind: 'money' }),
    ];
    const claim = claimOf(source, 'four times', {
      verdict: 'supported',
      computed: '40 / 10 = 4',
      figureIds: [many.id],
    });
    const rows = (facts: Facts): string[][] => {
      const made = prefill({ ...input, articles: [source], facts: [facts] }).value;
      return nodesOf(made.doc, 'tableRow')
        .slice(1)
        .map((row) => row.children.map((cell) => cell.textContent));
    };
    expect(rows({ ...NO_FACTS, figures, claims: [claim] }).map((row) => row[2])).toEqual([
      '10 ships',
      '40 ships',
      '9 dollars',
    ]);
    // Without the claim the multiple says something of its own.
    expect(rows({ ...NO_FACTS, figures }).map((row) => row[2])).toContain('four times');
  });

  it('computes no change where the article gives two values for one year', () => {
    const source = article('Calder took 10 ships in 2029; 40 ships, or 41 ships by another count, came in 2030.');
    const count = { unit: 'ship', figureKind: 'count', measure: 'ships' } as const;
    const figures = [
      figureOf(source, '10 ships', { ...count, value: 10, period: '2029' }),
      figureOf(source, '40 ships', { ...count, value: 40, period: '2030' }),
      figureOf(source, '41 ships', { ...count, value: 41, period: '2030' }),
    ];
    const headings = (facts: Facts): string | undefined =>
      nodesOf(prefill({ ...input, articles: [source], facts: [facts] }).value.doc, 'tableRow')[0]?.textContent;
    expect(headings({ ...NO_FACTS, figures })).not.toContain('On the year');
    expect(headings({ ...NO_FACTS, figures: figures.slice(0, 2) })).toContain('On the year');
  });

  it('sets quotations with marks, paragraphs, attribution and citation', () => {
    const [first, second] = nodesOf(doc, 'quotation');
    expect(first && quotationWords(first)).toBe(
      '“We did not plan for so many ships. Turnover, which was 25 million dollars in 2029, was 40 million dollars in 2030.\n\n“If the state helps, we may build a third pier.”',
    );
    expect(first?.lastChild?.textContent).toBe('Ona Brandt, Mayor');
    expect(first?.lastChild?.lastChild?.attrs).toEqual({
      articleId: calder.id,
      factId: calderFacts.quotes[0]?.id,
      locator: 'paragraph 2',
    });
    expect(second && quotationWords(second)).toBe('“The pier is a dream. It will sink the town.”');
    expect(second?.attrs['speaker']).toBe('Teo Lindqvist');
  });

  it('takes at most eight quotations, those with a speaker first, in the order of the text', () => {
    const many = article(
      Array.from({ length: 12 }, (_, i) => `“Word number ${i} was said,” one of them said.`).join('\n\n'),
    );
    const quotes = Array.from({ length: 12 }, (_, i) =>
      quoteOf(many, `Word number ${i} was said,`, {
        speaker: i < 3 ? null : { start: 0, end: 1, text: 'One', name: 'One', role: null, resolved: true },
      }),
    );
    const made = prefill({ ...input, articles: [many], facts: [{ ...NO_FACTS, quotes }] }).value;
    expect(nodesOf(made.doc, 'quotation').map((node) => node.attrs['factId'])).toEqual(
      quotes.slice(3, 11).map((quote) => quote.id),
    );
  });

  it('reports the article in plain sentences and cites it', () => {
    expect(sectionText(doc, 'background')).toMatch(
      /^The Calder Post published “Calder counts its ships” by Ines Okafor on 4 March 2031\.\nIt gives figures for turnover\. It quotes Ona Brandt, Mayor; and Teo Lindqvist, pilot\./u,
    );
    const report = nodesOf(doc, 'paragraph').find((node) => node.textContent.startsWith('The Calder Post'));
    expect(report?.attrs['voice']).toBe('report');
    expect(citations(doc)[0]).toMatchObject({ number: 1, articleId: calder.id, first: true, locator: null });
  });

  it('puts the program’s notes on the words they are about', () => {
    const ranges = annotationRanges(doc);
    const anchored = briefing.annotations.map((note) => {
      const range = ranges.get(note.id)?.[0] ?? { from: 0, to: 0 };
      return [doc.textBetween(range.from, range.to), doc.resolve(range.from).parent.type.name, note.status];
    });
    expect(anchored).toEqual([
      // Its words are nowhere in the briefing: it stands on the nearest figure of its sentence.
      ['25 million dollars', 'paragraph', 'disputed'],
      ['a third pier', 'quotationText', 'unverified'],
      ['1,200 workers', 'paragraph', 'unverified'],
    ]);
    expect(briefing.annotations.map((note) => note.body)).toEqual([
      'Paragraph 1: “more than double” is contradicted by the article’s figures: 40 / 25 = 1.6.',
      'No other pier is mentioned.',
      'The article names no source for this count.',
    ]);
    expect(
      briefing.annotations.every((note) => note.author === 'Chancery' && note.export && note.at === input.now),
    ).toBe(true);
  });

  it('puts a note whose words and figures are nowhere in the briefing on the sentence that reports the article', () => {
    const harbour = { ...spanOf(calder, 'harbour grew again'), text: 'harbour grew again' };
    const oddities = [{ articleId: calder.id, ...harbour, code: 'vague', note: 'No measure is given.' }];
    const made = prefill({ ...input, facts: [{ ...calderFacts, claims: [], oddities }] }).value;
    const [range] = annotationRanges(made.doc).get(made.annotations[0]?.id ?? '') ?? [];
    expect(range && made.doc.textBetween(range.from, range.to)).toMatch(/^The Calder Post published/u);
    expect(made.annotations[0]?.body).toBe('Paragraph 1, “harbour grew again”: No measure is given.');
  });

  it('leaves out what is too much, the disputed last, and says so', () => {
    const odd = calderFacts.oddities[0];
    const oddities = odd ? Array.from({ length: 60 }, (_, i) => ({ ...odd, code: `odd-${i}` })) : [];
    const made = prefill({ ...input, facts: [{ ...calderFacts, oddities }] });
    expect(made.value.annotations).toHaveLength(40);
    expect(made.value.annotations.filter((note) => note.status === 'disputed')).toHaveLength(1);
    expect(made.messages).toMatchObject([{ code: 'notes-omitted' }]);
  });

  it('writes chronology and names for the templates that ask for them, every number tied', () => {
    const note = prefill({ ...input, template: templateById('briefing-note') ?? DEFAULT_TEMPLATE }).value;
    expect(sectionText(note.doc, 'background')).toContain('May 2031: In May 2031 the council votes.');
    // What somebody said, and what the figures do not support, is not repeated as our own report.
    const dates = [dateOf(calder, '2030', '2030'), ...calderFacts.dates];
    const kept = prefill({
      ...input,
      facts: [{ ...calderFacts, dates }],
      template: templateById('briefing-note') ?? DEFAULT_TEMPLATE,
    }).value;
    expect(sectionText(kept.doc, 'background')).not.toContain('more than double');
    const summary = prefill({ ...input, template: templateById('press-summary') ?? DEFAULT_TEMPLATE }).value;
    expect(sectionText(summary.doc, 'coverage')).toContain('Ona Brandt, Mayor|Teo Lindqvist, pilot');
  });

  it('is the same every time', () => {
    expect(JSON.stringify(prefill(input).value.doc)).toBe(JSON.stringify(doc));
    expect(prefill(input).value.annotations).toEqual(briefing.annotations);
  });

  it('makes the empty template without an article', () => {
    const empty = prefill({ ...input, articles: [], facts: [], sources: new Map() });
    expect(empty.messages).toEqual([]);
    expect(nodesOf(empty.value.doc, 'title')[0]?.textContent).toBe('');
    expect(checkBriefing(empty.value).every((check) => check.severity === 'look')).toBe(true);
  });

  it('keeps two articles apart', () => {
    const other = article('“We sail at dawn,” said Captain Ro. Freight came to 7 million dollars in 2030.', {
      id: 'a-other',
      publisher: 'Lindholm Daily',
      title: null,
    });
    const facts = {
      ...NO_FACTS,
      quotes: [quoteOf(other, 'We sail at dawn,')],
      figures: [
        figureOf(other, '7 million dollars', {
          value: 7e6,
          unit: 'USD',
          figureKind: 'money',
          measure: 'freight',
          period: '2030',
        }),
      ],
    };
    const both = prefill({
      ...input,
      articles: [calder, other],
      facts: [calderFacts, facts],
      template: memorandum,
    }).value;
    expect(sectionText(both.doc, 'background')).toContain(
      'Lindholm Daily published an untitled article by Ines Okafor',
    );
    expect(sectionText(both.doc, 'key-facts')).toContain('Freight|2030|7 million dollars');
    expect(
      citations(both.doc)
        .filter((one) => one.first)
        .map((one) => one.articleId),
    ).toEqual([calder.id, other.id]);
    expect(checkBriefing(both).filter((check) => check.severity === 'settle')).toEqual([]);
  });

  it('refuses facts that do not go with the articles, and a date that is none', () => {
    expect(() => prefill({ ...input, facts: [] })).toThrow(RangeError);
    expect(() => prefill({ ...input, date: '5 March' })).toThrow(RangeError);
  });
});

describe('a fresh briefing', () => {
  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    'of %s leaves nothing to settle',
    (_, template) => {
      const checks = checkBriefing(prefill({ ...input, template }).value);
      expect(checks.filter((check) => check.severity === 'settle')).toEqual([]);
      expect(checks.filter((check) => check.kind === 'unsourced-figure')).toEqual([]);
      expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
    },
  );

  it('of any facts is a valid document with nothing to settle, and every note on words', () => {
    const words = fc.constantFrom(
      'not',
      'we',
      'may',
      '40',
      'ships',
      '“so”',
      'if',
      '$5',
      'million',
      'over',
      'pier.',
      'said,',
      '\n\n',
      '\n',
      '…',
    );
    const text = fc.array(words, { minLength: 4, maxLength: 60 }).map((list) => list.join(' '));
    const span = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(text, fc.array(span, { maxLength: 8 }), (body, spans) => {
        const source = article(body, { title: null });
        const cut = ([a, b]: [number, number]): string => {
          const start = a % body.length;
          return body.slice(start, start + 1 + (b % 40)).trim();
        };
        const pieces = spans.map(cut).filter((piece) => piece !== '');
        const figures = pieces.map((piece) => figureOf(source, piece, { value: 5, measure: piece, period: '2030' }));
        const quotes = pieces.map((piece) => quoteOf(source, piece));
        const oddities = figures.map((figure) => ({ ...figure, code: 'odd', note: 'Odd.' }));
        const made = prefill({
          ...input,
          articles: [source],
          facts: [{ ...NO_FACTS, figures, quotes, oddities }],
        }).value;
        made.doc.check();
        expect(schema.nodeFromJSON(made.doc.toJSON()).eq(made.doc)).toBe(true);
        const located = checkBriefing(made).filter((check) => check.severity === 'settle');
        expect(located.filter((check) => check.kind !== 'source-not-located')).toEqual([]);
        const ranges = annotationRanges(made.doc);
        for (const note of made.annotations) {
          expect(ranges.get(note.id)?.some((range) => made.doc.textBetween(range.from, range.to) !== '')).toBe(true);
        }
      }),
      { seed: 20310304, numRuns: 200 },
    );
  });
});
