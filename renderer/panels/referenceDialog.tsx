// ReferenceDialog: asks which caption a cross-reference names.
import { useState } from 'react';
import { captionsOf, shownCaption } from '../../shared/briefing/captions.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { useText, useWorkbench } from './use.ts';

export function ReferenceDialog() {
  const bench = useWorkbench();
  const text = useText();
  const captions = text ? captionsOf(text.doc) : [];
  const [chosen, setChosen] = useState(captions[0]?.pos ?? -1);
  const close = () => bench.dialog(null);
  const insert = () => {
    const caption = captions.find((one) => one.pos === chosen);
    close();
    const editor = bench.text.get().editor;
    if (caption && editor?.insertReference(caption.pos)) bench.say(`Reference to ${shownCaption(caption)} inserted.`);
    editor?.focus();
  };
  return (
    <Dialog
      title="Cross-reference"
      text="Its words follow the caption: they change when the number does."
      className="reference-dialog"
      onClose={close}
      footer={
        <DialogActions
          label="Insert the reference"
          off={captions.length === 0 ? 'No caption yet' : null}
          onAct={insert}
          onCancel={close}
        />
      }
    >
      <div className="dialog-body" role="radiogroup" aria-label="Caption">
        {captions.map((caption) => (
          <label className="tick" key={caption.pos}>
            <input
              type="radio"
              name="caption"
              data-first={caption.pos === chosen ? '' : undefined}
              checked={caption.pos === chosen}
              onChange={() => setChosen(caption.pos)}
            />
            <span>
              <b>{shownCaption(caption)}</b> {caption.node.textContent}
            </span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}
