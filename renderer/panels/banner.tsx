// BannerDialog: asks for the marking of the briefing, by preset or in free words; the sheet shows it as printed.
import { useState } from 'react';
import { BANNERS, bannerStyle } from '../../shared/briefing/banner.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { useSession, useTextLater, useWorkbench } from './use.ts';

function useBanner(): string | null {
  const session = useSession();
  const text = useTextLater();
  const banner: unknown = (text?.doc ?? session.open?.doc)?.attrs['banner'];
  return typeof banner === 'string' && banner !== '' ? banner : null;
}

/** The banner as printed: a TLP label keeps the standard's colours in every theme. */
export function BannerLabel({ text }: { text: string }) {
  const style = bannerStyle(text);
  if (!style) return null;
  return (
    <span
      className={`banner-label ${style.background ? 'coloured' : ''}`}
      style={style.background ? { color: style.color, backgroundColor: style.background } : {}}
    >
      {style.text}
    </span>
  );
}

export function BannerDialog() {
  const bench = useWorkbench();
  const banner = useBanner();
  const presets = BANNERS.flatMap((group) => group.banners);
  const [chosen, setChosen] = useState(banner ?? '');
  const [free, setFree] = useState(banner && !presets.includes(banner) ? banner : '');
  const close = () => bench.dialog(null);
  const set = () => {
    const words = (free.trim() || chosen).trim();
    bench.text.get().editor?.setBanner(words === '' ? null : words);
    bench.say(words === '' ? 'The briefing has no banner.' : `Banner: ${words}.`);
    close();
  };
  return (
    <Dialog
      title="Banner"
      text="Printed at the head and foot of every page. It marks the briefing, never the sources; it does not make a machine fit for classified work."
      className="banner-dialog"
      onClose={close}
      footer={<DialogActions label="Set the banner" onAct={set} onCancel={close} />}
    >
      <div className="dialog-body">
        <label className="tick">
          <input
            type="radio"
            name="banner"
            data-first={chosen === '' ? '' : undefined}
            checked={chosen === '' && free === ''}
            onChange={() => {
              setChosen('');
              setFree('');
            }}
          />
          No banner
        </label>
        <div className="banner-groups">
          {BANNERS.map((group) => (
            <fieldset key={group.scheme}>
              <legend className="label">{group.name}</legend>
              {group.banners.map((words) => (
                <label className="tick" key={words}>
                  <input
                    type="radio"
                    name="banner"
                    data-first={chosen === words ? '' : undefined}
                    checked={free === '' && chosen === words}
                    onChange={() => {
                      setChosen(words);
                      setFree('');
                    }}
                  />
                  <BannerLabel text={words} />
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        <div className="field">
          <label className="label" htmlFor="banner-free">
            Other words
          </label>
          <input
            id="banner-free"
            className="input"
            value={free}
            maxLength={120}
            onChange={(event) => setFree(event.target.value)}
          />
        </div>
      </div>
    </Dialog>
  );
}
