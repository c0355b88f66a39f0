// word/numbering.xml: one definition per kind of list, and one instance per list, so that none goes on counting where another stopped.
import { itemIndent } from '../indents.ts';
import type { PlannedList } from '../plan.ts';
import { partXml } from './xml.ts';

type Kind = Pick<PlannedList, 'kind' | 'inset'>;

/** The definition of each is w:abstractNum of its index. */
export const KINDS: readonly Kind[] = [
  { kind: 'bullet' },
  { kind: 'number' },
  { kind: 'sources' },
  { kind: 'paragraphs' },
  { kind: 'bullet', inset: true },
  { kind: 'number', inset: true },
  { kind: 'sources', inset: true },
];

const BULLETS = ['•', '–', '▪'];
const NUMBERS = [
  { format: 'decimal', text: (level: number) => `%${level + 1}.` },
  { format: 'lowerLetter', text: (level: number) => `(%${level + 1})` },
  { format: 'lowerRoman', text: (level: number) => `(%${level + 1})` },
] as const;

/** Word knows nine levels. */
const LEVELS = 9;

function levelXml(of: Kind, level: number): string {
  const numbered = NUMBERS[level % NUMBERS.length] ?? NUMBERS[0];
  const [format, text] =
    of.kind === 'bullet' ? ['bullet', BULLETS[level % BULLETS.length] ?? '•'] : [numbered.format, numbered.text(level)];
  const { left, hanging } = itemIndent(of, level);
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`
  );
}

function definition(of: Kind, index: number): string {
  const levels = Array.from({ length: LEVELS }, (_, level) => levelXml(of, level)).join('');
  return `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
}

/** List `index` of the plan is w:num `index + 1`. */
function instance(list: PlannedList, index: number): string {
  const start =
    list.kind === 'bullet'
      ? ''
      : `<w:lvlOverride w:ilvl="${list.level}"><w:startOverride w:val="${list.start}"/></w:lvlOverride>`;
  const definedBy = KINDS.findIndex(({ kind, inset }) => kind === list.kind && inset === list.inset);
  return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${definedBy}"/>${start}</w:num>`;
}

/** The whole of word/numbering.xml; `house`: definitions and lists that a house style brings. */
export function numberingXml(lists: readonly PlannedList[], house = { definitions: '', lists: '' }): string {
  const definitions = KINDS.map(definition).join('') + house.definitions;
  return partXml('w:numbering', ['w'], definitions + lists.map(instance).join('') + house.lists);
}
