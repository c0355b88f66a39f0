// PagePreview: the pages as they leave, one at a time, drawn again after a pause when the text or a choice has changed.
import { useEffect, useRef, useState } from 'react';
import type { PrintPage } from '../../shared/printPage.ts';
import { IconButton } from '../ui/button.tsx';
import { ChevronLeft, ChevronRight } from '../ui/icons.ts';
import { drawSheets, paperOf, type Sheets } from './pageSheet.ts';
import { useSession, useText, useWorkbench } from './use.ts';
import { counted } from './words.ts';

/** Milliseconds without a change before the pages are set again. */
const PAUSE = 300;
/** Characters of HTML that are laid out while one waits; a longer briefing would hold the window. */
const LONGEST = 4_000_000;

/** The page to show; null while there is none, and for a briefing that is too long to be shown. */
function usePage(): { readonly page: PrintPage | null; readonly tooLong: boolean; readonly busy: boolean } {
  const { session } = useWorkbench();
  const { settings } = useSession();
  const text = useText();
  const doc = text?.doc;
  const annotations = text?.annotations;
  const [state, setState] = useState<{ page: PrintPage | null; tooLong: boolean; busy: boolean }>({
    page: null,
    tooLong: false,
    busy: true,
  });
  const first = useRef(true);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () => {
        void session.exporting.preview().then((page) => {
          if (!current) return;
          const tooLong = (page?.html.length ?? 0) > LONGEST;
          setState({ page: tooLong ? null : page, tooLong, busy: false });
        });
      },
      first.current ? 0 : PAUSE,
    );
    first.current = false;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, settings, doc, annotations]);
  return state;
}

/** `told`: what of the file differs from these pages. `inWord`: how many pages Word will have; null where it is not asked. */
export function PagePreview({ told, inWord }: { readonly told: readonly string[]; readonly inWord: number | null }) {
  const { page, tooLong, busy } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const sheets = useRef<Sheets | null>(null);
  const [at, setAt] = useState(1);
  const [count, setCount] = useState(1);
  const [scale, setScale] = useState(0);
  const size = paperOf(page?.size ?? 'A4');

  useEffect(() => {
    const host = paper.current;
    if (!host || !page) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    sheets.current = drawSheets(root, page);
    setCount(sheets.current.count());
  }, [page]);
  const shown = Math.min(at, count);
  useEffect(() => sheets.current?.show(shown), [shown, count, page]);
  useEffect(() => {
    const host = box.current;
    if (!host) return;
    const measure = (): void => {
      const [wide, high] = [host.clientWidth / size.width, host.clientHeight / size.height];
      setScale(Math.max(0.1, Math.min(wide, high)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    measure();
    return () => observer.disconnect();
  }, [size.width, size.height]);
  useEffect(() => {
    const drawn = paper.current?.shadowRoot?.querySelector<HTMLElement>('.paper');
    if (drawn) drawn.style.transform = `scale(${scale})`;
  }, [scale, page]);

  const place = { width: size.width * scale, height: size.height * scale };
  return (
    <section
      className="preview"
      aria-label="Preview"
      aria-busy={busy}
      onKeyDown={(event) => {
        const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        setAt(Math.min(Math.max(shown + step, 1), count));
      }}
    >
      <div className="preview-bar">
        <p role="status">{page ? `Page ${shown} of ${count}` : tooLong ? 'Too long to be shown here' : 'Preview'}</p>
        <span className="grow" />
        <IconButton
          small
          icon={ChevronLeft}
          label="Previous page"
          keyLabel="Page Up"
          off={shown <= 1 ? 'this is the first' : null}
          onClick={() => setAt(shown - 1)}
        />
        <IconButton
          small
          icon={ChevronRight}
          label="Next page"
          keyLabel="Page Down"
          off={shown >= count ? 'this is the last' : null}
          onClick={() => setAt(shown + 1)}
        />
      </div>
      <div className="preview-desk">
        <div className="preview-box" ref={box}>
          {/* A picture of the page: its words are read in the text itself. */}
          <div
            ref={paper}
            className="preview-paper"
            role="img"
            aria-label={`Page ${shown} of ${count} as it leaves`}
            style={place}
          />
        </div>
        {[
          ...(page && inWord !== null && inWord !== count ? [`About ${counted(inWord, 'page')} in Word.`] : []),
          ...told,
        ].map((words) => (
          <p key={words} className="preview-told">
            {words}
          </p>
        ))}
      </div>
    </section>
  );
}
