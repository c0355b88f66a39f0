// Small dialogs: paste a source, a link, unsaved changes, about.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { CircleAlert, Landmark } from '../ui/icons.ts';
import { Icon } from '../ui/icon.tsx';
import { useText, useWorkbench } from './use.ts';

/** What pasted words are called until the reading finds a headline. */
export const PASTED = 'Pasted text';

export function PasteSource() {
  const bench = useWorkbench();
  const [words, setWords] = useState('');
  const close = () => bench.dialog(null);
  const empty = words.trim() === '';
  function add(): void {
    close();
    void bench.addSources([{ name: PASTED, bytes: new TextEncoder().encode(words) }]);
  }
  return (
    <Dialog
      title="Paste a source"
      text="The article as it stands, with its headline, author and date where it has them. It is read on this computer."
      className="paste"
      onClose={close}
      footer={
        <DialogActions
          label="Make an article"
          off={empty ? 'Paste the text first' : null}
          onAct={add}
          onCancel={close}
        />
      }
    >
      <div className="dialog-body">
        <textarea
          className="input paste-field"
          aria-label="Text of the article"
          data-first=""
          rows={14}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

/** True for an address that may stand in a document: http, https or mailto (safety.md). */
export function allowedLink(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

export function LinkDialog() {
  const bench = useWorkbench();
  const text = useText();
  const [href, setHref] = useState(text?.linkAtCaret ?? 'https://');
  const [wrong, setWrong] = useState(false);
  const close = () => bench.dialog(null);
  const editor = bench.text.get().editor;
  function set(): void {
    const address = href.trim();
    if (!allowedLink(address)) return setWrong(true);
    close();
    editor?.setLink(address);
    editor?.focus();
  }
  return (
    <Dialog
      title="Link"
      onClose={close}
      footer={
        <>
          {text?.active.has('link') && (
            <Button
              kind="danger"
              onClick={() => {
                close();
                editor?.setLink(null);
                editor?.focus();
              }}
            >
              Remove the link
            </Button>
          )}
          {text?.active.has('link') && (
            <Button
              kind="quiet"
              onClick={() => {
                close();
                bench.run('openLink');
              }}
            >
              Open the link
            </Button>
          )}
          <span className="grow" />
          <Button kind="quiet" onClick={close}>
            Cancel
          </Button>
          <Button kind="primary" onClick={set}>
            Set the link
          </Button>
        </>
      }
    >
      <div className="dialog-body">
        <label className="label" htmlFor="link-href">
          Address
        </label>
        <input
          id="link-href"
          className="input"
          data-first=""
          value={href}
          spellCheck={false}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'link-wrong' : undefined}
          onChange={(event) => {
            setHref(event.target.value);
            setWrong(false);
          }}
        />
        {wrong && (
          <p className="error" id="link-wrong">
            <Icon of={CircleAlert} size="s" />
            Write a whole address that begins with https://, http:// or mailto:
          </p>
        )}
      </div>
    </Dialog>
  );
}

export function UnsavedDialog({ then }: { then: () => void }) {
  const bench = useWorkbench();
  const close = () => bench.dialog(null);
  async function save(): Promise<void> {
    close();
    if (await bench.session.save()) then();
  }
  async function leave(): Promise<void> {
    close();
    // What is left behind stays as a backup, as the text promises.
    await bench.session.flushBackup();
    then();
  }
  return (
    <Dialog
      alert
      title={`Save changes to “${bench.session.titleNow()}”?`}
      text="Changes are kept as a backup for 30 days even if you do not save."
      onClose={close}
      footer={
        <>
          <Button kind="danger" onClick={() => void leave()}>
            Don’t save
          </Button>
          <span className="grow" />
          <Button kind="quiet" onClick={close}>
            Cancel
          </Button>
          <Button kind="primary" data-first="" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    />
  );
}

export function About() {
  const bench = useWorkbench();
  const close = () => bench.dialog(null);
  return (
    <Dialog
      title={`Chancery ${bench.session.app}`}
      text="Briefing notes with every quotation and every figure traced to its source. It never connects to a network."
      icon={Landmark}
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Close</Button>
        </>
      }
    />
  );
}
