// Tests of acceptances: a finding let stand with a reason, which lapses by itself when the words it is about change.
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../shared/briefing/briefing.ts';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import {
  accept,
  acceptanceKey,
  acceptancesOf,
  splitChecks,
  withAcceptance,
  withoutAcceptance,
} from '../../shared/check/acceptance.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { acceptedLine, checkReport } from '../../shared/check/checkReport.ts';
import type { Check } from '../../shared/check/check.ts';
import { planExport } from '../../shared/export/planExport.ts';
import { PAGES } from '../../shared/export/styles.ts';
import { by, cite, doc, figure, p, prompt, quote, quoted } from '../builders.ts';
import { calder, calderFacts } from '../briefing/sampleArticle.ts';

const facts = flatFacts([calderFacts]);
const [, pilot] = calderFacts.quotes;
const [turnover] = calderFacts.figures;
if (!pilot || !turnover) throw new Error('The invented article has these facts.');
const SETTINGS: Settings = { template: 'ministerial-submission', author: 'Ida Moss', language: 'en-GB' };
const given = { reason: 'Seen with the harbour office.', author: 'Ida Moss', at: '2031-03-05T09:00:00Z' };
const banner = { banner: 'OFFICIAL' };

function check(drawn: Node): Check[] {
  return checkBriefing({ doc: drawn, articles: [calder], facts, annotations: [] });
}

/** The settings after accepting every finding of `drawn`. */
function allAccepted(drawn: Node): Settings {
  return check(drawn).reduce((settings, one) => accept(settings, one, given) ?? settings, SETTINGS);
}

/** Kinds of the open and of the accepted findings of `drawn` under `settings`. */
function split(drawn: Node, settings: Settings) {
  const { open, accepted, lapsed } = splitChecks(check(drawn), acceptancesOf(settings));
  return {
    open: open.map(({ kind }) => kind),
    accepted: accepted.map(({ check: { kind } }) => kind),
    lapsed: lapsed.length,
  };
}

const altered = doc(
  banner,
  quote(pilot.id, '“The pier is a fine dream. It will sink the town.”', by('Teo Lindqvist, pilot')),
);

describe('an accepted finding', () => {
  it('is open no longer, with its reason', () => {
    const settings = allAccepted(altered);
    expect(split(altered, SETTINGS)).toEqual({ open: ['altered-quotation'], accepted: [], lapsed: 0 });
    expect(split(altered, settings)).toEqual({ open: [], accepted: ['altered-quotation'], lapsed: 0 });
    expect(acceptancesOf(settings)).toMatchObject([given]);
  });

  it('stays while the text around it moves, and its typography', () => {
    const moved = doc(
      banner,
      p('Before it.'),
      quote(pilot.id, '"The pier is a fine dream.  It will sink the town."', by('Teo Lindqvist, the pilot')),
    );
    expect(split(moved, allAccepted(altered))).toEqual({ open: [], accepted: ['altered-quotation'], lapsed: 0 });
  });

  it('lapses when the words change, and holds again when they come back', () => {
    const settings = allAccepted(altered);
    const changed = doc(banner, quote(pilot.id, '“The pier is a vast dream. It will sink the town.”', by('Teo L.')));
    expect(split(changed, settings)).toEqual({ open: ['altered-quotation'], accepted: [], lapsed: 1 });
    expect(split(altered, settings)).toEqual({ open: [], accepted: ['altered-quotation'], lapsed: 0 });
  });

  it.each<[string, Node, Node]>([
    [
      'an altered figure',
      doc(banner, p(figure(turnover.id, '41 million dollars'))),
      doc(banner, p(figure(turnover.id, '42 million dollars'))),
    ],
    ['a number without a source', doc(banner, p('We saw 37 ships.')), doc(banner, p('We saw 38 ships.'))],
    ['a lost source', doc(banner, p(quoted('gone', 'we sail'))), doc(banner, p(quoted('gone', 'we sail not')))],
    [
      'a quotation nobody is named for',
      doc(banner, quote(null, '“The pier is a dream”')),
      doc(banner, quote(null, '“a third pier”')),
    ],
    [
      'an inline quotation',
      doc(banner, p('He said “', quoted(pilot.id, 'a dear dream'), '”.')),
      doc(banner, p('He said “', quoted(pilot.id, 'a good dream'), '”.')),
    ],
  ])('of %s is another finding with other words', (_, before, after) => {
    const settings = allAccepted(before);
    expect(split(before, settings).open).toEqual([]);
    expect(split(after, settings).accepted).toEqual([]);
    expect(split(after, settings).open.length).toBeGreaterThan(0);
  });

  it('is accepted once for the same words about the same thing, and not for another thing', () => {
    const twice = doc(banner, p('37 ships'), p('37 ships'), p('38 ships'));
    const first = check(twice)[0];
    const settings = first && accept(SETTINGS, first, given);
    expect(settings && split(twice, settings)).toEqual({
      open: ['unsourced-figure'],
      accepted: ['unsourced-figure', 'unsourced-figure'],
      lapsed: 0,
    });
  });

  it('that stands on no words is known by what it is about', () => {
    const bare = doc(prompt('Why?'), p(cite('a-gone')));
    expect(split(bare, allAccepted(bare)).open).toEqual([]);
    expect(new Set(check(bare).map(acceptanceKey)).size).toBe(3);
  });

  it('asks for a reason', () => {
    const [one] = check(altered);
    expect(() => one && accept(SETTINGS, one, { ...given, reason: '  ' })).toThrow(RangeError);
    expect(one && accept(SETTINGS, { kind: one.kind }, given)).toBeNull();
  });
});

