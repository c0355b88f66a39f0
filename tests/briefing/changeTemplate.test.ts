// Tests of the change of template: every section has its place, and nothing that was written is lost or altered.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { changeTemplate, openFills } from '../../shared/briefing/changeTemplate.ts';
import { annotationRanges } from '../../shared/briefing/queries.ts';
import { DEFAULT_TEMPLATE, templateById, TEMPLATES } from '../../shared/briefing/templates.ts';
import type { Template } from '../../shared/briefing/template.ts';
import { docs, SEED } from '../arbitraries.ts';
import {
  build,
  cite,
  detail,
  doc,
  figure,
  h,
  keyFigures,
  li,
  note,
  p,
  quote,
  sourceList,
  strong,
  td,
  title,
  titleBlock,
  tr,
  ul,
} from '../builders.ts';

const at = (slot: string, words: string): Node => build('heading', { slot }, words);
const ask = (prompt: string): Node => p({ prompt });
const figures = keyFigures(tr(td(p('Grain')), td(p(figure('f', '12 tonnes'), cite('a', 'f')))));
const said = (words: string): Node => quote('q', words);
const reported = (...words: Parameters<typeof p>): Node => p({ voice: 'report' }, ...words);

const template = (id: string, over: Partial<Template> = {}): Template => ({
  id,
  name: id,
  summary: '',
  details: ['to', 'from'],
  sections: [{ id: 'x', heading: 'X' }],
  ...over,
});
const old = template('old', {
  sections: [
    { id: 'issue', heading: 'Issue', prompt: 'What?' },
    { id: 'background', heading: 'Background', fill: ['reporting', 'keyFigures'] },
    { id: 'argument', heading: 'Argument', fill: ['quotations'], prompt: 'Why?' },
    { id: 'timing', heading: 'Timing', prompt: 'When?' },
    { id: 'sources', heading: 'Sources', fill: ['sources'] },
  ],
});
const fresh = template('fresh', {
  numbered: true,
  sections: [
    { id: 'bottom', heading: 'Bottom line', prompt: 'So?', takes: ['issue'] },
    { id: 'background', heading: 'Background', fill: ['reporting'] },
    { id: 'facts', heading: 'Key facts', fill: ['keyFigures'] },
    { id: 'said', heading: 'What was said', fill: ['quotations'] },
    { id: 'sources', heading: 'Sources', fill: ['sources'] },
  ],
});

const head = titleBlock(title('Grain'), detail({ name: 'to' }, 'The board'), detail({ name: 'date' }, '4 March 2031'));
const changed = (before: Node, to = fresh, from: Template | null = old) => changeTemplate(before, to, { from });
const becomes = (before: Node, after: Node, to = fresh, from: Template | null = old): void =>
  expect(changed(before, to, from).doc.toJSON()).toEqual(after.toJSON());

