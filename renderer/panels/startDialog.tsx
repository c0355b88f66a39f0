// StartDialog: what a briefing from the chosen articles would be filled with, by template, before it begins.
import { useMemo, useState } from 'react';
import { LEAVE_NOTHING_OUT, type LeaveOut } from '../../shared/briefing/fillings.ts';
import { planPrefill } from '../../shared/briefing/prefillPlan.ts';
import type { ReadArticles } from '../session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { PrefillPreview } from './prefillPreview.tsx';
import { TemplateList } from './templateList.tsx';
import { useOwnTemplates, useSession, useWorkbench } from './use.ts';
import { counted } from './words.ts';

export function StartDialog({ read, templateId }: { readonly read: ReadArticles; readonly templateId: string }) {
  const bench = useWorkbench();
  const { user } = useSession();
  const { all } = useOwnTemplates();
  const [chosen, setChosen] = useState(templateId);
  const [leaveOut, setLeaveOut] = useState<LeaveOut>(LEAVE_NOTHING_OUT);
  const [asks, setAsks] = useState(true);
  const template = all.find(({ id }) => id === chosen) ?? all[0];
  const articles = useMemo(() => read.imported.map(({ article }) => article), [read]);
  const sections = useMemo(
    () =>
      template ? planPrefill({ articles, facts: read.imported.map(({ facts }) => facts), template, leaveOut }) : [],
    [articles, read, template, leaveOut],
  );
  const close = () => bench.dialog(null);
  function start(): void {
    close();
    if (!asks) bench.session.setUser({ ...user, preview: false });
    void bench.session.startWith(read, template?.id ?? chosen, leaveOut);
  }
  return (
    <Dialog
      title="New briefing"
      text={`From ${articles.length === 1 ? `“${articles[0]?.title ?? articles[0]?.fileName ?? ''}”` : counted(articles.length, 'article')}. This will be filled in; the rest is left to you.`}
      className="template-dialog"
      onClose={close}
      footer={
        <DialogActions label="Start" onAct={start} onCancel={close}>
          <label className="tick">
            <input type="checkbox" checked={!asks} onChange={() => setAsks(!asks)} />
            Do not ask again
          </label>
        </DialogActions>
      }
    >
      <div className="template-columns">
        <TemplateList
          chosen={template?.id ?? ''}
          onChoose={(id) => {
            setChosen(id);
            setLeaveOut({ ...leaveOut, sections: new Set() });
          }}
        />
        <section className="template-plan scroll" aria-label="What will be filled in" tabIndex={0}>
          <PrefillPreview sections={sections} articles={articles} leaveOut={leaveOut} onChange={setLeaveOut} />
        </section>
      </div>
    </Dialog>
  );
}
