// ChartPane: the selected chart as it is made: drawn as, its values with their sources, title and what it claims, unit, what is shown.
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { ChartData } from '../../shared/briefing/chart.ts';
import {
  addableFigures,
  unitChoices,
  valueIn,
  withFigure,
  withoutCategory,
  withShow,
  withUnit,
  withValue,
} from '../../shared/briefing/chartEdits.ts';
import { chartNumber, isPercent, MOST_LABELS, showsChange, showsValues } from '../../shared/briefing/chartText.ts';
import { categoryOf } from '../../shared/briefing/figureSeries.ts';
import { chartClaim } from '../../shared/check/chartClaim.ts';
import { chartValueFault } from '../../shared/check/chartGuard.ts';
import type { Figure } from '../../shared/facts/fact.ts';
import { IconButton } from '../ui/button.tsx';
import { Choice, type Option } from '../ui/choice.tsx';
import { ChartColumn, ChartLine, CircleCheck, Hash, Info, Plus, Table2, TriangleAlert, X } from '../ui/icons.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { StateIcon } from './factIcon.tsx';
import { readNumber } from './readNumber.ts';
import { Pane } from './pane.tsx';
import { useEditor, useSession, useText, useTextValue, useView, useWorkbench } from './use.ts';
import { capital, short, sourceWords } from './words.ts';

type DrawnAs = ChartData['kind'] | 'table';

const KINDS: readonly Option<DrawnAs>[] = [
  { value: 'bar', label: 'Columns', icon: ChartColumn },
  { value: 'line', label: 'Line', icon: ChartLine },
  { value: 'table', label: 'Table', icon: Table2 },
];
const LONGEST_TITLE = 160;
/** Fewer values than these are no series. */
const FEWEST = 2;

type Change = (next: ChartData, typing?: boolean) => void;

interface PointPlace {
  readonly series: number;
  readonly at: number;
}

/** One value: what it is tied to, what is drawn, and whether the two agree. */
function ValueRow({ chart, place, onChange }: { chart: ChartData; place: PointPlace; onChange: Change }) {
  const bench = useWorkbench();
  const { facts, articles } = useSession();
  const { series, at } = place;
  const point = chart.series[series]?.points[at];
  const category = chart.categories[at] ?? '';
  const value = point?.value ?? null;
  const fact = facts.find((one): one is Figure => one.id === point?.factId && one.kind === 'figure') ?? null;
  const shown = value === null ? '' : chartNumber(value);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const fault = fact && value !== null ? chartValueFault(fact, value, chart.unit) : null;
  const source = fact ? sourceWords(articles.find((one) => one.id === fact.articleId)) : null;
  function take(): void {
    if (typed === null) return;
    const read = readNumber(typed);
    setWrong(read === undefined);
    if (read === undefined) return;
    setTyped(null);
    if (read !== value) onChange(withValue(chart, series, at, read));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setWrong(false);
    }
  }
  const restored = fact ? valueIn(chart, fact) : null;
  return (
    <li className={fault || wrong ? 'altered' : undefined}>
      <Icon of={Hash} size="s" className="k-figure" />
      <button
        type="button"
        className="chart-period"
        data-tip={fact ? `Show in ${source ?? 'its source'}` : undefined}
        aria-disabled={fact === null || undefined}
        onClick={() => fact && bench.trace(fact.id, false)}
      >
        {category}
        <span className="quiet">{fact ? short(fact.text, 26) : 'no source'}</span>
      </button>
      <input
        className="input num"
        aria-label={`Value of ${category}`}
        inputMode="decimal"
        value={typed ?? shown}
        aria-invalid={wrong || undefined}
        aria-describedby={fault || wrong ? id : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      {fault ? (
        <>
          <Icon of={TriangleAlert} size="s" className="s-warn" />
          <span className="sr">differs from its source</span>
        </>
      ) : fact ? (
        <StateIcon status={fact.status} />
      ) : (
        <>
          <Icon of={TriangleAlert} size="s" className="s-warn" />
          <span className="sr">has no source</span>
        </>
      )}
      <IconButton
        small
        icon={X}
        label={`Leave out ${category}`}
        off={chart.categories.length <= FEWEST ? 'A chart needs two values' : null}
        onClick={() => onChange(withoutCategory(chart, at))}
      />
      {(fault !== null || wrong) && (
        <p id={id} className="chart-fault">
          {wrong ? 'It is no number. Write it as 1,752 or 3.4.' : `${fault ?? ''} `}
          {!wrong && restored !== null && (
            <button type="button" className="link" onClick={() => onChange(withValue(chart, series, at, restored))}>
              Take {chartNumber(restored)}
              <span className="sr"> for {category}, as in the source</span>
            </button>
          )}
        </p>
      )}
    </li>
  );
}

