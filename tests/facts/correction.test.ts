// Tests of corrections: what was read stays beside what was set, taking it back brings it whole, and a new reading loses none of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedFact } from '../../shared/facts/adding.ts';
import {
  asRead,
  claimsAfter,
  correctedFields,
  correctFact,
  correctSpan,
  isAdded,
  speakerNamed,
} from '../../shared/facts/correction.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import type { Fact, Figure, Quote } from '../../shared/facts/fact.ts';
import { mergeFacts } from '../../shared/facts/mergeFacts.ts';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import { article, claimOf, dateOf, figureOf, quoteOf, spanOf } from '../records.ts';

const source = article(
  [
    'The mill at Calder ground 1,200 tonnes of rye in 2030, twice the 600 tonnes of 2029.',
    '“The wheel turns again, and it turns well,” said Ines Brook, keeper of the mill. “We start in May.”',
    'A dozen carts wait at the gate, and the mayor thinks the road will hold.',
  ].join('\n\n'),
);
const who = { by: 'Ida Moss', at: '2031-03-05T09:00:00.000Z' };
const later = { by: 'Cy Dell', at: '2031-03-06T09:00:00.000Z' };
const rye = figureOf(source, '1,200 tonnes', { value: 1200, unit: 'tonne', figureKind: 'quantity', period: '2030' });
const wheel = quoteOf(source, 'The wheel turns again, and it turns well,');

describe('correcting', () => {
  it('keeps what was read, who set it and when', () => {
    const set = correctFact(rye, { value: 12000, measure: 'rye' }, who);
    expect(set).toMatchObject({ value: 12000, measure: 'rye', unit: 'tonne' });
    expect(set.correction).toEqual({ ...who, read: { value: 1200, measure: null } });
    expect(asRead(set)).toEqual(rye);
    expect(correctedFields(set.correction!)).toEqual(['value', 'measure']);
  });

  it('keeps the first reading when it is corrected again, and is none when it says what was read', () => {
    const twice = correctFact(correctFact(rye, { value: 12000 }, who), { value: 1300, unit: 'ton' }, later);
    expect(twice.correction).toEqual({ ...later, read: { value: 1200, unit: 'tonne' } });
    const back = correctFact(twice, { value: 1200, unit: 'tonne' }, later);
    expect(back).toEqual(rye);
    expect('correction' in back).toBe(false);
    expect(correctFact(rye, { value: 1200 }, who)).toBe(rye);
  });

  it('of a period drops how it was read', () => {
    const said = { ...rye, periodNote: '“last year”, read against 2031-03-04' };
    expect(correctFact(said, { period: '2029' }, who)).toMatchObject({ period: '2029', periodNote: null });
    expect(asRead(correctFact(said, { period: '2029' }, who))).toEqual(said);
  });

  it('of the words moves the place and keeps the id', () => {
    const place = spanOf(source, 'The wheel turns again');
    const set = correctSpan(wheel, source, { start: place.start - 1, end: place.end }, who) as Quote;
    expect(set.id).toBe(wheel.id);
    // Spaces at the ends go; the mark before the words is the analyst's own choice and stays.
    expect(set.text).toBe('“The wheel turns again');
    expect(set.spans).toEqual([[set.start, set.end]]);
    expect(set.evidence.quote.exact).toBe(set.text);
    expect(source.text.slice(set.start, set.end)).toBe(set.text);
    expect(correctedFields(set.correction!)).toEqual(['words']);
    expect(asRead(set)).toEqual(wheel);
    expect(correctSpan(wheel, source, { start: place.end, end: place.end + 1 }, who)?.text).toBe(',');
    const gap = source.text.indexOf('\n\n');
    expect(correctSpan(wheel, source, { start: gap, end: gap + 2 }, who)).toBeNull();
  });

  it('of the speaker stands without a mention in the article', () => {
    const set = correctFact(wheel, { speaker: speakerNamed(wheel, 'Ines Brook', 'keeper') }, who) as Quote;
    expect(set.speaker).toEqual({
      start: wheel.start,
      end: wheel.start,
      text: '',
      name: 'Ines Brook',
      role: 'keeper',
      resolved: true,
    });
    expect(speakerNamed(wheel, null, null)).toBeNull();
    const named = (text: string) => ({
      ...wheel,
      speaker: { start: 5, end: 9, text, name: null, role: null, resolved: false },
    });
    // A mention that names another is not the new speaker's.
    expect(speakerNamed(named('Cy Dell'), 'Ines Brook', null)?.text).toBe('');
    expect(speakerNamed(named('Brook'), 'Ines Brook', null)).toMatchObject({ start: 5, text: 'Brook' });
    expect(speakerNamed(named('she'), 'Ines Brook', null)).toMatchObject({ start: 5, text: 'she' });
  });

  it('refuses a field that the kind does not have, and a value that is none', () => {
    expect(() => correctFact(wheel, { value: 3 }, who)).toThrow(RangeError);
    expect(() => correctFact(rye, { value: 'many' as unknown as number }, who)).toThrow(RangeError);
  });

  it('gives no reading when what was kept is damaged', () => {
    expect(asRead({ ...rye, correction: { ...who, read: { value: 'x' } } })).toBeNull();
    expect(asRead({ ...rye, correction: { ...who, read: { id: 'other' } } })).toBeNull();
  });

  it('leaves no claim checked against a value that is no more, and brings it back with the figure', () => {
    const claim = claimOf(source, 'twice', {
      verdict: 'supported',
      computed: '1200 / 600 = 2',
      reason: null,
      figureIds: [rye.id],
    });
    const [set, doubted] = claimsAfter([correctFact(rye, { value: 12000 }, who), claim], rye.id, who);
    expect(doubted).toMatchObject({ verdict: 'not-checkable', computed: null });
    expect(claimsAfter([rye, doubted!], rye.id, who)).toEqual([rye, claim]);
    // A measure is no part of the computation.
    expect(claimsAfter([correctFact(rye, { measure: 'rye' }, who), claim], rye.id, who)[1]).toBe(claim);
    expect(set?.id).toBe(rye.id);
  });
});

