// TemplateDialog: another template for the open briefing: where each section goes, and what would be filled in, before it happens.
import { useMemo, useState } from 'react';
import { changeTemplate, openFills, type Move } from '../../shared/briefing/changeTemplate.ts';
import { LEAVE_NOTHING_OUT, type LeaveOut } from '../../shared/briefing/fillings.ts';
import { additionsOf, factsByArticle, onlyOpen, planPrefill } from '../../shared/briefing/prefillPlan.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { PrefillPreview } from './prefillPreview.tsx';
import { FILL_NAMES, isOptional } from './prefillWords.ts';
import { TemplateList } from './templateList.tsx';
import { useOwnTemplates, useSession, useText, useWorkbench } from './use.ts';

/** Where what is written will stand. */
function Moves({ moves }: { readonly moves: readonly Move[] }) {
  if (moves.length === 0) return <p className="quiet-text">Nothing is written yet.</p>;
  return (
    <table className="moves">
      <thead>
        <tr>
          <th scope="col">Written under</th>
          <th scope="col">Will stand under</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ heading, fill, to }, index) => (
          <tr key={index}>
            <td>
              {heading}
              {fill && <span className="quiet-text">: {FILL_NAMES[fill]}</span>}
            </td>
            <td className={to === null ? 'quiet-text' : ''}>{to ?? 'Its own heading, at the end'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function TemplateDialog() {
  const bench = useWorkbench();
  const { settings, articles, facts } = useSession();
  const text = useText();
  const { all } = useOwnTemplates();
  const current = settings?.template ?? '';
  const [wanted, setChosen] = useState(current);
  // One that was deleted here is no choice any more.
  const chosen = all.some(({ id }) => id === wanted) ? wanted : current;
  const [leaveOut, setLeaveOut] = useState<LeaveOut>(LEAVE_NOTHING_OUT);
  const close = () => bench.dialog(null);
  const to = all.find(({ id }) => id === chosen) ?? null;
  const from = all.find(({ id }) => id === current) ?? null;
  const doc = text?.doc ?? null;
  const byArticle = useMemo(() => factsByArticle(articles, facts), [articles, facts]);
  const moves = useMemo(() => (doc && to ? changeTemplate(doc, to, { from }).moves : []), [doc, to, from]);
  const plan = useMemo(() => {
    if (!doc || !to) return null;
    const input = { articles, facts: byArticle, template: onlyOpen(to, openFills(doc, to, from)), leaveOut };
    return { input, sections: planPrefill(input) };
  }, [doc, to, from, articles, byArticle, leaveOut]);
  const filled = plan?.sections.filter(isOptional) ?? [];
  function change(): void {
    const editor = bench.editor();
    if (!doc || !to || !plan) return;
    const made = changeTemplate(doc, to, { from, additions: additionsOf(plan.input) });
    close();
    if (!editor?.compose.setTemplate(made.doc)) return;
    bench.offerUndo(`The briefing is a ${to.name} now. Everything written has moved along.`);
    editor.focus();
  }
  const off = !to || to.id === current ? 'Choose another template' : null;
  return (
    <Dialog
      title="Template"
      text="Everything that was written moves along: words, notes, citations and traces. Undo brings the old form back."
      className="template-dialog"
      onClose={close}
      footer={<DialogActions label="Change the template" off={off} onAct={change} onCancel={close} />}
    >
      <div className="template-columns">
        <TemplateList
          chosen={chosen}
          current={current}
          onChoose={(id) => {
            setChosen(id);
            setLeaveOut(LEAVE_NOTHING_OUT);
          }}
        />
        <section className="template-plan scroll" aria-label="What will change" tabIndex={0}>
          {off === null && plan ? (
            <>
              <h3>Where it goes</h3>
              <Moves moves={moves} />
              {filled.length > 0 && (
                <>
                  <h3>Filled in from the sources</h3>
                  <PrefillPreview sections={filled} articles={articles} leaveOut={leaveOut} onChange={setLeaveOut} />
                </>
              )}
            </>
          ) : (
            <>
              <h3>{to?.name ?? 'A template that is not on this computer'}</h3>
              <p className="quiet-text">{to?.sections.map(({ heading }) => heading).join(' · ')}</p>
            </>
          )}
        </section>
      </div>
    </Dialog>
  );
}
