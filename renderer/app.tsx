// App: the window as a whole: bars, panes, dialogs, live regions; window/ holds its keys, drops and host.
import { useCallback, useEffect, useState, useSyncExternalStore, type CSSProperties } from 'react';
import { AppBar } from './panels/appBar.tsx';
import { ChartPane, useShownChart } from './panels/chartPane.tsx';
import { Desk } from './panels/desk.tsx';
import { Dialogs } from './panels/dialogs.tsx';
import { ExportedLine } from './panels/exportSheet.tsx';
import { FactsPane } from './panels/facts.tsx';
import { usePaneWidths } from './panels/pane.tsx';
import { FactsRail, focusRail, SourcesRail } from './panels/rails.tsx';
import { RecoveryDialog } from './panels/recoveryDialog.tsx';
import { HoverCards } from './panels/hoverCard.tsx';
import { Peek } from './panels/peek.tsx';
import { SourcesPane } from './panels/sources.tsx';
import { Start } from './panels/start.tsx';
import { StatusBar } from './panels/statusBar.tsx';
import { useSession, useTextValue, useView, WorkbenchContext } from './panels/use.ts';
import { FocusText } from './ui/focusBack.ts';
import { Tooltips } from './ui/tooltip.tsx';
import { HostState } from './window/hostState.tsx';
import { useDrops } from './window/useDrops.ts';
import type { Pane } from './view.ts';
import { useHost } from './window/useHost.ts';
import { useKeys } from './window/useKeys.ts';
import { useLayout } from './window/useLayout.ts';
import type { Workbench } from './workbench.ts';

/** Below this width both panes fold to rails (ui.md, Layout). */
const NARROW = '(max-width: 1179px)';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

function useTheme(): void {
  const { user } = useSession();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  const theme = user.theme !== 'system' ? user.theme : contrast ? 'contrast' : dark ? 'dark' : 'light';
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

/** One polite region and one alert for the whole window (ui.md, Live regions). */
function LiveRegions({ bench }: { bench: Workbench }) {
  const view = useView();
  const session = useSession();
  const settle = useTextValue((text) => text?.checks.filter((check) => check.severity === 'settle').length ?? 0);
  const [before, setBefore] = useState(0);
  useEffect(() => {
    // Said after a pause in the typing, and once.
    const timer = setTimeout(() => {
      if (settle > before) bench.say('Words differ from their source. F8 to settle.');
      setBefore(settle);
    }, 1200);
    return () => clearTimeout(timer);
  }, [bench, settle, before]);
  return (
    <>
      <div className="sr" role="status">
        {view.said.text}
        {view.said.turn % 2 === 1 && '\u00a0'}
      </div>
      <div className="sr" role="alert">
        {session.backupFailed ? `The backup could not be written. ${session.backupFailed}` : ''}
      </div>
    </>
  );
}

function Editing({ bench }: { bench: Workbench }) {
  const view = useView();
  const chart = useShownChart();
  const drawn = (pane: Pane) => (view.narrow ? view.drawer === pane : view.panes[pane]);
  const closeDrawer = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || !view.narrow || event.defaultPrevented) return;
    const pane = view.drawer;
    bench.view.set({ drawer: null });
    if (pane) setTimeout(() => focusRail(pane));
  };
  const widths = usePaneWidths();
  const columns = (pane: Pane) => (widths[pane].folded ? 'folded' : 'wide');
  const style = { '--w-sources': `${widths.sources.width}px`, '--w-margin': `${widths.facts.width}px` };
  return (
    <div
      className={`editing left-${columns('sources')} right-${columns('facts')} ${view.narrow ? 'narrow' : ''}`}
      style={style as CSSProperties}
    >
      {(view.narrow || !view.panes.sources) && <SourcesRail />}
      {drawn('sources') && <SourcesPane onKeyDown={closeDrawer} />}
      <Desk />
      {drawn('facts') && (chart ? <ChartPane onKeyDown={closeDrawer} /> : <FactsPane onKeyDown={closeDrawer} />)}
      {(view.narrow || !view.panes.facts) && <FactsRail />}
    </div>
  );
}

function Window({ bench }: { bench: Workbench }) {
  const { open } = useSession();
  const narrow = useMedia(NARROW);
  useEffect(() => bench.view.set({ narrow, drawer: null }), [bench, narrow]);
  useKeys(bench);
  useLayout(bench);
  useTheme();
  const over = useDrops(bench);
  const [waiting, done] = useHost(bench);
  return (
    <div className={`window ${over ? 'drop-over' : ''}`}>
      {/* First, so that the host knows of a closed briefing before the start screen asks for its backup. */}
      <HostState bench={bench} />
      <AppBar />
      <ExportedLine />
      {open ? <Editing bench={bench} /> : <Start />}
      <StatusBar />
      {waiting ? <RecoveryDialog versions={waiting.versions} onDone={done} /> : <Dialogs />}
      <LiveRegions bench={bench} />
      <Peek />
      <HoverCards />
      <Tooltips />
    </div>
  );
}

export function App({ bench }: { bench: Workbench }) {
  const focusText = useCallback(() => bench.text.get().editor?.focus(), [bench]);
  return (
    <WorkbenchContext value={bench}>
      <FocusText value={focusText}>
        <Window bench={bench} />
      </FocusText>
    </WorkbenchContext>
  );
}
