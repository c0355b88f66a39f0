// Tests of find and replace: the next match and the one before, one replaced, all replaced; words of a source left alone.
import fc from 'fast-check';
import { undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  firstMatch,
  replaceAll,
  replaceMatch,
  replacing,
  stepMatch,
} from '../../../../renderer/editor/commands/find.ts';
import { currentMatch, searchOf, withQuery } from '../../../../renderer/editor/plugins/find.ts';
import { FindIndex } from '../../../../renderer/editor/findIndex.ts';
import type { FindQuery } from '../../../../shared/text/findWords.ts';
import {
  apply,
  at,
  br,
  build,
  by,
  cite,
  doc,
  em,
  figure,
  h,
  li,
  note,
  p,
  quote,
  quoted,
  strong,
  table,
  td,
  title,
  titleBlock,
  tr,
  ul,
} from '../../../builders.ts';
import { editorState } from '../harbour.ts';

/** The drawing, in which `words` are looked for. */
function finding(drawn: Node, words: string, options: Partial<FindQuery> = {}): EditorState {
  const state = editorState(drawn);
  return state.apply(withQuery(state.tr, { words, matchCase: false, wholeWords: false, ...options }));
}

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (made: Transaction) => {
    next = state.apply(made);
  });
  return next;
}

const caption = (words: string) => build('caption', { label: 'Table' }, words);

/** Everywhere that words can stand. */
const EVERYWHERE = doc(
  titleBlock(title('The quay'), build('detail', { name: 'to' }, 'Quay board')),
  h('Of quays'),
  p('A quay', br(), 'quay', cite('a-marl'), 'quay'),
  ul(li(p('quay'), ul(li(p('the quay'))))),
  caption('Quay dues'),
  table(tr(td(p('quay')), td(p('no')))),
  quote('q-dues', 'the quay said', by('Quay master')),
  p('said ', quoted('q-dues', 'the quay'), ' and ', figure('f-tonnes', '12 quays')),
);

describe('a search', () => {
  it('finds words in titles, headings, lists, captions, tables, quotations and traced words', () => {
    const state = finding(EVERYWHERE, 'quay');
    const matches = searchOf(state)?.matchesOf(state.doc);
    expect(matches?.total).toBe(14);
    const found = Array.from({ length: 14 }, (_, index) => {
      const { from, to } = matches!.at(index);
      return state.doc.textBetween(from, to).toLowerCase();
    });
    expect(new Set(found)).toEqual(new Set(['quay']));
    expect(() => matches!.at(14)).toThrow(RangeError);
  });

  it('does not find words over a citation, a line break or the end of a block', () => {
    const state = finding(doc(p('a', cite('a-marl'), 'b', br(), 'c'), p('d')), 'ab');
    expect(searchOf(state)?.matchesOf(state.doc).total).toBe(0);
  });

  it('counts again what is typed', () => {
    let state = finding(doc(p('quay<cursor>'), p('quay')), 'quay');
    const before = searchOf(state)?.matchesOf(state.doc).total;
    state = state.apply(state.tr.insertText(' quay'));
    expect([before, searchOf(state)?.matchesOf(state.doc).total]).toEqual([2, 3]);
  });

  it('knows the match that is selected, exactly', () => {
    const state = finding(doc(p('one <from>quay<to> two')), 'quay');
    const { from, to } = state.selection;
    expect(currentMatch(state)).toEqual({ from, to });
    expect(currentMatch(finding(doc(p('one q<from>uay<to> two')), 'quay'))).toBeNull();
    expect(currentMatch(finding(doc(p('one <from>quay two<to>')), 'quay'))).toBeNull();
  });
});

