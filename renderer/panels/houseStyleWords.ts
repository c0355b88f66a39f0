// HouseStyleWords: what the export sheet says of a house style: its page, what is kept of it, and which style becomes which.
import type { HouseStylePreview } from '../worker/contract.ts';
import { capital } from './words.ts';

type Mapping = HouseStylePreview['styles'][number];

/** A file's name in at most `most` characters: the middle goes, because the end tells one version from another. */
export function shortName(name: string, most = 36): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const end = Math.floor((most - 1) / 2);
  return `${letters.slice(0, most - 1 - end).join('')}…${letters.slice(-end).join('')}`;
}

const TWIPS_PER_MM = 1440 / 25.4;
/** Papers by width and height in millimetres, upright. */
const PAPERS: Readonly<Record<string, string>> = { '210 × 297': 'A4', '216 × 279': 'Letter', '216 × 356': 'Legal' };

/** A page in twips, for people: "A4", "Letter, landscape", "200 × 250 mm". */
export function pageWords({ width, height }: HouseStylePreview['page']): string {
  const mm = (twips: number) => Math.round(twips / TWIPS_PER_MM);
  const [short, long] = [mm(Math.min(width, height)), mm(Math.max(width, height))];
  const paper = PAPERS[`${short} × ${long}`];
  if (paper === undefined) return `${mm(width)} × ${mm(height)} mm`;
  return width > height ? `${paper}, landscape` : paper;
}

/** What of the file comes along besides its styles. */
export function keptWords({ page: paper, hasHeader, hasFooter }: HouseStylePreview): string {
  const margins = [hasHeader && 'header', hasFooter && 'footer'].filter((one) => one !== false);
  const page = `page (${pageWords(paper)})`;
  if (margins.length === 0) return `Kept from it: styles, ${page} and margins. It has no header or footer.`;
  return `Kept from it: styles, ${page}, margins, ${margins.join(' and ')}.`;
}

/** How many styles of the briefing are there, come near, or are lacking. */
export function mappingWords({ styles }: HouseStylePreview): string {
  const count = (how: Mapping['how']) => styles.filter((one) => one.how === how).length;
  const [same, based, added] = [count('same name'), count('based on'), count('added')];
  const lacking = based + added;
  if (lacking === 0) return `It has all ${same} styles of a briefing.`;
  const of = based === lacking ? (lacking === 1 ? '' : 'all ') : `${based} of them `;
  const how = based > 0 ? `, ${of}based on its own` : '';
  const lack = lacking === 1 ? '1 is' : `${lacking} are`;
  return `It has ${same} of the ${styles.length} styles of a briefing; ${lack} added${how}.`;
}

/** A style's name as Word shows it. */
export function styleName(name: string): string {
  return name.startsWith('toc ') ? `TOC ${name.slice(4)}` : capital(name);
}

/** What a style of the briefing becomes. */
export function becomes({ theirs, how }: Mapping): string {
  if (how === 'same name') return styleName(theirs ?? '');
  return how === 'based on' ? `Added, based on ${styleName(theirs ?? '')}` : 'Added';
}
