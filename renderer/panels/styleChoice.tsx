// StyleChoice: in the style of the template or of a Word document of the house; and what of that document is used for what.
import { useEffect, useRef, useState } from 'react';
import type { ExportChoices } from '../../shared/briefing/exportChoices.ts';
import type { HouseStyle } from '../houseStyles.ts';
import { AlertLine } from '../ui/alertLine.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Icon } from '../ui/icon.tsx';
import { FolderOpen, TriangleAlert } from '../ui/icons.ts';
import { becomes, keptWords, mappingWords, shortName, styleName } from './houseStyleWords.ts';
import { useHouseStyles, useWorkbench } from './use.ts';

interface Props {
  readonly choices: ExportChoices;
  readonly onChoose: (style: ExportChoices['style']) => void;
}

export function StyleChoice({ choices, onChoose }: Props) {
  const { houseStyles } = useWorkbench();
  const { style, problem } = useHouseStyles();
  const [turn, setTurn] = useState(0);
  const used = choices.style === 'house' ? style : null;
  const chooseButton = useRef<HTMLButtonElement>(null);
  async function chooseFile(): Promise<void> {
    if (!(await houseStyles.choose())) return;
    setTurn((before) => before + 1);
    if (choices.style !== 'house') onChoose('house');
  }
  async function remove(): Promise<void> {
    await houseStyles.remove();
    // The button that was pressed is gone with it.
    chooseButton.current?.focus();
  }
  return (
    <div className="style-choice">
      {style ? (
        <Choice
          labelledBy="export-style"
          value={choices.style}
          options={[
            { value: 'template', label: 'The template’s own' },
            { value: 'house', label: `House style: ${shortName(style.name)}` },
          ]}
          onChoose={onChoose}
        />
      ) : (
        <span>The template’s own</span>
      )}
      <div className="option-row">
        <Button ref={chooseButton} size="sm" icon={FolderOpen} onClick={() => void chooseFile()}>
          Choose a Word document…
        </Button>
        {style && (
          <Button size="sm" kind="quiet" aria-label={`Remove house style ${style.name}`} onClick={() => void remove()}>
            Remove
          </Button>
        )}
        {!style && <span className="small quiet-text">Exports look like it: a letterhead, a template</span>}
      </div>
      <AlertLine words={problem} />
      {/* Not the rows: they are many, and would all be read out. */}
      <div role="status">{used && <StyleWords style={used} />}</div>
      {/* Open after a choice, so that it is looked at; folded when it is the one of the last time. */}
      {used && <StyleRows key={turn} preview={used.preview} open={turn > 0} />}
    </div>
  );
}

/** What is kept of a house style, what is left out, and how many styles are added to it. */
export function StyleWords({ style: { preview, told } }: { readonly style: Pick<HouseStyle, 'preview' | 'told'> }) {
  return (
    <>
      <p>{keptWords(preview)}</p>
      {told.map((text) => (
        <p key={text} className="style-told">
          <Icon of={TriangleAlert} size="s" className="s-warn" />
          <span>{text}</span>
        </p>
      ))}
      <p>{mappingWords(preview)}</p>
    </>
  );
}

/** Each style of a briefing, and what it becomes. */
export function StyleRows({ preview, open }: Pick<HouseStyle, 'preview'> & { readonly open: boolean }) {
  const rows = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (open) rows.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <details ref={rows} className="style-map" open={open}>
      <summary>Which style becomes which</summary>
      {/* Scrolls, so the keyboard must be able to come here. */}
      <div className="style-rows" role="region" aria-label="Which style becomes which" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">In the briefing</th>
              <th scope="col">In the Word file</th>
            </tr>
          </thead>
          <tbody>
            {preview.styles.map((row) => (
              <tr key={row.ours}>
                <td>{styleName(row.name)}</td>
                <td className={row.how === 'same name' ? '' : 'added'}>{becomes(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
