// Tests of checkBriefing: each kind of finding where it belongs, and none where it does not.
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import { prefill } from '../../shared/briefing/prefill.ts';
import { DEFAULT_TEMPLATE } from '../../shared/briefing/templates.ts';
import { checkBriefing, type Checked } from '../../shared/check/checkBriefing.ts';
import { CheckMemo } from '../../shared/check/checkMemo.ts';
import type { Check } from '../../shared/check/check.ts';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import {
  br,
  by,
  cite,
  doc,
  em,
  figure,
  h,
  keyFigures,
  li,
  link,
  note,
  ol,
  own,
  p,
  prompt,
  quote,
  quoted,
  strong,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
} from '../builders.ts';
import { article, figureOf, spanOf } from '../records.ts';
import { calder, calderFacts } from '../briefing/sampleArticle.ts';

const facts = flatFacts([calderFacts]);
const [mayor, pilot] = calderFacts.quotes;
const [turnover, before] = calderFacts.figures;
const [claim] = calderFacts.claims;
if (!mayor || !pilot || !turnover || !before || !claim) throw new Error('The invented article has these facts.');
const banner = { banner: 'OFFICIAL' };

function check(drawn: Node, over: Partial<Checked> = {}): Check[] {
  return checkBriefing({ doc: drawn, articles: [calder], facts, annotations: [], ...over });
}

/** Kind and severity of each finding, with the words it stands on. */
function findings(drawn: Node, over: Partial<Checked> = {}): string[] {
  return check(drawn, over).map((one) => `${one.severity} ${one.kind}: ${drawn.textBetween(one.from, one.to, '|')}`);
}

const MAYOR = [
  '“We did not plan for so many ships. Turnover, which was 25 million dollars in 2029, was 40 million dollars in 2030.',
  '“If the state helps, we may build a third pier.”',
] as const;

describe('quotations', () => {
  const signed = by('Ona Brandt, Mayor', cite(calder.id, mayor.id));

  it('that say what the source says give no finding', () => {
    expect(findings(doc(banner, quote(mayor.id, ...MAYOR, signed)))).toEqual([]);
  });

  it('that were altered are named by their number, with the difference', () => {
    const drawn = doc(
      banner,
      quote(mayor.id, ...MAYOR, signed),
      p('x'),
      quote(pilot.id, '“The pier is a fine dream. It will sink.”', by('Teo Lindqvist, pilot')),
    );
    const [found, ...rest] = check(drawn);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      id: `altered-quotation:${pilot.id}`,
      kind: 'altered-quotation',
      severity: 'settle',
      title: 'Quotation 2 differs from its source',
      detail: 'One cut without an ellipsis: “the town”. One insertion without brackets: “fine”.',
      factId: pilot.id,
    });
    expect(drawn.nodeAt(found?.from ?? 0)?.type.name).toBe('quotation');
    expect(found?.diff?.some((change) => change.kind === 'added')).toBe(true);
  });

  it('are compared through line breaks, marks and notes', () => {
    const broken = doc(
      banner,
      quote(pilot.id, em('“The pier ', note('n', 'is'), br(), 'a dream. It will sink the town.”'), by('T')),
    );
    expect(findings(broken)).toEqual([]);
  });

  it('with a cut that may change the sense are worth a look', () => {
    const accepted = doc(banner, quote(mayor.id, '“We did … plan for so many ships. …”', signed));
    expect(check(accepted)).toMatchObject([
      { kind: 'sense-changing-cut', severity: 'look', title: 'A cut in quotation 1 may change the sense' },
    ]);
    expect(check(accepted)[0]?.detail).toContain('Left out: “not”');
  });

  it('in running text may be a part, also when other marks split them', () => {
    const drawn = doc(
      banner,
      p('The mayor said they “', quoted(mayor.id, 'did not ', em('plan'), ' for so many ships'), '”.'),
    );
    expect(findings(drawn)).toEqual([]);
    const altered = doc(
      banner,
      p('The mayor said they “', quoted(mayor.id, 'did ', em('plan'), ' for so many ships'), '”.'),
    );
    expect(findings(altered)).toEqual(['settle altered-quotation: did plan for so many ships']);
  });

  it('without attribution are worth a look, a citation being none', () => {
    const drawn = doc(banner, quote(pilot.id, '“The pier is a dream. It will sink the town.”', by(cite(calder.id))));
    expect(check(drawn)).toMatchObject([{ kind: 'missing-attribution', severity: 'look', factId: pilot.id }]);
    expect(drawn.resolve(check(drawn)[0]?.from ?? 0).parent.type.name).toBe('attribution');
  });

  it('typed by hand are located in the sources, or have no source', () => {
    expect(findings(doc(banner, quote(null, '“The pier is a dream”', by('Teo'))))).toEqual([]);
    expect(check(doc(banner, quote(null, '“The pier is a nightmare”', by('Teo'))))).toMatchObject([
      { kind: 'source-not-located', severity: 'settle', title: 'Quotation 1 has no source' },
    ]);
    // Two places are none.
    expect(findings(doc(banner, quote(null, '“million dollars”', by('Teo'))))).toHaveLength(1);
    expect(findings(doc(banner, quote(null, '', by('Teo'))))).toEqual([]);
  });
});