it('what is counted after any change is what a fresh count finds', () => {
  const change = fc.record({
    at: fc.nat(200),
    over: fc.nat(6),
    text: fc.constantFrom('', 'quay', 'x', ' a quay '),
    split: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      let state = finding(EVERYWHERE, 'quay');
      for (const { at, over, text, split } of changes) {
        searchOf(state)?.matchesOf(state.doc);
        const from = Math.min(at, state.doc.content.size - 1);
        if (!state.doc.resolve(from).parent.inlineContent) continue;
        const $from = state.doc.resolve(from);
        const end = Math.min(from + over, $from.end());
        const made = text === '' ? state.tr.delete(from, end) : state.tr.insertText(text, from, end);
        if (split && $from.depth === 1 && $from.parent.type.name === 'paragraph') made.split(from);
        state = state.apply(made);
      }
      const kept = searchOf(state)!.matchesOf(state.doc);
      const fresh = new FindIndex({ words: 'quay', matchCase: false, wholeWords: false }).matchesOf(state.doc);
      const all = (matches: typeof kept) => Array.from({ length: matches.total }, (_, index) => matches.at(index));
      expect(all(kept)).toEqual(all(fresh));
      for (let pos = 0; pos <= state.doc.content.size; pos += 3) {
        expect(kept.from(pos)).toBe(all(fresh).filter((match) => match.from < pos).length);
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});

describe('the next match', () => {
  it('is the one after the caret or the selection, round the end', () => {
    const step = stepMatch(1);
    apply(finding(doc(p('a qu<cursor>ay'), p('quay')), 'quay'), step, doc(p('a quay'), p('<from>quay<to>')));
    apply(finding(doc(p('a <from>quay<to>quay')), 'quay'), step, doc(p('a quay<from>quay<to>')));
    apply(finding(doc(p('quay'), p('<from>quay<to>')), 'quay'), step, doc(p('<from>quay<to>'), p('quay')));
    apply(finding(doc(p('a <cursor>quay')), 'quay'), step, doc(p('a <from>quay<to>')));
  });

  it('the one before goes the other way', () => {
    const step = stepMatch(-1);
    apply(finding(doc(p('quay'), p('<from>quay<to>')), 'quay'), step, doc(p('<from>quay<to>'), p('quay')));
    apply(finding(doc(p('<from>quay<to>'), p('quay')), 'quay'), step, doc(p('quay'), p('<from>quay<to>')));
    apply(finding(doc(p('quay<cursor>'), p('quay')), 'quay'), step, doc(p('<from>quay<to>'), p('quay')));
  });

  it('while one types is the first from where one began, round the end', () => {
    const drawn = doc(p('quay and <cursor>quay'), p('no'));
    const index = new FindIndex({ words: 'quay', matchCase: false, wholeWords: false });
    const words = (pos: number) => {
      const found = firstMatch(index, drawn, pos);
      return found && drawn.textBetween(0, found.from, '', '');
    };
    expect([words(0), words(at(drawn, 'cursor')), words(at(drawn, 'cursor') + 1), words(9999)]).toEqual([
      'A note',
      'A notequay and ',
      'A note',
      'A note',
    ]);
    expect(firstMatch(new FindIndex({ words: 'x', matchCase: false, wholeWords: false }), drawn, 0)).toBeNull();
  });

  it('is none where nothing is found or looked for', () => {
    apply(finding(doc(p('a <cursor>')), 'quay'), stepMatch(1), null);
    apply(finding(doc(p('a <cursor>')), ''), stepMatch(1), null);
    apply(editorState(doc(p('a <cursor>'))), stepMatch(-1), null);
  });
});

describe('replacing one', () => {
  it('first goes to a match, then replaces it and goes on', () => {
    let state = apply(
      finding(doc(p('<cursor>quay and quay')), 'quay'),
      replaceMatch('pier'),
      doc(p('<from>quay<to> and quay')),
    );
    state = apply(state, replaceMatch('pier'), doc(p('pier and <from>quay<to>')));
    state = apply(state, replaceMatch('pier'), doc(p('pier and pier<cursor>')));
    apply(state, replaceMatch('pier'), null);
  });

  it('goes on behind what it put, though that holds the words again', () => {
    const state = finding(doc(p('<from>quay<to> and quay')), 'quay');
    apply(state, replaceMatch('quay wall'), doc(p('quay wall and <from>quay<to>')));
  });

  it('is one step of undo, apart from what was typed before', () => {
    let state = finding(doc(p('quay <cursor>')), 'quay');
    state = state.apply(state.tr.insertText('!'));
    state = run(run(state, replaceMatch('pier')), replaceMatch('pier'));
    expect(state.doc.textContent).toContain('pier !');
    state = run(state, undo);
    expect(state.doc.textContent).toContain('quay !');
  });

  it('takes words away when none are to stand there', () => {
    apply(finding(doc(p('the <from>quay<to> wall')), 'quay'), replaceMatch(''), doc(p('the <cursor> wall')));
  });

  it('keeps the look that all the words had, and every note on some of them', () => {
    apply(
      finding(doc(p(strong('the <from>qu', em('ay<to>')))), 'quay'),
      replaceMatch('pier'),
      doc(p(strong('the pier'))),
    );
    apply(
      finding(doc(p('<from>qu', note('n1', 'ay<to> wall'))), 'quay'),
      replaceMatch('pier'),
      doc(p(note('n1', 'pier wall'))),
    );
  });

  it('asks before words of a source are touched, and does it when that is meant', () => {
    for (const drawn of [
      doc(quote('q-dues', 'the <from>quay<to> said')),
      doc(quote(null, 'the <from>quay<to> said')),
      doc(quote('q-dues', 'x', by('<from>Quay<to> master'))),
      doc(p('so ', quoted('q-dues', 'the <from>quay<to>'))),
      doc(p('so ', figure('f-tonnes', '12 <from>quay<to>s'))),
      doc(p('so <from>qu', figure('f-tonnes', 'ay<to>s 12'))),
      doc(p(figure('f-tonnes', '12 <from>qu'), 'ay<to>s')),
    ]) {
      const state = finding(drawn, 'quay');
      expect(replacing(state, false)).toBe('asks');
      apply(state, replaceMatch('pier'), null);
      expect(run(state, replaceMatch('pier', true)).doc.textContent.toLowerCase()).not.toContain('quay');
    }
  });
});

describe('replacing all', () => {
  it('is one undo step, and leaves what is a source’s', () => {
    const state = finding(EVERYWHERE, 'quay');
    const { tr: made, replaced, left } = replaceAll(state, 'pier');
    expect({ replaced, left }).toEqual({ replaced: 10, left: 4 });
    const after = state.apply(made!);
    expect(after.doc.textBetween(0, after.doc.content.size, '|', ' ')).toBe(
      'The pier|pier board|Of piers|A pier pier pier|pier|the pier|pier dues|pier|no|' +
        'the quay said|Quay master|said the quay and 12 quays',
    );
    expect(run(after, undo).doc.toJSON()).toEqual(EVERYWHERE.toJSON());
  });

  it('says that nothing may be changed where all is a source’s', () => {
    const state = finding(doc(quote('q-dues', 'quay, quay')), 'quay');
    expect(replaceAll(state, 'pier')).toEqual({ replaced: 0, left: 2, tr: null });
    expect(replaceAll(editorState(doc(p('quay'))), 'pier')).toEqual({ replaced: 0, left: 0, tr: null });
  });

  it('writes the words as they stand, without a meaning of their own', () => {
    const state = finding(doc(p('quay quay')), 'quay');
    expect(state.apply(replaceAll(state, '$& $1 \\n').tr!).doc.textContent).toContain('$& $1 \\n $& $1 \\n');
  });

  it('keeps the caret among its words, with few matches and with many', () => {
    for (const count of [3, 400]) {
      const many = Array.from({ length: count }, () => 'quay ').join('');
      const drawn = doc(p(many), p(many, 'here<cursor> ', many), p(many));
      const state = finding(drawn, 'quay');
      const after = state.apply(replaceAll(state, 'breakwater').tr!);
      expect(after.selection.empty).toBe(true);
      const { $from } = after.selection;
      expect($from.parent.textBetween(0, $from.parentOffset)).toMatch(/^(?:breakwater )+here$/u);
      expect(run(after, undo).doc.eq(drawn)).toBe(true);
    }
  });

  const inline = fc.oneof(
    fc.constantFrom('quay ', 'the quay', ' and ', 'QUAYquay'),
    fc.constantFrom('quay', 'a quay!').map((words) => strong(words)),
    fc.constantFrom('quay', 'qu').map((words) => figure('f-tonnes', words)),
    fc.constantFrom('ay', 'quay').map((words) => note('n1', words)),
    fc.constant(0).map(() => cite('a-marl')),
  );
  const block: fc.Arbitrary<Node> = fc.oneof(
    fc.array(inline, { maxLength: 5 }).map((words) => p(...words)),
    fc.array(inline, { maxLength: 3 }).map((words) => ul(li(p(...words)), li(p('quay')))),
    fc.constantFrom('a quay', 'none', 'quay, quay').map((words) => quote('q-dues', words)),
  );

  it('does the same whether few or many are replaced, and the same as one after another', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('pier', '', 'quays'),
        (blocks, words) => {
          const few = finding(doc(...blocks), 'quay');
          const done = replaceAll(few, words);
          const fewAfter = done.tr ? few.apply(done.tr).doc : few.doc;
          fewAfter.check();
          // The same blocks over and over, so that they are replaced in one step.
          const times = 60;
          const many = finding(doc(...Array.from({ length: times }, () => blocks).flat()), 'quay');
          const all = replaceAll(many, words);
          const manyAfter = all.tr ? many.apply(all.tr).doc : many.doc;
          manyAfter.check();
          expect({ replaced: all.replaced, left: all.left }).toEqual({
            replaced: done.replaced * times,
            left: done.left * times,
          });
          const body = fewAfter.content.cut(fewAfter.child(0).nodeSize);
          const bodies = manyAfter.content.cut(manyAfter.child(0).nodeSize);
          for (let time = 0; time < times; time++) {
            expect(bodies.cut(time * body.size, (time + 1) * body.size).eq(body)).toBe(true);
          }
        },
      ),
      { seed: 11, numRuns: 15 },
    );
  });
});
