// App: the window as a whole: bars, panes, dialogs, live regions, its keys and what is dropped on it.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { STEPS, TEXT_COMMANDS } from './commandRules.ts';
import { isPictureFile } from './editor/plugins/pictures.ts';
import { commandOf, type KeyPress } from './keys.ts';
import { AppBar } from './panels/appBar.tsx';
import { BackupsDialog } from './panels/backups.tsx';
import { BannerDialog } from './panels/banner.tsx';
import { ChartDialog } from './panels/chartDialog.tsx';
import { Desk } from './panels/desk.tsx';
import { ExportedLine, ExportSheet } from './panels/exportSheet.tsx';
import { FactsPane } from './panels/facts.tsx';
import { Palette } from './panels/palette.tsx';
import { PictureDialog } from './panels/picture.tsx';
import { PortionDialog } from './panels/portionDialog.tsx';
import { ProblemDialog } from './panels/problemDialog.tsx';
import { FactsRail, SourcesRail } from './panels/rails.tsx';
import { RecoveryDialog } from './panels/recoveryDialog.tsx';
import { ReferenceDialog } from './panels/referenceDialog.tsx';
import { SettingsDialog } from './panels/settings.tsx';
import { Shortcuts } from './panels/shortcuts.tsx';
import { About, LinkDialog, PASTED, PasteSource, UnsavedDialog } from './panels/smallDialogs.tsx';
import { SourcesPane } from './panels/sources.tsx';
import { Start } from './panels/start.tsx';
import { StatusBar } from './panels/statusBar.tsx';
import { useSession, useText, useTextLater, useView, WorkbenchContext } from './panels/use.ts';
import { titleOf } from './sessionState.ts';
import { FocusText } from './ui/focusBack.ts';
import { Tooltips } from './ui/tooltip.tsx';
import type { TwoVersions, Workbench } from './workbench.ts';
import { COMMANDS } from '../shared/commands.ts';
import type { Start as StartOf, WindowState } from '../shared/platform.ts';

/** Below this width both panes fold to rails (ui.md, Layout). */
const NARROW = '(max-width: 1179px)';

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState('AltGraph') };
}

/** Keys of the window; the text passes on its own (renderer/editor/keymap.ts). */
function useKeys(bench: Workbench): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandOf(pressOf(event), bench.platform.os === 'mac');
      if (!id || id === 'pastePlain') return;
      if (inField(event.target) && TEXT_COMMANDS.has(id)) return;
      // An open dialog is answered first; the palette closes by its own key.
      if (document.querySelector('dialog[open]') && id !== 'commandPalette') {
        event.preventDefault();
        return;
      }
      event.preventDefault();
      bench.ask(id);
    }
    /** Steps from one thing to the next open what stands beside it, so the window takes them before the text does. */
    function onCapture(event: KeyboardEvent): void {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const id = commandOf(pressOf(event), bench.platform.os === 'mac');
      if (!id || !STEPS.has(id) || bench.reasonOff(id)) return;
      event.preventDefault();
      event.stopPropagation();
      bench.run(id);
    }
    window.addEventListener('keydown', onCapture, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onCapture, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [bench]);
}