describe('figures', () => {
  it('under their mark are compared in text, tables and quotations', () => {
    const drawn = doc(
      banner,
      p('It came to ', figure(turnover.id, '4', strong('0 million'), ' dollars'), cite(calder.id, turnover.id), '.'),
      table(tr(td(p(figure(turnover.id, '41 million dollars'))))),
    );
    expect(check(drawn)).toMatchObject([
      {
        id: `altered-figure:${turnover.id}`,
        severity: 'settle',
        title: '“41 million dollars” differs from its source',
        detail: 'The source says 40 million dollars. It is no correct rounding of the source’s figure.',
      },
    ]);
  });

  it('without a mark have no source, unless they are our own or no figures at all', () => {
    const drawn = doc(
      banner,
      titleBlock(title('10,000 ships')),
      h('2. Findings of 2030'),
      p('On 5 March 2031 we counted 37 ships, or $4.5 million.'),
      p('We expect ', own('90 ships'), ' and ', figure(turnover.id, '40 million dollars'), '.'),
      p('See option 2, paragraph 6, page 3 and section 4.'),
      p('We have two reasons.'),
      p('1830: the harbour opened.'),
      p('1. First point'),
      p('25) Ships to be counted'),
      p('(12.3) Ships and more'),
      p('Read ', link('https://calder.example/500-ships', 'of the 500 ships'), '.'),
      ol(li(p('25 per cent less'))),
    );
    expect(findings(drawn)).toEqual([
      'look unsourced-figure: 37 ships',
      'look unsourced-figure: $4.5 million',
      'look unsourced-figure: 25 per cent',
    ]);
  });

  it('need no source in computed cells, in headings of a table and in the columns that hold no value', () => {
    const drawn = doc(
      banner,
      keyFigures(
        tr(th(p('Measure')), th(p('Period')), th(p('Value')), th(p('Top 10 ports')), th(p('Source'))),
        tr(
          td(p('Ships over 500 tonnes')),
          td(p('2030')),
          td(p('77 ships')),
          td({ computed: '2 / 1 = 2' }, p('+50.0%')),
          td(p('¶6')),
        ),
      ),
    );
    expect(findings(drawn)).toEqual(['look unsourced-figure: 77 ships']);
  });

  it('keep the id of their finding while the text around them moves', () => {
    const first = check(doc(banner, p('37 ships'), p('37 ships'), p('38 ships')));
    const later = check(doc(banner, p('Before it.'), p('37 ships'), p('And 37 ships'), p('38 ships')));
    expect(first.map((one) => one.id)).toEqual(later.map((one) => one.id));
    expect(new Set(first.map((one) => one.id)).size).toBe(3);
  });
});