describe('a change of template', () => {
  it('moves words by section, fills by what they are, and replaces prompts that nobody answered', () => {
    becomes(
      doc(
        head,
        at('issue', 'Issue'),
        p({ prompt: 'What?' }, 'Grain is ', strong('dear'), '.'),
        at('background', 'Background'),
        reported('The Post reports.'),
        figures,
        at('argument', 'Argument'),
        said('It is dear.'),
        ask('Why?'),
        at('timing', 'Timing'),
        ask('When?'),
        at('sources', 'Sources'),
        sourceList(),
      ),
      doc(
        { numbered: true, template: 'fresh' },
        titleBlock(
          title('Grain'),
          detail({ name: 'to' }, 'The board'),
          detail({ name: 'from' }),
          detail({ name: 'date' }, '4 March 2031'),
        ),
        at('bottom', 'Bottom line'),
        p({ prompt: 'So?' }, 'Grain is ', strong('dear'), '.'),
        at('background', 'Background'),
        reported('The Post reports.'),
        at('facts', 'Key facts'),
        figures,
        at('said', 'What was said'),
        said('It is dear.'),
        at('sources', 'Sources'),
        sourceList(),
      ),
    );
  });

  it('tells of the fillings that go elsewhere', () => {
    const before = doc(at('background', 'Background'), reported('The Post reports.'), figures, p('Mine.'));
    expect(changed(before).moves).toEqual([
      { heading: 'Background', fill: 'keyFigures', to: 'Key facts' },
      { heading: 'Background', to: 'Background' },
    ]);
  });

  it('puts what has no place under its own heading at the end, and finds it again on the way back', () => {
    const before = doc(
      at('issue', 'Issue'),
      p('Dear grain.'),
      at('timing', 'Timing'),
      p({ prompt: 'When?' }, 'By Friday.'),
      h('My own'),
      p('Kept.'),
      at('sources', 'Sources'),
      sourceList(),
    );
    const there = changed(before);
    expect(there.moves).toEqual([
      { heading: 'Issue', to: 'Bottom line' },
      { heading: 'Timing', to: null },
      { heading: 'My own', to: null },
    ]);
    const headings = (made: Node): string[] => {
      const found: string[] = [];
      made.forEach((block) => block.type.name === 'heading' && found.push(block.textContent));
      return found;
    };
    expect(headings(there.doc)).toEqual([
      'Bottom line',
      'Background',
      'Key facts',
      'What was said',
      'Sources',
      'Timing',
      'My own',
    ]);
    const back = changed(
      there.doc,
      { ...old, sections: [{ id: 'issue', heading: 'Issue', takes: ['bottom'] }, ...old.sections.slice(1)] },
      fresh,
    );
    expect(headings(back.doc)).toEqual(['Issue', 'Background', 'Argument', 'Timing', 'Sources', 'My own']);
    expect(back.doc.textContent).toContain('By Friday.');
  });

  it('leaves a heading that the analyst reworded, or that a note hangs on, as it is', () => {
    const before = doc(at('background', 'How we got here'), p('Long ago.'), at('timing', 'When'), ask('When?'));
    const { doc: after } = changed(before);
    expect(after.textContent).toContain('How we got here');
    expect(after.lastChild?.textContent).toBe('When');
    const noted = build('heading', { slot: 'issue' }, note('n', 'Issue'));
    expect(
      changed(doc(noted, p('x')))
        .doc.child(1)
        .toJSON(),
    ).toEqual(build('heading', { slot: 'bottom' }, note('n', 'Issue')).toJSON());
  });

  it('does not take quotations out of an argument, nor anything out of a section of the analyst’s own', () => {
    const { doc: after } = changed(
      doc(at('argument', 'Argument'), p('First:'), said('It is dear.'), h('Mine'), said('So it is.'), figures),
    );
    const names: string[] = [];
    after.forEach((block) => names.push(block.type.name === 'heading' ? block.textContent : block.type.name));
    expect(names.slice(names.indexOf('Argument'))).toEqual([
      'Argument',
      'paragraph',
      'quotation',
      'Mine',
      'quotation',
      'table',
    ]);
  });

  it('adds standing words and answers of the title block that the template brings', () => {
    const house = template('house', {
      detailWords: { from: 'The desk' },
      sections: [
        {
          id: 'notice',
          heading: 'Notice',
          boilerplate: [p('For the ', strong('board'), ' only.').toJSON(), sourceList().toJSON(), { type: 'nonsense' }],
        },
      ],
    });
    becomes(
      doc(titleBlock(title('Grain'), detail({ name: 'to' }), detail({ name: 'reference' })), h('A'), p('x')),
      doc(
        { template: 'house' },
        titleBlock(title('Grain'), detail({ name: 'to' }), detail({ name: 'from' }, 'The desk')),
        at('notice', 'Notice'),
        p('For the ', strong('board'), ' only.'),
        h('A'),
        p('x'),
      ),
      house,
      null,
    );
  });

  it('knows what a prefill could add', () => {
    const note = templateById('briefing-note') ?? DEFAULT_TEMPLATE;
    const submission = doc(
      at('background', 'Background'),
      reported('The Post reports.'),
      figures,
      at('argument', 'Argument'),
      said('Dear.'),
    );
    expect([...openFills(submission, note, DEFAULT_TEMPLATE)]).toEqual([['background', ['chronology']]]);
    expect([...openFills(doc(p()), note, null)].flatMap(([, fills]) => fills).sort()).toEqual(
      ['chronology', 'keyFigures', 'quotations', 'reporting'].sort(),
    );
    const listed = doc(at('coverage', 'Coverage'), ul(li(reported('Ana Brook', cite('a', 'n')))));
    expect([...openFills(listed, note, templateById('press-summary'))].map(([id]) => id)).not.toContain('names');
  });
});

/** Every inline thing that was written: its words with their marks, outside headings of a template. */
function inside(made: Node): string[] {
  const found: string[] = [];
  made.descendants((node, _pos, parent) => {
    if (
      node.isInline &&
      !(parent?.type.name === 'heading' && parent.attrs['slot'] !== null && node.marks.length === 0)
    ) {
      found.push(JSON.stringify(node.toJSON()));
    }
    if (node.isAtom && node.isBlock && node.type.name !== 'sourceList') found.push(JSON.stringify(node.toJSON()));
    return true;
  });
  return found.sort();
}

const SLOTS = [...new Set(TEMPLATES.flatMap(({ sections }) => sections.map(({ id }) => id)))];
/** Random briefings whose headings are sections of templates, reworded or not. */
const sectioned = fc
  .tuple(docs, fc.array(fc.constantFrom(...SLOTS, null), { minLength: 1, maxLength: 8 }), fc.constantFrom(...TEMPLATES))
  .map(([made, slots, from]) => {
    const blocks: Node[] = [];
    made.forEach((block, _at, index) => {
      const slot = slots[index % slots.length] ?? null;
      const heading = from.sections.find(({ id }) => id === slot)?.heading ?? `Own ${index}`;
      if (index > 0 && index % 2 === 1)
        blocks.push(at(slot ?? '', heading).type.create({ slot }, at('', heading).content));
      blocks.push(block);
    });
    return { from, made: made.type.create(made.attrs, blocks) };
  });

describe('the law of the change', () => {
  it('keeps every word, mark, note, citation, picture and chart, from any template to any, twice over', () => {
    fc.assert(
      fc.property(
        sectioned,
        fc.constantFrom(...TEMPLATES),
        fc.constantFrom(...TEMPLATES),
        ({ from, made }, one, two) => {
          const first = changeTemplate(made, one, { from }).doc;
          const second = changeTemplate(first, two, { from: one }).doc;
          for (const after of [first, second]) {
            expect(inside(after)).toEqual(inside(made));
            expect([...annotationRanges(after).keys()].sort()).toEqual([...annotationRanges(made).keys()].sort());
          }
        },
      ),
      { ...SEED, numRuns: 300 },
    );
  });
});
