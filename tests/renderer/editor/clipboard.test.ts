// Tests of the clipboard rules: ties hold where their notes, facts and sources exist, and are dropped elsewhere.
import { Slice } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { cleanSlice } from '../../../renderer/editor/clipboard.ts';
import { build, doc, by, cite, figure, link, note, p, qt, quotation, quote, quoted } from '../../builders.ts';
import { annotation, article, dues, editorState, tonnes } from './harbour.ts';

const here = editorState(doc(p('<cursor>')), [annotation('n')]);

function pasted(...blocks: Parameters<typeof doc>): unknown {
  const drawn = doc(...blocks);
  const body = drawn.content.cut(drawn.firstChild?.nodeSize ?? 0);
  return cleanSlice(new Slice(body, 0, 0), here, (name) => name === 'ours.png').content.toJSON();
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

  it('in a quotation makes paragraphs paragraphs of it', () => {
    const inQuotation = editorState(doc(quote(dues.id, 'a<cursor>', by('A'))));
    const body = doc(p('one'), p('two')).content.cut(doc(p('')).firstChild?.nodeSize ?? 0);
    const slice = cleanSlice(new Slice(body, 1, 1), inQuotation, () => false);
    expect(slice.content.toJSON()).toEqual([qt('one').toJSON(), qt('two').toJSON()]);
    const after = inQuotation.apply(inQuotation.tr.replaceSelection(slice));
    expect(after.doc.toJSON()).toEqual(doc(quote(dues.id, 'aone', 'two', by('A'))).toJSON());
  });
});
