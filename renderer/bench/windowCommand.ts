// WindowCommand: a command that is the window's own, with when it can run; and what is said of those of the text.
import { COMMANDS, type CommandId } from '../../shared/commands.ts';

/** Whether a command can run: on, off with a short phrase that says why, or as the text says. */
export type Leave = 'on' | 'asTheText' | { readonly off: string };

export interface WindowCommand {
  readonly run: () => void;
  /** Works without a briefing. */
  readonly always?: true;
  /** Asked when a briefing is open; left out, a briefing is all that the command needs. */
  readonly leave?: () => Leave;
}

export type WindowCommands = Partial<Record<CommandId, WindowCommand>>;

/** For a command that asks something first and then changes the text. */
export const asTheText = (): Leave => 'asTheText';

/** They stand in the Edit menu, and work from a field as well: the find bar is full of fields. */
const FINDING: ReadonlySet<CommandId> = new Set<CommandId>(['find', 'replace', 'findNext', 'findPrevious']);

/** Commands of the text: in a form field their keys are the field's own. */
export const TEXT_COMMANDS: ReadonlySet<CommandId> = new Set<CommandId>(
  COMMANDS.filter(({ id, group }) => (group === 'Edit' || group === 'Format') && !FINDING.has(id)).map(({ id }) => id),
);

/** Commands that go from one thing in the text to the next. */
export const STEPS: ReadonlySet<CommandId> = new Set<CommandId>([
  'nextWarning',
  'previousWarning',
  'nextNote',
  'previousNote',
  'nextFact',
  'previousFact',
]);

const IN_TABLE = 'Put the caret in a table first';

/** Why a command of the text cannot run, where more can be said than that it does nothing here. */
export const REASONS: Partial<Record<CommandId, string>> = {
  undo: 'Nothing to undo',
  redo: 'Nothing to redo',
  findNext: 'Find something first',
  findPrevious: 'Find something first',
  addNote: 'Put the caret in a word, or select some, first',
  insertChart: 'Put the caret in the text first',
  insertCaption: 'Put the caret in a table, or on a picture or chart, first',
  insertReference: 'Give a table, picture or chart a caption first',
  likelihoodWords: 'Put the caret in a paragraph first',
  portionMark: 'Put the caret in a paragraph, heading or quotation first',
  citeSource: 'Put the caret in a paragraph first',
  link: 'Select the words of the link first',
  openLink: 'Put the caret in a link first',
  clearFormatting: 'Select the words first',
  indentItem: 'Put the caret in an item below another first',
  outdentItem: 'Put the caret in a list first',
  continueNumbering: 'No numbered list before this one',
  restartNumbering: 'Put the caret in an item with another number first',
  blockQuote: 'Put the caret in a paragraph of the page first',
  moveBlockUp: 'Nothing above to move past',
  moveBlockDown: 'Nothing below to move past',
  restoreWords: 'Put the caret in an altered quotation or figure first',
  makeParaphrase: 'Put the caret in an altered quotation first',
  markCuts: 'Put the caret in an altered quotation first',
  ownNumber: 'Put the caret in a number without a source first',
  linkFigure: 'Put the caret in a number without a source first',
  nextWarning: 'No warnings',
  previousWarning: 'No warnings',
  nextNote: 'No notes',
  previousNote: 'No notes',
  nextFact: 'No facts in the briefing',
  previousFact: 'No facts in the briefing',
  addRow: IN_TABLE,
  addRowAbove: IN_TABLE,
  addColumnBefore: IN_TABLE,
  headerRow: IN_TABLE,
  selectTable: IN_TABLE,
  mergeCells: 'Select several cells first',
  splitCell: 'Put the caret in a merged cell first',
  widerColumn: 'Put the caret in a table of several columns first',
  narrowerColumn: 'Put the caret in a table of several columns first',
  automaticWidths: 'The words decide the widths already',
  addColumn: IN_TABLE,
  deleteRow: IN_TABLE,
  deleteColumn: IN_TABLE,
  deleteTable: IN_TABLE,
};
