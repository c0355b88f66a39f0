// LinkFigure: asks which figure of a source a number is; those of an equal value come first.
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { paragraphNumber } from '../../shared/briefing/queries.ts';
import { linkCandidates } from '../../shared/check/linkCandidates.ts';
import type { Figure } from '../../shared/facts/fact.ts';
import { PickDialog } from '../ui/pickDialog.tsx';
import { FactIcon } from './factIcon.tsx';
import { matchWords } from './paletteMatch.ts';
import { useSession, useText, useWorkbench } from './use.ts';
import { factNote, factTitle, short, sourceWords } from './words.ts';

/** Rows drawn at most: who looks for more writes words of it. */
const MOST = 200;

export function LinkFigure({ checkId }: { checkId: string | null }) {
  const bench = useWorkbench();
  const { facts, articles } = useSession();
  const text = useText();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const wanted = checkId ?? text?.checkAtCaret;
  const check = text?.checks.find((one) => one.id === wanted && one.kind === 'unsourced-figure');
  // Opened without a finding, it is for the selected words.
  const words = check?.about?.words ?? bench.text.get().editor?.find.seed() ?? '';
  const { same, others } = useMemo(() => linkCandidates(words, facts), [words, facts]);
  const fits = (fact: Figure): boolean =>
    query.trim() === '' || matchWords(query.trim(), `${factTitle(fact)} ${factNote(fact)}`, true) !== null;
  const groups = [
    { label: 'The same value', list: same.filter(fits) },
    { label: 'Other figures', list: others.filter(fits).slice(0, MOST) },
  ].filter(({ list }) => list.length > 0);
  const all = groups.flatMap(({ list }) => list);
  const active = all[Math.min(at, all.length - 1)];

  const close = () => bench.dialog(null);
  function link(fact: Figure | undefined): void {
    if (!fact) return;
    close();
    // After the dialog has given the focus back.
    bench.afterDrawing(() => {
      if (!bench.linkNumber(checkId, fact.id)) bench.say('The number is not there any more.');
      bench.text.get().editor?.focus();
    });
  }
  function step(to: number): void {
    setAt(to);
    const next = all[to];
    if (next) document.getElementById(`${id}${next.id}`)?.scrollIntoView({ block: 'nearest' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') step(Math.min(at + 1, all.length - 1));
    else if (event.key === 'ArrowUp') step(Math.max(at - 1, 0));
    else if (event.key === 'Enter') link(active);
    else return;
    event.preventDefault();
  }
  const label = words === '' ? 'Link to a source figure' : `Link “${short(words, 40)}” to a source figure`;
  return (
    <PickDialog
      label={label}
      controls={id}
      active={active ? `${id}${active.id}` : undefined}
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setAt(0);
      }}
      onKeyDown={onKeyDown}
      onClose={close}
    >
      <div className="palette-list scroll" role="listbox" id={id} aria-label="Figures">
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <h3 aria-hidden="true">{group.label}</h3>
            {group.list.map((fact) => {
              const article = articles.find((one) => one.id === fact.articleId);
              return (
                <div
                  key={fact.id}
                  id={`${id}${fact.id}`}
                  role="option"
                  className="palette-option"
                  aria-selected={fact === active}
                  onPointerMove={() => setAt(all.indexOf(fact))}
                  onClick={() => link(fact)}
                >
                  <FactIcon fact={fact} size="m" />
                  <span className="palette-label">
                    {factTitle(fact)}
                    <em>{factNote(fact)}</em>
                  </span>
                  <kbd>
                    {sourceWords(article)}
                    {article && `, ¶${paragraphNumber(article, fact)}`}
                  </kbd>
                </div>
              );
            })}
          </div>
        ))}
        {all.length === 0 && <p className="empty">No figure of the sources fits.</p>}
      </div>
      <p className="sr" role="status">
        {all.length === 1 ? '1 figure' : `${all.length} figures`}
      </p>
    </PickDialog>
  );
}