describe('sources', () => {
  it('that do not hold the evidence, or are gone, are to be settled', () => {
    const moved = {
      ...turnover,
      evidence: { ...turnover.evidence, quote: { exact: '99 million dollars', prefix: 'x', suffix: 'y' } },
    };
    const drawn = doc(
      banner,
      p(figure(turnover.id, '40 million dollars'), quoted('quote-gone', 'we sail'), cite('a-gone')),
    );
    expect(findings(drawn, { facts: [moved] })).toEqual([
      'settle source-not-located: 40 million dollars',
      'settle source-not-located: we sail',
      'settle source-not-located: ',
    ]);
  });

  it('that disagree are a conflict where the figure is used', () => {
    const other = article('Turnover reached 44 million dollars in 2030.', {
      id: 'a-other',
      publisher: 'Lindholm Daily',
    });
    const theirs = figureOf(other, '44 million dollars', {
      value: 44e6,
      unit: 'USD',
      figureKind: 'money',
      measure: 'the turnover',
      period: '2030',
    });
    const drawn = doc(banner, p('It came to ', figure(turnover.id, '40 million dollars'), '.'));
    const both = { articles: [calder, other], facts: [...facts, theirs] };
    expect(check(drawn, both)).toMatchObject([
      {
        kind: 'conflicting-figures',
        severity: 'look',
        title: 'Two sources disagree on turnover, 2030',
        detail: 'The Calder Post: 40 million dollars. Lindholm Daily: 44 million dollars.',
      },
    ]);
    expect(findings(doc(banner, p('Nothing of it.')), both)).toEqual([]);
    // "About" is no closer than that.
    const about = { ...theirs, id: 'about', value: 41.5e6, qualifier: '~' as const };
    expect(findings(drawn, { ...both, facts: [...facts, about] })).toEqual([]);
    expect(findings(drawn, { ...both, facts: [...facts, { ...about, value: 44e6 }] })).toHaveLength(1);
    const rounded = { ...theirs, value: 40.4e6, text: '40.4 million dollars' };
    expect(findings(drawn, { ...both, facts: [...facts, { ...rounded, id: 'r' }] })).toEqual([]);
    const inQuote = { ...turnover, id: 'inner', ...spanOf(calder, '40 million dollars', 1) };
    const quotation = doc(banner, quote(mayor.id, ...MAYOR, by('Ona Brandt')));
    expect(
      findings(quotation, { ...both, facts: [mayor, inQuote, theirs] }).map((one) => one.slice(0, 24).trim()),
    ).toEqual(['look conflicting-figures']);
  });
});

describe('claims that the figures contradict', () => {
  it('are to be settled in our own words, and worth a look in the source’s', () => {
    const drawn = doc(
      banner,
      titleBlock(title('Trade more than double')),
      p('Turnover was More than  double that of 2029, no more than doubled.'),
      p('The Post wrote “', quoted('x', 'more than double'), '”.'),
    );
    expect(
      check(drawn)
        .filter((one) => one.kind === 'contradicted-claim')
        .map((one) => [one.severity, drawn.textBetween(one.from, one.to)]),
    ).toEqual([
      ['settle', 'more than double'],
      ['settle', 'More than  double'],
      ['look', 'more than double'],
    ]);
  });

  it('are the source’s where the table of key figures repeats them', () => {
    const drawn = doc(banner, keyFigures(tr(td(p('more than double')))), table(tr(td(p('more than double')))));
    expect(findings(drawn).filter((one) => one.includes('contradicted'))).toEqual([
      'look contradicted-claim: more than double',
      'settle contradicted-claim: more than double',
    ]);
  });

  it('are let go when dismissed, and in the headline that the source gave', () => {
    const drawn = doc(banner, titleBlock(title('Trade more than double')), p('x'));
    expect(findings(drawn, { facts: [{ ...claim, dismissed: true }] })).toEqual([]);
    expect(findings(drawn, { articles: [{ ...calder, title: 'Trade more than double' }] })).toEqual([]);
  });
});