function Values({ chart, onChange }: { chart: ChartData; onChange: Change }) {
  const { facts } = useSession();
  const bench = useWorkbench();
  const several = chart.series.length > 1;
  const addable = useMemo(() => addableFigures(chart, facts).slice(0, 40), [chart, facts]);
  return (
    <section aria-labelledby="chart-values">
      <h3 className="label" id="chart-values">
        Values <span className="quiet">linked to their source</span>
      </h3>
      {chart.series.map(({ name, points }, series) => (
        // A series has no other name than its place: two may be called the same.
        <div key={series}>
          {several && <p className="quiet">{name}</p>}
          <ul
            className="chart-points"
            aria-label={several ? name : undefined}
            aria-labelledby={several ? undefined : 'chart-values'}
          >
            {points.map((point, at) => (
              <ValueRow
                key={`${point.factId ?? ''} ${chart.categories[at] ?? ''} ${at}`}
                chart={chart}
                place={{ series, at }}
                onChange={onChange}
              />
            ))}
          </ul>
        </div>
      ))}
      {!several && (
        <Menu
          className="button plain sm"
          items={
            addable.length > 0
              ? addable.map((figure) => ({
                  id: figure.id,
                  label: `${categoryOf(figure.period ?? '') ?? ''}: ${short(figure.text, 24)}, ${short(figure.measure ?? 'no measure', 32)}`,
                }))
              : [
                  {
                    id: '',
                    label: 'No other figure',
                    off: `None in ${chart.unit || 'bare numbers'} with another period`,
                  },
                ]
          }
          onPick={(id) => {
            const figure = addable.find((one) => one.id === id);
            if (!figure) return;
            onChange(withFigure(chart, figure, facts));
            bench.say(`${categoryOf(figure.period ?? '') ?? ''} added.`);
          }}
        >
          <Icon of={Plus} size="s" />
          Add a figure
        </Menu>
      )}
    </section>
  );
}

/** What the title claims of the values, computed. */
function Claim({ chart }: { chart: ChartData }) {
  const claim = useMemo(() => chartClaim(chart), [chart]);
  if (!claim) return null;
  const holds = claim.verdict === 'supported';
  const computed = claim.computed.replaceAll(' / ', ' ÷ ').replaceAll(' - ', ' − ').replaceAll(' * ', ' × ');
  return (
    <p className={`chart-claim ${holds ? 's-ok' : 's-bad'}`} id="chart-claim">
      <Icon of={holds ? CircleCheck : TriangleAlert} size="s" className={holds ? 's-ok' : 's-bad'} />
      <span>
        {holds ? 'Holds: ' : 'Does not hold: '}
        <span className="num">{computed}</span>
      </span>
    </p>
  );
}

function Show({ chart, onChange }: { chart: ChartData; onChange: Change }) {
  const noRoom = chart.series.length > 1 || chart.categories.length > MOST_LABELS;
  const { series, categories } = chart;
  const first = series[0]?.points.length ?? 0;
  const yearly = categories.every((category) => /^\d{4}$/u.test(category));
  const ticks = [
    {
      key: 'values',
      label: chart.kind === 'bar' ? 'Value on each column' : 'Value on each point',
      checked: showsValues(chart),
      hidden: noRoom || chart.asTable === true,
    },
    {
      key: 'change',
      label: yearly ? 'Change from one year to the next' : 'Change from one value to the next',
      checked: showsChange(chart),
      hidden: noRoom || first < FEWEST,
    },
    {
      key: 'source',
      label: chart.asTable ? 'Source line under the table' : 'Source line under the chart',
      checked: chart.show?.source === true,
      hidden: false,
    },
  ] as const;
  return (
    <fieldset className="chart-show">
      <legend className="label">Show</legend>
      {ticks
        .filter(({ hidden }) => !hidden)
        .map(({ key, label, checked }) => (
          <label key={key} className="tick">
            <input
              type="checkbox"
              checked={checked}
              onChange={(event) => onChange(withShow(chart, { [key]: event.target.checked }))}
            />
            {label}
          </label>
        ))}
    </fieldset>
  );
}