describe('the settings', () => {
  const key = 'no-banner:banner:0';

  it('take one acceptance for a key, the last, and give it back', () => {
    const once = withAcceptance(SETTINGS, { key, ...given });
    const twice = withAcceptance(once, { key, ...given, reason: 'Not marked by custom.' });
    expect(acceptancesOf(twice)).toEqual([{ key, ...given, reason: 'Not marked by custom.' }]);
    expect(withoutAcceptance(twice, key)).toEqual(SETTINGS);
    expect(withoutAcceptance(SETTINGS, key)).toBe(SETTINGS);
  });

  it('keep what they do not understand, and the fields that are new', () => {
    const strange = { key: 'x', by: 'machine' };
    const newer = { key: 'y', ...given, until: '2031-04-01' };
    const settings: Settings = { ...SETTINGS, accepted: [strange, newer] };
    expect(acceptancesOf(settings)).toEqual([newer]);
    const more = withAcceptance(settings, { key, ...given });
    expect(more['accepted']).toEqual([strange, newer, { key, ...given }]);
    expect(withoutAcceptance(withoutAcceptance(more, key), 'y')['accepted']).toEqual([strange]);
    expect(acceptancesOf({ ...SETTINGS, accepted: 'all' })).toEqual([]);
  });
});

describe('the report', () => {
  const briefing = {
    doc: altered,
    articles: [calder],
    sources: new Map(),
    media: new Map(),
    facts,
    annotations: [],
  };

  it('names what was accepted, by whom, when and why', () => {
    const { open, accepted } = checkReport({ ...briefing, settings: allAccepted(altered) });
    expect(open).toEqual([]);
    expect(accepted.map(acceptedLine)).toEqual([
      'Quotation 1 differs from its source. Accepted by Ida Moss, 5 March 2031: Seen with the harbour office.',
    ]);
  });

  it('of an export makes no draft of what was accepted, and tells it', () => {
    const options = {
      copy: 'clean',
      offsetMinutes: 0,
      page: PAGES.A4,
      notes: 'footnotes',
      contentsList: false,
      portionMarks: false,
      carrySources: false,
    } as const;
    const draft = planExport({ ...briefing, settings: SETTINGS }, options);
    const clean = planExport({ ...briefing, settings: allAccepted(altered) }, options);
    expect([draft.value.draft, clean.value.draft]).toEqual([true, false]);
    expect(clean.messages.map(({ code }) => code)).toContain('accepted');
    expect(clean.messages.map(({ code }) => code)).not.toContain('draft');
  });
});
