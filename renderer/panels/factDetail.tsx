// FactDetail: all that is known of the fact that is chosen in the list: value, place, uses, correction; and what can be done.
import { useState } from 'react';
import { periodWords } from '../../shared/briefing/dateWords.ts';
import { outline, type Range } from '../../shared/briefing/queries.ts';
import { attributionText } from '../../shared/briefing/quotationText.ts';
import { STATUSES, type Fact } from '../../shared/facts/fact.ts';
import { formsOf } from '../editor/editor.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Icon } from '../ui/icon.tsx';
import { ChevronDown, ChevronRight } from '../ui/icons.ts';
import { Menu } from '../ui/menu.tsx';
import { STATUS_ICONS } from './factIcon.tsx';
import { FORM_WORDS, runFactMenu } from './factMenu.ts';
import { correctionWords, usedWords, valueWords } from './factWords.ts';
import { useSession, useTextLater, useWorkbench } from './use.ts';
import { factTitle, short, sourceWords, STATUS_WORDS } from './words.ts';

/** The heading that each use stands under. */
function useSections(uses: readonly Range[]): readonly string[] {
  const doc = useTextLater()?.doc;
  const entries = doc ? outline(doc) : [];
  return uses.map(({ from }) => entries.findLast((entry) => entry.position < from)?.text ?? 'Title');
}

function Uses({ fact, uses }: { fact: Fact; uses: readonly Range[] }) {
  const bench = useWorkbench();
  const sections = useSections(uses);
  if (uses.length === 0) return <>{usedWords(0)}</>;
  return (
    <>
      {sections.map((section, index) => (
        <button
          key={index}
          type="button"
          className="link use"
          aria-label={`Use ${index + 1} of ${uses.length}, under ${section}`}
          onClick={(event) => bench.goToUse(fact.id, index, event.detail === 0)}
        >
          {short(section, 24)}
        </button>
      ))}
    </>
  );
}

export function FactDetail({ fact, uses, paragraph }: { fact: Fact; uses: readonly Range[]; paragraph: number }) {
  const bench = useWorkbench();
  const { articles, readOnly } = useSession();
  const [open, setOpen] = useState(true);
  const article = articles.find((one) => one.id === fact.articleId);
  const correction = correctionWords(fact);
  const [first, ...others] = formsOf(fact.kind);
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    ...(fact.kind === 'figure'
      ? ([
          ['Value', valueWords(fact)],
          ['Of', fact.measure ?? 'Measure not found'],
          [
            'Period',
            `${fact.period ? periodWords(fact.period) : 'Not found'}${fact.periodNote ? `, ${fact.periodNote}` : ''}`,
          ],
        ] as const)
      : []),
    ...(fact.kind === 'quote' ? ([['Said by', attributionText(fact) || 'Speaker not named']] as const) : []),
    ...(fact.kind === 'date' ? ([['Date', periodWords(fact.value)]] as const) : []),
    [
      'Source',
      <button key="s" type="button" className="link" onClick={(event) => bench.trace(fact.id, event.detail === 0)}>
        {sourceWords(article)}, ¶{paragraph}
      </button>,
    ],
    ['Used', <Uses key="u" fact={fact} uses={uses} />],
  ];
  return (
    <section className="fact-detail" aria-label={`About ${factTitle(fact)}`} data-fact={fact.id}>
      <button type="button" className="fact-detail-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={open ? ChevronDown : ChevronRight} size="s" />
        <span className={fact.kind === 'quote' ? 'foreign' : ''}>{factTitle(fact)}</span>
      </button>
      {open && (
        <>
          <dl>
            {rows.map(([name, words]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          {correction && (
            <p className="fact-corrected">
              {correction}
              {fact.correction?.read && !readOnly && (
                <button type="button" className="link" onClick={() => bench.factWork.putBack(fact.id)}>
                  Put back
                </button>
              )}
            </p>
          )}
        </>
      )}
      <div className="fact-acts">
        <Choice
          label={`Status of ${factTitle(fact)}`}
          value={fact.status}
          options={STATUSES.map((value) => ({ value, label: STATUS_WORDS[value], ...STATUS_ICONS[value] }))}
          onChoose={(status) => bench.factWork.setStatus(fact.id, status)}
        />
        {first && (
          <Menu
            className="button plain sm"
            label="Insert as"
            items={[first, ...others].map((form) => ({ id: form, label: FORM_WORDS[form] }))}
            onPick={(form) => runFactMenu(bench, fact.id, form)}
            chevron
          >
            Insert
          </Menu>
        )}
        {fact.kind !== 'claim' && (
          <Button size="sm" kind="quiet" onClick={() => bench.dialog({ kind: 'correct', factId: fact.id })}>
            Correct…
          </Button>
        )}
        <Button size="sm" kind="quiet" onClick={() => bench.factWork.toggleDismissed(fact.id)}>
          {fact.dismissed ? 'Bring back' : 'Dismiss'}
        </Button>
      </div>
    </section>
  );
}
