// The guarded door: calls from a frame that is not ours, or with arguments that do not fit, reach no handler (S3 of safety.md).
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CALL_NAMES, type CallName } from '../../electron/contract.ts';
import { serveCalls, type Handlers } from '../../electron/ipc.ts';
import type { WebContents, WebFrameMain } from 'electron';

type Listener = (event: { sender: unknown; senderFrame: unknown }, ...args: unknown[]) => unknown;
const served = vi.hoisted(() => new Map<string, (...args: never[]) => unknown>());
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: (...args: never[]) => unknown) => served.set(channel, listener) },
}));

const reached: string[] = [];
const refused: string[] = [];
const ours = { origin: 'app://chancery', url: 'app://chancery/index.html' };
const sender = { mainFrame: ours, isWindow: true };

beforeAll(() => {
  const handlers = Object.fromEntries(
    CALL_NAMES.map((name) => [name, () => Promise.resolve(void reached.push(name))]),
  ) as unknown as Handlers<string>;
  const windowOf = (page: WebContents) => ('isWindow' in page ? 'window' : undefined);
  serveCalls(handlers, windowOf, (channel) => refused.push(channel));
});

/** Calls as a page would; a refusal is a thrown error. */
function call(name: string, args: readonly unknown[], from: object = { sender, senderFrame: ours }): unknown {
  return (served.get(`chancery:${name}`) as Listener)(
    from as { sender: WebContents; senderFrame: WebFrameMain },
    ...args,
  );
}

const NOTE = { title: 't', template: 'briefing-note', checksToSettle: 0 };
const PAGE = {
  html: '<p>x</p>',
  header: '',
  footer: '',
  title: 't',
  size: 'A4',
  margins: { vertical: 1, side: 1 },
  now: '2031-03-10T09:00:00Z',
};
const ID = 'ab'.repeat(16);
const GOOD: Readonly<Record<CallName, readonly unknown[]>> = {
  start: [],
  backups: [],
  readBackup: [ID],
  discardBackup: [ID],
  chooseArticles: [],
  choosePicture: [],
  chooseHouseStyle: [],
  keptHouseStyle: [],
  keepHouseStyle: [{ name: 'house.dotx', bytes: new Uint8Array(3) }],
  dropHouseStyle: [],
  chooseTemplate: [],
  keptTemplates: [],
  keepTemplates: ['[]'],
  openBriefing: [],
  openPlace: [ID],
  recents: [],
  forgetRecent: [ID],
  save: [new Uint8Array(3), NOTE],
  saveAs: [new Uint8Array(3), 'name', NOTE],
  saveOver: [new Uint8Array(3), NOTE],
  exportFile: [new Uint8Array(3), 'name.docx'],
  exportCopies: [new Uint8Array(3), new Uint8Array(3), 'name.docx'],
  exportPdf: [PAGE, 'name.pdf'],
  showExported: ['open'],
  backup: [new Uint8Array(0), NOTE],
  dropBackup: [],
  claimBackup: [ID],
  readSettings: [],
  writeSettings: [{ author: 'A', theme: 'dark', template: 'briefing-note', banner: null }],
  setWindowState: [{ title: 't', dirty: true, disabled: ['save'], opened: { count: 1, placeId: null } }],
  newWindow: ['empty'],
  openInNewWindow: [ID],
  openExternal: ['https://example.org/'],
  openDropped: ['/x.brief'],
  answerClose: [ID, true],
};

describe('serveCalls', () => {
  it('serves exactly the channels of the contract', () => {
    expect([...served.keys()].sort()).toEqual(CALL_NAMES.map((name) => `chancery:${name}`).sort());
  });

  describe.each(CALL_NAMES)('%s', (name) => {
    it('reaches its handler with arguments that fit', () => {
      reached.length = 0;
      call(name, GOOD[name]);
      expect(reached).toEqual([name]);
    });

    it.each([
      ['a sub-frame', { sender, senderFrame: { ...ours } }],
      ['a frame that is gone', { sender, senderFrame: null }],
      ['another origin', { sender: { ...sender, mainFrame: { ...ours, origin: 'https://a.example' } } }],
      ['a page that is no window', { sender: { mainFrame: ours }, senderFrame: ours }],
      [
        'an address that only begins like ours',
        { sender: { ...sender, mainFrame: { ...ours, url: 'app://chancery.example/' } } },
      ],
    ])('from %s is refused', (_who, from) => {
      reached.length = 0;
      refused.length = 0;
      const event = 'senderFrame' in from ? from : { ...from, senderFrame: from.sender.mainFrame };
      expect(() => call(name, GOOD[name], event)).toThrow(/^Refused/);
      expect([reached, refused]).toEqual([[], [name]]);
    });

    it('is refused with one argument too many, one too few, or any of another kind', () => {
      reached.length = 0;
      const good = GOOD[name];
      const bad: unknown[][] = [[...good, 'more']];
      if (good.length > 0) bad.push(good.slice(0, -1));
      good.forEach((_, index) => {
        for (const other of [null, 7, [], {}, () => 1, Symbol('x'), 'x'.repeat(100_000), new ArrayBuffer(8)]) {
          bad.push(good.map((argument, at) => (at === index ? other : argument)));
        }
      });
      for (const args of bad) expect(() => call(name, args)).toThrow(/^Refused/);
      expect(reached).toEqual([]);
    });

    it('is refused with 1,000 payloads of chance', () => {
      reached.length = 0;
      const strings = GOOD[name].length === 1 && typeof GOOD[name][0] === 'string';
      // A word of chance may fit a call that takes a word; such words are left out here.
      const one = strings
        ? fc.anything().filter((value) => typeof value !== 'string')
        : fc.anything({ withBigInt: true });
      fc.assert(
        fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (args) => {
          expect(() => call(name, args)).toThrow(/^Refused/);
        }),
        { seed: 20250502, numRuns: 1000 },
      );
      expect(reached).toEqual([]);
    });
  });

  it.each(CALL_NAMES.filter((name) => GOOD[name][0] === ID))('%s takes no path for an id', (name) => {
    for (const other of ['../../etc', '/etc/passwd', '', ID.toUpperCase(), `${ID}0`, `${ID}\n`]) {
      expect(() => call(name, [other, ...GOOD[name].slice(1)])).toThrow(/^Refused/);
    }
  });
});
