// compareMargins: headers, footers and properties of a sent file against what was printed in them, the banner first of all.
import { bannerChange, type BannerChange } from '../../briefing/bannerChange.ts';
import { shortened } from '../../check/findingWords.ts';
import type { Printed } from '../../export/projection.ts';
import { lineKey } from '../lines.ts';
import type { BesideFinding } from './finding.ts';
import { markingIn, saysBanner } from './marking.ts';
import type { SentMargin, SentMargins } from './margins.ts';
import type { SentProperties } from './properties.ts';

/** "the header of the first page". */
function placeWords({ kind, pages, section }: SentMargin, { sections, firstApart }: SentMargins): string {
  const where =
    pages === 'first'
      ? ' of the first page'
      : pages === 'even'
        ? ' of the even pages'
        : firstApart
          ? ' of the later pages'
          : '';
  return `the ${kind}${where}${sections > 1 ? ` in section ${section}` : ''}`;
}

/** "a", "a and b", "a, b and 2 more". */
function listed(places: readonly string[]): string {
  const unique = [...new Set(places)];
  if (unique.length <= 1) return unique.join('');
  const head = unique.slice(0, 3);
  const more = unique.length - head.length;
  if (more > 0) return `${head.join(', ')} and ${more} more`;
  return `${head.slice(0, -1).join(', ')} and ${head.at(-1) ?? ''}`;
}

/** What is said where the banner should be. Null: nothing that is a marking. */
interface Instead {
  readonly marking: string | null;
  readonly places: string[];
}

const CHANGED: Readonly<Record<BannerChange, string>> = {
  lowered: 'was lowered to',
  raised: 'was raised to',
  other: 'was replaced by',
};

function bannerFinding(banner: string, { marking, places }: Instead, everywhere: boolean): BesideFinding {
  const base = { kind: 'altered-banner', place: null } as const;
  const where = listed(places);
  if (marking === null) {
    return {
      ...base,
      severity: 'settle',
      title: `The banner “${shortened(banner)}” is missing from ${everywhere ? 'every page' : where}`,
      detail: 'It was taken out or rewritten after the export. Put it back before the file goes on.',
    };
  }
  const change = bannerChange(banner, marking);
  return {
    ...base,
    severity: change === 'raised' ? 'look' : 'settle',
    title: `The banner “${shortened(banner)}” ${CHANGED[change]} “${shortened(marking)}” after the export`,
    detail: `So it stands in ${where}.`,
  };
}

/** Where the banner is no longer as it was exported. `banner`: as printed, or null for none. */
export function compareBanner(
  banner: string | null,
  margins: SentMargins,
  properties: SentProperties,
): BesideFinding[] {
  if (banner === null) return [];
  const instead = new Map<string | null, Instead>();
  const put = (marking: string | null, place: string): void => {
    const known = instead.get(marking);
    if (known) known.places.push(place);
    else instead.set(marking, { marking, places: [place] });
  };
  for (const margin of margins.list) {
    if (!saysBanner(margin.paragraphs, banner)) put(markingIn(margin.paragraphs), placeWords(margin, margins));
  }
  // A file without any section has no page, and none with a banner.
  if (margins.list.length === 0) put(null, 'every page');
  const everywhere = (instead.get(null)?.places.length ?? 0) >= margins.list.length;
  // Some programs part keywords at colons; without any there is nothing to contradict.
  const bare = (words: string): string => lineKey(words.replace(/[:,;]/gu, ' ')).toLowerCase();
  const keywords = [properties.keywords, properties.keywords.replace(/TLP /giu, 'TLP:')];
  const marking =
    saysBanner(keywords, banner) || bare(properties.keywords).includes(bare(banner)) ? null : markingIn(keywords);
  if (marking !== null) put(marking, 'the properties of the file');
  return [...instead.values()].map((one) => bannerFinding(banner, one, everywhere));
}

/** The words of a header or footer in one line. */
function shownWords({ paragraphs }: SentMargin): string {
  const words = paragraphs.join(' · ');
  return words === '' ? 'It is empty now.' : `It says: “${shortened(words)}”.`;
}

function isBare({ paragraphs, drawn }: SentMargin, banner: string | null): boolean {
  if (drawn) return false;
  const ours = new Set(['', 'draft', ...(banner === null ? [] : [lineKey(banner).toLowerCase()])]);
  return paragraphs.every((words) =>
    ours.has(
      lineKey(words)
        .toLowerCase()
        .replace(/^draft /u, ''),
    ),
  );
}

/** Headers and footers whose words are gone: reference and date at the foot, the running head of the later pages. */
export function compareHeads(printed: Printed, banner: string | null, margins: SentMargins): BesideFinding[] {
  const findings: BesideFinding[] = [];
  const tell = (list: readonly SentMargin[], words: string): void => {
    const [first] = list;
    if (!first) return;
    findings.push({
      kind: 'altered-margin',
      severity: 'look',
      title: `“${shortened(words)}” is no longer in ${listed(list.map((one) => placeWords(one, margins)))}`,
      detail: shownWords(first),
      place: null,
    });
  };
  const imprint = lineKey(printed.imprint);
  if (imprint !== '') {
    const without = margins.list.filter(
      ({ kind, paragraphs }) => kind === 'footer' && !lineKey(paragraphs.join(' ')).includes(imprint),
    );
    tell(without, printed.imprint);
  }
  const headers = margins.list.filter(({ kind }) => kind === 'header');
  // In a house style with headers of its own there is no running head.
  if (lineKey(printed.runningHead) !== '' && headers.every((one) => isBare(one, banner))) {
    tell(
      headers.filter(({ pages }) => pages !== 'first'),
      printed.runningHead,
    );
  }
  return findings;
}

/** Properties that say something else now. Without any, as programs that clean files leave them, nothing is wrong. */
export function compareProperties(printed: Printed, properties: SentProperties): BesideFinding[] {
  return (['title', 'subject', 'author'] as const).flatMap((name): BesideFinding[] => {
    const [was, is] = [printed[name], properties[name]];
    if (is === '' || lineKey(was) === lineKey(is)) return [];
    return [
      {
        kind: 'altered-property',
        severity: 'look',
        title: `The ${name} in the properties of the file was altered after the export`,
        detail: `It was ${was === '' ? 'empty' : `“${shortened(was)}”`} and is “${shortened(is)}”.`,
        place: null,
      },
    ];
  });
}
