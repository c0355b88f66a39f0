// Tests of what is pasted in our own form: ties hold where their notes, facts and sources exist, and are dropped elsewhere.
import { Slice } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { cleanSlice, type CleanRules } from '../../../../renderer/editor/paste/clean.ts';
import {
  build,
  doc,
  by,
  cite,
  figure,
  li,
  link,
  note,
  own,
  p,
  qt,
  quotation,
  quote,
  quoted,
  table,
  td,
  tr,
} from '../../../builders.ts';
import { annotation, article, dues, editorState, tonnes } from '../harbour.ts';

const here = editorState(doc(p('<cursor>')), [annotation('n')]);

const rules = (trusted: boolean): CleanRules => ({ trusted, hasPicture: (name) => name === 'ours.png' });

function bodyOf(blocks: Parameters<typeof doc>): Slice {
  const drawn = doc(...blocks);
  return new Slice(drawn.content.cut(drawn.firstChild?.nodeSize ?? 0), 0, 0);
}

function pasted(...blocks: Parameters<typeof doc>): unknown {
  return cleanSlice(bodyOf(blocks), here, rules(true)).content.toJSON();
}

function content(...blocks: Parameters<typeof doc>): unknown {
  const drawn = doc(...blocks);
  return drawn.content.cut(drawn.firstChild?.nodeSize ?? 0).toJSON();
}

describe('pasting', () => {
  it('keeps a note that exists and drops one that does not', () => {
    expect(pasted(p(note('n', 'a'), note('gone', 'b')))).toEqual(content(p(note('n', 'a'), 'b')));
  });

  it('keeps ties to facts and sources of this briefing only', () => {
    expect(
      pasted(
        p(figure(tonnes.id, '1'), quoted(dues.id, 'w'), cite(article.id)),
        p(figure('other', '1'), quoted('other', 'w'), cite('other')),
      ),
    ).toEqual(content(p(figure(tonnes.id, '1'), quoted(dues.id, 'w'), cite(article.id)), p('1w')));
  });

  it('keeps a quotation of an unknown source, untied', () => {
    expect(pasted(quotation({ factId: 'other', speaker: 'X' }, qt('w'), by('X')))).toEqual(
      content(quotation({ factId: null, speaker: 'X' }, qt('w'), by('X'))),
    );
    expect(pasted(quote(dues.id, 'w', by('X')))).toEqual(content(quote(dues.id, 'w', by('X'))));
  });

  it('keeps links to the web and drops others', () => {
    expect(pasted(p(link('https://marl.example', 'a'), link('javascript:alert(1)', 'b')))).toEqual(
      content(p(link('https://marl.example', 'a'), 'b')),
    );
  });

  it('keeps pictures of this briefing and drops those of another', () => {
    const ours = build('image', { media: 'ours.png', alt: 'The quay', width: 50 });
    expect(pasted(p('a'), ours, build('image', { media: 'theirs.png', alt: 'The mole' }))).toEqual(
      content(p('a'), ours),
    );
  });

  it('lets only this text declare a number its own, or a cell computed', () => {
    const declared = [p(own('9')), table(tr(td({ computed: '4 / 2 = 2' }, p('2'))))] as const;
    expect(cleanSlice(bodyOf([...declared]), here, rules(true)).content.toJSON()).toEqual(content(...declared));
    expect(cleanSlice(bodyOf([...declared]), here, rules(false)).content.toJSON()).toEqual(
      content(p('9'), table(tr(td(p('2'))))),
    );
  });

  it('tells of every picture that is not here', () => {
    let left = 0;
    const theirs = bodyOf([p('a'), build('image', { media: 'theirs.png' }), build('image', { media: 'ours.png' })]);
    cleanSlice(theirs, here, { ...rules(true), onLeftOut: () => left++ });
    expect(left).toBe(1);
  });

  it('brings attributes that no briefing has into their range', () => {
    const odd = bodyOf([build('heading', { level: 99 }, 'a'), build('orderedList', { order: -4 }, li(p('b')))]);
    const { content: clean } = cleanSlice(odd, here, rules(true));
    expect(clean.firstChild?.attrs['level']).toBe(4);
    expect(clean.lastChild?.attrs['order']).toBe(0);
  });
});
