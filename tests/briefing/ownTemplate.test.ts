// Tests of own templates: made of a briefing, written and read, and refused with a sentence when they are none.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it, test } from 'vitest';
import { changeTemplate } from '../../shared/briefing/changeTemplate.ts';
import {
  checkTemplate,
  freeName,
  isOwnTemplate,
  ownId,
  readTemplate,
  templateFrom,
  writeTemplate,
} from '../../shared/briefing/ownTemplate.ts';
import { DEFAULT_TEMPLATE, templateById, TEMPLATES } from '../../shared/briefing/templates.ts';
import { docs, SEED } from '../arbitraries.ts';
import {
  build,
  cite,
  detail,
  doc,
  figure,
  h,
  h2,
  keyFigures,
  li,
  note,
  p,
  prompt,
  sourceList,
  strong,
  td,
  title,
  titleBlock,
  tr,
  ul,
} from '../builders.ts';

const at = (slot: string, words: string): Node => build('heading', { slot }, words);
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

const briefing = doc(
  { numbered: true },
  titleBlock(
    title('Grain'),
    detail({ name: 'to' }, 'The board'),
    detail({ name: 'from' }),
    detail({ name: 'date' }, '4 March 2031'),
  ),
  at('issue', 'Issue'),
  p('Grain is ', strong('dear'), ' at ', figure('f', '12 marks'), cite('a'), note('n', ', alas'), '.'),
  at('background', 'How we got here'),
  p({ voice: 'report' }, 'The Post reports.', cite('a')),
  keyFigures(tr(td(p('Grain')), td(p(figure('f', '12'))))),
  h2('Risks'),
  ul(li(p('A bad harvest'))),
  h('Next steps'),
  prompt('Who does what?'),
  at('sources', 'Sources'),
  sourceList(),
);
const options = { id: 'own-grain', name: 'Grain note', from: DEFAULT_TEMPLATE, words: false };

describe('a template made of a briefing', () => {
  it('has its headings, prompts, fields and fillings, and no words', () => {
    const made = templateFrom(briefing, options);
    expect(made).toMatchObject({
      id: 'own-grain',
      name: 'Grain note',
      details: ['to', 'from', 'date'],
      numbered: true,
    });
    expect(made.detailWords).toBeUndefined();
    expect(made.sections.map(({ id, heading, level, fill }) => [id, heading, level ?? 1, fill ?? []])).toEqual([
      ['issue', 'Issue', 1, []],
      ['background', 'How we got here', 1, ['reporting', 'keyFigures']],
      ['risks', 'Risks', 2, []],
      ['next-steps', 'Next steps', 1, []],
      ['sources', 'Sources', 1, ['sources']],
    ]);
    expect(made.sections[0]?.prompt).toBe(DEFAULT_TEMPLATE.sections[0]?.prompt);
    expect(made.sections[3]?.prompt).toBe('Who does what?');
    expect(made.sections.every(({ boilerplate }) => boilerplate === undefined)).toBe(true);
  });

  it('keeps the words as standing words when asked, without what hangs on sources', () => {
    const made = templateFrom(briefing, { ...options, words: true });
    expect(made.detailWords).toEqual({ to: 'The board' });
    expect(made.sections[0]?.boilerplate).toEqual([p('Grain is ', strong('dear'), ' at 12 marks, alas.').toJSON()]);
    expect(made.sections[1]?.boilerplate).toBeUndefined();
    expect(made.sections[2]?.boilerplate).toEqual([ul(li(p('A bad harvest'))).toJSON()]);
  });

  it('puts a briefing under the headings it was made of', () => {
    const { doc: after } = changeTemplate(doc(p()), templateFrom(briefing, { ...options, words: true }), {
      from: null,
    });
    expect(after.textContent).toBe(
      [
        'The board',
        'IssueGrain is dear at 12 marks, alas.',
        'How we got here',
        'RisksA bad harvest',
        'Next stepsSources',
      ]
        .join('')
        .replace('The board', 'A noteThe board'),
    );
  });
});

describe('the file of a template', () => {
  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    'of %s is read as it was written',
    (_id, one) => {
      expect(readTemplate(writeTemplate(one), 'x.json')).toEqual({ ok: true, value: one });
    },
  );

  const good = { id: 'own-x', name: 'X', summary: '', details: [], sections: [{ id: 'a', heading: 'A' }] };
  test.each([
    ['words', bytes('Grain'), '“x.json” is no template of Chancery: it is not JSON.'],
    ['a list', bytes('[]'), '“x.json” is no template of Chancery.'],
    [
      'a section without heading',
      bytes(JSON.stringify({ ...good, sections: [{ id: 'a' }] })),
      'Its section 1 heading is not',
    ],
    ['no sections', bytes(JSON.stringify({ ...good, sections: [] })), 'Its sections is not as it must be'],
    [
      'a fill of no kind',
      bytes(JSON.stringify({ ...good, sections: [{ id: 'a', heading: 'A', fill: ['gossip'] }] })),
      'section 1 fill 1',
    ],
    [
      'two sections of one id',
      bytes(JSON.stringify({ ...good, sections: [...good.sections, ...good.sections] })),
      'have the id “a”',
    ],
    ['no name', bytes(JSON.stringify({ ...good, name: ' ' })), 'It has no name.'],
    [
      'words of no briefing',
      bytes(JSON.stringify({ ...good, sections: [{ id: 'a', heading: 'A', boilerplate: [{ type: 'script' }] }] })),
      'The words under “A” are not of a briefing.',
    ],
    ['bytes of another kind', new Uint8Array([0xff, 0xfe, 0x00]), 'it is not JSON'],
    ['too much', new Uint8Array(3 * 1024 * 1024), 'larger than 2 MB'],
  ])('is refused for %s', (_what, given, words) => {
    const read = readTemplate(given, 'x.json');
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.error.text).toContain(words);
  });
});

it('finds ids and names that are free', () => {
  expect(ownId('Note for the Élysée!', new Set())).toBe('own-note-for-the-elysee');
  expect(ownId('日本', new Set(['own-template']))).toBe('own-template-2');
  expect(isOwnTemplate(ownId('x', new Set()))).toBe(true);
  expect(TEMPLATES.some(({ id }) => isOwnTemplate(id))).toBe(false);
  expect(freeName('Note', new Set(['Note', 'Note 2']))).toBe('Note 3');
});

it('of any briefing can be written, read and used', () => {
  fc.assert(
    fc.property(docs, fc.boolean(), fc.constantFrom(...TEMPLATES, null), (made, words, from) => {
      const template = templateFrom(made, { ...options, from, words });
      expect(checkTemplate(JSON.parse(JSON.stringify(template)), 'x')).toMatchObject({ ok: true });
      expect(
        templateFrom(changeTemplate(made, template, { from }).doc, { ...options, from: template, words: false })
          .sections.length,
      ).toBeGreaterThan(0);
    }),
    { ...SEED, numRuns: 200 },
  );
  expect(templateById('own-grain')).toBeNull();
});
