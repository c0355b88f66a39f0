// PortionDialog: asks for the portion mark of the selected paragraphs and headings, by the scheme of the banner or in free words.
import { portionGroups, portionMark } from '../../shared/briefing/portion.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { MarkChoice, useMark } from './markChoice.tsx';
import { useText, useWorkbench } from './use.ts';

export function PortionDialog() {
  const bench = useWorkbench();
  const text = useText();
  const banner: unknown = text?.doc.attrs['banner'];
  const groups = portionGroups(typeof banner === 'string' ? banner : null).map(({ name, portions }) => ({
    name,
    marks: portions.map(({ mark, words }) => ({
      mark,
      label: (
        <span>
          {`(${mark})`}
          {words !== mark && <span className="quiet-text"> {words}</span>}
        </span>
      ),
    })),
  }));
  const [state, setState] = useMark(text?.portionAtCaret ?? '', groups);
  const close = () => bench.dialog(null);
  const set = () => {
    const mark = portionMark(state.free) ?? portionMark(state.chosen);
    close();
    const editor = bench.text.get().editor;
    editor?.setPortion(mark);
    bench.say(mark === null ? 'No portion mark.' : `Portion mark: ${mark}.`);
    editor?.focus();
  };
  return (
    <Dialog
      title="Portion mark"
      text="Stands before the words of each paragraph, heading and quotation that is selected. In the Word file it is printed when the export asks for portion marks."
      className="banner-dialog"
      onClose={close}
      footer={<DialogActions label="Set the mark" onAct={set} onCancel={close} />}
    >
      <MarkChoice
        name="portion"
        none="No mark"
        groups={groups}
        freeLabel="Other mark"
        longest={40}
        state={state}
        onChange={setState}
      />
    </Dialog>
  );
}
