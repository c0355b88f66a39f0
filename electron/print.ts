// Print: sets a page as PDF in a page of Chromium that nobody sees, that runs no script and can reach nothing.
import { session, WebContentsView, type Session } from 'electron';
import { fail, ok, type Result } from '../shared/base/result.ts';
import type { PrintPage } from '../shared/printPage.ts';
import { settlePdf } from './pdfBytes.ts';
import { securePage } from './security.ts';

/** Answered by this module alone, in a session of its own: a data: address would end at 2 MB, a file would be left behind. */
const SCHEME = 'print';
/** The longest briefing takes seconds; what takes this long has stopped. */
const PATIENCE_MS = 120_000;

/** Pages being printed, by their address. */
const pages = new Map<string, string>();
let nextPage = 1;
let printing: Session | null = null;

/** A session in memory that knows the pages being printed and nothing else. */
function printSession(refused: (what: string) => void): Session {
  if (printing) return printing;
  const own = session.fromPartition('print', { cache: false });
  own.protocol.handle(SCHEME, (request) => {
    const html = pages.get(request.url);
    return html === undefined
      ? new Response('Not found.', { status: 404 })
      : new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  });
  own.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setSpellCheckerEnabled(false);
  own.webRequest.onBeforeRequest((details, answer) => {
    const allowed = pages.has(details.url) || details.url.startsWith('data:');
    if (!allowed) refused(`request ${details.url.slice(0, 200)}`);
    answer({ cancel: !allowed });
  });
  own.on('will-download', (event) => event.preventDefault());
  printing = own;
  return own;
}

function failed(why: string): Result<never> {
  return fail('print-failed', `The pages could not be set. ${why}`);
}

/**
 * The PDF of `page`: tagged, with an outline of its headings. Never throws. Same page, same bytes, as long as the fonts
 * of the machine and Chromium are the same.
 */
export async function printToPdf(page: PrintPage, refused: (what: string) => void): Promise<Result<Uint8Array>> {
  const address = `${SCHEME}://page/${nextPage++}`;
  pages.set(address, page.html);
  // A view without a window: it needs no display.
  const view = new WebContentsView({
    webPreferences: {
      session: printSession(refused),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  const { webContents } = view;
  securePage(webContents, refused);
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<Result<never>>((resolve) => {
    webContents.once('render-process-gone', (_event, { reason }) =>
      resolve(failed(`The page that sets them stopped (${reason}).`)),
    );
    timer = setTimeout(() => resolve(failed('It took more than two minutes.')), PATIENCE_MS);
  });
  try {
    return await Promise.race([setPages(), stopped]);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    pages.delete(address);
    webContents.close();
  }

  async function setPages(): Promise<Result<Uint8Array>> {
    await webContents.loadURL(address);
    const { vertical, side } = page.margins;
    const bytes = await webContents.printToPDF({
      pageSize: page.size,
      margins: { top: vertical, bottom: vertical, left: side, right: side },
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: page.header,
      footerTemplate: page.footer,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return ok(settlePdf(new Uint8Array(bytes), page.now));
  }
}
