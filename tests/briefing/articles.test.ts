// Tests of the way from text to briefing: of any article a fresh briefing holds its words unaltered and nothing to settle.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importArticle } from '../../shared/article/importArticle.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { prefill } from '../../shared/briefing/prefill.ts';
import { annotationRanges, citations, quotationWords, usesOf } from '../../shared/briefing/queries.ts';
import { TEMPLATES } from '../../shared/briefing/templates.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { fold } from '../../shared/text/normalize.ts';

function briefingOf(bytes: Uint8Array, template: (typeof TEMPLATES)[number] | undefined): Briefing {
  const imported = importArticle(bytes, { name: 'article.txt' });
  if (!imported.ok || !template) throw new Error('The article can be read, and there is a template.');
  const article = imported.value.value;
  return prefill({
    articles: [article],
    sources: new Map([[article.id, bytes]]),
    facts: [extractFacts(article).value],
    template,
    date: '2031-03-05',
    author: 'Analyst',
    now: '2031-03-05T09:00:00Z',
  }).value;
}

function expectSound(briefing: Briefing): void {
  const { doc, articles, annotations, facts } = briefing;
  const checks = checkBriefing(briefing);
  expect(checks.filter((check) => check.severity === 'settle')).toEqual([]);
  expect(checks.filter((check) => check.kind === 'unsourced-figure')).toEqual([]);
  const source = articles[0];
  const known = new Set(facts.map((fact) => fact.id));
  for (const id of usesOf(doc).keys()) expect(known).toContain(id);
  for (const citation of citations(doc)) expect(citation.articleId).toBe(source?.id);
  const ranges = annotationRanges(doc);
  for (const { id } of annotations) {
    expect(ranges.get(id)?.every((range) => doc.textBetween(range.from, range.to).trim() !== '')).toBe(true);
  }
  // Every word of a quotation stands in the article; marks and the joints of its pieces aside.
  const words = (text: string): string[] => fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const theirs = new Set(words(source?.text ?? ''));
  doc.descendants((node) => {
    if (node.type.name === 'quotation') for (const word of words(quotationWords(node))) expect(theirs).toContain(word);
  });
}

const fixtures = new URL('../fixtures/articles/', import.meta.url);
const samples = new URL('../../../shared/samples/', import.meta.url);
const benchmark = new URL('../../../shared/benchmark/polnear-dev.jsonl', import.meta.url);
const ids = TEMPLATES.map((template) => [template.id, template] as const);

describe('a briefing of a fixture', () => {
  for (const name of readdirSync(fixtures)) {
    const file = new URL(`${name}/source.txt`, fixtures);
    if (!existsSync(file)) continue;
    it.each(ids)(`(${name}) by %s is sound`, (_, template) => {
      expectSound(briefingOf(new Uint8Array(readFileSync(file)), template));
    });
  }
});

describe.skipIf(!existsSync(samples))('a briefing of the sample (skipped where ../shared/samples is absent)', () => {
  const files = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.txt')) : [];
  const bytes = files[0] ? new Uint8Array(readFileSync(new URL(files[0], samples))) : new Uint8Array();

  it.each(ids)('by %s is sound', (_, template) => {
    expectSound(briefingOf(bytes, template));
  });

  it('holds every quotation with its speaker, a series with its changes, and notes to take along', () => {
    const briefing = briefingOf(bytes, TEMPLATES[0]);
    const quotes = briefing.facts.filter((fact) => fact.kind === 'quote' && fact.quoteKind === 'direct');
    const attributions: string[] = [];
    let changes = 0;
    briefing.doc.descendants((node) => {
      if (node.type.name === 'attribution') attributions.push(node.textContent);
      if (node.attrs['computed']) changes++;
    });
    expect(attributions).toHaveLength(quotes.length);
    expect(new Set(attributions).size).toBe(1);
    expect(attributions[0]).toMatch(/^[\p{L} ]+, [\p{L} ]+$/u);
    expect(changes).toBe(2);
    expect(briefing.annotations.some((note) => note.tags.includes('claim-supported'))).toBe(true);
    // All but what says that a claim holds leave as Word comments.
    expect(briefing.annotations.filter((note) => !note.export).flatMap((note) => note.tags)).toEqual([
      'claim-supported',
    ]);
  });
});

describe.skipIf(!existsSync(benchmark))(
  'briefings of the benchmark (skipped where ../shared/benchmark is absent)',
  () => {
    it('are sound', () => {
      const lines = readFileSync(benchmark, 'utf8').trim().split('\n').slice(0, 40);
      lines.forEach((line, index) => {
        const { text } = JSON.parse(line) as { text: string };
        expectSound(briefingOf(new TextEncoder().encode(text), TEMPLATES[index % TEMPLATES.length]));
      });
    });
  },
);
