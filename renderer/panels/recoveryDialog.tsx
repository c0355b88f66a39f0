// RecoveryDialog: two versions of a briefing after an unexpected end; both are shown and neither is thrown away.
import { useMemo, useRef, useState } from 'react';
import type { BriefingParts } from '../worker/contract.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FileClock } from '../ui/icons.ts';
import { useRoving } from '../ui/roving.ts';
import { compareParts, countParts, type PartChange } from './compare.ts';
import { Diff } from './diff.tsx';
import type { TwoVersions } from '../workbench.ts';
import { useWorkbench } from './use.ts';
import { counted, momentWords } from './words.ts';

export function Changes({ changes, label }: { changes: readonly PartChange[]; label: string }) {
  return (
    <section className="changes" aria-label={label}>
      <h3>{label}</h3>
      <ul className="scroll" tabIndex={0}>
        {changes.map((change, index) => (
          <li key={index}>
            <span>{change.where}</span>
            <Diff changes={change.changes} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function countsWords(parts: BriefingParts): string {
  const { words, notes, replies } = countParts(parts);
  return `${counted(words, 'word')}, ${counted(notes, 'note')}, ${counted(replies, 'reply', 'replies')}`;
}

export function RecoveryDialog({ versions, onDone }: { versions: TwoVersions; onDone: (opened: boolean) => void }) {
  const bench = useWorkbench();
  const { backup, recovered, saved } = versions;
  const [choice, setChoice] = useState<'recovered' | 'saved'>('recovered');
  const changes = useMemo(() => (saved ? compareParts(saved, recovered) : []), [saved, recovered]);
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(group, '[role=radio]', 'both', (item) =>
    setChoice(item.dataset['version'] === 'saved' ? 'saved' : 'recovered'),
  );
  const later = () => onDone(false);
  async function open(which: 'recovered' | 'saved' | 'both'): Promise<void> {
    const { place } = backup;
    if (which === 'saved' && place) await bench.openRecent(place.id, place.name);
    else await bench.openBackup(backup, { apart: which === 'both' });
    onDone(true);
    // Once this window has let go of the file: until then the host takes it for the one that shows it.
    if (which === 'both' && place) setTimeout(() => void bench.platform.openInNewWindow?.(place.id), 100);
  }
  const canBoth = saved !== null && backup.place !== null && bench.platform.openInNewWindow !== undefined;
  return (
    <Dialog
      alert
      title={saved ? 'Two versions of this briefing' : 'A briefing was not saved'}
      text={
        saved
          ? 'Chancery closed before the last changes were saved. Both versions are whole, and the one you do not open is kept.'
          : `Chancery closed before ${backup.place ? 'the last changes were' : 'this briefing was'} saved. What was typed is whole, and is kept until you save or discard it.`
      }
      icon={FileClock}
      className="recovery"
      onClose={later}
      footer={
        <>
          <Button kind="quiet" onClick={later}>
            Decide later
          </Button>
          <span className="grow" />
          {canBoth && <Button onClick={() => void open('both')}>Open both</Button>}
          <Button kind="primary" data-first="" onClick={() => void open(choice)}>
            {choice === 'recovered' ? 'Open the recovered version' : 'Open the saved version'}
          </Button>
        </>
      }
    >
      <div className="dialog-body">
        {saved ? (
          <div ref={group} className="versions" role="radiogroup" aria-label="Version to open" onKeyDown={onKeyDown}>
            <button
              type="button"
              role="radio"
              className="version"
              aria-checked={choice === 'recovered'}
              data-version="recovered"
              onClick={() => setChoice('recovered')}
            >
              <i className="radio" aria-hidden="true" />
              <b>Recovered, {momentWords(backup.at)}</b>
              <span className="num">{countsWords(recovered)}</span>
            </button>
            <button
              type="button"
              role="radio"
              className="version"
              aria-checked={choice === 'saved'}
              data-version="saved"
              onClick={() => setChoice('saved')}
            >
              <i className="radio" aria-hidden="true" />
              <b>Saved, {backup.place?.name}</b>
              <span className="num">
                {backup.baseChanged ? 'Changed by another program since. ' : 'Last save on disk. '}
                {countsWords(saved)}
              </span>
            </button>
          </div>
        ) : (
          <p className="version lone">
            <b>{backup.title}</b>
            <span className="num">
              Recovered, {momentWords(backup.at)}. {countsWords(recovered)}.
              {backup.place && ` The file ${backup.place.name} cannot be read from here now.`}
            </span>
          </p>
        )}
        {saved && (
          <Changes
            changes={changes}
            label={
              changes.length === 0
                ? 'The words of both versions are the same'
                : `${counted(changes.length, 'change')} in the recovered version`
            }
          />
        )}
      </div>
    </Dialog>
  );
}
