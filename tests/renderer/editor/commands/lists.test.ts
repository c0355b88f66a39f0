// Tests of lists.
import { describe, expect, it } from 'vitest';
import {
  bulletedList,
  continueNumbering,
  indent,
  listActive,
  numberedList,
  outdent,
  restartNumbering,
} from '../../../../renderer/editor/commands/lists.ts';
import { backspace, enter } from '../../../../renderer/editor/commands/enter.ts';
import { schema } from '../../../../shared/briefing/schema.ts';
import { apply, doc, h, li, note, ol, p, quote, stateOf, td, table, tr, ul } from '../../../builders.ts';

describe('lists', () => {
  it('wrap the paragraphs selected', () => {
    apply(doc(p('o<from>ne'), p('t<to>wo')), bulletedList, doc(ul(li(p('one')), li(p('two')))));
  });

  it('of the other kind change, and of their own kind go', () => {
    apply(doc(ul(li(p('o<cursor>ne')), li(p('two')))), numberedList, doc(ol(li(p('one')), li(p('two')))));
    apply(doc(ol(li(p('o<cursor>ne')), li(p('two')))), numberedList, doc(p('one'), ol(li(p('two')))));
  });

  it('indent under the item above and come back', () => {
    const flat = doc(ul(li(p('one')), li(p('t<cursor>wo'))));
    const nested = doc(ul(li(p('one'), ul(li(p('t<cursor>wo'))))));
    apply(flat, indent, nested);
    apply(nested, outdent, flat);
  });

  it('keep Tab in the first item, which has none above', () => {
    apply(doc(ul(li(p('o<cursor>ne')))), indent, doc(ul(li(p('one')))));
    apply(doc(p('o<cursor>ne')), indent, null);
  });

  it('go on with Enter, and end with Enter in an empty item', () => {
    apply(doc(ul(li(p('one<cursor>')))), enter, doc(ul(li(p('one')), li(p('<cursor>')))));
    apply(doc(ul(li(p('one')), li(p('<cursor>')))), enter, doc(ul(li(p('one'))), p('<cursor>')));
  });

  it('are on by the innermost, and not through a table in an item', () => {
    const { bulletList, orderedList } = schema.nodes;
    const nested = stateOf(doc(ul(li(p('a'), ol(li(p('b<cursor>')))))));
    expect([listActive(nested, bulletList), listActive(nested, orderedList)]).toEqual([false, true]);
    const cell = stateOf(doc(ul(li(p('a'), table(tr(td(p('b<cursor>'))))))));
    expect(listActive(cell, bulletList)).toBe(false);
  });
});

describe('a list made of mixed blocks', () => {
  it('takes paragraphs, headings of our own and lists of both kinds as one', () => {
    apply(
      doc(p('o<from>ne'), h('two'), ul(li(p('three'), ul(li(p('deep'))))), ol(li(p('four'))), p('fi<to>ve')),
      numberedList,
      doc(ol(li(p('o<from>ne')), li(p('two')), li(p('three'), ul(li(p('deep')))), li(p('four')), li(p('fi<to>ve')))),
    );
  });

  it('leaves what cannot be an item where it is', () => {
    const grid = table(tr(td(p('x'))));
    apply(
      doc(p('o<from>ne'), grid, p('two'), h({ slot: 'issue' }, 'Issue'), p('t<to>hree'), p('four')),
      bulletedList,
      doc(ul(li(p('one'))), grid, ul(li(p('two'))), h({ slot: 'issue' }, 'Issue'), ul(li(p('three'))), p('four')),
    );
    apply(doc(quote('q', 'o<cursor>ne')), bulletedList, null);
    apply(doc(table(tr(td(p('o<cursor>ne'))))), bulletedList, null);
  });

  it('is taken apart when all of it is such a list, with every note in its place', () => {
    apply(
      doc(ul(li(p('o<from>ne')), li(p('two'), p('more'), ul(li(p('deep'))))), ul(li(p(note('n', 'th<to>ree'))))),
      bulletedList,
      doc(p('o<from>ne'), p('two'), p('more'), ul(li(p('deep'))), p(note('n', 'th<to>ree'))),
    );
  });
});

