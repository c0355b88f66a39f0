// What a reader of the exported page sees first: banner, page numbers, paragraphs and their styles, breaks, prompts.
import { describe, expect, test } from 'vitest';
import { toDocx } from '../../shared/export/docx.ts';
import { packageDocx } from '../../shared/export/package.ts';
import { PLAN_DEFAULTS, planBriefing } from '../../shared/export/planBriefing.ts';
import {
  build,
  by,
  detail,
  em,
  h,
  own,
  p,
  pageBreak,
  prompt,
  qt,
  quotation,
  quoted,
  report,
  strong,
  table,
  td,
  title,
  titleBlock,
  tr,
} from '../builders.ts';
import { readDocx } from '../docx/readDocx.ts';
import { descend, child, elements, textOf, type Element } from '../docx/xml.ts';
import { fullBriefing } from './briefings.ts';
import { NOW, of, read, styled } from './readBack.ts';

/** The run of a header or footer that holds exactly `text`. */
function run(root: Element, text: string): Element | undefined {
  return [...descend(root)].find((one) => one.name === 'w:r' && textOf(one) === text);
}

describe('the banner', () => {
  test.each(['TLP:RED', 'TLP:AMBER+STRICT'])(
    '%s stands at the right, in 12 points, in its colour on black, on every page',
    async (label) => {
      const { file } = await read(fullBriefing(label));
      expect(file.margins.map((one) => `${one.kind} ${one.type}`).sort()).toEqual([
        'footer default',
        'footer first',
        'header default',
        'header first',
      ]);
      for (const margin of file.margins) {
        const props = child(run(margin.root, label), 'w:rPr');
        expect(Number(child(props, 'w:sz')?.attrs['w:val'])).toBeGreaterThanOrEqual(24);
        expect(child(props, 'w:color')?.attrs['w:val']).toBe(label === 'TLP:RED' ? 'FF2B2B' : 'FFC000');
        expect(child(props, 'w:shd')?.attrs['w:fill']).toBe('000000');
        expect(margin.paragraphs.find((one) => one.text.includes(label))?.align).toBe('right');
      }
      expect(file.core['cp:keywords']).toBe(label);
    },
  );

  test.each(['OFFICIAL-SENSITIVE', 'NATO RESTRICTED', 'Not for the league'])(
    '%s stands in the middle',
    async (label) => {
      const { file } = await read(fullBriefing(label));
      for (const margin of file.margins) {
        expect(run(margin.root, label)).toBeDefined();
        expect(margin.paragraphs.find((one) => one.text === label)?.align).toBe('center');
      }
    },
  );

  test('not chosen is not printed, and one message says so', async () => {
    const { file, codes } = await read(fullBriefing(null));
    expect(
      file.margins.filter((one) => one.kind === 'header' && one.type === 'first').map((one) => one.paragraphs[0]?.text),
    ).toEqual(['']);
    expect(codes.filter((code) => code === 'no-banner').length).toBe(1);
    expect(file.core['cp:keywords']).toBeUndefined();
  });

  test.each([null, 'OFFICIAL', 'TLP:GREEN'])('with something to settle carries DRAFT beside %j', async (banner) => {
    const { plan } = planBriefing(fullBriefing(banner), { ...PLAN_DEFAULTS, copy: 'annotated', draft: true });
    const file = readDocx(packageDocx(plan, NOW));
    expect(file.problems).toEqual([]);
    for (const margin of file.margins) {
      expect(run(margin.root, 'DRAFT')).toBeDefined();
      if (banner) expect(run(margin.root, banner)).toBeDefined();
    }
  });

  test('says DRAFT of itself when a quotation was altered, and only then', async () => {
    const good = fullBriefing();
    const { value, messages } = await toDocx(good, { now: NOW, copy: 'clean' });
    expect([value.draft, messages.map((one) => one.code)]).toEqual([false, ['unanswered-prompt']]);

    const json = JSON.stringify(good.doc.toJSON()).replace('It will not last', 'It will last');
    const bent = await toDocx(
      { ...good, doc: good.doc.type.schema.nodeFromJSON(JSON.parse(json)) },
      { now: NOW, copy: 'clean' },
    );
    expect(bent.value.draft).toBe(true);
    expect(bent.messages[0]?.code).toBe('draft');
    expect(bent.messages[0]?.text).toContain('Quotation 1');
    for (const margin of readDocx(bent.value.bytes).margins) expect(run(margin.root, 'DRAFT')).toBeDefined();
  });

  test('leaves the page number its own side of the footer', async () => {
    for (const [banner, sides] of [
      ['TLP:RED', ['left']],
      ['SECRET', ['left', 'right']],
    ] as const) {
      const { file } = await read(fullBriefing(banner));
      for (const margin of file.margins.filter((one) => one.kind === 'footer')) {
        expect(margin.fields).toEqual(['PAGE', 'NUMPAGES']);
        const frames = [...descend(margin.root)].filter((one) => one.name === 'w:framePr');
        expect(frames.map((one) => one.attrs['w:xAlign'])).toEqual(sides);
        const framed = margin.paragraphs.slice(0, sides.length).map((one) => one.text);
        expect(framed.join('\u2002·\u2002')).toMatch(
          /^ST\/2031\/017 · 10\u00a0March\u00a02031\u2002·\u2002Page \d+ of \d+$/u,
        );
      }
    }
  });

  test('is not repeated by the running head, which begins on the second page', async () => {
    const { file } = await read(fullBriefing());
    const heads = file.margins.filter((one) => one.kind === 'header').map((one) => [one.type, one.paragraphs.length]);
    expect(heads).toEqual([
      ['default', 2],
      ['first', 1],
    ]);
  });
});

