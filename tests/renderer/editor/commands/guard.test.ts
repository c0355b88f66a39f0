// Tests of the guard's ways out: restore, paraphrase, mark the cuts; after each the check is gone, and undo brings it back.
import { undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../../renderer/editor/commands/guard.ts';
import { checkNow, guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import { checkBriefing } from '../../../../shared/check/checkBriefing.ts';
import { apply, by, cite, doc, figure, note, p, quote, quoted, report } from '../../../builders.ts';
import { annotation, article, dues, DUES_WORDS, editorState, silt, tonnes } from '../harbour.ts';

const source = (factId: string) => cite(article.id, factId);
const CUT = 'We will not raise the dues this year, and we may lower them next spring';

/** The id of the one finding of altered words. */
function altered(state: EditorState): string {
  const ids = guardOf(state).checks.flatMap((check) => (check.kind.startsWith('altered-') ? [check.id] : []));
  expect(ids).toHaveLength(1);
  return ids[0] ?? '';
}

function findings(state: EditorState): string[] {
  const after = state.apply(checkNow(state, checkBriefing));
  return guardOf(after).checks.flatMap((check) => (check.severity === 'settle' ? [check.kind] : []));
}

describe('restore', () => {
  it('brings back what was cut and takes away what was added, and leaves notes and citation', () => {
    const drawn = (words: string) => doc(quote(dues.id, `“${words}`, by('Ana Brook')));
    const state = editorState(drawn(`${CUT.replace('will not', 'will surely not')}.”`));
    const after = apply(state, settle(altered(state), 'restore'), drawn(`${DUES_WORDS}.”`));
    expect(findings(after)).toEqual([]);
    expect(altered(apply(after, undo, drawn(`${CUT.replace('will not', 'will surely not')}.”`)))).not.toBe('');
  });

  it('keeps a note on the words that stay', () => {
    const before = note('n', CUT);
    const state = editorState(doc(quote(dues.id, before, by('A'))), [annotation('n')]);
    const after = apply(state, settle(altered(state), 'restore'), doc(quote(dues.id, note('n', DUES_WORDS), by('A'))));
    expect(findings(after)).toEqual([]);
  });

  it('brings back a paragraph that was cut whole', () => {
    const state = editorState(doc(quote(silt.id, '“The silt is gone.”', by('A'))));
    const after = apply(
      state,
      settle(altered(state), 'restore'),
      doc(quote(silt.id, '“The silt is gone.', '“The dredger goes home in May.”', by('A'))),
    );
    expect(findings(after)).toEqual([]);
  });

  it('of words in running text brings back only what belongs between them', () => {
    const drawn = (words: string) => doc(p('She said “', quoted(dues.id, words), '”', source(dues.id), ' today.'));
    const state = editorState(drawn('raise the dues, and we may'));
    const after = apply(state, settle(altered(state), 'restore'), drawn('raise the dues this year, and we may'));
    expect(findings(after)).toEqual([]);
  });

  it('of a figure brings back its words', () => {
    const drawn = (words: string) => doc(p('Marl handled ', figure(tonnes.id, words), source(tonnes.id), '.'));
    const state = editorState(drawn('421,000 tonnes'));
    const after = apply(state, settle(altered(state), 'restore'), drawn('412,000 tonnes'));
    expect(findings(after)).toEqual([]);
  });
});

describe('paraphrase', () => {
  it('of a block quotation is a paragraph of reported words that says whose they are; the citation stays', () => {
    const state = editorState(doc(quote(dues.id, `“${CUT}.”`, by('Ana Brook', source(dues.id)))));
    const after = apply(
      state,
      settle(altered(state), 'paraphrase'),
      doc(report(`Ana Brook: ${CUT}.`, source(dues.id))),
    );
    expect(findings(after)).toEqual([]);
  });

  it('of words in running text takes mark and quotation marks', () => {
    const state = editorState(doc(p('She said “', quoted(dues.id, 'lower the dues'), '”', source(dues.id), '.')));
    const after = apply(
      state,
      settle(altered(state), 'paraphrase'),
      doc(p('She said lower the dues', source(dues.id), '.')),
    );
    expect(findings(after)).toEqual([]);
  });

  it('takes quotation marks that stand within the mark, and leaves half a pair', () => {
    const inside = editorState(doc(p('a ', quoted(dues.id, '“lower the dues”'), ' b')));
    apply(inside, settle(altered(inside), 'paraphrase'), doc(p('a lower the dues b')));
    const half = editorState(doc(p('a “', quoted(dues.id, 'lower the dues'), ' b”')));
    apply(half, settle(altered(half), 'paraphrase'), doc(p('a “lower the dues b”')));
  });

  it('of a figure makes it a number of our own, with the citation', () => {
    const state = editorState(doc(p(figure(tonnes.id, '9 tonnes'), source(tonnes.id))));
    apply(state, settle(altered(state), 'paraphrase'), doc(p('9 tonnes', source(tonnes.id))));
  });
});

describe('mark the cuts', () => {
  it('sets an ellipsis for each cut and brackets around additions', () => {
    const state = editorState(doc(quote(dues.id, `“${CUT.replace('lower them', 'lower them all')}.”`, by('A'))));
    const after = apply(
      state,
      settle(altered(state), 'markCuts'),
      doc(quote(dues.id, `“${CUT.replace('lower them', 'lower them … [all]')}.”`, by('A'))),
    );
    expect(findings(after)).toEqual([]);
  });

  it('is no way out for a figure', () => {
    const state = editorState(doc(p(figure(tonnes.id, '9 tonnes'))));
    apply(state, settle(altered(state), 'markCuts'), null);
  });
});

describe('settling', () => {
  it('cannot run when the check is gone', () => {
    apply(editorState(doc(p('<cursor>'))), settle('altered-quotation:gone', 'restore'), null);
    apply(editorState(doc(p('<cursor>'))), settle(null, 'restore'), null);
  });
});
