// ExportSheet: what is to settle, what is worth a look, what passed; then the Word file or PDF to write, as it is or as a draft.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { CircleCheck, TriangleAlert } from '../ui/icons.ts';
import { templateById } from '../../shared/briefing/templates.ts';
import { BannerLabel } from './banner.tsx';
import { Findings, Passed } from './checks.tsx';
import { useSession, useText, useWorkbench } from './use.ts';
import { counted } from './words.ts';

/** "8 notes leave as Word comments; 2 stay here." */
function leavingWords(leaving: number, staying: number): string {
  const goes =
    leaving === 0
      ? 'No note leaves with it'
      : leaving === 1
        ? '1 note leaves as a Word comment'
        : `${leaving} notes leave as Word comments`;
  return `${goes}${staying === 0 ? '' : staying === 1 ? '; 1 stays here' : `; ${staying} stay here`}.`;
}

/** Words that differ between the two files a briefing leaves in. */
const FORMS = {
  word: { title: 'Export to Word', done: 'Exported to Word.', citations: 'Footnotes, and the list of sources' },
  pdf: {
    title: 'Export to PDF',
    done: 'Exported to PDF.',
    citations: 'Notes before the list of sources: a PDF has none at the foot of its pages',
  },
} as const;

export function ExportSheet({ form }: { readonly form: keyof typeof FORMS }) {
  const words = FORMS[form];
  const bench = useWorkbench();
  const session = useSession();
  const text = useText();
  const [copy, setCopy] = useState<'annotated' | 'clean'>('annotated');
  const close = () => bench.dialog(null);
  const checks = text?.checks ?? [];
  const settle = checks.filter((check) => check.severity === 'settle');
  const look = checks.filter((check) => check.severity === 'look');
  const notes = text ? [...text.annotations.values()] : [];
  const leaving = notes.filter((note) => note.export && !note.resolved).length;
  const banner: unknown = text?.doc.attrs['banner'];
  const hasBanner = typeof banner === 'string' && banner !== '';
  async function write(): Promise<void> {
    if (await (form === 'word' ? bench.session.exportWord(copy) : bench.session.exportPdf())) {
      close();
      bench.say(words.done);
    }
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
            {settle.length > 0 ? (
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
          <Button kind="quiet" onClick={close}>
            Cancel
          </Button>
          {settle.length > 0 && (
            <Button data-first="" onClick={() => void write()}>
              Export as draft…
            </Button>
          )}
          <Button
            kind="primary"
            data-first={settle.length === 0 ? '' : undefined}
            off={settle.length > 0 ? 'Settle the altered words first, or export a draft' : null}
            onClick={() => void write()}
          >
            Export…
          </Button>
        </>
      }
    >
      <div className="dialog-body export-body">
        <Findings label="To settle" checks={settle} />
        <Findings label="Worth a look" checks={look} />
        <Passed />
        <section aria-labelledby="export-document">
          <h3 className="findings-head" id="export-document">
            Document
          </h3>
          <dl className="options">
            <dt>Template</dt>
            <dd>{templateById(session.settings?.template ?? '')?.name}, A4</dd>
            <dt>Banner</dt>
            <dd className="option-row">
              {hasBanner ? <BannerLabel text={banner} /> : 'None will be printed'}
              <button type="button" className="link" onClick={() => bench.dialog({ kind: 'banner' })}>
                {hasBanner ? 'Change' : 'Set one'}
              </button>
            </dd>
            <dt id="export-copy">Copy</dt>
            <dd>
              {form === 'pdf' ? (
                'Clean: no notes leave with a PDF'
              ) : (
                <>
                  <Choice
                    labelledBy="export-copy"
                    value={copy}
                    options={[
                      { value: 'annotated', label: 'Annotated' },
                      { value: 'clean', label: 'Clean' },
                    ]}
                    onChoose={setCopy}
                  />
                  <p className="small quiet-text">
                    {copy === 'clean' ? 'No notes leave with it.' : leavingWords(leaving, notes.length - leaving)}
                  </p>
                </>
              )}
            </dd>
            <dt>Citations</dt>
            <dd>{words.citations}</dd>
          </dl>
        </section>
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
        <b>{exported.name}</b> {exported.draft ? 'is written, marked DRAFT' : 'is written'}
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
