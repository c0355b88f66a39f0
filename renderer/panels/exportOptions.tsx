// ExportOptions: the rows of the export sheet by which a Word file or a PDF is set: style, page, citations, copies, and what it includes.
import type { ExportChoices } from '../../shared/briefing/exportChoices.ts';
import { hasPortionMarks } from '../../shared/briefing/portion.ts';
import { Choice } from '../ui/choice.tsx';
import { pageWords } from './houseStyleWords.ts';
import { StyleChoice } from './styleChoice.tsx';
import { useHouseStyles, useText, useWorkbench } from './use.ts';

interface Props {
  readonly form: 'word' | 'pdf';
  readonly choices: ExportChoices;
}

/** A PDF has its notes at the end, no Word comments and no sources inside: nothing of these to choose. */
export function ExportOptions({ form, choices }: Props) {
  const word = form === 'word';
  const { session } = useWorkbench();
  const text = useText();
  const { style } = useHouseStyles();
  const house = word && choices.style === 'house' ? style : null;
  const choose = (change: Partial<ExportChoices>) => session.setExportChoices({ ...choices, ...change });
  const leaving = [...(text?.annotations.values() ?? [])].filter((note) => note.export).length;
  const ticks = [
    { key: 'contentsList', label: 'List of contents', shown: true },
    { key: 'portionMarks', label: 'Portion marks', shown: text !== null && hasPortionMarks(text.doc) },
    { key: 'carrySources', label: 'Sources inside the file, for later checking', shown: word },
  ] as const;
  return (
    <>
      <dt id="export-style">Style</dt>
      <dd>
        {word ? (
          <StyleChoice choices={choices} onChoose={(style) => choose({ style })} />
        ) : (
          'The template’s own: only a Word file takes a house style'
        )}
      </dd>
      <dt id="export-page">Page size</dt>
      <dd>
        {house ? (
          `${pageWords(house.preview.page)}, as in the house style`
        ) : (
          <Choice
            labelledBy="export-page"
            value={choices.page}
            options={[
              { value: 'A4', label: 'A4' },
              { value: 'Letter', label: 'Letter' },
            ]}
            onChoose={(page) => choose({ page })}
          />
        )}
      </dd>
      <dt id="export-notes">Citations</dt>
      <dd>
        {word ? (
          <Choice
            labelledBy="export-notes"
            value={choices.notes}
            options={[
              { value: 'footnotes', label: 'Footnotes' },
              { value: 'endnotes', label: 'Endnotes' },
            ]}
            onChoose={(notes) => choose({ notes })}
          />
        ) : (
          'Notes before the list of sources: a PDF has none at the foot of its pages'
        )}
      </dd>
      <dt id="export-copies">Copy</dt>
      <dd>
        {word ? (
          <Choice
            labelledBy="export-copies"
            value={choices.copies}
            options={[
              { value: 'annotated', label: `Notes as comments (${leaving})` },
              { value: 'clean', label: 'Clean copy' },
              { value: 'both', label: 'Both' },
            ]}
            onChoose={(copies) => choose({ copies })}
          />
        ) : (
          'Clean: no notes leave with a PDF'
        )}
      </dd>
      <dt id="export-include">Include</dt>
      <dd>
        <div role="group" aria-labelledby="export-include" className="export-ticks">
          {ticks
            .filter(({ shown }) => shown)
            .map(({ key, label }) => (
              <label key={key} className="tick">
                <input
                  type="checkbox"
                  checked={choices[key]}
                  onChange={(event) => choose({ [key]: event.target.checked })}
                />
                {label}
              </label>
            ))}
        </div>
      </dd>
    </>
  );
}
