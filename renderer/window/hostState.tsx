// HostState: tells the host what its menu and frame need.
import { useEffect } from 'react';
import { COMMANDS } from '../../shared/commands.ts';
import type { WindowState } from '../../shared/platform.ts';
import { useSession, useTextLater, useView } from '../panels/use.ts';
import { titleOf } from '../sessionState.ts';
import type { Workbench } from '../workbench.ts';

/** A leaf of its own, so that typing draws nothing else again. */
export function HostState({ bench }: { bench: Workbench }) {
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
