// The state of the text: the document with every plugin that works without a view.
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, Selection, type Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import type { EditorContext } from './editor.ts';
import { keepCells } from './commands/tables.ts';
import { inputRulesPlugin } from './inputRules.ts';
import { activityPlugin } from './plugins/activity.ts';
import { annotationsPlugin } from './plugins/annotations.ts';
import { captionsPlugin } from './plugins/captions.ts';
import { noCards, type CardOf } from './plugins/cards.ts';
import { contextPlugin } from './plugins/context.ts';
import { factsPlugin } from './plugins/facts.ts';
import { findPlugin } from './plugins/find.ts';
import { guardPlugin, type CheckFunction } from './plugins/guard.ts';
import { leavePlugin } from './plugins/leave.ts';
import { paragraphMarksPlugin } from './plugins/paragraphMarks.ts';
import { promptsPlugin } from './plugins/prompts.ts';

export interface StateOptions {
  readonly doc: Node;
  readonly annotations: readonly Annotation[];
  readonly context: EditorContext;
  readonly check: CheckFunction;
  readonly cardOf?: CardOf | undefined;
  /** Whether typed signs are set as the language has them. */
  readonly typography?: (() => boolean) | undefined;
  /** Plugins for the view: keys, clipboard, drops. They come before the others, so that they see an event first. */
  readonly first?: readonly Plugin[];
}

/** The caret starts in the first empty field that asks something: there the work begins. */
function firstPlace(doc: Node): Selection {
  let at: number | null = null;
  doc.descendants((node, pos) => {
    if (at === null && node.type.name === 'paragraph' && node.attrs['prompt'] && node.content.size === 0) at = pos + 1;
    return at === null;
  });
  return Selection.near(doc.resolve(at ?? 0));
}

export function createState({
  doc,
  annotations,
  context,
  check,
  cardOf = noCards,
  typography,
  first = [],
}: StateOptions) {
  return EditorState.create({
    doc,
    selection: firstPlace(doc),
    plugins: [
      // The context comes first of all: the others read it while the state is made.
      contextPlugin(context),
      leavePlugin(),
      inputRulesPlugin(typography),
      ...first,
      history({ newGroupDelay: 500 }),
      activityPlugin(),
      annotationsPlugin(annotations, cardOf),
      factsPlugin(cardOf),
      guardPlugin(check, cardOf),
      findPlugin(),
      promptsPlugin(),
      captionsPlugin(),
      paragraphMarksPlugin(),
      tableEditing(),
      keymap(Object.fromEntries(['Left', 'Right', 'Up', 'Down'].map((side) => [`Shift-Arrow${side}`, keepCells]))),
    ],
  });
}