async function filesOf(list: readonly File[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(list.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** Files and text that are dropped or pasted on the window; a fact dropped on the text is the text's own. */
function useDrops(bench: Workbench): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    function onOver(event: DragEvent): void {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    function onDrop(event: DragEvent): void {
      setOver(false);
      const list = event.dataTransfer?.files;
      if (!carriesFiles(event) || !list) return;
      event.preventDefault();
      // Pictures that fall on the text are the text's own (editor/plugins/pictures.ts).
      const taken = event.target instanceof Element && event.target.closest('.briefing-text') !== null;
      const ours = [...list].filter((file) => !(taken && isPictureFile(file)));
      if (ours.length === 0) return;
      void filesOf(ours).then(async (files) => {
        const brief = files.find((file) => file.name.toLowerCase().endsWith('.brief'));
        if (brief) {
          bench.whenSafe(
            () => void bench.session.openBytes(brief.bytes, { name: brief.name, place: null, readOnly: false }),
          );
        } else await bench.addSources(files);
      });
    }
    function onPaste(event: ClipboardEvent): void {
      if (inField(event.target) || bench.session.getSnapshot().open) return;
      const words = event.clipboardData?.getData('text/plain') ?? '';
      if (words.trim() === '') return;
      event.preventDefault();
      void bench.addSources([{ name: PASTED, bytes: new TextEncoder().encode(words) }]);
    }
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [bench]);
  return over;
}

interface Waiting {
  readonly versions: TwoVersions;
  /** What the window was opened for; taken when the user decides about the versions later. */
  readonly start: StartOf;
}

/**
 * What waits to be recovered is asked about first: to look at the saved version the host opens its file, which must not
 * meet another briefing in this window. Then what the window was opened for; and what the host asks later.
 */
function useHost(bench: Workbench): [Waiting | null, (opened: boolean) => void] {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  useEffect(() => {
    const { platform, session } = bench;
    let here = true;
    void (async () => {
      session.takeUser(await platform.readSettings());
      const start = await platform.start();
      const offered = (await platform.backups()).filter((backup) => !backup.declined);
      if (!here) return;
      const placeId = start.kind === 'briefing' ? start.file.place.id : null;
      const wanted = placeId ? offered.find((backup) => backup.place?.id === placeId) : offered[0];
      const versions = wanted && (await bench.twoVersions(wanted));
      if (!here) return;
      if (versions) setWaiting({ versions, start });
      else await bench.take(start);
    })();
    const stops = [
      platform.onCommand((id) => void bench.ask(id)),
      platform.onOpen((start) => void bench.take(start)),
      platform.onCloseRequest(async (save) => {
        if (save) return session.save();
        await session.flushBackup();
        return true;
      }),
    ];
    return () => {
      here = false;
      for (const stop of stops) stop();
    };
  }, [bench]);
  const done = (opened: boolean) => {
    setWaiting(null);
    if (!waiting) return;
    if (!opened) void bench.take(waiting.start);
    else if (waiting.start.kind === 'articles') bench.leaveOut(waiting.start.files);
  };
  return [waiting, done];
}

/** Tells the host what its menu and frame need; a leaf of its own, so that typing draws nothing else again. */
function HostState({ bench }: { bench: Workbench }) {
  const session = useSession();
  const text = useTextLater();
  useView();
  const doc = text?.doc ?? session.open?.doc;
  const title = doc ? titleOf(doc) || session.place?.name || 'Untitled briefing' : '';
  const disabled = COMMANDS.filter(({ id }) => bench.reasonOff(id) !== null).map(({ id }) => id);
  const opened = session.open ? { count: session.open.key, placeId: session.place?.id ?? null } : null;
  const state = JSON.stringify({ title, dirty: session.dirty, disabled, opened } satisfies WindowState);
  useEffect(() => {
    document.title = title ? `${title}${session.dirty ? ' •' : ''} – Chancery` : 'Chancery';
  }, [title, session.dirty]);
  useEffect(() => bench.platform.setWindowState(JSON.parse(state) as WindowState), [bench, state]);
  return null;
}

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

function Dialogs() {
  const { dialog } = useView();
  const { problem } = useSession();
  // What went wrong comes before what was being done.
  if (problem) return <ProblemDialog problem={problem} />;
  switch (dialog?.kind) {
    case 'palette':
      return <Palette key="palette" />;
    case 'insert':
      return <Palette key={dialog.form} insert={dialog.form} />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'settings':
      return <SettingsDialog />;
    case 'about':
      return <About />;
    case 'export':
      return <ExportSheet key="word" form="word" />;
    case 'exportPdf':
      return <ExportSheet key="pdf" form="pdf" />;
    case 'paste':
      return <PasteSource />;
    case 'backups':
      return <BackupsDialog />;
    case 'banner':
      return <BannerDialog />;
    case 'chart':
      return <ChartDialog />;
    case 'reference':
      return <ReferenceDialog />;
    case 'portion':
      return <PortionDialog />;
    case 'link':
      return <LinkDialog />;
    case 'picture':
      return <PictureDialog key={dialog.picture.media} {...dialog} />;
    case 'unsaved':
      return <UnsavedDialog then={dialog.then} />;
    default:
      return null;
  }
}

/** One polite region and one alert for the whole window (ui.md, Live regions). */
function LiveRegions({ bench }: { bench: Workbench }) {
  const view = useView();
  const session = useSession();
  const text = useText();
  const settle = text?.checks.filter((check) => check.severity === 'settle').length ?? 0;
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
  const drawn = (pane: 'sources' | 'facts') => (view.narrow ? view.drawer === pane : view.panes[pane]);
  const closeDrawer = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || !view.narrow || event.defaultPrevented) return;
    const pane = view.drawer;
    bench.view.set({ drawer: null });
    setTimeout(() =>
      document.querySelector<HTMLElement>(`.rail.${pane === 'sources' ? 'left' : 'right'} button`)?.focus(),
    );
  };
  const columns = (pane: 'sources' | 'facts') => (view.narrow || !view.panes[pane] ? 'folded' : 'wide');
  return (
    <div className={`editing left-${columns('sources')} right-${columns('facts')} ${view.narrow ? 'narrow' : ''}`}>
      {(view.narrow || !view.panes.sources) && <SourcesRail />}
      {drawn('sources') && <SourcesPane onKeyDown={closeDrawer} />}
      <Desk />
      {drawn('facts') && <FactsPane onKeyDown={closeDrawer} />}
      {(view.narrow || !view.panes.facts) && <FactsRail />}
    </div>
  );
}

function Window({ bench }: { bench: Workbench }) {
  const { open } = useSession();
  const narrow = useMedia(NARROW);
  useEffect(() => bench.view.set({ narrow, drawer: null }), [bench, narrow]);
  useKeys(bench);
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
