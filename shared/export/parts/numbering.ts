// word/numbering.xml: one definition per kind of list, and one instance per list, so that none goes on counting where another stopped.
import type { PlannedList } from '../plan.ts';
import { LIST_STEP, PARAGRAPH_NUMBER_STEP } from '../styles.ts';
import { partXml } from './xml.ts';

/** The definition of each is w:abstractNum of its index. */
export const KINDS: readonly PlannedList['kind'][] = ['bullet', 'number', 'sources', 'paragraphs'];

const BULLETS = ['•', '–', '▪'];
const NUMBERS = [
  { format: 'decimal', text: (level: number) => `%${level + 1}.` },
  { format: 'lowerLetter', text: (level: number) => `(%${level + 1})` },
  { format: 'lowerRoman', text: (level: number) => `(%${level + 1})` },
] as const;

/** Word knows nine levels. */
const LEVELS = 9;

function levelXml(kind: PlannedList['kind'], level: number): string {
  const numbered = NUMBERS[level % NUMBERS.length] ?? NUMBERS[0];
  const [format, text] =
    kind === 'bullet' ? ['bullet', BULLETS[level % BULLETS.length] ?? '•'] : [numbered.format, numbered.text(level)];
  const step = kind === 'paragraphs' ? PARAGRAPH_NUMBER_STEP : LIST_STEP;
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${step * (level + 1)}" w:hanging="${step}"/></w:pPr></w:lvl>`
  );
}

function definition(kind: PlannedList['kind'], index: number): string {
  const levels = Array.from({ length: LEVELS }, (_, level) => levelXml(kind, level)).join('');
  return `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
}

/** List `index` of the plan is w:num `index + 1`. */
function instance(list: PlannedList, index: number): string {
  const start =
    list.kind === 'bullet'
      ? ''
      : `<w:lvlOverride w:ilvl="${list.level}"><w:startOverride w:val="${list.start}"/></w:lvlOverride>`;
  return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${KINDS.indexOf(list.kind)}"/>${start}</w:num>`;
}

/** The whole of word/numbering.xml; `house`: definitions and lists that a house style brings. */
export function numberingXml(lists: readonly PlannedList[], house = { definitions: '', lists: '' }): string {
  const definitions = KINDS.map(definition).join('') + house.definitions;
  return partXml('w:numbering', ['w'], definitions + lists.map(instance).join('') + house.lists);
}
