// The snapshot of a state: what the panels may know of the text, made when it is asked for and kept while nothing changes.
import type { Command, EditorState } from 'prosemirror-state';
import type { CommandId } from '../../shared/commands.ts';
import { linkAtCaret } from './commands/links.ts';
import { selectedChart } from './commands/charts.ts';
import { portionAt } from './commands/portions.ts';
import { annotationAnchors, checkAnchors } from './commands/visit.ts';
import type { Anchor, Snapshot } from './editor.ts';
import { versionOf } from './plugins/activity.ts';
import { annotationsOf } from './plugins/annotations.ts';
import { factAnchors } from './plugins/facts.ts';
import { guardOf } from './plugins/guard.ts';
import { activeCommands, annotationAtCaret, checkAtCaret, enabledCommands, factAtCaret } from './textCommands.ts';
import { selectedWords, words } from './wordCount.ts';

/** Every place that has something beside it, in the order of the document. */
export function anchorsIn(state: EditorState): readonly Anchor[] {
  return [...factAnchors(state), ...annotationAnchors(state), ...checkAnchors(state)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
}

function chartOf(state: EditorState): Snapshot['chart'] {
  const found = selectedChart(state);
  return found && { pos: found.pos, data: found.chart };
}

export function snapshotOf(state: EditorState, commands: ReadonlyMap<CommandId, Command>, editable: boolean): Snapshot {
  return {
    doc: state.doc,
    version: versionOf(state),
    annotations: annotationsOf(state).bodies,
    checks: guardOf(state).checks,
    accepted: guardOf(state).accepted,
    anchors: anchorsIn(state),
    active: activeCommands(state),
    enabled: enabledCommands(state, commands, editable),
    factAtCaret: factAtCaret(state),
    annotationAtCaret: annotationAtCaret(state),
    checkAtCaret: checkAtCaret(state),
    portionAtCaret: portionAt(state),
    linkAtCaret: linkAtCaret(state)?.href ?? null,
    chart: chartOf(state),
    selectionEmpty: state.selection.empty,
    caret: state.selection.head,
    words: words(state.doc),
    selectedWords: selectedWords(state),
  };
}