describe('adding', () => {
  const add = (kind: 'figure' | 'quote' | 'date' | 'name', words: string, facts: readonly Fact[] = []) =>
    addedFact(kind, source, spanOf(source, words), { ...who, facts, id: 'added-1' });

  it('reads the value of a figure as the reader of articles does', () => {
    const made = add('figure', ' 600 tonnes of');
    expect(made.ok && made.value).toMatchObject({
      id: 'added-1',
      text: '600 tonnes',
      value: 600,
      unit: 'tonne',
      qualifier: '=',
      correction: { ...who, read: null },
    });
    expect(made.ok && isAdded(made.value)).toBe(true);
  });

  it('says why words are no figure', () => {
    const code = (words: string) => {
      const made = add('figure', words);
      return made.ok ? 'ok' : made.error.code;
    };
    expect(code('the road will hold')).toBe('no-number');
    expect(code('1,200 tonnes of rye in 2030, twice the 600 tonnes')).toBe('several-numbers');
    expect(code('\n\n')).toBe('no-words');
    const twice = add('figure', '1,200 tonnes', [rye]);
    expect(twice.ok ? 'ok' : twice.error.code).toBe('known');
    expect(add('figure', '1,200 tonnes', [{ ...rye, dismissed: true }]).ok).toBe(true);
  });

  it('takes words between marks for a quotation, others for reported ones', () => {
    expect(add('quote', '“We start in May.”')).toMatchObject({
      value: { text: 'We start in May.', quoteKind: 'direct' },
    });
    expect(add('quote', 'We start in May.')).toMatchObject({ value: { quoteKind: 'direct' } });
    expect(add('quote', 'the road will hold')).toMatchObject({ value: { quoteKind: 'indirect', speaker: null } });
  });

  it('knows the speaker of the quote it stands in', () => {
    const known = correctFact(wheel, { speaker: speakerNamed(wheel, 'Ines Brook', null) }, who);
    expect(add('quote', 'The wheel turns again', [known])).toMatchObject({
      value: { quoteKind: 'direct', speaker: { name: 'Ines Brook' } },
    });
  });

  it('reads a date, and takes a name as it stands', () => {
    expect(add('date', 'in May')).toMatchObject({ ok: true });
    expect(add('date', 'the gate')).toMatchObject({ ok: false });
    expect(add('name', 'Ines Brook,')).toMatchObject({ value: { name: 'Ines Brook', nameKind: 'person' } });
  });
});

