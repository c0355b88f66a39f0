// ProblemDialog: what could not be done, what it means for the work, and the ways on (ui.md, Dialogs).
import { useState } from 'react';
import type { Problem } from '../sessionState.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CircleAlert, FileX } from '../ui/icons.ts';
import { compareParts, type PartChange } from './compare.ts';
import { Changes } from './recoveryDialog.tsx';
import { useSession, useWorkbench } from './use.ts';
import { counted } from './words.ts';

/** The host's code in the words of ui.md; what it does not know it says itself. */
const SAVE_WORDS: Readonly<Record<string, string>> = {
  full: 'The disk is full.',
  'read-only': 'The folder is read-only.',
  locked: 'The file is in use by another program.',
};

function Changed({ name }: { name: string }) {
  const bench = useWorkbench();
  const { place } = useSession();
  const [changes, setChanges] = useState<readonly PartChange[] | null>(null);
  const settle = () => bench.session.settleProblem();
  async function compare(): Promise<void> {
    const theirs = place ? await bench.platform.openPlace(place.id) : null;
    const parts = theirs?.ok ? await bench.session.readParts(theirs.value.bytes) : null;
    if (parts?.ok) setChanges(compareParts(parts.value, bench.session.briefing()));
    else bench.say('The file on disk cannot be read now.');
  }
  return (
    <Dialog
      alert
      title={`“${name}” was changed by another program`}
      text="It was saved there since you opened it. Nothing has been overwritten."
      icon={CircleAlert}
      className={changes ? 'recovery' : 'conflict'}
      onClose={settle}
      footer={
        <>
          <Button kind="quiet" off={changes ? 'Compared below' : null} onClick={() => void compare()}>
            Compare
          </Button>
          <span className="grow" />
          <Button
            kind="danger"
            onClick={() => {
              settle();
              void bench.session.takeTheirs();
            }}
          >
            Take theirs
          </Button>
          <Button
            onClick={() => {
              settle();
              void bench.session.saveOver();
            }}
          >
            Keep mine
          </Button>
          <Button
            kind="primary"
            data-first=""
            onClick={() => {
              settle();
              void bench.session.saveAs();
            }}
          >
            Save mine as a copy…
          </Button>
        </>
      }
    >
      {changes && (
        <div className="dialog-body">
          <Changes
            changes={changes}
            label={
              changes.length === 0
                ? 'The words of both versions are the same'
                : `${counted(changes.length, 'change')} from the file on disk to yours`
            }
          />
        </div>
      )}
    </Dialog>
  );
}

export function ProblemDialog({ problem }: { problem: Problem }) {
  const bench = useWorkbench();
  const settle = () => bench.session.settleProblem();
  const then = (next: () => unknown) => () => {
    settle();
    next();
  };
  if (problem.kind === 'changed') return <Changed name={problem.name} />;
  const { name, error } = problem;
  if (problem.kind === 'save') {
    return (
      <Dialog
        alert
        title={`“${name}” could not be saved`}
        text={`${SAVE_WORDS[error.code] ?? error.text} Your changes are safe in a backup on this computer.`}
        icon={CircleAlert}
        onClose={settle}
        footer={
          <>
            <Button kind="quiet" onClick={settle}>
              Not now
            </Button>
            <span className="grow" />
            <Button onClick={then(() => bench.run('saveAs'))}>Save as…</Button>
            <Button kind="primary" data-first="" onClick={then(() => bench.run('save'))}>
              Try again
            </Button>
          </>
        }
      />
    );
  }
  if (problem.kind === 'export') {
    return (
      <Dialog
        alert
        title={`“${name}” could not be exported`}
        text={`${error.text} No file was written.`}
        icon={CircleAlert}
        onClose={settle}
        footer={
          <>
            <span className="grow" />
            <Button onClick={settle}>Close</Button>
            <Button
              kind="primary"
              data-first=""
              onClick={then(() => bench.run(name.endsWith('.pdf') ? 'exportPdf' : 'export'))}
            >
              Try again
            </Button>
          </>
        }
      />
    );
  }
  if (problem.kind === 'picture') {
    return (
      <Dialog
        alert
        title={`“${name}” could not be inserted`}
        text={error.text}
        icon={FileX}
        onClose={settle}
        footer={
          <>
            <span className="grow" />
            <Button onClick={settle}>Close</Button>
            <Button kind="primary" data-first="" onClick={then(() => bench.run('insertImage'))}>
              Choose another picture
            </Button>
          </>
        }
      />
    );
  }
  if (problem.kind === 'import') {
    return (
      <Dialog
        alert
        title={`“${name}” could not be imported`}
        text={`${error.text} Nothing was added.`}
        icon={FileX}
        onClose={settle}
        footer={
          <>
            <Button kind="quiet" onClick={settle}>
              Close
            </Button>
            <span className="grow" />
            <Button onClick={then(() => bench.run('pasteSource'))}>Paste the text instead</Button>
            <Button
              kind="primary"
              data-first=""
              onClick={then(() => bench.run(bench.session.getSnapshot().open ? 'importSource' : 'newFromArticle'))}
            >
              Choose another file
            </Button>
          </>
        }
      />
    );
  }
  return (
    <Dialog
      alert
      title={`“${name}” could not be opened`}
      text={error.text}
      icon={FileX}
      onClose={settle}
      footer={
        <>
          <span className="grow" />
          <Button data-first="" onClick={settle}>
            Close
          </Button>
        </>
      }
    />
  );
}
