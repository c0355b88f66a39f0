// ChartDialog: which series of figures is drawn, as what and under which title.
import { useState } from 'react';
import type { ChartData } from '../../shared/briefing/chart.ts';
import { withShow } from '../../shared/briefing/chartEdits.ts';
import { chartNumber, isPercent } from '../../shared/briefing/chartText.ts';
import { chartOf, seriesCaption, type FigureSeries } from '../../shared/briefing/figureSeries.ts';
import { Choice, type Option } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialogActions.tsx';
import { ChartColumn, ChartLine, Info } from '../ui/icons.ts';
import { Icon } from '../ui/icon.tsx';
import { seriesIn } from './chartSeries.ts';
import { useSession, useWorkbench } from './use.ts';
import { sourceWords } from './words.ts';

const KINDS: readonly Option<ChartData['kind']>[] = [
  { value: 'bar', label: 'Columns', icon: ChartColumn },
  { value: 'line', label: 'Line', icon: ChartLine },
];
const LONGEST_TITLE = 160;

/** The values of a series with the words of their source. */
function Values({ series }: { series: FigureSeries }) {
  const { articles, facts } = useSession();
  const sign = isPercent(series.unit) ? '%' : '';
  return (
    <table className="chart-values">
      <caption className="sr">Values of {series.measure}</caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="num">
            {sign ? 'Value' : series.unit === '' ? 'Value' : `Value, ${series.unit}`}
          </th>
          <th scope="col">In the source</th>
        </tr>
      </thead>
      <tbody>
        {series.values.map(({ category, value, factId, articleId }) => (
          <tr key={factId}>
            <th scope="row">{category}</th>
            <td className="num">{`${chartNumber(value)}${sign}`}</td>
            <td>
              {facts.find((fact) => fact.id === factId)?.text}
              <span className="quiet">{`, ${sourceWords(articles.find(({ id }) => id === articleId))}`}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SeriesChoice({
  series,
  chosen,
  onChoose,
}: {
  series: readonly FigureSeries[];
  chosen: FigureSeries;
  onChoose: (one: FigureSeries) => void;
}) {
  const { articles } = useSession();
  return (
    <fieldset className="chart-series">
      <legend className="label">Figures</legend>
      {series.map((one) => {
        const source = one.onlyFrom === null ? '' : sourceWords(articles.find(({ id }) => id === one.onlyFrom));
        return (
          <label className="tick" key={one.id}>
            <input
              type="radio"
              name="chart-series"
              data-first={one === chosen ? '' : undefined}
              checked={one === chosen}
              onChange={() => onChoose(one)}
            />
            <span>
              {seriesCaption(one)}
              <span className="quiet">
                {[one.unit, source && `by ${source} alone`].filter(Boolean).map((words) => `, ${words}`)}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

export function ChartDialog({ factId }: { readonly factId?: string | undefined }) {
  const bench = useWorkbench();
  const { articles, facts } = useSession();
  const { series, leftOut } = seriesIn(facts, articles);
  // What the caret or the list of facts is at comes first.
  const [id, setId] = useState(() => {
    const here = factId ?? bench.text.get().editor?.figureHere() ?? bench.view.get().hit?.factId;
    return (series.find(({ values }) => values.some(({ factId }) => factId === here)) ?? series[0])?.id ?? '';
  });
  const [kind, setKind] = useState<ChartData['kind']>('bar');
  /** Null while it follows the measure. */
  const [typed, setTyped] = useState<string | null>(null);
  const close = () => bench.dialog(null);
  const chosen = series.find((one) => one.id === id) ?? series[0];
  if (!chosen) return null;
  const title = typed ?? chosen.measure;
  function insert(one: FigureSeries): void {
    close();
    const editor = bench.text.get().editor;
    if (editor?.insertChart(withShow(chartOf(one, kind, title.trim()), { source: true }), seriesCaption(one))) {
      bench.say('Chart inserted. Enter changes it.');
    }
    editor?.focus();
  }
  return (
    <Dialog
      title="Insert chart"
      text="Values stay tied to their figures, and the axis starts at zero. In Word it is a native chart with its data."
      className="chart-dialog"
      onClose={close}
      footer={<DialogActions label="Insert the chart" onAct={() => insert(chosen)} onCancel={close} />}
    >
      <div className="dialog-body">
        <SeriesChoice series={series} chosen={chosen} onChoose={(one) => setId(one.id)} />
        {leftOut.map(({ measure, reason }) => (
          <p className="chart-left-out" key={reason}>
            <Icon of={Info} size="s" />
            <span>
              {measure}: {reason} Figures that disagree are not drawn as one series.
            </span>
          </p>
        ))}
        <Values series={chosen} />
        <div className="field">
          <span className="label" id="chart-kind">
            Drawn as
          </span>
          <Choice labelledBy="chart-kind" options={KINDS} value={kind} onChoose={setKind} />
        </div>
        <div className="field">
          <label className="label" htmlFor="chart-title">
            Title
          </label>
          <input
            id="chart-title"
            className="input"
            value={title}
            maxLength={LONGEST_TITLE}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      </div>
    </Dialog>
  );
}
