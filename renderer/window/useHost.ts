// useHost: what the host opens the window for and asks of it later, and what waits to be recovered.
import { useEffect, useState } from 'react';
import type { Start } from '../../shared/platform.ts';
import type { TwoVersions, Workbench } from '../workbench.ts';
import { viewOfLayout } from './useLayout.ts';

interface Waiting {
  readonly versions: TwoVersions;
  /** What the window was opened for; taken when the user decides about the versions later. */
  readonly start: Start;
}

/**
 * What waits to be recovered is asked about first: to look at the saved version the host opens its file, which must not
 * meet another briefing in this window. Then what the window was opened for; and what the host asks later.
 */
export function useHost(bench: Workbench): [Waiting | null, (opened: boolean) => void] {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  useEffect(() => {
    const { platform, session } = bench;
    let here = true;
    void (async () => {
      const user = await platform.readSettings();
      session.takeUser(user);
      if (user.layout) bench.view.set(viewOfLayout(user.layout));
      // A briefing may begin from a template of the user's own.
      await bench.ownTemplates.load();
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