describe('what is left open', () => {
  const open: Annotation = {
    id: 'n1',
    author: 'Analyst',
    at: '2031-03-05T09:00:00Z',
    body: 'Ask the harbour.',
    status: 'disputed',
    confidence: null,
    tags: [],
    replies: [],
    resolved: false,
    export: true,
  };

  it('is a disputed note that leaves the house', () => {
    const drawn = doc(banner, p('Many ', note('n1', 'ships'), '.'));
    expect(check(drawn, { annotations: [open] })).toMatchObject([
      {
        kind: 'unresolved-annotation',
        severity: 'look',
        annotationId: 'n1',
        title: 'A disputed note is open: “ships”',
      },
    ]);
    for (const change of [{ resolved: true }, { export: false }, { status: 'unverified' as const }]) {
      expect(check(drawn, { annotations: [{ ...open, ...change }] })).toEqual([]);
    }
  });

  it('is a prompt nobody answered', () => {
    const drawn = doc(
      banner,
      h({ slot: 'issue' }, 'Issue'),
      prompt('What is it?'),
      h('Next'),
      p({ prompt: 'And?' }, 'Done.'),
    );
    expect(check(drawn)).toMatchObject([
      {
        id: 'unanswered-prompt:issue',
        title: '“Issue” is still to be written',
        detail: 'What is it?',
        severity: 'look',
      },
    ]);
  });

  it('is a banner that was not set', () => {
    expect(check(doc(p('x')))).toMatchObject([{ kind: 'no-banner', severity: 'look', from: 0, to: 0 }]);
    expect(check(doc({ banner: ' ' }, p('x')))).toHaveLength(1);
  });
});

describe('checkBriefing', () => {
  const briefing = prefill({
    articles: [calder],
    sources: new Map(),
    facts: [calderFacts],
    template: DEFAULT_TEMPLATE,
    date: '2031-03-05',
    author: 'Analyst',
    now: '2031-03-05T09:00:00Z',
  }).value;

  it('lists its findings in the order of the document', () => {
    const drawn = doc(p('37 ships'), quote(pilot.id, '“No.”'), p(figure(turnover.id, '5 ships')), prompt('Why?'));
    const places = check(drawn).map((one) => one.from);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.length).toBeGreaterThan(4);
  });

  it('finds the same with a memo that saw other states before', () => {
    const memo = new CheckMemo();
    const states = [briefing.doc, doc(p('37 ships')), doc(p('37 ships'), quote(pilot.id, '“No.”')), briefing.doc];
    for (const state of states) {
      const input = { ...briefing, doc: state };
      expect(checkBriefing(input, memo)).toEqual(checkBriefing(input));
      const untitled = { ...input, articles: [] };
      expect(checkBriefing(untitled, memo)).toEqual(checkBriefing(untitled));
    }
  });

  it('looks again at blocks that did not change when the sources did', () => {
    const memo = new CheckMemo();
    const drawn = doc(banner, p('“Calder counts 37 ships”'), quote(null, '“The pier is a dream”', by('Teo')));
    const titled = { ...calder, title: 'Calder counts 37 ships' };
    const copy = { ...calder, id: 'a-copy', title: null };
    for (const articles of [[calder], [titled], [titled, copy], [titled]]) {
      const input = { doc: drawn, articles, facts, annotations: [] };
      expect(checkBriefing(input, memo)).toEqual(checkBriefing(input));
    }
    expect(check(drawn, { articles: [titled] })).toEqual([]);
    expect(check(drawn, { articles: [titled, copy] })).toHaveLength(1);
  });

  it('catches any one word that changes in a quotation of a fresh briefing', () => {
    const json = JSON.stringify(briefing.doc.toJSON());
    const words = ['did not', 'so many', '25 million', 'helps', 'third', 'sink'];
    for (const word of words) {
      const changed = briefing.doc.type.schema.nodeFromJSON(JSON.parse(json.replaceAll(word, 'otherwise')));
      const kinds = checkBriefing({ ...briefing, doc: changed }).map((one) => one.kind);
      expect(kinds, word).toContain('altered-quotation');
    }
  });
});
