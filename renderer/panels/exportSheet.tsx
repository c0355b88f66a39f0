// ExportSheet: what is to settle, what is worth a look, what passed; then the Word file or PDF to write, as it is or as a draft.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { CircleCheck, TriangleAlert } from '../ui/icons.ts';
import { exportChoicesOf, type ExportChoices } from '../../shared/briefing/exportChoices.ts';
import { BannerLabel } from './banner.tsx';
import { Accepted, Findings, Passed } from './checks.tsx';
import { ExportOptions } from './exportOptions.tsx';
import { PagePreview } from './pagePreview.tsx';
import { WhatLeaves } from './whatLeaves.tsx';
import { useHouseStyles, useSession, useText, useWorkbench } from './use.ts';
import { counted } from './words.ts';

/** Words that differ between the two files a briefing leaves in. */
const FORMS = {
  word: { title: 'Export to Word', done: 'Exported to Word.' },
  pdf: { title: 'Export to PDF', done: 'Exported to PDF.' },
} as const;

/** What of a Word file the pages of the preview do not show. */
function differences(form: keyof typeof FORMS, choices: ExportChoices, hasHouse: boolean): string[] {
  if (form !== 'word') return [];
  return [
    ...(choices.notes === 'footnotes' ? ['In Word the notes stand at the foot of their pages.'] : []),
    ...(hasHouse && choices.style === 'house' ? ['In Word it is set in the house style.'] : []),
  ];
}

/** What is being done, when it takes longer than a moment. */
function Writing({ words }: { words: string | null }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return <span role="status">{long && words ? `${words}…` : ''}</span>;
}

export function ExportSheet({ form }: { readonly form: keyof typeof FORMS }) {
  const words = FORMS[form];
  const bench = useWorkbench();
  const session = useSession();
  const text = useText();
  const choices = exportChoicesOf(session.settings ?? { language: '' });
  const [writing, setWriting] = useState(false);
  const { exporting } = bench.session;
  const { pageLength } = bench;
  const { pages } = useSyncExternalStore(pageLength.subscribe, pageLength.get);
  const close = () => {
    // What is being written would be asked for a place behind the closed sheet.
    if (writing) exporting.cancel();
    bench.dialog(null);
  };
  const checks = text?.checks ?? [];
  const settle = checks.filter((check) => check.severity === 'settle');
  const look = checks.filter((check) => check.severity === 'look');
  const banner: unknown = text?.doc.attrs['banner'];
  const hasBanner = typeof banner === 'string' && banner !== '';
  const { houseStyles } = bench;
  const { style: house } = useHouseStyles();
  useEffect(() => {
    if (form === 'word') void houseStyles.load();
  }, [houseStyles, form]);
  async function exportWord(): Promise<boolean> {
    const style = await houseStyles.settled();
    return bench.session.exportWord(choices, choices.style === 'house' && style ? style.bytes : null);
  }
  async function write(): Promise<void> {
    if (writing) return;
    setWriting(true);
    const done = await (form === 'word' ? exportWord() : bench.session.exportPdf());
    setWriting(false);
    if (!done) return;
    bench.dialog(null);
    bench.say(words.done);
  }
  return (
    <Dialog
      title={words.title}
      text={bench.session.titleNow()}
      className="export"
      onClose={close}
      footer={
        <>
          <span className="say">
            {writing ? (
              <Writing words={session.busy} />
            ) : settle.length > 0 ? (
              <>
                <Icon of={TriangleAlert} size="s" className="s-bad" />
                Settle {counted(settle.length, 'item')}, or export a copy marked DRAFT.
              </>
            ) : (
              <>
                <Icon of={CircleCheck} size="s" className="s-ok" />
                Nothing to settle.
              </>
            )}
          </span>
          <span className="grow" />
          <Button kind="quiet" onClick={() => (writing && exporting.canCancel ? exporting.cancel() : close())}>
            {writing && exporting.canCancel ? 'Stop writing' : 'Cancel'}
          </Button>
          {settle.length > 0 && (
            <Button data-first="" off={writing ? 'It is being written' : null} onClick={() => void write()}>
              Export as draft…
            </Button>
          )}
          <Button
            kind="primary"
            data-first={settle.length === 0 ? '' : undefined}
            off={
              settle.length > 0
                ? 'Settle the altered words first, or export a draft'
                : writing
                  ? 'It is being written'
                  : null
            }
            onClick={() => void write()}
          >
            Export…
          </Button>
        </>
      }
    >
      <div className="export-columns">
        <div className="dialog-body export-body" role="region" aria-label="Checks and options" tabIndex={0}>
          <Findings label="To settle" checks={settle} />
          <Findings label="Worth a look" checks={look} />
          <Accepted open />
          <Passed />
          <section aria-labelledby="export-document">
            <h3 className="findings-head" id="export-document">
              Document
            </h3>
            <dl className="options">
              <dt>Template</dt>
              <dd>{bench.ownTemplates.byId(session.settings?.template ?? '')?.name}</dd>
              <dt>Banner</dt>
              <dd className="option-row">
                {hasBanner ? <BannerLabel text={banner} /> : 'None will be printed'}
                <button type="button" className="link" onClick={() => bench.dialog({ kind: 'banner' })}>
                  {hasBanner ? 'Change' : 'Set one'}
                </button>
              </dd>
              <ExportOptions form={form} choices={choices} />
            </dl>
          </section>
          {form === 'word' && <WhatLeaves choices={choices} />}
        </div>
        <PagePreview told={differences(form, choices, house !== null)} inWord={form === 'word' ? pages : null} />
      </div>
    </Dialog>
  );
}

/** After the export: what was written, and ways to it. */
export function ExportedLine() {
  const bench = useWorkbench();
  const { exported } = useSession();
  if (!exported) return null;
  const contents = Object.entries(exported.contents).filter(([, count]) => count > 0);
  return (
    <div className="exported">
      <Icon of={CircleCheck} size="s" className="s-ok" />
      <span className="grow">
        <b>{exported.name}</b>
        {exported.beside !== undefined && (
          <>
            {' and '}
            <b>{exported.beside}</b>
          </>
        )}{' '}
        {exported.beside === undefined ? 'is' : 'are'} written{exported.draft && ', marked DRAFT'}
        {contents.length > 0 &&
          `: ${contents.map(([name, count]) => `${count} ${count === 1 ? name.replace(/s$/u, '') : name}`).join(', ')}`}
        .
      </span>
      {bench.platform.host === 'desktop' && (
        <>
          <button type="button" className="link" onClick={() => void bench.platform.showExported('open')}>
            Open
          </button>
          <button type="button" className="link" onClick={() => void bench.platform.showExported('folder')}>
            Show in folder
          </button>
        </>
      )}
      <button type="button" className="link" onClick={() => bench.session.dismissExported()}>
        Close
      </button>
    </div>
  );
}
