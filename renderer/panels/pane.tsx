// Pane: a side of the window with its name and the edge that sets its width; usePaneWidths is how wide both are drawn.
import { useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { PANE_LIMITS, paneWidth, widestPane } from '../paneWidths.ts';
import { Splitter } from '../ui/splitter.tsx';
import type { Pane as PaneName } from '../view.ts';
import { useView, useWorkbench } from './use.ts';

/** Width of a folded pane, in CSS pixels (ui.md, Layout). */
const RAIL = 44;

function useWindowWidth(): number {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener);
      return () => window.removeEventListener('resize', listener);
    },
    () => window.innerWidth,
  );
}

export interface DrawnPane {
  readonly folded: boolean;
  /** In CSS pixels; `most` is what the window has room for. */
  readonly width: number;
  readonly most: number;
}

/** Each pane beside the other and the page. */
export function usePaneWidths(): Readonly<Record<PaneName, DrawnPane>> {
  const { narrow, panes, widths } = useView();
  const windowWidth = useWindowWidth();
  const folded = (pane: PaneName) => narrow || !panes[pane];
  function drawn(pane: PaneName, other: PaneName): DrawnPane {
    const most = widestPane(pane, windowWidth, folded(other) ? RAIL : widths[other]);
    return { folded: folded(pane), width: paneWidth(pane, widths[pane], most), most };
  }
  return { sources: drawn('sources', 'facts'), facts: drawn('facts', 'sources') };
}

interface Props {
  readonly side: PaneName;
  readonly label: string;
  readonly className?: string;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly children: ReactNode;
}

export function Pane({ side, label, className = '', onKeyDown, children }: Props) {
  const bench = useWorkbench();
  const { folded, width, most } = usePaneWidths()[side];
  const set = (to: number) => bench.view.set({ widths: { ...bench.view.get().widths, [side]: to } });
  return (
    <aside className={`pane ${side} ${className}`} aria-label={label} data-part={side} onKeyDown={onKeyDown}>
      {children}
      {!folded && (
        <Splitter
          label={`Width of ${label}`}
          side={side === 'sources' ? 'left' : 'right'}
          value={width}
          least={PANE_LIMITS[side].least}
          most={most}
          onMove={set}
          onReset={() => set(PANE_LIMITS[side].usual)}
          onFold={() => bench.view.set({ panes: { ...bench.view.get().panes, [side]: false } })}
        />
      )}
    </aside>
  );
}