describe('Backspace and Enter in a list', () => {
  it('Backspace at the start of an item takes it a level out, then out of the list', () => {
    const nested = doc(ul(li(p('one'), ul(li(p('<cursor>two'))))));
    const flat = doc(ul(li(p('one')), li(p('<cursor>two'))));
    apply(nested, backspace, flat);
    apply(flat, backspace, doc(ul(li(p('one'))), p('<cursor>two')));
  });

  it('Enter in an empty item of a nested list goes a level out', () => {
    apply(
      doc(ul(li(p('one'), ul(li(p('two')), li(p('<cursor>')))))),
      enter,
      doc(ul(li(p('one'), ul(li(p('two')))), li(p('<cursor>')))),
    );
  });

  it('Enter in a table within an item makes a paragraph in the cell, not an item', () => {
    apply(
      doc(ul(li(p('a'), table(tr(td(p('b<cursor>c'))))))),
      enter,
      doc(ul(li(p('a'), table(tr(td(p('b'), p('<cursor>c'))))))),
    );
  });
});

describe('levels', () => {
  /** A list in a list, `levels` deep, and at the deepest the items `last`. */
  const deep = (levels: number, last: ReturnType<typeof li>[]): ReturnType<typeof ul> =>
    levels === 1 ? ul(...last) : ul(li(p('x'), deep(levels - 1, last)));

  it('are nine at most, as in Word', () => {
    const eighth = doc(deep(8, [li(p('a')), li(p('b<cursor>'))]));
    apply(eighth, indent, doc(deep(8, [li(p('a'), ul(li(p('b<cursor>'))))])));
    const ninth = doc(deep(9, [li(p('a')), li(p('b<cursor>'))]));
    apply(ninth, indent, ninth);
    const heavy = doc(deep(8, [li(p('a')), li(p('b<cursor>'), ul(li(p('c'))))]));
    apply(heavy, indent, heavy);
  });
});

describe('numbers', () => {
  it('go on where the numbered list before ended', () => {
    apply(
      doc(ol({ order: 3 }, li(p('a')), li(p('b'))), p('x'), ul(li(p('y'))), ol(li(p('c<cursor>')))),
      continueNumbering,
      doc(ol({ order: 3 }, li(p('a')), li(p('b'))), p('x'), ul(li(p('y'))), ol({ order: 5 }, li(p('c<cursor>')))),
    );
  });

  it('go on in one list when nothing stands between', () => {
    apply(doc(ol(li(p('a'))), ol(li(p('b<cursor>')))), continueNumbering, doc(ol(li(p('a')), li(p('b<cursor>')))));
  });

  it('have nothing to go on from in the first list, in bullets, and where they go on already', () => {
    apply(doc(ol(li(p('a<cursor>')))), continueNumbering, null);
    apply(doc(ol(li(p('a'))), ul(li(p('b<cursor>')))), continueNumbering, null);
    apply(doc(ol(li(p('a'))), p('x'), ol({ order: 2 }, li(p('b<cursor>')))), continueNumbering, null);
  });

  it('begin anew at 1, in the middle of a list with a new list', () => {
    apply(doc(ol({ order: 4 }, li(p('a<cursor>')))), restartNumbering, doc(ol(li(p('a<cursor>')))));
    apply(
      doc(ol({ order: 4 }, li(p('a')), li(p('b<cursor>')), li(p('c')))),
      restartNumbering,
      doc(ol({ order: 4 }, li(p('a'))), ol(li(p('b<cursor>')), li(p('c')))),
    );
    apply(doc(ol(li(p('a<cursor>')))), restartNumbering, null);
    apply(doc(p('a<cursor>')), restartNumbering, null);
  });
});
