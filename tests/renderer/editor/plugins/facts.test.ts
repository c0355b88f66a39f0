// Tests of the look of facts and prompts: uses in order, statuses that follow the context, questions in empty places.
import { DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { factAnchors } from '../../../../renderer/editor/plugins/facts.ts';
import { promptOf } from '../../../../renderer/editor/plugins/prompts.ts';
import { by, cite, detail, doc, figure, p, prompt, quote, strong, title } from '../../../builders.ts';
import { article, context, dues, editorState, silt, tonnes } from '../harbour.ts';
import { setContext } from './context.ts';

describe('uses of facts', () => {
  it('are traced words and quotations in order; a fact that is only cited is used at its citation', () => {
    const state = editorState(
      doc(
        p(
          figure(tonnes.id, '412,000 ', strong('tonnes')),
          cite(article.id, tonnes.id),
          ' and',
          cite(article.id, silt.id),
        ),
        quote(dues.id, 'words', by('A')),
      ),
    );
    const uses = factAnchors(state).map(({ id, from, to }) => [id, state.doc.textBetween(from, to, ' ')]);
    expect(uses).toEqual([
      [tonnes.id, '412,000 tonnes'],
      [silt.id, ''],
      [dues.id, 'words A'],
    ]);
  });

  it('stay when the facts change', () => {
    const state = editorState(doc(p(figure(tonnes.id, '1'))));
    const verified = context().facts.map((fact) => ({ ...fact, status: 'verified' as const }));
    expect(factAnchors(setContext(state, { ...context(), facts: verified }))).toEqual(factAnchors(state));
  });
});

describe('a citation', () => {
  it('knows whether another stands directly before it: by this the page parts their numbers', () => {
    const state = editorState(
      doc(
        p(cite(article.id), cite(article.id), ' and ', cite(article.id), strong('x'), cite(article.id), cite('gone')),
      ),
    );
    const drawn = state.plugins.flatMap((one) => {
      const set = one.props.decorations?.call(one, state);
      return set instanceof DecorationSet ? set.find() : [];
    });
    const classes = drawn.flatMap((one) => {
      const { type } = one as unknown as { type: { attrs?: { class?: string } } };
      return type.attrs?.class?.startsWith('citation') ? [type.attrs.class] : [];
    });
    expect(classes).toEqual(['citation', 'citation is-next', 'citation', 'citation', 'citation is-lost is-next']);
  });
});

describe('a prompt', () => {
  it('is shown in an empty place only', () => {
    expect(promptOf(prompt('Why?'))).toBe('Why?');
    expect(promptOf(p({ prompt: 'Why?' }, 'Because'))).toBe(null);
    expect(promptOf(p())).toBe(null);
    expect(promptOf(title())).toBe('Title of the briefing');
    expect(promptOf(detail({ name: 'from' }))).toBe('Who sends it');
    expect(promptOf(by())).not.toBe(null);
  });
});
