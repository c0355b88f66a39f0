// useDrops: files and text that are dropped or pasted on the window.
import { useEffect, useState } from 'react';
import { isPictureFile } from '../editor/plugins/pictures.ts';
import { PASTED } from '../panels/smallDialogs.tsx';
import type { Workbench } from '../workbench.ts';
import { inField } from './inField.ts';

async function filesOf(list: readonly File[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(list.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** True while files are held over the window. A fact dropped on the text is the text's own. */
export function useDrops(bench: Workbench): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    function onOver(event: DragEvent): void {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    function onDrop(event: DragEvent): void {
      setOver(false);
      const list = event.dataTransfer?.files;
      if (!carriesFiles(event) || !list) return;
      event.preventDefault();
      // Pictures that fall on the text are the text's own (editor/plugins/pictures.ts).
      const taken = event.target instanceof Element && event.target.closest('.briefing-text') !== null;
      const ours = [...list].filter((file) => !(taken && isPictureFile(file)));
      if (ours.length === 0) return;
      // Dropped on a template of the start screen, they begin a briefing of it.
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-template]') : null;
      const templateId = card?.dataset['template'];
      void filesOf(ours).then(async (files) => {
        const brief = files.find((file) => file.name.toLowerCase().endsWith('.brief'));
        if (brief) {
          bench.whenSafe(
            () => void bench.session.openBytes(brief.bytes, { name: brief.name, place: null, readOnly: false }),
          );
        } else if (templateId) await bench.session.startFrom(files, templateId);
        else await bench.addSources(files);
      });
    }
    function onPaste(event: ClipboardEvent): void {
      if (inField(event.target) || bench.session.getSnapshot().open) return;
      const words = event.clipboardData?.getData('text/plain') ?? '';
      if (words.trim() === '') return;
      event.preventDefault();
      void bench.addSources([{ name: PASTED, bytes: new TextEncoder().encode(words) }]);
    }
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [bench]);
  return over;
}
