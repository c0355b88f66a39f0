// Backups: versions kept beside the saved ones; opened as they are, discarded only after a second yes.
import { useCallback, useEffect, useState } from 'react';
import type { Backup } from '../../shared/platform.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FileClock } from '../ui/icons.ts';
import { Icon } from '../ui/icon.tsx';
import { useWorkbench } from './use.ts';
import { agoWords } from './words.ts';

export interface Backups {
  readonly list: readonly Backup[];
  readonly reload: () => void;
}

export function useBackups(): Backups {
  const bench = useWorkbench();
  const [list, setList] = useState<readonly Backup[]>([]);
  const reload = useCallback(() => {
    void bench.platform.backups().then(setList);
  }, [bench]);
  useEffect(reload, [reload]);
  return { list, reload };
}

export function BackupList({ list, reload, onOpen }: Backups & { onOpen?: () => void }) {
  const bench = useWorkbench();
  /** The backup whose discarding waits for the second yes. */
  const [asked, setAsked] = useState<string | null>(null);
  if (list.length === 0) return <p className="start-say">No backups. Everything that was typed has been saved.</p>;
  return (
    <ul className="recents">
      {list.map((backup) => (
        <li key={backup.id} className="recent backup">
          <Icon of={FileClock} />
          <span className="recent-name">
            <b>{backup.title}</b>
            <small>
              {backup.place ? `Of ${backup.place.name} in ${backup.place.folder}` : 'Never saved'}
              {backup.baseChanged && '. The file was changed since'}
            </small>
          </span>
          <span className="num">{agoWords(backup.at, new Date())}</span>
          <span>
            {asked === backup.id ? (
              <>
                <Button size="sm" kind="quiet" onClick={() => setAsked(null)}>
                  Keep it
                </Button>
                <Button
                  size="sm"
                  kind="danger"
                  onClick={() => void bench.platform.discardBackup(backup.id).then(reload)}
                >
                  Discard for good
                </Button>
              </>
            ) : (
              <>
                <Button
                  size="sm"
                  onClick={() =>
                    bench.whenSafe(() => {
                      onOpen?.();
                      void bench.openBackup(backup);
                    })
                  }
                >
                  Open<span className="sr"> {backup.title}</span>
                </Button>
                <Button size="sm" kind="danger" onClick={() => setAsked(backup.id)}>
                  Discard<span className="sr"> {backup.title}</span>
                </Button>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function BackupsDialog() {
  const bench = useWorkbench();
  const backups = useBackups();
  const close = () => bench.dialog(null);
  return (
    <Dialog
      title="Backups"
      text="What was typed and not saved. Each is kept for 30 days, or until you discard it."
      className="backups-dialog"
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Close</Button>
        </>
      }
    >
      <div className="dialog-body">
        <BackupList {...backups} onOpen={close} />
      </div>
    </Dialog>
  );
}