describe('reading the article again', () => {
  const fresh = flatFacts([extractFacts(source).value]);

  it('the same facts change nothing', () => {
    const merged = mergeFacts(fresh, fresh);
    expect(merged).toMatchObject({ added: [], changed: [], dropped: [], kept: [] });
    expect(new Set(merged.facts)).toEqual(new Set(fresh));
  });

  it('loses nothing that the analyst set: any mixture of edits survives, twice as once', () => {
    const edit = fc.constantFrom('none', 'value', 'words', 'dismiss', 'verify', 'credible');
    fc.assert(
      fc.property(fc.array(edit, { minLength: fresh.length, maxLength: fresh.length }), (edits) => {
        const old = fresh.map((fact, index): Fact => {
          const how = edits[index];
          if (how === 'dismiss') return { ...fact, dismissed: true };
          if (how === 'verify') return { ...fact, status: 'verified' };
          if (how === 'credible') return { ...fact, credibility: '2' };
          if (how === 'words') return correctSpan(fact, source, { start: fact.start, end: fact.end - 1 }, who) ?? fact;
          if (how === 'value' && fact.kind === 'figure') return correctFact(fact, { value: 7 }, who);
          return fact;
        });
        const added = addedFact('name', source, spanOf(source, 'Calder'), { ...who, facts: [], id: 'added-1' });
        const all = added.ok ? [...old, added.value] : old;
        const merged = mergeFacts(all, fresh, { used: new Set() });
        const byId = new Map(merged.facts.map((fact) => [fact.id, fact]));
        for (const fact of all) expect(byId.get(fact.id)).toEqual(fact);
        expect(mergeFacts(merged.facts, fresh).facts).toEqual(merged.facts);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('takes over what is read better, and keeps the field that was set', () => {
    const set = correctFact(rye, { value: 12000 }, who);
    const better: Figure = { ...rye, value: 1201, measure: 'rye ground' };
    const merged = mergeFacts([set], [better]);
    expect(merged.facts).toEqual([{ ...better, value: 12000, correction: { ...who, read: { value: 1201 } } }]);
    expect(merged.changed).toEqual([rye.id]);
    // The reading came to the analyst's view: nothing is left to correct.
    expect(mergeFacts([set], [{ ...rye, value: 12000 }]).facts).toEqual([{ ...rye, value: 12000 }]);
  });

  it('drops only what nobody uses or touched, and only when the uses are known', () => {
    const gone = dateOf(source, '2029', '2029');
    const other = { ...gone, id: 'd-other', articleId: 'a-other' };
    const known = mergeFacts([gone, other, rye], [rye], { used: new Set() });
    expect(known.dropped).toEqual([gone.id]);
    expect(known.facts.map(({ id }) => id)).toEqual([rye.id, other.id]);
    expect(mergeFacts([gone], [rye]).kept).toEqual([gone.id]);
    expect(mergeFacts([gone], [rye], { used: new Set([gone.id]) }).kept).toEqual([gone.id]);
    expect(mergeFacts([{ ...gone, dismissed: true }], [rye], { used: new Set() }).kept).toEqual([gone.id]);
  });

  it('does not double a fact that was added by hand and is read now', () => {
    const added = addedFact('figure', source, spanOf(source, '1,200 tonnes'), { ...who, facts: [], id: 'added-1' });
    if (!added.ok) throw new Error(added.error.text);
    const merged = mergeFacts([added.value], [rye]);
    expect(merged.facts).toEqual([added.value]);
    expect(merged.added).toEqual([]);
  });

  it('does not believe a new claim that was computed with a value since corrected', () => {
    const set = correctFact(rye, { value: 12000 }, who);
    const claim = claimOf(source, 'twice', { verdict: 'supported', computed: '1200 / 600 = 2', figureIds: [rye.id] });
    const merged = mergeFacts([set], [rye, claim]);
    expect(merged.facts.at(-1)).toMatchObject({ id: claim.id, verdict: 'not-checkable', correction: { by: who.by } });
    expect(mergeFacts(merged.facts, [rye, claim]).facts).toEqual(merged.facts);
    expect(mergeFacts([rye], [rye, claim]).facts.at(-1)).toBe(claim);
  });

  it('puts what is new among the facts of its article', () => {
    const merged = mergeFacts([wheel], [wheel, rye]);
    expect(merged.added).toEqual([rye.id]);
    expect(merged.facts.map(({ id }) => id)).toEqual([wheel.id, rye.id]);
  });
});
