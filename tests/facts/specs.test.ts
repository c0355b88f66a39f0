// Figures, dates and claims by the spec files: input and results that anyone can read.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { anArticle } from './anArticle.ts';

interface Case {
  readonly input: string;
  readonly results: readonly object[];
}

const spec = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/specs/${name}.json`, import.meta.url), 'utf8'));
const figures = spec('figures') as Case[];
const dates = spec('dates') as { day: string; cases: Case[] };
const claims = spec('claims') as { day: string; cases: Case[] };

/** A spec names only the fields that it is about. */
function expectEach(found: readonly object[], wanted: readonly object[]): void {
  expect(found).toEqual(wanted.map((fields) => expect.objectContaining(fields) as object));
}

describe('figures', () => {
  test.each(figures)('$input', ({ input, results }) => {
    const found = extractFacts(anArticle(input)).value.figures;
    expectEach(
      found.map((figure) => ({ ...figure, kind: figure.figureKind })),
      results,
    );
  });
});

describe('dates', () => {
  test.each(dates.cases)('$input', ({ input, results }) => {
    expectEach(extractFacts(anArticle(input, dates.day)).value.dates, results);
  });
});

describe('claims', () => {
  test.each(claims.cases)('$input', ({ input, results }) => {
    expectEach(extractFacts(anArticle(input, claims.day)).value.claims, results);
  });
});
