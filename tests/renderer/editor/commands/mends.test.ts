// Tests of the mends: what each way out of a finding makes of the text, drawn; and what it cannot do.
import { undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../../renderer/editor/commands/guard.ts';
import { linkNumber, ownNumber } from '../../../../renderer/editor/commands/mends.ts';
import { guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import type { Settlement } from '../../../../renderer/editor/editor.ts';
import type { Check } from '../../../../shared/check/check.ts';
import { apply, by, cite, doc, figure, keyFigures, own, p, quote, quoted, td, th, tr } from '../../../builders.ts';
import { article, dues, DUES_WORDS, editorState, tonnes } from '../harbour.ts';

const banner = { banner: 'X' };
const TONNES = [cite(article.id, tonnes.id, 'paragraph 2')];

function found(state: EditorState, kind: Check['kind']): Check {
  const check = guardOf(state).checks.find((one) => one.kind === kind);
  if (!check)
    throw new Error(
      `No ${kind}: ${guardOf(state)
        .checks.map((one) => one.kind)
        .join()}`,
    );
  return check;
}

/** Goes the way `how` out of the finding of `kind` in `before`. */
function way(before: Node, kind: Check['kind'], how: Settlement, after: Node | null): EditorState {
  const state = editorState(before);
  return apply(state, settle(found(state, kind).id, how), after);
}

describe('a number without a source', () => {
  const before = doc(banner, p('They hired 37 pilots. Marl handled 412,000 tonnes.'));

  it('is declared one’s own', () => {
    const after = way(
      before,
      'unsourced-figure',
      'own',
      doc(banner, p('They hired ', own('37 pilots'), '. Marl handled 412,000 tonnes.')),
    );
    undo(after, (step) => expect(after.apply(step).doc.toJSON()).toEqual(before.toJSON()));
  });

  it('is linked to a figure, with a citation', () => {
    const state = editorState(before);
    const check = guardOf(state).checks.find((one) => one.about?.words === '412,000 tonnes');
    apply(
      state,
      linkNumber(check?.id ?? '', tonnes.id),
      doc(banner, p('They hired 37 pilots. Marl handled ', figure(tonnes.id, '412,000 tonnes'), ...TONNES, '.')),
    );
  });

  it('is not cited twice', () => {
    apply(
      editorState(doc(p('Marl: <from>412,000 tonnes<to>', ...TONNES))),
      linkNumber(null, tonnes.id),
      doc(p('Marl: ', figure(tonnes.id, '412,000 tonnes'), ...TONNES)),
    );
  });

  it('is found at the caret; elsewhere there is nothing to do', () => {
    apply(
      editorState(doc(banner, p('They hired 37<cursor> pilots.'))),
      ownNumber,
      doc(banner, p('They hired ', own('37 pilots'), '.')),
    );
    apply(editorState(doc(banner, p('They<cursor> hired 37 pilots.'))), ownNumber, null);
    apply(editorState(doc(p('They<cursor> hired.'))), linkNumber(null, null), null);
    apply(editorState(doc(p('<from>They<to> hired.'))), ownNumber, null);
    // A quotation is no figure.
    apply(editorState(doc(banner, p('They hired 37<cursor> pilots.'))), linkNumber(null, dues.id), null);
  });

  it('is taken back by the same command', () => {
    apply(editorState(doc(p('hired ', own('37<cursor> pilots'), '.'))), ownNumber, doc(p('hired 37 pilots.')));
  });
});

describe('an altered figure', () => {
  it('becomes one’s own number, without its tie', () => {
    way(
      doc(banner, p('It was ', figure(tonnes.id, '500,000 tonnes'), '.')),
      'altered-figure',
      'own',
      doc(banner, p('It was ', own('500,000 tonnes'), '.')),
    );
  });
});

describe('a quotation given to another', () => {
  const words = `“${DUES_WORDS}.”`;

  it('gets its speaker and role, and keeps its citation', () => {
    way(
      doc(banner, quote(dues.id, words, by('Ida Fenn, reporter', cite(article.id, dues.id)))),
      'misattributed-quotation',
      'speaker',
      doc(banner, quote(dues.id, words, by('Ana Brook, chair of the board', cite(article.id, dues.id)))),
    );
    way(
      doc(banner, quote(dues.id, words, by(cite(article.id, dues.id)))),
      'missing-attribution',
      'speaker',
      doc(banner, quote(dues.id, words, by('Ana Brook, chair of the board', cite(article.id, dues.id)))),
    );
  });

  it('is given to its speaker within our own sentence', () => {
    const sentence = (who: string) =>
      doc(banner, p(`${who} said “`, quoted(dues.id, 'we may lower them in some cases next spring'), '”.'));
    way(sentence('Ida Fenn'), 'misattributed-quotation', 'speaker', sentence('Ana Brook'));
  });
});

describe('a figure of another period', () => {
  it('gets the period of its source back in the sentence', () => {
    const sentence = (year: string) =>
      doc(banner, p('In ', year, ' it handled ', figure(tonnes.id, '412,000 tonnes'), '.'));
    way(sentence('2021'), 'changed-period', 'period', sentence('2023'));
  });

  it('gets it back in its row', () => {
    const table = (year: string) =>
      doc(
        banner,
        keyFigures(
          tr(th(p('Measure')), th(p('Period')), th(p('Value'))),
          tr(td(p('Cargo')), td(p(year)), td(p(figure(tonnes.id, '412,000 tonnes')))),
        ),
      );
    way(table('2021'), 'changed-period', 'period', table('2023'));
  });

  it('cannot be mended where the heading of a column says it', () => {
    const table = doc(
      banner,
      keyFigures(tr(th(p('Measure')), th(p('2021'))), tr(td(p('Cargo')), td(p(figure(tonnes.id, '412,000 tonnes'))))),
    );
    way(table, 'changed-period', 'period', null);
  });
});

describe('a citation without its source', () => {
  it('goes; the words stay', () => {
    way(doc(banner, p('Words', cite('a-gone'), '.')), 'source-not-located', 'uncite', doc(banner, p('Words.')));
  });
});

describe('a way', () => {
  it('is none of another finding, nor of one that is gone', () => {
    const state = editorState(doc(banner, p('They hired 37 pilots.')));
    const { id } = found(state, 'unsourced-figure');
    for (const how of ['restore', 'paraphrase', 'markCuts', 'speaker', 'period', 'uncite'] as const) {
      apply(state, settle(id, how), null);
    }
    apply(state, settle('gone', 'own'), null);
  });
});
