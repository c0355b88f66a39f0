// BannerDialog: asks for the marking of the briefing, by preset or in free words; the sheet shows it as printed.
import { BANNERS, bannerStyle } from '../../shared/briefing/banner.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { MarkChoice, useMark } from './markChoice.tsx';
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

const GROUPS = BANNERS.map(({ name, banners }) => ({
  name,
  marks: banners.map((words) => ({ mark: words, label: <BannerLabel text={words} /> })),
}));

export function BannerDialog() {
  const bench = useWorkbench();
  const [state, setState] = useMark(useBanner() ?? '', GROUPS);
  const close = () => bench.dialog(null);
  const set = () => {
    const words = (state.free.trim() || state.chosen).trim();
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
      <MarkChoice
        name="banner"
        none="No banner"
        groups={GROUPS}
        freeLabel="Other words"
        longest={120}
        state={state}
        onChange={setState}
      />
    </Dialog>
  );
}
