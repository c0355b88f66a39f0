// Desk: the toolbar and the sheet with the text in it.
import { useEffect, useRef } from 'react';
import { createEditor } from '../editor/createEditor.ts';
import { pasteHooks } from '../pasting.ts';
import { FindBar } from './findBar.tsx';
import { cardId } from './margin.tsx';
import { Noticed } from './sources.tsx';
import { FormatBar } from './toolbar.tsx';
import { useSession, useView, useWorkbench } from './use.ts';

/** Zoom at which one CSS pixel of the drawing is one on the screen: A4 at 90 per cent is 714 wide. */
const DRAWN_AT = 90;

export function Desk() {
  const bench = useWorkbench();
  const { open } = useSession();
  const view = useView();
  const place = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!place.current || !open) return;
    const editor = createEditor(place.current, {
      doc: open.doc,
      annotations: open.annotations,
      context: bench.session.context(),
      onEvidence: (factId, byKey) => bench.trace(factId, byKey),
      onCitation: (articleId, locator) => bench.traceCitation(articleId, locator),
      onPeek: (factId, box) => bench.peek(factId, box, false),
      onCommand: (id) => void bench.ask(id),
      pictures: {
        show: (name) => bench.session.media.show(name),
        onFiles: (files, pos) => void bench.pictures.insertFiles(files, pos),
        onEdit: (pos, picture) => bench.pictures.edit(pos, picture),
      },
      paste: pasteHooks(bench),
      typography: () => bench.session.getSnapshot().user.typography !== false,
      cardOf: (kind, id) => {
        const element = cardId(kind, id);
        if (document.getElementById(element)) return element;
        // Several notes on the same words share the card of the first.
        return document.querySelector(`[data-notes~="${CSS.escape(id)}"]`)?.id ?? null;
      },
    });
    const detach = bench.session.attach(editor);
    bench.text.set({ editor, scroll: scroll.current });
    return () => {
      bench.text.set({ editor: null, scroll: null });
      detach();
      editor.destroy();
    };
  }, [bench, open]);

  return (
    <main className="desk" aria-label="Briefing">
      <FormatBar />
      <Noticed articleId={null} />
      <FindBar />
      <div ref={scroll} className="scroll desk-scroll">
        <div
          ref={place}
          className="sheet"
          style={{ zoom: view.zoom / DRAWN_AT }}
          data-part="text"
          data-show-facts={view.showFacts}
          data-theme={view.whitePage ? 'light' : undefined}
        />
      </div>
    </main>
  );
}
