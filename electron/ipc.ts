// The one guarded door for calls of a page: channel list, sender and arguments are checked before any handler runs.
import { ipcMain } from 'electron';
import type { WebContents, WebFrameMain } from 'electron';
import { validate } from '../shared/base/validate.ts';
import { CALLS, CALL_NAMES, type Answer, type Arguments, type CallName } from './contract.ts';
import { ORIGIN } from './security.ts';

/** The handlers of all calls; each is told for which window it runs. */
export type Handlers<Window> = {
  readonly [C in CallName]: (window: Window, ...args: Arguments<C>) => Promise<Answer<C>> | Answer<C>;
};

type AnyHandler<Window> = (window: Window, ...args: readonly unknown[]) => unknown;

/** True when the sender is the main frame of a page of ours: no sub-frame, no other origin, nothing destroyed. */
function isOurs(sender: WebContents, frame: WebFrameMain | null): boolean {
  return frame !== null && frame === sender.mainFrame && frame.origin === ORIGIN && frame.url.startsWith(`${ORIGIN}/`);
}

/** Serves every call of the contract. `windowOf` gives the window of a page, or nothing for a page that is not one of our windows. */
export function serveCalls<Window>(
  handlers: Handlers<Window>,
  windowOf: (sender: WebContents) => Window | undefined,
  refused: (channel: string, why: string) => void,
): void {
  for (const name of CALL_NAMES) {
    const schema = CALLS[name];
    // The table ties schema and handler of one name together; TypeScript cannot follow that through a loop.
    const handler = handlers[name] as AnyHandler<Window>;
    ipcMain.handle(`chancery:${name}`, (event, ...args: unknown[]) => {
      const window = isOurs(event.sender, event.senderFrame) ? windowOf(event.sender) : undefined;
      if (window === undefined) {
        refused(name, 'sender');
        throw new Error('Refused: the sender is not a window of this program.');
      }
      const parsed = validate<readonly unknown[]>(schema, args, 'The call');
      if (!parsed.ok) {
        refused(name, parsed.error.text);
        throw new Error(`Refused: ${parsed.error.text}`);
      }
      return handler(window, ...parsed.value);
    });
  }
}
