// ChosenBar: what the words that are selected in the source can become; drawn while some are.
import type { AddedKind } from '../../shared/facts/adding.ts';
import { Toolbar } from '../ui/group.tsx';
import { Icon } from '../ui/icon.tsx';
import { Calendar, Check, Hash, Quote, UserRound, type LucideIcon } from '../ui/icons.ts';
import { useSession, useView, useWorkbench } from './use.ts';
import { factTitle, short } from './words.ts';

export const ADDABLE: readonly { readonly kind: AddedKind; readonly label: string; readonly icon: LucideIcon }[] = [
  { kind: 'figure', label: 'Figure', icon: Hash },
  { kind: 'quote', label: 'Quotation', icon: Quote },
  { kind: 'date', label: 'Date', icon: Calendar },
  { kind: 'name', label: 'Name', icon: UserRound },
];

export function ChosenBar({ articleId }: { articleId: string }) {
  const bench = useWorkbench();
  const { chosen, hit } = useView();
  const { facts, readOnly } = useSession();
  if (!chosen || chosen.articleId !== articleId || readOnly) return null;
  const shown = facts.find((fact) => fact.id === hit?.factId && fact.articleId === articleId);
  return (
    <div
      className="chosen-bar"
      // A press must not take the selection away before it is used.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        document.querySelector<HTMLElement>('.article-scroll')?.focus();
      }}
    >
      <span aria-hidden="true">Add as</span>
      <Toolbar label="Add the selected words" className="chosen-ways">
        {ADDABLE.map(({ kind, label, icon }) => (
          <button
            key={kind}
            type="button"
            className="chip"
            aria-label={`Add as ${label.toLowerCase()}`}
            onClick={() => bench.factWork.add(kind)}
          >
            <Icon of={icon} size="s" />
            {label}
          </button>
        ))}
        {shown && shown.kind !== 'claim' && (
          <button
            type="button"
            className="chip"
            aria-label={`Make these the words of ${factTitle(shown)}`}
            onClick={() => bench.factWork.cover()}
          >
            <Icon of={Check} size="s" />
            Words of {short(factTitle(shown), 18)}
          </button>
        )}
      </Toolbar>
    </div>
  );
}
