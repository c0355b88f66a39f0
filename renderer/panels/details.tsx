// DetailsDialog: the fields of the title block, with the day by a calendar and in the words of the briefing's language.
import { useRef, useState } from 'react';
import { detailsOf } from '../../shared/briefing/details.ts';
import { dayWords, readDay } from '../../shared/briefing/dayWords.ts';
import { DETAILS, type DetailName } from '../../shared/briefing/schema.ts';
import type { Snapshot } from '../editor/editor.ts';
import { IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { Calendar } from '../ui/icons.ts';
import { useText, useWorkbench } from './use.ts';

const FIELDS: Readonly<Record<DetailName, { readonly label: string; readonly asks: string }>> = {
  to: { label: 'To', asks: 'Who reads it' },
  from: { label: 'From', asks: 'Who sends it' },
  date: { label: 'Date', asks: 'Day of the briefing' },
  reference: { label: 'Reference', asks: 'File number, if there is one' },
};
const ORDER: readonly DetailName[] = ['to', 'from', 'date', 'reference'];

/** The field that the caret stands in, by which the dialog begins. */
function fieldAt(text: Snapshot | null | undefined): DetailName {
  const line = text?.doc.resolve(Math.min(text.caret, text.doc.content.size)).parent;
  const name: unknown = line?.type.name === 'detail' ? line.attrs['name'] : null;
  return DETAILS.find((one) => one === name) ?? 'to';
}

type Words = Readonly<Record<DetailName, string>>;

/** The day by the browser's calendar, and its words as they will stand, which may be other than a day. */
function DayField({
  value,
  language,
  first,
  onChange,
}: {
  readonly value: string;
  readonly language: string;
  /** True: the dialog begins here, at the day. */
  readonly first: boolean;
  readonly onChange: (words: string) => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="day-field">
      <input
        id="detail-date"
        className="input"
        placeholder={FIELDS.date.asks}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        ref={picker}
        type="date"
        className="input day-picker"
        aria-label="Day"
        data-first={first ? '' : undefined}
        value={readDay(value, language) ?? ''}
        onChange={(event) => event.target.value !== '' && onChange(dayWords(event.target.value, language))}
      />
      <IconButton
        label="Open the calendar"
        icon={Calendar}
        onClick={() => {
          try {
            picker.current?.showPicker();
          } catch {
            // Where the browser shows none by itself, the day is typed in its field.
            picker.current?.focus();
          }
        }}
      />
    </div>
  );
}

export function DetailsDialog() {
  const bench = useWorkbench();
  const text = useText();
  const doc = text?.doc;
  const language = String(doc?.attrs['lang'] ?? 'en-GB');
  const [words, setWords] = useState<Words>(() => {
    const there = doc ? detailsOf(doc) : {};
    return Object.fromEntries(DETAILS.map((name) => [name, there[name] ?? ''])) as Words;
  });
  const [first] = useState(() => fieldAt(text));
  const close = () => bench.dialog(null);
  const change = (name: DetailName, next: string): void => setWords({ ...words, [name]: next });
  function set(): void {
    close();
    const editor = bench.editor();
    if (editor?.compose.setDetails(words)) bench.offerUndo('The details are set.');
    editor?.focus();
  }
  return (
    <Dialog
      title="Details"
      text="The lines under the title. A field that is left empty stays open on the page."
      className="details-dialog"
      onClose={close}
      footer={<DialogActions label="Set the details" onAct={set} onCancel={close} />}
    >
      <div className="dialog-body">
        {ORDER.map((name) => (
          <div className="field" key={name}>
            <label className="label" htmlFor={`detail-${name}`}>
              {FIELDS[name].label}
            </label>
            {name === 'date' ? (
              <DayField
                first={first === 'date'}
                value={words.date}
                language={language}
                onChange={(next) => change('date', next)}
              />
            ) : (
              <input
                id={`detail-${name}`}
                className="input"
                data-first={name === first ? '' : undefined}
                placeholder={FIELDS[name].asks}
                maxLength={500}
                value={words[name]}
                onChange={(event) => change(name, event.target.value)}
              />
            )}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
