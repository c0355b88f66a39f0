// Commands: ids, titles, keys and menu places; read by the native menu, the toolbar, the key sheet and the keymap.

export type Group = 'File' | 'Edit' | 'View' | 'Insert' | 'Format' | 'Briefing' | 'Sources' | 'Help';

export interface Command {
  readonly id: string;
  /** The words of the command everywhere; a menu may shorten them. */
  readonly title: string;
  /** `Mod` is Cmd on macOS and Ctrl elsewhere. The first key is the one that is shown. */
  readonly keys: readonly string[];
  readonly group: Group;
}

function command<const Id extends string>(group: Group, id: Id, title: string, ...keys: string[]) {
  return { id, title, keys, group };
}

/** The table of ui.md with the changes of decisions.md; what is not built yet has no row. Order is the order of the menus. */
export const COMMANDS = [
  command('File', 'new', 'New briefing', 'Mod+N'),
  command('File', 'newFromArticle', 'New from article…', 'Mod+Shift+N'),
  command('File', 'open', 'Open…', 'Mod+O'),
  command('File', 'close', 'Close', 'Mod+W'),
  command('File', 'save', 'Save', 'Mod+S'),
  command('File', 'saveAs', 'Save as…', 'Mod+Shift+S'),
  command('File', 'backups', 'Backups…'),
  command('File', 'importSource', 'Import source…'),
  command('File', 'pasteSource', 'Paste source…'),
  command('File', 'export', 'Export to Word…', 'Mod+Shift+E'),
  command('File', 'exportPdf', 'Export to PDF…'),
  command('File', 'settings', 'Settings…', 'Mod+,'),

  command('Edit', 'undo', 'Undo', 'Mod+Z'),
  command('Edit', 'redo', 'Redo', 'Mod+Shift+Z', 'Mod+Y'),
  command('Edit', 'pastePlain', 'Paste as plain text', 'Mod+Shift+V'),
  command('Edit', 'find', 'Find in the briefing', 'Mod+F'),
  command('Edit', 'replace', 'Find and replace', 'Mod+Alt+F'),
  command('Edit', 'findNext', 'Find next', 'F3'),
  command('Edit', 'findPrevious', 'Find previous', 'Shift+F3'),

  command('View', 'commandPalette', 'Search or run a command', 'Mod+K'),
  command('View', 'nextPart', 'Next part of the window', 'F6'),
  command('View', 'previousPart', 'Previous part', 'Shift+F6'),
  command('View', 'goSources', 'Sources', 'Mod+1'),
  command('View', 'goText', 'Briefing text', 'Mod+2'),
  command('View', 'goFacts', 'Facts and notes', 'Mod+3'),
  command('View', 'goToSection', 'Go to section…', 'Mod+G'),
  command('View', 'toggleSources', 'Sources pane', 'Mod+\\'),
  command('View', 'toggleFacts', 'Facts and notes pane', 'Mod+Shift+\\'),
  command('View', 'textOnly', 'Text only', 'Mod+Shift+L'),
  command('View', 'showFacts', 'Show facts'),
  command('View', 'zoomIn', 'Larger', 'Mod+='),
  command('View', 'zoomOut', 'Smaller', 'Mod+-'),
  command('View', 'zoomReset', 'Actual size', 'Mod+0'),
  command('View', 'themeSystem', 'Appearance: as the system'),
  command('View', 'themeLight', 'Appearance: light'),
  command('View', 'themeDark', 'Appearance: dark'),
  command('View', 'themeContrast', 'Appearance: high contrast'),
  command('View', 'whitePage', 'White page in dark'),

  command('Insert', 'insertQuotation', 'Insert quotation…', "Mod+Shift+'"),
  command('Insert', 'insertFigure', 'Insert figure…', 'Mod+Shift+G'),
  command('Insert', 'insertSentence', 'Insert reporting sentence…'),
  command('Insert', 'insertInline', 'Insert words of a quotation…'),
  command('Insert', 'insertRow', 'Insert figure as table row…'),
  command('Insert', 'insertChart', 'Insert chart…', 'Mod+Shift+H'),
  command('Insert', 'editChart', 'Change the chart'),
  command('Insert', 'citeSource', 'Cite source', 'Mod+Shift+C'),
  command('Insert', 'addNote', 'Add a note', 'Mod+Alt+M'),
  command('Insert', 'likelihoodWords', 'Likelihood words…'),
  command('Insert', 'likelihoodKey', 'Key of likelihood words'),
  command('Insert', 'insertTable', 'Table'),
  command('Insert', 'insertImage', 'Insert image…'),
  command('Insert', 'insertCaption', 'Caption'),
  command('Insert', 'insertReference', 'Cross-reference…'),
  command('Insert', 'link', 'Link…', 'Mod+Shift+K'),
  command('Insert', 'openLink', 'Open the link…'),
  command('Insert', 'pageBreak', 'Page break'),

  command('Format', 'bodyText', 'Body text', 'Mod+Alt+0'),
  command('Format', 'heading1', 'Heading', 'Mod+Alt+1'),
  command('Format', 'heading2', 'Heading 2', 'Mod+Alt+2'),
  command('Format', 'heading3', 'Heading 3', 'Mod+Alt+3'),
  command('Format', 'bold', 'Bold', 'Mod+B'),
  command('Format', 'italic', 'Italic', 'Mod+I'),
  command('Format', 'underline', 'Underline', 'Mod+U'),
  command('Format', 'strike', 'Strikethrough', 'Mod+Shift+X'),
  command('Format', 'superscript', 'Superscript'),
  command('Format', 'subscript', 'Subscript'),
  command('Format', 'numberedList', 'Numbered list', 'Mod+Shift+7'),
  command('Format', 'bulletedList', 'Bulleted list', 'Mod+Shift+8'),
  command('Format', 'indentItem', 'Indent the item'),
  command('Format', 'outdentItem', 'Outdent the item'),
  command('Format', 'continueNumbering', 'Continue numbering'),
  command('Format', 'restartNumbering', 'Restart at 1'),
  command('Format', 'blockQuote', 'Block quotation'),
  command('Format', 'numberParagraphs', 'Number paragraphs'),
  command('Format', 'portionMark', 'Portion mark…'),
  command('Format', 'moveBlockUp', 'Move block up', 'Alt+Shift+ArrowUp'),
  command('Format', 'moveBlockDown', 'Move block down', 'Alt+Shift+ArrowDown'),
  command('Format', 'duplicateBlock', 'Duplicate block', 'Mod+Shift+D'),
  command('Format', 'deleteBlock', 'Delete block'),
  command('Format', 'blockMenu', 'Block menu', 'Mod+Shift+.'),
  command('Format', 'addRowAbove', 'Add a row above'),
  command('Format', 'addRow', 'Add a row below'),
  command('Format', 'addColumnBefore', 'Add a column before'),
  command('Format', 'addColumn', 'Add a column after'),
  command('Format', 'headerRow', 'Header row'),
  command('Format', 'mergeCells', 'Merge the cells'),
  command('Format', 'splitCell', 'Split the cell'),
  command('Format', 'widerColumn', 'Wider column', 'Mod+Alt+ArrowRight'),
  command('Format', 'narrowerColumn', 'Narrower column', 'Mod+Alt+ArrowLeft'),
  command('Format', 'automaticWidths', 'Column widths by their words'),
  command('Format', 'selectTable', 'Select the table'),
  command('Format', 'deleteRow', 'Delete the row'),
  command('Format', 'deleteColumn', 'Delete the column'),
  command('Format', 'deleteTable', 'Delete the table'),
  command('Format', 'clearFormatting', 'Clear formatting'),

  command('Briefing', 'check', 'Check the briefing', 'F7'),
  command('Briefing', 'nextWarning', 'Next warning', 'F8'),
  command('Briefing', 'previousWarning', 'Previous warning', 'Shift+F8'),
  command('Briefing', 'restoreWords', 'Restore the source’s words', 'Alt+1'),
  command('Briefing', 'makeParaphrase', 'Make it a paraphrase', 'Alt+2'),
  command('Briefing', 'markCuts', 'Mark the cuts', 'Alt+3'),
  command('Briefing', 'acceptFinding', 'Accept with a reason…'),
  command('Briefing', 'ownNumber', 'This number is my own'),
  command('Briefing', 'linkFigure', 'Link to a source figure…'),
  command('Briefing', 'nextNote', 'Next note', 'Mod+F8'),
  command('Briefing', 'previousNote', 'Previous note', 'Mod+Shift+F8'),
  command('Briefing', 'resolveNote', 'Resolve note', 'Mod+Shift+R'),
  command('Briefing', 'banner', 'Banner…'),
  command('Briefing', 'template', 'Template…'),
  command('Briefing', 'saveTemplate', 'Save as template…'),
  command('Briefing', 'details', 'Details (To, From, Date, Reference)…'),
  command('Briefing', 'lengthLimit', 'Length limit…'),

  command('Sources', 'refreshFacts', 'Refresh facts'),
  command('Sources', 'showEvidence', 'Show evidence in source', 'Mod+Enter'),
  command('Sources', 'peek', 'Peek at the source', 'Alt+Enter'),
  command('Sources', 'goToUse', 'Show where it is used', 'Mod+Shift+Enter'),
  command('Sources', 'goBack', 'Back to where I was', 'Mod+['),
  command('Sources', 'nextFact', 'Next fact', 'Mod+Alt+ArrowDown'),
  command('Sources', 'previousFact', 'Previous fact', 'Mod+Alt+ArrowUp'),
  command('Sources', 'markVerified', 'Mark verified', 'F9'),
  command('Sources', 'markDisputed', 'Mark disputed', 'Shift+F9'),
  command('Sources', 'markUnverified', 'Mark unverified', 'Mod+F9'),
  command('Sources', 'correctFact', 'Correct the fact…', 'F2'),
  command('Sources', 'putBackFact', 'Put the fact back as it was read'),
  command('Sources', 'dismissFact', 'Dismiss the fact, or bring it back'),
  command('Sources', 'addFact', 'Add the selected words as a fact…', 'Mod+Shift+A'),
  command('Sources', 'addFigure', 'Add as figure'),
  command('Sources', 'addQuotation', 'Add as quotation'),
  command('Sources', 'addDate', 'Add as date'),
  command('Sources', 'addName', 'Add as name'),
  command('Sources', 'coverWords', 'Make these the words of the fact'),

  command('Help', 'shortcuts', 'Keyboard shortcuts', 'Mod+/'),
  command('Help', 'about', 'About Chancery'),
] as const;

export type CommandId = (typeof COMMANDS)[number]['id'];

const byId = new Map<CommandId, Command>(COMMANDS.map((row) => [row.id, row]));

export function commandById(id: CommandId): Command {
  const found = byId.get(id);
  if (!found) throw new RangeError(`No command "${id}" in shared/commands.ts.`);
  return found;
}
