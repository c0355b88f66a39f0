// ChartData: a series of figures to be drawn as a chart; type and validator. The node `chart` holds one as its attribute `data`.
import { z } from '../base/validate.ts';

export const CHART_KINDS = ['bar', 'line'] as const;

const pointSchema = z.looseObject({
  /** In the chart's unit, or null where nothing is known: a gap, never a zero. */
  value: z.number().nullable(),
  /** The figure it comes from; null for a value that the analyst typed. */
  factId: z.string().nullable(),
});

/** What is shown beside the columns or the line; what is absent is as the kind has it (chartText.ts). */
const showSchema = z.looseObject({
  /** The value on each column or point. */
  values: z.boolean().optional(),
  /** The change from each value to the next. */
  change: z.boolean().optional(),
  /** A line under the chart that names the sources of its figures. */
  source: z.boolean().optional(),
});

export const chartSchema = z.looseObject({
  kind: z.enum(CHART_KINDS),
  /** True when its values are printed as a table in place of the chart; `kind` is what it was drawn as. */
  asTable: z.boolean().optional(),
  show: showSchema.optional(),
  title: z.string(),
  /** What the values count, in words: "million US dollars", "per cent". */
  unit: z.string(),
  /** Along the axis, as printed: "2022", "Q3 2023". */
  categories: z.array(z.string()),
  /** Each with as many points as there are categories. */
  series: z.array(z.looseObject({ name: z.string(), points: z.array(pointSchema) })),
});
export type ChartData = z.infer<typeof chartSchema>;
export type ChartPoint = z.infer<typeof pointSchema>;
export type ChartShow = z.infer<typeof showSchema>;

/** `value` as a chart's data, or null when it has another form or its series and categories do not go together. */
export function readChart(value: unknown): ChartData | null {
  const parsed = chartSchema.safeParse(value);
  if (!parsed.success) return null;
  const { categories, series } = parsed.data;
  return series.every(({ points }) => points.length === categories.length) ? parsed.data : null;
}

/** As `readChart`, from JSON that anybody may have written: the clipboard. */
export function parseChart(json: string | null): ChartData | null {
  try {
    return json === null ? null : readChart(JSON.parse(json));
  } catch {
    return null;
  }
}
