// Text commands: which commands of shared/commands.ts belong to the text, how each runs, and when it is on.
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { chainCommands } from 'prosemirror-commands';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from '../../shared/briefing/schema.ts';
import type { CommandId } from '../../shared/commands.ts';
import { addAnnotation, toggleResolved } from './commands/annotations.ts';
import { canInsertReference, insertCaption } from './commands/captions.ts';
import { canInsertChart } from './commands/charts.ts';
import { pageBreak } from './commands/document.ts';
import { canInsertInline, canInsertQuotation, citationAtCaret } from './commands/facts.ts';
import { stepMatch } from './commands/find.ts';
import * as format from './commands/format.ts';
import { settle } from './commands/guard.ts';
import { linkAtCaret, setLink } from './commands/links.ts';
import { automaticWidths, narrowerColumn, widerColumn } from './commands/columns.ts';
import * as lists from './commands/lists.ts';
import * as moving from './commands/moveBlock.ts';
import { blockQuote, blockQuoteActive } from './commands/quotations.ts';
import { openBlockMenu } from './plugins/blockHandle.ts';
import { numberParagraphs, setPortion } from './commands/portions.ts';
import { isOwnNumber, linkNumber, ownNumber } from './commands/mends.ts';
import { insertWords } from './commands/template.ts';
import * as tables from './commands/tables.ts';
import * as visit from './commands/visit.ts';
import { textAttr } from './attributes.ts';
import { annotationsOf } from './plugins/annotations.ts';
import { known } from './plugins/context.ts';
import { factAnchors } from './plugins/facts.ts';
import { guardOf } from './plugins/guard.ts';

/** The fact of the traced words or of the citation at the caret. */
export function factAtCaret(state: EditorState): string | null {
  const citation = citationAtCaret(state);
  const cited = citation ? textAttr(citation.attrs, 'factId') : null;
  return cited ?? visit.atSelection(state, factAnchors(state))?.id ?? null;
}

export function annotationAtCaret(state: EditorState): string | null {
  return visit.atSelection(state, visit.annotationAnchors(state))?.id ?? null;
}

/** Of several at one place one to settle comes before one worth a look. */
export function checkAtCaret(state: EditorState): string | null {
  const severity = new Map(guardOf(state).checks.map((check) => [check.id, check.severity]));
  const anchors = visit.checkAnchors(state);
  const settleFirst = anchors.filter((anchor) => severity.get(anchor.id) === 'settle');
  return (visit.atSelection(state, settleFirst) ?? visit.atSelection(state, anchors))?.id ?? null;
}

/** Cmd+V's plain sister, for menu and palette; the key itself is the browser's own. */
const pastePlain: Command = (_state, dispatch, view) => {
  if (!dispatch || !view) return true;
  void navigator.clipboard.readText().then(
    (text) => {
      if (text !== '' && !view.isDestroyed) view.pasteText(text);
    },
    // Without leave to read the clipboard nothing is pasted; the key still works.
    () => undefined,
  );
  return true;
};

/** For a key the command is there wherever it could act; in a menu it is off where it would change nothing. */
function whenItChanges(command: Command): Command {
  return (state, dispatch, view) => {
    let changes = false;
    command(state, () => (changes = true), view);
    return changes && command(state, dispatch, view);
  };
}

/** Every command that runs in the text. `onEvidence` hears of a fact whose place in the source is asked for. */
export function textCommands(onEvidence: (factId: string) => void): ReadonlyMap<CommandId, Command> {
  const table: Partial<Record<CommandId, Command>> = {
    undo: chainCommands(undoInputRule, undo),
    redo,
    pastePlain,
    addNote: (state, dispatch) => addAnnotation(dispatch ? known(state).context.newId() : '')(state, dispatch),
    insertTable: tables.insertTable,
    pageBreak,
    insertCaption: (state, dispatch) => insertCaption(() => known(state).context.newId())(state, dispatch),
    numberParagraphs,
    bodyText: format.bodyText,
    heading1: format.heading(1),
    heading2: format.heading(2),
    heading3: format.heading(3),
    bold: format.bold,
    italic: format.italic,
    underline: format.underline,
    strike: format.strike,
    superscript: format.superscript,
    subscript: format.subscript,
    clearFormatting: format.clearFormatting,
    numberedList: lists.numberedList,
    bulletedList: lists.bulletedList,
    indentItem: whenItChanges(lists.indent),
    outdentItem: whenItChanges(lists.outdent),
    continueNumbering: lists.continueNumbering,
    restartNumbering: lists.restartNumbering,
    blockQuote,
    moveBlockUp: moving.moveBlockUp,
    moveBlockDown: moving.moveBlockDown,
    duplicateBlock: moving.duplicateBlock,
    deleteBlock: moving.deleteBlock,
    blockMenu: openBlockMenu,
    addRow: tables.addRow,
    addRowAbove: tables.addRowAbove,
    addColumnBefore: tables.addColumnBefore,
    headerRow: tables.headerRow,
    mergeCells: tables.mergeCells,
    splitCell: tables.splitCell,
    selectTable: tables.selectTable,
    widerColumn,
    narrowerColumn,
    automaticWidths,
    addColumn: tables.addColumn,
    deleteRow: tables.deleteRow,
    deleteColumn: tables.deleteColumn,
    deleteTable: tables.deleteTable,
    nextFact: visit.nextFact,
    previousFact: visit.previousFact,
    nextWarning: visit.nextWarning,
    previousWarning: visit.previousWarning,
    nextNote: visit.nextNote,
    previousNote: visit.previousNote,
    resolveNote: (state, dispatch) => toggleResolved(annotationAtCaret(state))(state, dispatch),
    restoreWords: (state, dispatch) => settle(checkAtCaret(state), 'restore')(state, dispatch),
    makeParaphrase: (state, dispatch) => settle(checkAtCaret(state), 'paraphrase')(state, dispatch),
    markCuts: (state, dispatch) => settle(checkAtCaret(state), 'markCuts')(state, dispatch),
    ownNumber,
    showEvidence: (state, dispatch) => {
      const id = factAtCaret(state);
      if (id === null) return false;
      if (dispatch) onEvidence(id);
      return true;
    },
  };
  return new Map(Object.entries(table) as [CommandId, Command][]);
}

