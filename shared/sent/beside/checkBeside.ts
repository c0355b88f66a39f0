// checkBeside: what stands beside the words of a sent file against what was exported; the door of this folder.
import type { Node } from 'prosemirror-model';
import { bannerStyle } from '../../briefing/banner.ts';
import { schema } from '../../briefing/schema.ts';
import type { Check } from '../../check/check.ts';
import { planChart } from '../../export/charts.ts';
import { createCleaner } from '../../export/text.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Carried } from '../readProjection.ts';
import type { SentDocument } from '../readSent.ts';
import { compareCharts, type ExportedChart } from './compareCharts.ts';
import { compareBanner, compareHeads, compareProperties } from './compareMargins.ts';
import { comparePictures } from './comparePictures.ts';
import { MOST_DRAWINGS } from './drawings.ts';

export interface BesideCheck {
  readonly checks: readonly Check[];
  /** How many of the export were compared. */
  readonly charts: number;
  readonly pictures: number;
}

/** The nodes of `doc` of one type, with their positions, in order. */
function nodesOf(doc: Node, name: 'chart' | 'image'): { readonly node: Node; readonly position: number }[] {
  const found: { node: Node; position: number }[] = [];
  doc.descendants((node, position) => {
    if (node.type === schema.nodes[name]) found.push({ node, position });
  });
  return found;
}

/** The charts of `doc` as the export drew them. */
function exportedCharts(doc: Node, facts: ReadonlyMap<string, Fact>): ExportedChart[] {
  const context = { text: createCleaner(), facts, tell: () => undefined };
  return nodesOf(doc, 'chart').flatMap(({ node }, index): ExportedChart[] => {
    const planned = planChart(node.attrs['data'], context);
    return planned?.kind === 'chart' ? [{ index, chart: planned.chart }] : [];
  });
}

/**
 * Compares. `now`: the document with the words of the file, in which the places of the findings count. What the projection of
 * an older file does not tell (pictures, running heads, properties) is not compared.
 */
export function checkBeside(
  sent: Pick<SentDocument, 'charts' | 'pictures' | 'margins' | 'properties'>,
  { projection, doc }: Carried,
  now: Node,
  facts: readonly Fact[],
): BesideCheck {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const cleaner = createCleaner();
  const { printed } = projection;
  const charts = exportedCharts(doc, byId).slice(0, MOST_DRAWINGS);
  const banner = bannerStyle(cleaner.line(String(doc.attrs['banner'] ?? '')))?.text ?? null;
  const alts = nodesOf(doc, 'image').map(({ node }) => cleaner.line(String(node.attrs['alt'] ?? '')));
  const findings = [
    ...compareBanner(banner, sent.margins, sent.properties),
    ...compareCharts(charts, sent.charts, byId),
    ...(printed
      ? [
          ...comparePictures(printed.pictures.slice(0, MOST_DRAWINGS), alts, sent.pictures),
          ...compareHeads(printed, banner, sent.margins),
          ...compareProperties(printed, sent.properties),
        ]
      : []),
  ];
  const positions = {
    chart: nodesOf(now, 'chart').map(({ position }) => position),
    image: nodesOf(now, 'image').map(({ position }) => position),
  };
  const counts = new Map<string, number>();
  const checks = findings.map(({ kind, severity, title, detail, factId, place }): Check => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const from = place === null ? 0 : (positions[place.node][place.index] ?? 0);
    const to = place === null ? 0 : from + 1;
    return {
      ...{ id: `${kind}:beside:${number}`, kind, severity, title, detail, from, to },
      ...{ factId: factId ?? null, annotationId: null, diff: null },
    };
  });
  return { checks, charts: charts.length, pictures: printed?.pictures.filter((one) => one !== null).length ?? 0 };
}
