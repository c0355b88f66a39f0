// FactMenu: what can be done with a fact, as the rows of a menu; the same in the list, the margin and the source.
import { STATUSES, type Fact, type Status } from '../../shared/facts/fact.ts';
import { formsOf, INSERT_FORMS, type InsertForm } from '../editor/editor.ts';
import type { MenuItem } from '../ui/menuItems.tsx';
import type { Workbench } from '../workbench.ts';
import { seriesIn } from './chartSeries.ts';
import { STATUS_WORDS } from './words.ts';

export const FORM_WORDS: Readonly<Record<InsertForm, string>> = {
  quotation: 'Insert as block quotation',
  quoted: 'Insert as inline quotation',
  sentence: 'Insert as sentence',
  figure: 'Insert as figure',
  row: 'Insert as table row',
};

/** `uses`: how often it is used in the briefing. */
export function factMenu(fact: Fact, uses: number): readonly MenuItem[] {
  const forms = formsOf(fact.kind).map((form) => ({ id: form, label: FORM_WORDS[form] }));
  return [
    ...forms,
    ...(fact.kind === 'figure' ? [{ id: 'chart', label: 'Insert its series as a chart…' }] : []),
    { id: 'source', label: 'Show in the source', apart: forms.length > 0 },
    ...(uses > 0 ? [{ id: 'use', label: uses === 1 ? 'Show its use' : 'Show its next use' }] : []),
    ...STATUSES.map((status, index) => ({
      id: status,
      label: STATUS_WORDS[status],
      checked: fact.status === status,
      apart: index === 0,
    })),
    ...(fact.kind === 'claim' ? [] : [{ id: 'correct', label: 'Correct…', apart: true }]),
    ...(fact.correction?.read ? [{ id: 'putBack', label: 'Put back as it was read' }] : []),
    { id: 'dismiss', label: fact.dismissed ? 'Bring back' : 'Dismiss', apart: fact.kind === 'claim' },
  ];
}

function isForm(id: string): id is InsertForm {
  return (INSERT_FORMS as readonly string[]).includes(id);
}
function isStatus(id: string): id is Status {
  return (STATUSES as readonly string[]).includes(id);
}

/** Asks for the chart of the series that a figure is one of; says so when it is of none. */
function drawSeries(bench: Workbench, factId: string): void {
  const { facts, articles } = bench.session.getSnapshot();
  const drawn = seriesIn(facts, articles).series.some(({ values }) => values.some((value) => value.factId === factId));
  if (!drawn) bench.notify({ text: 'This figure has no other period to compare with.', undo: null });
  else if (bench.reasonOff('insertChart') === null) bench.dialog({ kind: 'chart', factId });
  else bench.ask('insertChart');
}

/** Does what a row of the menu says. */
export function runFactMenu(bench: Workbench, factId: string, id: string): void {
  if (isForm(id)) bench.factWork.insert(factId, id);
  else if (isStatus(id)) bench.factWork.setStatus(factId, id);
  else if (id === 'chart') drawSeries(bench, factId);
  else if (id === 'source') bench.trace(factId);
  else if (id === 'use') bench.goToUse(factId, null, true);
  else if (id === 'correct') bench.dialog({ kind: 'correct', factId });
  else if (id === 'putBack') bench.factWork.putBack(factId);
  else if (id === 'dismiss') bench.factWork.toggleDismissed(factId);
}
