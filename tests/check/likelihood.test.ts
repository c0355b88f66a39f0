// Tests of the guard of likelihood: confidence apart, one row of words, none outside the scale, and nobody else's words.
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import type { Check } from '../../shared/check/check.ts';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import { by, doc, h, li, note, p, quote, quoted, report, table, td, tr, ul } from '../builders.ts';
import { calder, calderFacts } from '../briefing/sampleArticle.ts';

const facts = flatFacts([calderFacts]);
const mayor = calderFacts.quotes[0]?.id ?? '';
const ASSESSMENT = { template: 'analytic-assessment' };

function checks(settings: Readonly<Record<string, unknown>>, ...blocks: readonly Node[]): Check[] {
  const drawn = doc({ banner: 'OFFICIAL' }, ...blocks);
  return checkBriefing({ doc: drawn, articles: [calder], facts, annotations: [], settings });
}

/** Kind of each finding with the words it stands on, in paragraphs of these words. */
function found(...words: readonly string[]): string[] {
  const blocks = words.map((one) => p(one));
  const drawn = doc({ banner: 'OFFICIAL' }, ...blocks);
  return checks(ASSESSMENT, ...blocks).map((one) => `${one.kind}: ${drawn.textBetween(one.from, one.to)}`);
}

describe('likelihood and confidence', () => {
  it.each([
    'We judge with high confidence that the port is likely to open.',
    'It is almost certain that it will open, and our confidence is high.',
    'We have moderate-to-high confidence that a strike is unlikely.',
    'The strike is probable (low confidence).',
    'We are highly confident that it is very unlikely.',
  ])('in one sentence are found: %s', (words) => {
    expect(found(words)).toEqual([`likelihood-with-confidence: ${words}`]);
  });

  it.each([
    'The port is likely to open. We have high confidence in this.',
    'Consumer confidence is low, and likely to fall.',
    'We hold high confidence in this judgement.',
    'The council is likely to lose a vote of confidence.',
    'The mayor said that she had “high confidence” that it is likely.',
  ])('apart are right: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('are named, with a place that is the sentence alone', () => {
    const [one] = checks(ASSESSMENT, p('It rains. With low confidence we judge it unlikely. It rains.'));
    expect(one).toMatchObject({ kind: 'likelihood-with-confidence', severity: 'look' });
    expect(one?.detail).toContain('“unlikely”');
    expect(one?.detail).toContain('“low confidence”');
  });
});

describe('the rows of ICD 203', () => {
  it('are not mixed in one briefing', () => {
    expect(found('It is likely.', 'It is very unlikely.', 'It is highly probable.')).toEqual([
      'mixed-likelihood: highly probable',
    ]);
    expect(found('It is probable; the chance of rain is remote.', 'That is almost certain.')).toEqual([
      'mixed-likelihood: almost certain',
    ]);
  });

  it('are right one by one, and a remote village is no likelihood', () => {
    expect(found('It is likely.', 'It is almost certain.', 'It is very unlikely; there is almost no chance.')).toEqual(
      [],
    );
    expect(found('It is probable.', 'It is nearly certainly so.', 'It is highly improbable.')).toEqual([]);
    expect(found('It is likely that the remote village will be cut off.')).toEqual([]);
  });

  it('know no words of another scale', () => {
    expect(found('There is a realistic possibility of rain.', 'Snow is highly likely.')).toEqual([
      'likelihood-outside-scale: realistic possibility',
      'likelihood-outside-scale: highly likely',
    ]);
    const settings = { ...ASSESSMENT, likelihood: 'phia' };
    expect(checks(settings, p('There is a realistic possibility of rain. Snow is highly likely.'))).toEqual([]);
    expect(checks(settings, p('Snow is very likely.'))).toMatchObject([{ kind: 'likelihood-outside-scale' }]);
  });
});

describe('words of no scale', () => {
  it.each([
    ['The port may open.', 'may'],
    ['The port could close.', 'could'],
    ['It is possible that it closes.', 'possible'],
    ['Perhaps it closes.', 'Perhaps'],
    ['It might close.', 'might'],
    ['There is a good chance that it closes.', 'a good chance'],
  ])('are found: %s', (words, word) => {
    expect(found(words)).toEqual([`likelihood-outside-scale: ${word}`]);
  });

  it.each([
    'The port opened in May 2031, on 3 May, or in early May.',
    'Write as soon as possible, and if possible today.',
    'The might of the fleet is a thing of the past.',
    'The military might is great.',
    'They could not open the gate.',
    'The mayor said “we may build a pier, and it could sink”.',
    'The mayor wrote ‘it may be possible’ on the wall.',
  ])('are left alone where they mean something else, or are quoted: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('are told once for each word, with their number', () => {
    const all = checks(ASSESSMENT, p('It may rain. It may snow.'), p('It may hail, and it could freeze.'));
    expect(all.map(({ title }) => title)).toEqual(['“may” is no word of ICD 203', '“could” is no word of ICD 203']);
    expect(all[0]?.detail).toContain('3 times');
  });
});

describe('what is looked at', () => {
  it('is our own comment, in paragraphs, lists and tables', () => {
    expect(checks(ASSESSMENT, ul(li(p('It may rain.'))), table(tr(td(p('It might snow.')))))).toHaveLength(2);
  });

  it('is nobody else’s word: no quotation, no reported fact, no heading', () => {
    const blocks = [
      h('What may be possible'),
      report('It may rain.'),
      p('The mayor said they ', quoted(mayor, 'may build a third pier'), '.'),
      quote(mayor, '“If the state helps, we may build …”', by('Ona Brandt')),
    ];
    const kinds = checks(ASSESSMENT, ...blocks).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.includes('likelihood'))).toEqual([]);
  });

  it('is a briefing that keeps to a scale, and no other', () => {
    const words = p('With high confidence it is likely, highly probable and possible.');
    expect(checks({ template: 'ministerial-submission' }, words)).toEqual([]);
    expect(checks({}, words)).toEqual([]);
    expect(checks(ASSESSMENT, words)).toHaveLength(3);
  });

  it('is found again where other marks stand, and gone when the words are', () => {
    expect(checks(ASSESSMENT, p('It ', note('n', 'may'), ' rain.'))).toHaveLength(1);
    expect(checks(ASSESSMENT, p('It will rain.'))).toEqual([]);
  });
});