describe('paragraphs', () => {
  test('have real styles: title, details, headings, own words, reported words, quotations', async () => {
    const { file } = await read(
      of(
        titleBlock(title('T'), detail({ name: 'to' }, 'X'), detail({ name: 'from' })),
        h('one'),
        build('heading', { level: 4 }, 'four'),
        p('mine'),
        report('theirs'),
        quotation(qt('said'), qt('and more'), by('who')),
      ),
    );
    expect(styled(file)).toEqual([
      'Title: T',
      'Details: To\tX',
      'Heading1: one',
      'Heading4: four',
      'BodyText: mine',
      'Reporting: theirs',
      'Quote: said',
      'Quote: and more',
      'Attribution: who',
    ]);
    const styles = new Map(
      elements(file.xml.get('word/styles.xml') as Element, 'w:style').map((one) => [one.attrs['w:styleId'], one]),
    );
    expect(child(styles.get('Heading1'), 'w:name')?.attrs['w:val']).toBe('heading 1');
    expect(child(styles.get('Heading2'), 'w:pPr', 'w:outlineLvl')?.attrs['w:val']).toBe('1');
    expect(child(styles.get('Heading1'), 'w:pPr', 'w:keepNext')).toBeDefined();
    expect(child(styles.get('Quote'), 'w:rPr', 'w:rFonts')?.attrs['w:ascii']).toBe('Cambria');
    expect(file.paragraphs.find((one) => one.text === 'and more')?.keepNext).toBe(true);
  });

  test('left empty are space in the editor only; a prompt stands in brackets', async () => {
    const { file, codes } = await read(of(p('a'), p(), prompt('What is asked?'), p('b')));
    expect(styled(file).slice(1)).toEqual(['BodyText: a', 'Prompt: [What is asked?]', 'BodyText: b']);
    expect(codes).toContain('unanswered-prompt');
    expect((await read(of(build('paragraph', { prompt: 'Asked' }, 'answered')))).file.paragraphs.at(-1)?.text).toBe(
      'answered',
    );
  });

  test('after a page break begin a page', async () => {
    const { file } = await read(of(pageBreak(), h('a'), p('b'), pageBreak(), table(tr(td(p('c')))), pageBreak()));
    expect(file.paragraphs.filter((one) => one.pageBreak).map((one) => `${one.style ?? ''} ${one.text}`)).toEqual([
      'Heading1 a',
      'TableGap ',
      'TableGap ',
    ]);
  });

  test('keep number and unit together, but never touch quoted words', async () => {
    const { file } = await read(
      of(p('of 5 million, ', quoted('q1', 'not 6 million')), quotation(qt('7 million'), by('on 7 May 2031'))),
    );
    expect(file.paragraphs.slice(1).map((one) => one.text)).toEqual([
      'of 5\u00a0million, not 6 million',
      '7 million',
      'on 7\u00a0May\u00a02031',
    ]);
  });

  test('carry bold, italics and the rest', async () => {
    const { file } = await read(of(p(strong('b'), em('i'), own('o'), 'x')));
    const runs = [...descend(file.xml.get('word/document.xml') as Element)].filter((one) => one.name === 'w:r');
    expect(
      runs.map((one) => [textOf(one), ...elements(child(one, 'w:rPr') ?? one).map((prop) => prop.name)]).slice(1),
    ).toEqual([
      ['b', 'w:b', 'w:bCs'],
      ['i', 'w:i', 'w:iCs'],
      ['o', 'w:t'],
      ['x', 'w:t'],
    ]);
  });
});
