// useVirtualRows: a long list of which only the rows in sight are drawn, and one more that must stay, such as the chosen one.
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useState, type RefObject } from 'react';

export interface VirtualRow {
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
}

export interface VirtualRows {
  readonly drawn: readonly VirtualRow[];
  /** Height of all rows, in pixels. */
  readonly height: number;
  /** Given to each drawn row as its ref, beside `data-index`. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly show: (index: number) => void;
}

/**
 * The library's virtualizer in a component that asks it anew with each drawing: its own hook answers functions whose answers
 * change, which may not be kept. `kept`: index of the row that stays drawn, or -1.
 */
export function useVirtualRows(
  box: RefObject<HTMLElement | null>,
  count: number,
  kept: number,
  rowOf: (index: number) => { readonly key: string; readonly height: number },
): VirtualRows {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: () => box.current,
    estimateSize: (index: number) => rowOf(index).height,
    getItemKey: (index: number) => rowOf(index).key,
    overscan: 6,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const drawn = defaultRangeExtractor(range);
      return kept < 0 || kept >= count || drawn.includes(kept) ? drawn : [...drawn, kept].sort((a, b) => a - b);
    },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(),
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  return {
    drawn: rows.getVirtualItems(),
    height: rows.getTotalSize(),
    measure: rows.measureElement,
    show: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  };
}
