// Command rules: which commands need no briefing, which belong to the text, and why one cannot run.
import { COMMANDS, type CommandId } from '../shared/commands.ts';

/** Commands that work without a briefing. */
export const ALWAYS: ReadonlySet<CommandId> = new Set<CommandId>([
  'new',
  'newFromArticle',
  'open',
  'backups',
  'pasteSource',
  'settings',
  'commandPalette',
  'nextPart',
  'previousPart',
  'shortcuts',
  'about',
]);

/** Commands of the text: in a form field their keys are the field's own. */
export const TEXT_COMMANDS: ReadonlySet<CommandId> = new Set<CommandId>(
  COMMANDS.filter((command) => command.group === 'Edit' || command.group === 'Format').map((command) => command.id),
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

/** Why a command of the text cannot run, where more can be said than that it does nothing here. */
export const REASONS: Partial<Record<CommandId, string>> = {
  undo: 'Nothing to undo',
  redo: 'Nothing to redo',
  addNote: 'Put the caret in a word, or select some, first',
  insertChart: 'Put the caret in the text first',
  insertCaption: 'Put the caret in a table, or on a picture or chart, first',
  insertReference: 'Give a table, picture or chart a caption first',
  portionMark: 'Put the caret in a paragraph first',
  citeSource: 'Put the caret in a paragraph first',
  link: 'Select the words of the link first',
  restoreWords: 'Put the caret in an altered quotation or figure first',
  makeParaphrase: 'Put the caret in an altered quotation first',
  markCuts: 'Put the caret in an altered quotation first',
  nextWarning: 'No warnings',
  previousWarning: 'No warnings',
  nextNote: 'No notes',
  previousNote: 'No notes',
  nextFact: 'No facts in the briefing',
  previousFact: 'No facts in the briefing',
  addRow: 'Put the caret in a table first',
  addColumn: 'Put the caret in a table first',
  deleteRow: 'Put the caret in a table first',
  deleteColumn: 'Put the caret in a table first',
  deleteTable: 'Put the caret in a table first',
};
