// SaveTemplate: asks for the name under which the form of the open briefing is kept as a template.
import { useState } from 'react';
import { isOwnTemplate, templateFrom } from '../../shared/briefing/ownTemplate.ts';
import { AlertLine } from '../ui/alertLine.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { useOwnTemplates, useSession, useWorkbench } from './use.ts';

export function SaveTemplate() {
  const bench = useWorkbench();
  const { ownTemplates } = bench;
  const { settings } = useSession();
  const { all, problem } = useOwnTemplates();
  const from = ownTemplates.byId(settings?.template ?? '');
  const [name, setName] = useState(from ? `${from.name}, our way` : 'Our template');
  const [words, setWords] = useState(false);
  const close = () => bench.dialog(null);
  const own = all.find((one) => isOwnTemplate(one.id) && one.name === name.trim());
  async function save(): Promise<void> {
    const doc = bench.now()?.doc;
    if (!doc) return;
    const made = templateFrom(doc, { id: own?.id ?? 'own-new', name: name.trim(), from, words });
    const kept = own ? await ownTemplates.replace(made) : (await ownTemplates.add(made)) !== null;
    if (!kept) return;
    close();
    bench.notify({ text: `Kept as the template “${name.trim()}”.`, undo: null });
    bench.say(`Kept as the template ${name.trim()}.`);
  }
  return (
    <Dialog
      title="Save as template"
      text="Its headings, prompts, fields and fillings are kept on this computer, for other briefings."
      className="save-template"
      onClose={close}
      footer={
        <DialogActions
          label={own ? 'Replace the template' : 'Save the template'}
          off={name.trim() === '' ? 'Give it a name' : null}
          onAct={() => void save()}
          onCancel={close}
        />
      }
    >
      <div className="dialog-body">
        <label className="label" htmlFor="template-name">
          Name
        </label>
        <input
          id="template-name"
          className="input"
          data-first=""
          maxLength={120}
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        {own && <p className="small quiet-text">You have a template of this name; it is replaced.</p>}
        <fieldset className="field">
          <legend className="label">What you wrote</legend>
          <label className="tick">
            <input type="radio" name="template-words" checked={!words} onChange={() => setWords(false)} />
            Is left out
          </label>
          <br />
          <label className="tick">
            <input type="radio" name="template-words" checked={words} onChange={() => setWords(true)} />
            Stays as standing words, without quotations, figures and notes
          </label>
        </fieldset>
        <AlertLine words={problem} />
      </div>
    </Dialog>
  );
}
