// Tests of what the window says of a paste, and of its buttons.
import { describe, expect, it } from 'vitest';
import type { PasteOffers } from '../../renderer/editor/paste/pastePlugin.ts';
import { pasteHooks } from '../../renderer/pasting.ts';
import { createStore } from '../../renderer/store.ts';
import { FIRST_VIEW, type Notice, type Pane } from '../../renderer/view.ts';

const NOTHING: PasteOffers = { figures: null, quotations: null, lines: null };

function desk() {
  const said: string[] = [];
  const noticed: string[] = [];
  const notices: Notice[] = [];
  const panes: Pane[] = [];
  const revealed: unknown[] = [];
  const view = createStore(FIRST_VIEW);
  const hooks = pasteHooks({
    session: { media: { addNow: () => 'a.png' }, notice: (words) => void noticed.push(...words) },
    say: (words) => void said.push(words),
    notify: (notice) => void notices.push(notice),
    showPane: (pane) => void panes.push(pane),
    editor: () => ({ reveal: (target) => void revealed.push(target) }),
    view,
  });
  return { hooks, said, noticed, notices, panes, revealed, view };
}

describe('after a paste the window', () => {
  it('says what was left out, where it can be read later', () => {
    const { hooks, said, noticed } = desk();
    hooks.onTold(['A picture was left out.', 'So were comments.']);
    expect(noticed).toEqual(['A picture was left out.', 'So were comments.']);
    expect(said).toEqual(['A picture was left out. So were comments.']);
  });

  it('offers each thing that can be done in one line', () => {
    const { hooks, notices } = desk();
    const offers = { trace: () => true, count: 2 };
    hooks.onOffers({ figures: { count: 1, checkId: 'c1' }, quotations: offers, lines: { keep: () => true } });
    expect(notices[0]?.text).toBe('1 figure pasted without a source. 2 quotations match a source. Line ends cleaned.');
    expect(notices[0]?.offers?.map(({ label }) => label)).toEqual(['Show', 'Trace', 'Keep as pasted']);
  });

  it('shows the first number among the warnings', () => {
    const { hooks, notices, revealed, panes, view } = desk();
    hooks.onOffers({ ...NOTHING, figures: { count: 3, checkId: 'c1' } });
    notices[0]?.offers?.[0]?.run();
    expect(revealed).toEqual([{ kind: 'check', id: 'c1' }]);
    expect(panes).toEqual(['facts']);
    expect(view.get()).toMatchObject({ arrange: 'list', filter: 'warnings' });
  });

  it('says when there is nothing to do any more', () => {
    const { hooks, notices, said } = desk();
    hooks.onOffers({ ...NOTHING, lines: { keep: () => false } });
    notices[0]?.offers?.[0]?.run();
    expect(said.at(-1)).toMatch(/changed since/u);
  });
});
