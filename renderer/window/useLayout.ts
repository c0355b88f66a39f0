// useLayout: the arrangement of the window (open panes, their widths, zoom, a white page), remembered with the user's settings.
import { useEffect } from 'react';
import type { UserLayout } from '../../shared/platform.ts';
import { paneWidth } from '../paneWidths.ts';
import { ZOOMS, type ViewState } from '../view.ts';
import type { Workbench } from '../workbench.ts';

/** A pause before writing, in milliseconds: an edge that is being moved changes many times a second. */
const SETTLE = 600;

/** What is kept of a view. */
export function layoutOf({ panes, widths, zoom, whitePage }: ViewState): UserLayout {
  return { panes, widths, zoom, whitePage };
}

/** What a view takes of a kept layout, which may come from another version or a hand. */
export function viewOfLayout({
  panes,
  widths,
  zoom,
  whitePage = false,
}: UserLayout): Pick<ViewState, 'panes' | 'widths' | 'zoom' | 'whitePage'> {
  return {
    panes,
    widths: { sources: paneWidth('sources', widths.sources), facts: paneWidth('facts', widths.facts) },
    zoom: ZOOMS.find((one) => one === zoom) ?? 90,
    whitePage,
  };
}

/** Writes the layout a moment after it was changed; what was read (window/useHost.ts) is not written again. */
export function useLayout(bench: Workbench): void {
  useEffect(() => {
    let timer = 0;
    function write(): void {
      const { user } = bench.session.getSnapshot();
      const layout = layoutOf(bench.view.get());
      if (JSON.stringify(layout) !== JSON.stringify(user.layout ?? null)) bench.session.setUser({ ...user, layout });
    }
    let before = JSON.stringify(layoutOf(bench.view.get()));
    const stop = bench.view.subscribe(() => {
      const now = JSON.stringify(layoutOf(bench.view.get()));
      if (now === before) return;
      before = now;
      clearTimeout(timer);
      timer = window.setTimeout(write, SETTLE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [bench]);
}
