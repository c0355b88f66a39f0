// BannerDialog: asks for the marking of the briefing, by scheme or in free words; with the colours by which people know it.
import { useState } from 'react';
import { BANNERS, bannerStyle, labelColors, type BannerScheme } from '../../shared/briefing/banner.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { useSession, useTextLater, useWorkbench } from './use.ts';

function useBanner(): string | null {
  const session = useSession();
  const text = useTextLater();
  const banner: unknown = (text?.doc ?? session.open?.doc)?.attrs['banner'];
  return typeof banner === 'string' && banner !== '' ? banner : null;
}

/** The banner as printed: a TLP label keeps the standard's colours in every theme. `scheme`: in the colours of its labels. */
export function BannerLabel({ text, scheme }: { text: string; scheme?: BannerScheme }) {
  const style = bannerStyle(text);
  if (!style) return null;
  const colors = labelColors(scheme ?? style.scheme, style.text);
  return (
    <span
      className={`banner-label ${colors ? 'coloured' : ''}`}
      style={colors ? { color: colors.color, backgroundColor: colors.background } : {}}
    >
      {style.text}
    </span>
  );
}

const MOST_RECENT = 4;

/** The banners set last, `words` first. */
export function withRecent(words: string, recent: readonly string[]): readonly string[] {
  return [words, ...recent.filter((one) => one !== words)].slice(0, MOST_RECENT);
}

/** What is chosen: none, one of a group, or free words. The same word may stand in several groups. */
type Chosen = 'none' | 'free' | `${string}|${string}`;

function firstOf(banner: string | null, recent: readonly string[]): Chosen {
  if (banner === null) return 'none';
  if (recent.includes(banner)) return `recent|${banner}`;
  const group = BANNERS.find(({ banners }) => banners.includes(banner));
  return group ? `${group.scheme}|${banner}` : 'free';
}

export function BannerDialog() {
  const bench = useWorkbench();
  const { user } = useSession();
  const before = useBanner();
  const recent = user.recentBanners ?? [];
  const [chosen, setChosen] = useState<Chosen>(() => firstOf(before, recent));
  const [free, setFree] = useState(chosen === 'free' ? (before ?? '') : '');
  const close = () => bench.dialog(null);
  const picked = chosen === 'none' ? '' : chosen.slice(chosen.indexOf('|') + 1);
  const words = (chosen === 'free' ? free : picked).trim();
  function set(): void {
    bench.text.get().editor?.setBanner(words === '' ? null : words);
    bench.say(words === '' ? 'The briefing has no banner.' : `Banner: ${words}.`);
    if (words !== '') bench.session.setUser({ ...user, recentBanners: withRecent(words, recent) });
    close();
  }
  const choice = (value: Chosen, label: React.ReactNode) => (
    <label className="tick" key={value}>
      <input
        type="radio"
        name="banner"
        data-first={chosen === value ? '' : undefined}
        checked={chosen === value}
        onChange={() => {
          setChosen(value);
          setFree('');
        }}
      />
      {label}
    </label>
  );
  return (
    <Dialog
      title="Banner"
      text="Printed at the head and foot of every page. It marks the briefing, never the sources; it does not make a machine fit for classified work."
      className="banner-dialog"
      onClose={close}
      footer={<DialogActions label="Set the banner" onAct={set} onCancel={close} />}
    >
      <div className="dialog-body">
        {choice('none', 'No banner')}
        {recent.length > 0 && (
          <fieldset className="banner-recent">
            <legend className="label">Recent</legend>
            {recent.map((one) => choice(`recent|${one}`, <BannerLabel text={one} />))}
          </fieldset>
        )}
        <div className="banner-groups">
          {BANNERS.map(({ scheme, name, banners, rule }) => (
            <fieldset key={scheme} aria-describedby={`banner-rule-${scheme}`}>
              <legend className="label">{name}</legend>
              {banners.map((one) => choice(`${scheme}|${one}`, <BannerLabel text={one} scheme={scheme} />))}
              <p className="banner-rule" id={`banner-rule-${scheme}`}>
                {rule}
              </p>
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
            data-first={chosen === 'free' ? '' : undefined}
            value={free}
            maxLength={120}
            onChange={(event) => {
              setFree(event.target.value);
              setChosen(event.target.value === '' ? firstOf(before, recent) : 'free');
            }}
          />
        </div>
      </div>
    </Dialog>
  );
}
