// What the window says of a paste: what was left out, and what can be done about facts and lines that came with it.
import type { Bench } from './bench/bench.ts';
import type { Editor } from './editor/editor.ts';
import type { PasteHooks, PasteOffers } from './editor/paste/pastePlugin.ts';
import type { MediaStore } from './media.ts';
import { counted } from './panels/words.ts';
import type { Session } from './session.ts';
import type { Offer } from './view.ts';

interface Told extends Pick<Bench, 'say' | 'notify' | 'view' | 'showPane'> {
  readonly session: Pick<Session, 'notice'> & { readonly media: Pick<MediaStore, 'addNow'> };
  editor(): Pick<Editor, 'reveal'> | null;
}

/** The line of the status bar, and its buttons. */
function offered(offers: PasteOffers, bench: Told): { readonly text: string; readonly offers: readonly Offer[] } {
  const { figures, quotations, lines } = offers;
  const words: string[] = [];
  const buttons: Offer[] = [];
  const done = (ok: boolean, said: string): void =>
    bench.say(ok ? said : 'The text was changed since: nothing was done.');
  if (figures) {
    words.push(`${counted(figures.count, 'figure')} pasted without a source.`);
    buttons.push({
      label: 'Show',
      run() {
        bench.view.set({ arrange: 'list', filter: 'warnings', card: null });
        bench.showPane('facts');
        bench.editor()?.reveal({ kind: 'check', id: figures.checkId }, true);
      },
    });
  }
  if (quotations) {
    const one = quotations.count === 1;
    words.push(`${counted(quotations.count, 'quotation')} ${one ? 'matches' : 'match'} a source.`);
    buttons.push({
      label: 'Trace',
      run: () =>
        done(quotations.trace(), one ? 'Quotation traced to its source.' : 'Quotations traced to their sources.'),
    });
  }
  if (lines) {
    words.push('Line ends cleaned.');
    buttons.push({ label: 'Keep as pasted', run: () => done(lines.keep(), 'The text stands as it was pasted.') });
  }
  return { text: words.join(' '), offers: buttons };
}

export function pasteHooks(bench: Told): Omit<PasteHooks, 'hasPicture'> {
  return {
    addPicture: (bytes) => bench.session.media.addNow(bytes),
    onTold(words) {
      bench.session.notice(words);
      bench.say(words.join(' '));
    },
    onOffers(offers) {
      const { text, offers: buttons } = offered(offers, bench);
      bench.notify({ text, undo: null, offers: buttons });
      bench.say(`${text} ${buttons.map(({ label }) => label).join(', ')}: in the status bar.`);
    },
  };
}
