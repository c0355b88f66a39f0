// FactRow: one row of the list of facts, and the heading of a group; drawn again only when something in it has changed.
import { memo } from 'react';
import type { Fact } from '../../shared/facts/fact.ts';
import { Icon } from '../ui/icon.tsx';
import { Ellipsis } from '../ui/icons.ts';
import { insertable } from './articleText.tsx';
import { FactIcon, StateIcon } from './factIcon.tsx';
import { normalised } from './factWords.ts';
import { factTitle } from './words.ts';

interface Place {
  /** Index in the list, from 0. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly measure: (element: HTMLElement | null) => void;
}

export const GroupRow = memo(function GroupRow({
  label,
  count,
  index,
  start,
  measure,
}: Place & { readonly label: string; readonly count: number }) {
  return (
    <div
      ref={measure}
      role="row"
      className="fact-group"
      data-index={index}
      aria-rowindex={index + 1}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="rowheader" aria-colspan={2}>
        {label} <span className="count">{count.toLocaleString('en-GB')}</span>
      </span>
    </div>
  );
});

/** The list hears of what is done to a row, so that a row has nothing of its own that changes while one scrolls. */
export const FactRow = memo(function FactRow({
  fact,
  id,
  about,
  isActive,
  isAltered,
  index,
  start,
  measure,
}: Place & {
  readonly fact: Fact;
  readonly id: string;
  readonly about: string;
  readonly isActive: boolean;
  readonly isAltered: boolean;
}) {
  const value = normalised(fact);
  return (
    <div
      ref={measure}
      id={id}
      role="row"
      className={`fact-option ${fact.dismissed ? 'is-dismissed' : ''}`}
      data-index={index}
      data-fact={fact.id}
      aria-rowindex={index + 1}
      aria-selected={isActive}
      draggable={insertable(fact)}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="gridcell" className="fact-what">
        <FactIcon fact={fact} />
        <span className="fact-words">
          <span className="fact-line">
            <b className={fact.kind === 'quote' ? 'foreign' : ''}>{factTitle(fact)}</b>
            {value && <span className="fact-value"> {value}</span>}
          </span>
          <span className="about">{about}</span>
        </span>
      </span>
      <span role="gridcell" className="fact-state">
        {isAltered && <span className="s-warn">altered</span>}
        {fact.dismissed ? (
          <span className="s-none">dismissed</span>
        ) : fact.kind === 'name' ? null : (
          <StateIcon status={fact.status} />
        )}
        <button
          type="button"
          className="icon-button small fact-more"
          tabIndex={-1}
          aria-label={`More for ${factTitle(fact)}`}
          aria-haspopup="menu"
        >
          <Icon of={Ellipsis} size="s" />
        </button>
      </span>
    </div>
  );
});
