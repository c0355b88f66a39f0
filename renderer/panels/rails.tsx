// Rails: a folded pane; its buttons and the signs beside the text open it again, below 1180 px as a drawer over the desk.
import { useCallback, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ListTree, MessageSquare, Newspaper, PanelLeft, PanelRight, Plus, TriangleAlert } from '../ui/icons.ts';
import { useRoving } from '../ui/roving.ts';
import type { Pane } from '../view.ts';
import { align, type Wish } from './align.ts';
import { iconOf, STATUS_ICONS } from './factIcon.tsx';
import { groupNotes, marginItems, passes, type ShownItem } from './marginItems.ts';
import { useEditor, useSession, useTextLater, useWorkbench } from './use.ts';
import { placeItems, useBesideText } from './useBesideText.ts';
import { counted, factTitle, tabWords } from './words.ts';

export function SourcesRail() {
  const bench = useWorkbench();
  const { articles } = useSession();
  return (
    <nav className="rail left" aria-label="Sources, folded" data-part="sources" onClick={keep}>
      <IconButton label="Show sources" icon={PanelLeft} onClick={() => bench.showPane('sources')} />
      {articles.map((article) => (
        <IconButton
          key={article.id}
          label={tabWords(article)}
          icon={Newspaper}
          onClick={() => {
            bench.view.set({ articleId: article.id });
            bench.showPane('sources');
          }}
        />
      ))}
      <IconButton label="Import a source" icon={Plus} onClick={() => void bench.run('importSource')} />
      <IconButton label="Go to section" icon={ListTree} onClick={() => void bench.run('goToSection')} />
    </nav>
  );
}

/** The button of a rail that was pressed last: there the focus returns when its drawer closes. */
let pressed: HTMLElement | null = null;

/** Gives the focus back to the rail of a drawer that has closed. */
export function focusRail(pane: Pane): void {
  const rail = document.querySelector<HTMLElement>(`.rail.${pane === 'sources' ? 'left' : 'right'}`);
  const back = pressed && rail?.contains(pressed) ? pressed : rail?.querySelector<HTMLElement>('button');
  back?.focus();
}

const keep = (event: MouseEvent): void => {
  if (event.target instanceof Element) pressed = event.target.closest('button');
};

/** Height of a mark, in CSS pixels; how far above its words it begins, so that it stands in the middle of their line. */
const MARK = { height: 26, rise: 4 } as const;

function Mark({ item, onPress }: { item: ShownItem; onPress: () => void }) {
  const status = item.kind === 'notes' ? item.notes[0]?.status : item.kind === 'fact' ? item.fact.status : undefined;
  const state = status && STATUS_ICONS[status];
  const label =
    item.kind === 'check'
      ? item.check.title
      : item.kind === 'fact'
        ? `${factTitle(item.fact)}, ${item.fact.status}`
        : counted(item.notes.length, 'note', 'notes');
  const icon =
    item.kind === 'check'
      ? TriangleAlert
      : item.kind === 'notes'
        ? MessageSquare
        : item.fact.kind === 'quote' || item.fact.kind === 'claim'
          ? iconOf(item.fact)
          : (state?.icon ?? iconOf(item.fact));
  const tone =
    item.kind === 'check'
      ? item.check.severity === 'settle'
        ? 's-warn'
        : 's-none'
      : item.kind === 'fact' && item.fact.kind === 'quote'
        ? 'k-quote'
        : (state?.tone ?? 's-none');
  return (
    <button type="button" className="rail-mark" aria-label={label} data-tip={label} onClick={onPress}>
      <Icon of={icon} className={tone} />
    </button>
  );
}

/** A sign for each fact, note and warning at the height of its words; one tab stop, arrows between (ui.md, Layout). */
function Marks({ items }: { items: readonly ShownItem[] }) {
  const bench = useWorkbench();
  const editor = useEditor();
  const box = useRef<HTMLUListElement>(null);
  const onKeyDown = useRoving(box, '.rail-mark', 'vertical');
  const wishes = useRef<readonly Wish[]>([]);
  const write = useCallback(() => {
    const list = box.current;
    const scroll = bench.text.get().scroll;
    if (!list || !scroll) return;
    const moved = wishes.current.map((wish) => ({ ...wish, want: wish.want - scroll.scrollTop }));
    placeItems(list, align(moved, null, list.clientHeight));
  }, [bench]);
  const measure = useCallback(() => {
    const list = box.current;
    const scroll = bench.text.get().scroll;
    if (!list || !scroll || !editor) return;
    const origin = list.getBoundingClientRect().top - scroll.scrollTop;
    const tops = editor.topsOf(items.map((item) => item.from));
    wishes.current = items.flatMap((item, index) => {
      const top = tops[index];
      if (top === null || top === undefined) return [];
      return [{ id: item.id, want: top - origin - MARK.rise, height: MARK.height, row: true }];
    });
    write();
  }, [bench, editor, items, write]);
  useLayoutEffect(measure, [measure]);
  useBesideText(box, measure, write);

  function press(item: ShownItem): void {
    if (item.kind !== 'fact') return bench.openCard(item.id, true);
    bench.showPane('facts');
    editor?.reveal({ pos: item.from });
  }
  return (
    <ul ref={box} className="rail-marks" aria-label="Beside the text" onKeyDown={onKeyDown}>
      {items.map((item) => (
        <li key={item.id} data-item={item.id}>
          <Mark item={item} onPress={() => press(item)} />
        </li>
      ))}
    </ul>
  );
}

export function FactsRail() {
  const bench = useWorkbench();
  const { facts } = useSession();
  const text = useTextLater();
  const items = useMemo(
    () => (text ? groupNotes(marginItems(text, facts).filter((item) => passes(item, 'all', false))) : []),
    [text, facts],
  );
  return (
    <nav className="rail right" aria-label="Facts and notes, folded" data-part="facts" onClick={keep}>
      <IconButton label="Show facts and notes" icon={PanelRight} onClick={() => bench.showPane('facts')} />
      <Marks items={items} />
    </nav>
  );
}
