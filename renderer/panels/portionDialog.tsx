// PortionDialog: asks for the portion mark of the selected paragraphs, by the scheme of the banner or in free words.
import { useState } from 'react';
import { portionGroups, portionMark } from '../../shared/briefing/portion.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { useText, useWorkbench } from './use.ts';

export function PortionDialog() {
  const bench = useWorkbench();
  const text = useText();
  const banner: unknown = text?.doc.attrs['banner'];
  const groups = portionGroups(typeof banner === 'string' ? banner : null);
  const presets = groups.flatMap((group) => group.portions.map(({ mark }) => mark));
  const before = text?.portionAtCaret ?? null;
  const [chosen, setChosen] = useState(before ?? '');
  const [free, setFree] = useState(before !== null && !presets.includes(before) ? before : '');
  const close = () => bench.dialog(null);
  const choose = (mark: string) => {
    setChosen(mark);
    setFree('');
  };
  const set = () => {
    const mark = portionMark(free) ?? portionMark(chosen);
    close();
    const editor = bench.text.get().editor;
    editor?.setPortion(mark);
    bench.say(mark === null ? 'No portion mark.' : `Portion mark: ${mark}.`);
    editor?.focus();
  };
  const choice = (mark: string, words: string, label: string) => (
    <label className="tick" key={label}>
      <input
        type="radio"
        name="portion"
        data-first={free === '' && chosen === mark ? '' : undefined}
        checked={free === '' && chosen === mark}
        onChange={() => choose(mark)}
      />
      <span>
        {mark === '' ? words : `(${mark})`}
        {mark !== '' && words !== mark && <span className="quiet-text"> {words}</span>}
      </span>
    </label>
  );
  return (
    <Dialog
      title="Portion mark"
      text="Stands before the words of each selected paragraph. In the Word file it is printed when the export asks for portion marks."
      className="banner-dialog"
      onClose={close}
      footer={<DialogActions label="Set the mark" onAct={set} onCancel={close} />}
    >
      <div className="dialog-body">
        {choice('', 'No mark', 'none')}
        <div className="banner-groups">
          {groups.map((group) => (
            <fieldset key={group.scheme}>
              <legend className="label">{group.name}</legend>
              {group.portions.map(({ mark, words }) => choice(mark, words, `${group.scheme} ${mark}`))}
            </fieldset>
          ))}
        </div>
        <div className="field">
          <label className="label" htmlFor="portion-free">
            Other mark
          </label>
          <input
            id="portion-free"
            className="input"
            value={free}
            maxLength={40}
            onChange={(event) => setFree(event.target.value)}
          />
        </div>
      </div>
    </Dialog>
  );
}