/** Commands that only look: they run in a briefing that may not be changed, too. */
const READING: ReadonlySet<CommandId> = new Set<CommandId>([
  'openLink',
  'nextFact',
  'previousFact',
  'nextWarning',
  'previousWarning',
  'nextNote',
  'previousNote',
  'showEvidence',
  'findNext',
  'findPrevious',
]);

/**
 * Commands that the window must ask something for first (which fact, which address), the card that a new note opens, and
 * the match that is brought into sight without the focus: their keys go to the window, and the text says only whether they could run.
 */
const ASKING: ReadonlyMap<CommandId, Command> = new Map<CommandId, Command>([
  ['addNote', addAnnotation('')],
  ['insertQuotation', canInsertQuotation],
  ['insertFigure', canInsertInline],
  ['insertChart', canInsertChart],
  ['insertReference', canInsertReference],
  ['linkFigure', linkNumber(null, null)],
  ['portionMark', setPortion(null)],
  ['likelihoodWords', insertWords('likely')],
  ['citeSource', canInsertInline],
  ['findNext', stepMatch(1)],
  ['findPrevious', stepMatch(-1)],
  ['openLink', (state) => linkAtCaret(state) !== null],
  ['link', (state) => linkAtCaret(state) !== null || setLink('https://example.org')(state)],
]);

/** True for a command whose key the text answers itself. */
export function isOwn(commands: ReadonlyMap<CommandId, Command>, id: CommandId): boolean {
  return commands.has(id) && !ASKING.has(id);
}

export function mayRun(id: CommandId, editable: boolean): boolean {
  return editable || READING.has(id);
}

/** What can run now, found by a dry run of each. */
export function enabledCommands(
  state: EditorState,
  commands: ReadonlyMap<CommandId, Command>,
  editable: boolean,
): ReadonlySet<CommandId> {
  const enabled = new Set<CommandId>();
  for (const [id, command] of [...commands, ...ASKING]) if (mayRun(id, editable) && command(state)) enabled.add(id);
  return enabled;
}

/** What is on at the selection. */
export function activeCommands(state: EditorState): ReadonlySet<CommandId> {
  const { marks, nodes } = schema;
  const note = annotationAtCaret(state);
  const on: Partial<Record<CommandId, boolean>> = {
    bold: format.markActive(state, marks.strong),
    italic: format.markActive(state, marks.em),
    underline: format.markActive(state, marks.underline),
    strike: format.markActive(state, marks.strike),
    blockQuote: blockQuoteActive(state),
    headerRow: tables.headerRowActive(state),
    superscript: format.markActive(state, marks.superscript),
    subscript: format.markActive(state, marks.subscript),
    link: linkAtCaret(state) !== null,
    numberParagraphs: state.doc.attrs['numbered'] === true,
    bulletedList: lists.listActive(state, nodes.bulletList),
    numberedList: lists.listActive(state, nodes.orderedList),
    heading1: format.headingActive(state, 1),
    heading2: format.headingActive(state, 2),
    heading3: format.headingActive(state, 3),
    bodyText: format.bodyTextActive(state),
    ownNumber: isOwnNumber(state),
    resolveNote: note !== null && annotationsOf(state).bodies.get(note)?.resolved === true,
  };
  return new Set((Object.entries(on) as [CommandId, boolean][]).flatMap(([id, isOn]) => (isOn ? [id] : [])));
}