function Controls({ chart, onChange }: { chart: ChartData; onChange: Change }) {
  const units = unitChoices(chart);
  const claimed = useMemo(() => chartClaim(chart) !== null, [chart]);
  const drawnAs: DrawnAs = chart.asTable ? 'table' : chart.kind;
  function drawAs(next: DrawnAs): void {
    const { asTable: _, ...rest } = chart;
    onChange(next === 'table' ? { ...chart, asTable: true } : { ...rest, kind: next });
  }
  return (
    <div className="scroll chart-controls">
      <div>
        <h3 className="label" id="chart-drawn">
          Drawn as
        </h3>
        <Choice labelledBy="chart-drawn" full options={KINDS} value={drawnAs} onChoose={drawAs} />
      </div>
      <Values chart={chart} onChange={onChange} />
      <div>
        <label className="label" htmlFor="chart-pane-title">
          Title
        </label>
        <input
          id="chart-pane-title"
          className="input"
          value={chart.title}
          maxLength={LONGEST_TITLE}
          aria-describedby={claimed ? 'chart-claim' : undefined}
          onChange={(event) => onChange({ ...chart, title: event.target.value }, true)}
        />
        <Claim chart={chart} />
      </div>
      <div>
        <label className="label" htmlFor="chart-unit">
          Unit
        </label>
        <select
          id="chart-unit"
          className="select-native"
          value={chart.unit}
          onChange={(event) => onChange(withUnit(chart, event.target.value))}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {unit === '' ? 'Bare numbers' : capital(unit)}
            </option>
          ))}
        </select>
      </div>
      <Show chart={chart} onChange={onChange} />
      <div className="chart-word">
        <Icon of={Info} size="s" />
        <b>In Word</b>
        <p>
          {chart.asTable
            ? 'A table of its values.'
            : `A native chart with its data, editable in Word. The axis starts at zero.${showsChange(chart) ? ' The changes stand over the values, and keep their words when the data is edited.' : ''}`}
          {isPercent(chart.unit) && showsChange(chart) ? ' Changes of percentages are in percentage points.' : ''}
        </p>
      </div>
    </div>
  );
}

/** The pane of the chart that is selected; `shownChart` says when it stands in the place of the facts. */
export function ChartPane({ onKeyDown }: { onKeyDown?: (event: KeyboardEvent) => void }) {
  const bench = useWorkbench();
  const editor = useEditor();
  const text = useText();
  const found = text?.chart ?? null;
  if (!found) return null;
  const change: Change = (next, typing) => void editor?.setChart(found.pos, next, typing);
  return (
    <Pane
      side="facts"
      label="Chart"
      className="chart-pane"
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key === 'Escape' && !event.defaultPrevented && !bench.view.get().narrow) editor?.focus();
      }}
    >
      <div className="bar">
        <h2>Chart</h2>
        <div className="grow" />
        <IconButton
          label="Close"
          icon={X}
          onClick={() => {
            bench.view.set({ chartClosed: true, drawer: null });
            editor?.focus();
          }}
        />
      </div>
      {found.data ? (
        <Controls chart={found.data} onChange={change} />
      ) : (
        <p className="empty">This chart cannot be read. It is kept as it is.</p>
      )}
    </Pane>
  );
}

/** True while a chart is selected and its pane was not closed. */
export function useShownChart(): boolean {
  const bench = useWorkbench();
  const { chartClosed } = useView();
  const selected = useTextValue((text) => (text?.chart ?? null) !== null);
  useEffect(() => {
    // The next chart that is selected opens it again.
    if (!selected && bench.view.get().chartClosed) bench.view.set({ chartClosed: false });
  }, [bench, selected]);
  return selected && !chartClosed;
}
