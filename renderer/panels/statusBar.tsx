// StatusBar: length and language; findings, what is saved, that nothing leaves the machine, and the zoom; offers of Undo.
import { Icon } from '../ui/icon.tsx';
import { Check, HardDrive, TriangleAlert } from '../ui/icons.ts';
import { Menu } from '../ui/menu.tsx';
import { ZOOMS } from '../view.ts';
import { Length } from './length.tsx';
import { useSession, useTextLater, useView, useWorkbench } from './use.ts';
import { clockWords, counted, languageWords } from './words.ts';

function SavedState() {
  const session = useSession();
  if (session.backupFailed) {
    return (
      <span className="s-bad" data-tip={session.backupFailed}>
        <Icon of={TriangleAlert} size="s" />
        No backup
      </span>
    );
  }
  if (session.dirty) return <span>Not saved</span>;
  if (!session.place) return <span>Not saved yet</span>;
  return (
    <span className="num">
      <Icon of={Check} size="s" className="s-ok" />
      {session.savedAt ? `Saved ${clockWords(session.savedAt)}` : 'Saved'}
    </span>
  );
}

export function StatusBar() {
  const bench = useWorkbench();
  const session = useSession();
  const view = useView();
  const text = useTextLater();
  const checks = text?.checks.length ?? 0;
  const settle = text?.checks.filter((check) => check.severity === 'settle').length ?? 0;
  return (
    <footer className="status-bar" aria-label="Status" data-part="status bar">
      {session.open && text && (
        <>
          <Length text={text} />
          <span className="wide">{languageWords(session.settings?.language ?? 'en-GB')}</span>
        </>
      )}
      {session.busy && (
        <span aria-busy="true" className="busy">
          {session.busy}…
        </span>
      )}
      {view.notice && (
        <span className="notice">
          {view.notice.text}
          {view.notice.undo && (
            <button
              type="button"
              className="link"
              onClick={() => {
                const id = view.notice?.undo;
                bench.view.set({ notice: null });
                if (id) bench.run(id);
              }}
            >
              Undo
            </button>
          )}
          {view.notice.offers?.map((offer) => (
            <button
              key={offer.label}
              type="button"
              className="link"
              onClick={() => {
                bench.view.set({ notice: null });
                offer.run();
              }}
            >
              {offer.label}
            </button>
          ))}
        </span>
      )}
      <span className="grow" />
      {session.open && text && (
        <>
          <button type="button" className={settle > 0 ? 's-warn' : ''} onClick={() => void bench.run('check')}>
            {settle > 0 && <Icon of={TriangleAlert} size="s" />}
            {counted(checks, 'check')}
          </button>
          <SavedState />
        </>
      )}
      <span data-tip="Chancery never connects. Everything is read and written on this computer.">
        <Icon of={HardDrive} size="s" />
        Offline
      </span>
      {session.open && (
        <Menu
          className="num"
          label={`Zoom: ${view.zoom} per cent`}
          items={ZOOMS.map((zoom) => ({ id: String(zoom), label: `${zoom}%`, checked: zoom === view.zoom }))}
          onPick={(zoom) => bench.view.set({ zoom: Number(zoom) })}
        >
          {view.zoom}%
        </Menu>
      )}
    </footer>
  );
}
