// Tests of the guard plugin: it looks on load, its findings follow the text, and a change makes it look again.
import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../../../renderer/editor/plugins/annotations.ts';
import { updateAnnotation } from '../../../../renderer/editor/commands/annotations.ts';
import { checkNow, guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import { describe as inWords, hiddenChanges } from '../../../../renderer/editor/plugins/guardLook.ts';
import { setContext } from './context.ts';
import { accept } from '../../../../shared/check/acceptance.ts';
import { checkBriefing } from '../../../../shared/check/checkBriefing.ts';
import { at, by, doc, note, p, quote, quoted } from '../../../builders.ts';
import { annotation, context, dues, DUES_WORDS, editorState } from '../harbour.ts';

const CUT = DUES_WORDS.replace('in some cases ', '');
const altered = () => editorState(doc({ banner: 'X' }, p('<cursor>before'), quote(dues.id, `“${CUT}”`, by('A'))));

function drawn(state: ReturnType<typeof altered>): string[] {
  return guardOf(state)
    .decorations.find()
    .map(({ from, to }) => state.doc.textBetween(from, to, ' | '));
}

describe('the guard', () => {
  it('has looked when the text is opened', () => {
    const { checks, stale } = guardOf(altered());
    expect(checks.map((check) => [check.kind, check.title])).toEqual([
      ['altered-quotation', 'Quotation 1 differs from its source'],
    ]);
    expect(stale).toBe(false);
  });

  it('draws the quotation and a caret where the words are gone', () => {
    const state = altered();
    expect(drawn(state)).toEqual([`“${CUT}” | A`, '']);
    const caret = guardOf(state)
      .decorations.find()
      .find(({ from, to }) => from === to);
    expect(state.doc.textBetween((caret?.from ?? 0) - 4, (caret?.from ?? 0) + 5)).toBe('them next');
  });

  it('lets its findings follow the text until it looks again', () => {
    const before = altered();
    const [check] = guardOf(before).checks;
    const after = before.apply(before.tr.insertText('and long ', before.selection.from));
    const [moved] = guardOf(after).checks;
    expect(guardOf(after).stale).toBe(true);
    expect(moved?.from).toBe((check?.from ?? 0) + 9);
    expect(drawn(after)).toEqual([`“${CUT}” | A`, '']);
  });

  it('drops a finding whose place is deleted', () => {
    const before = altered();
    const [check] = guardOf(before).checks;
    const after = before.apply(before.tr.delete(check?.from ?? 0, check?.to ?? 0));
    expect(guardOf(after).checks).toEqual([]);
  });

  it('is stale after a change of a note or of the facts, not after a move of the caret', () => {
    const state = editorState(doc(p(note('n', 'o<cursor>ne'))), [annotation('n')]);
    let noted = state;
    updateAnnotation('n', { resolved: true })(state, (step) => (noted = state.apply(step)));
    expect(annotationsOf(noted).bodies.get('n')?.resolved).toBe(true);
    expect(guardOf(noted).stale).toBe(true);
    expect(guardOf(setContext(state, { ...context(), facts: [] })).stale).toBe(true);
    expect(guardOf(state.apply(state.tr.setSelection(state.selection))).stale).toBe(false);
  });

  it('finds nothing more when the words are right again', () => {
    const drawn = doc({ banner: 'X' }, p('She said “', quoted(dues.id, 'we may <from>raise<to> them'), '”.'));
    const before = editorState(drawn);
    expect(guardOf(before).checks).toHaveLength(1);
    const mended = before.apply(before.tr.insertText('lower', at(drawn, 'from'), at(drawn, 'to')));
    const kinds = guardOf(mended.apply(checkNow(mended, checkBriefing))).checks.map((check) => check.kind);
    expect(kinds).not.toContain('altered-quotation');
  });
});

describe('what is accepted', () => {
  const accepting = (state: ReturnType<typeof altered>) => {
    const [check] = guardOf(state).checks;
    if (!check) throw new Error('There is one.');
    const settings = accept({ template: 't', author: 'A', language: 'en' }, check, {
      reason: 'Heard so.',
      author: 'A',
      at: '2031-03-05T09:00:00Z',
    });
    return setContext(state, { ...context(), settings: settings ?? {} });
  };

  it('is at once no longer open nor drawn, and keeps its reason', () => {
    const state = accepting(altered());
    expect(guardOf(state).checks).toEqual([]);
    expect(drawn(state)).toEqual([]);
    expect(guardOf(state).accepted.map(({ acceptance }) => acceptance.reason)).toEqual(['Heard so.']);
    const looked = state.apply(checkNow(state, checkBriefing));
    expect([guardOf(looked).checks.length, guardOf(looked).accepted.length]).toEqual([0, 1]);
  });

  it('is open again when it is taken back, or its words change', () => {
    const state = accepting(altered());
    expect(guardOf(setContext(state, context())).checks).toHaveLength(1);
    const at = (guardOf(state).accepted[0]?.check.from ?? 0) + 3;
    const changed = state.apply(state.tr.insertText('surely ', at));
    const looked = changed.apply(checkNow(changed, checkBriefing));
    expect([guardOf(looked).checks.length, guardOf(looked).accepted.length]).toEqual([1, 0]);
  });

  it('follows the text', () => {
    const state = accepting(altered());
    const from = guardOf(state).accepted[0]?.check.from ?? 0;
    const after = state.apply(state.tr.insertText('and long ', state.selection.from));
    expect(guardOf(after).accepted[0]?.check.from).toBe(from + 9);
  });
});

describe('the description for readers', () => {
  it('counts cuts and additions', () => {
    expect(inWords(2, 0)).toBe('differs from its source, 2 cuts');
    expect(inWords(1, 1)).toBe('differs from its source, 1 cut, 1 addition');
    expect(inWords(0, 0)).toBe('differs from its source');
  });

  it('does not count what is openly edited', () => {
    const kinds = (source: string, words: string) =>
      hiddenChanges(source, words).filter((change) => change.kind !== 'same' && change.text !== '');
    expect(kinds('this year we may lower dues', '[T]his year we … lower [the] dues')).toEqual([]);
    expect(kinds('we may lower dues', 'we lower all dues').map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['cut', 'may'],
      ['added', 'all'],
    ]);
  });
});
