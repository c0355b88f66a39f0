// Commands of the View menu: parts of the window, panes, zoom, the palette.
import { stepPart } from '../parts.ts';
import { nextZoom, type Pane } from '../view.ts';
import type { Bench } from './bench.ts';
import type { WindowCommands } from './windowCommand.ts';

export function viewCommands({ view, editor, dialog, showPane, afterDrawing }: Bench): WindowCommands {
  function goTo(pane: Pane): void {
    showPane(pane);
    afterDrawing(() => stepPart(pane, editor()));
  }
  function goToText(): void {
    view.set({ drawer: null });
    editor()?.focus();
  }
  function togglePane(pane: Pane): void {
    const { narrow, drawer, panes } = view.get();
    if (narrow) view.set({ drawer: drawer === pane ? null : pane });
    else view.set({ panes: { ...panes, [pane]: !panes[pane] } });
  }
  return {
    commandPalette: {
      always: true,
      run: () => dialog(view.get().dialog?.kind === 'palette' ? null : { kind: 'palette' }),
    },
    nextPart: { always: true, run: () => stepPart(1, editor()) },
    previousPart: { always: true, run: () => stepPart(-1, editor()) },
    goSources: { run: () => goTo('sources') },
    goText: { run: goToText },
    goFacts: { run: () => goTo('facts') },
    toggleSources: { run: () => togglePane('sources') },
    toggleFacts: { run: () => togglePane('facts') },
    textOnly: {
      run: () => {
        const { panes } = view.get();
        const show = !panes.sources && !panes.facts;
        view.set({ panes: { sources: show, facts: show }, drawer: null });
      },
    },
    showFacts: { run: () => view.set({ showFacts: !view.get().showFacts }) },
    zoomIn: { run: () => view.set({ zoom: nextZoom(view.get().zoom, 1) }) },
    zoomOut: { run: () => view.set({ zoom: nextZoom(view.get().zoom, -1) }) },
    zoomReset: { run: () => view.set({ zoom: 100 }) },
  };
}
