// FormatBar: the toolbar of the text; every state comes from the text itself.
import { commandById, type CommandId } from '../../shared/commands.ts';
import { Button } from '../ui/button.tsx';
import { Toolbar } from '../ui/group.tsx';
import {
  Bold,
  ChartColumn,
  Ellipsis,
  Hash,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquarePlus,
  Redo2,
  Superscript,
  Table2,
  TextQuote,
  Underline,
  Undo2,
} from '../ui/icons.ts';
import { Icon } from '../ui/icon.tsx';
import { keyText } from '../ui/keyText.ts';
import { Menu } from '../ui/menu.tsx';
import type { Workbench } from '../workbench.ts';
import { CommandButton } from './commandButton.tsx';
import { useCommand, useTextValue, useView, useWorkbench } from './use.ts';

const STYLES: readonly CommandId[] = ['bodyText', 'heading1', 'heading2', 'heading3'];
const MORE: readonly (CommandId | 'apart')[] = [
  'strike',
  'superscript',
  'subscript',
  'clearFormatting',
  'apart',
  'blockQuote',
  'indentItem',
  'outdentItem',
  'continueNumbering',
  'restartNumbering',
  'apart',
  'headerRow',
  'addRowAbove',
  'addRow',
  'addColumnBefore',
  'addColumn',
  'mergeCells',
  'splitCell',
  'widerColumn',
  'narrowerColumn',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
  'apart',
  'insertImage',
  'insertCaption',
  'insertReference',
  'numberParagraphs',
  'portionMark',
  'pageBreak',
  'showFacts',
];

/** Items that are on or off. */
const TOGGLES: ReadonlySet<CommandId> = new Set<CommandId>([
  'strike',
  'blockQuote',
  'headerRow',
  'superscript',
  'subscript',
  'numberParagraphs',
  'showFacts',
]);

/** Why which rows are off: while that stays, a menu need not be drawn again. */
function reasons(bench: Workbench, ids: readonly (CommandId | 'apart')[]): string {
  return ids.map((id) => (id === 'apart' ? '' : (bench.reasonOff(id) ?? ''))).join('|');
}

function StyleMenu() {
  const bench = useWorkbench();
  const current = useTextValue((text) => STYLES.find((id) => text?.active.has(id)) ?? 'bodyText');
  useTextValue(() => reasons(bench, STYLES));
  return (
    <Menu
      className="select"
      chevron
      label={`Style: ${commandById(current).title}`}
      items={STYLES.map((id) => ({
        id,
        label: commandById(id).title,
        checked: id === current,
        off: bench.reasonOff(id),
        keyLabel: keyText(commandById(id).keys[0] ?? '', bench.platform.os),
      }))}
      onPick={(id) => {
        bench.run(id as CommandId);
        bench.text.get().editor?.focus();
      }}
    >
      {commandById(current).title}
    </Menu>
  );
}

function MoreMenu() {
  const bench = useWorkbench();
  const view = useView();
  const on = useTextValue((text) => [...TOGGLES].filter((id) => text?.active.has(id)).join(' '));
  useTextValue(() => reasons(bench, MORE));
  const items = MORE.flatMap((id, index) => {
    if (id === 'apart') return [];
    const { title, keys } = commandById(id);
    const toggles = TOGGLES.has(id);
    return [
      {
        id,
        label: title,
        off: bench.reasonOff(id),
        keyLabel: keys[0] && keyText(keys[0], bench.platform.os),
        apart: MORE[index - 1] === 'apart',
        ...(toggles ? { checked: id === 'showFacts' ? view.showFacts : on.split(' ').includes(id) } : {}),
      },
    ];
  });
  return (
    <Menu
      className="icon-button"
      label="More formatting"
      tip="More formatting"
      items={items}
      onPick={(id) => {
        bench.run(id as CommandId);
        bench.text.get().editor?.focus();
      }}
    >
      <Icon of={Ellipsis} />
    </Menu>
  );
}

function NoteButton() {
  const command = useCommand('addNote');
  return (
    <Button
      kind="quiet"
      icon={MessageSquarePlus}
      off={command.off}
      keyLabel={command.keyLabel}
      aria-keyshortcuts={command.shortcuts}
      data-tip={command.off ? `${command.title}: ${command.off}` : command.title}
      onMouseDown={(event) => event.preventDefault()}
      onClick={command.run}
    >
      Note
    </Button>
  );
}

export function FormatBar() {
  return (
    <div data-part="toolbar">
      <Toolbar label="Formatting" className="format-bar">
        <StyleMenu />
        <i className="rule" />
        <CommandButton id="bold" icon={Bold} toggle keepsCaret />
        <CommandButton id="italic" icon={Italic} toggle keepsCaret />
        <CommandButton id="underline" icon={Underline} toggle keepsCaret />
        <i className="rule" />
        <CommandButton id="bulletedList" icon={List} toggle keepsCaret />
        <CommandButton id="numberedList" icon={ListOrdered} toggle keepsCaret />
        <CommandButton id="link" icon={Link} toggle keepsCaret />
        <i className="rule" />
        <CommandButton id="insertQuotation" icon={TextQuote} keepsCaret />
        <CommandButton id="insertFigure" icon={Hash} keepsCaret />
        <CommandButton id="insertTable" icon={Table2} keepsCaret />
        <CommandButton id="insertChart" icon={ChartColumn} keepsCaret />
        <CommandButton id="citeSource" icon={Superscript} keepsCaret />
        <i className="rule" />
        <NoteButton />
        <div className="grow" />
        <CommandButton id="undo" icon={Undo2} keepsCaret />
        <CommandButton id="redo" icon={Redo2} keepsCaret />
        <MoreMenu />
      </Toolbar>
    </div>
  );
}
