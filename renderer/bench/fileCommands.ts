// Commands of the File and Help menus: briefings, sources, export, settings, and what the program says of itself.
import type { Bench } from './bench.ts';
import type { Files } from './files.ts';
import type { WindowCommands } from './windowCommand.ts';

const NO_PDF = 'The browser preview cannot put banner and page number on every page';

export function fileCommands(bench: Bench, files: Files): WindowCommands {
  const { platform, session, dialog } = bench;
  return {
    new: {
      always: true,
      run: () =>
        session.getSnapshot().open && platform.host === 'desktop'
          ? void platform.newWindow('empty')
          : files.whenSafe(() => void session.startFrom([])),
    },
    newFromArticle: {
      always: true,
      run: () => void files.chosen((chosen) => files.whenSafe(() => void files.startFromChosen(chosen))),
    },
    open: { always: true, run: () => files.open() },
    close: { run: () => files.whenSafe(() => session.close()) },
    save: { run: () => void files.save('save') },
    saveAs: { run: () => void files.save('saveAs') },
    backups: { always: true, run: () => dialog({ kind: 'backups' }) },
    importSource: { run: () => void files.chosen((chosen) => files.addSources(chosen)) },
    pasteSource: { always: true, run: () => dialog({ kind: 'paste' }) },
    export: { run: () => dialog({ kind: 'export' }) },
    exportPdf: {
      leave: () => (platform.exportPdf ? 'on' : { off: NO_PDF }),
      run: () => dialog({ kind: 'exportPdf' }),
    },
    settings: { always: true, run: () => dialog({ kind: 'settings' }) },
    shortcuts: { always: true, run: () => dialog({ kind: 'shortcuts' }) },
    about: { always: true, run: () => dialog({ kind: 'about' }) },
  };
}
