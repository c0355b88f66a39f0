// PictureDialog: a picture with the description that those who do not see it will hear, and its width on the page.
import { useState } from 'react';
import type { PictureAttrs } from '../editor/editor.ts';
import { Button } from '../ui/button.tsx';
import { Choice, type Option } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useWorkbench } from './use.ts';

const WIDTHS: readonly Option<string>[] = [
  { value: 'own', label: 'Its own size' },
  { value: '25', label: '25 %' },
  { value: '50', label: '50 %' },
  { value: '75', label: '75 %' },
  { value: '100', label: '100 %' },
];

export function PictureDialog({
  way,
  picture,
  done,
}: {
  way: 'insert' | 'edit';
  picture: PictureAttrs;
  done: (picture: PictureAttrs | null) => void;
}) {
  const bench = useWorkbench();
  const [alt, setAlt] = useState(picture.alt);
  const [width, setWidth] = useState(picture.width);
  const shown = bench.session.media.show(picture.media);
  const missing = alt.trim() === '';
  function set(): void {
    // A description is one line: it is read out in one go.
    if (!missing) done({ ...picture, alt: alt.trim().split(/\s+/u).join(' '), width });
  }
  return (
    <Dialog
      title={way === 'insert' ? 'Insert a picture' : 'Picture'}
      text="Place, time, camera and author that were stored in the picture are taken out of it."
      className="picture-dialog"
      onClose={() => done(null)}
      footer={
        <>
          <span className="grow" />
          <Button kind="quiet" onClick={() => done(null)}>
            Cancel
          </Button>
          <Button kind="primary" off={missing ? 'Describe the picture first' : null} onClick={set}>
            {way === 'insert' ? 'Insert' : 'Change'}
          </Button>
        </>
      }
    >
      <div className="dialog-body">
        {shown && (
          <div className="picture-shown">
            <img src={shown.url} alt="" />
          </div>
        )}
        <div className="field">
          <label className="label" htmlFor="picture-alt">
            Description
          </label>
          <textarea
            id="picture-alt"
            className="input"
            data-first=""
            rows={3}
            required
            value={alt}
            aria-describedby="picture-hint"
            onChange={(event) => setAlt(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              set();
            }}
          />
          <p id="picture-hint" className="hint">
            What the picture shows and why it stands here, for readers who do not see it.
          </p>
        </div>
        <div className="field">
          <span className="label" id="picture-width">
            Width on the page
          </span>
          <Choice
            labelledBy="picture-width"
            options={WIDTHS}
            value={width === null ? 'own' : String(width)}
            onChoose={(value) => setWidth(value === 'own' ? null : Number(value))}
          />
        </div>
      </div>
    </Dialog>
  );
}
