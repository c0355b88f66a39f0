// createEditor: the door of renderer/editor; mounts the text in an element and answers for it by the contract in editor.ts.
import './editor.css';
import type { Node } from 'prosemirror-model';
import { Plugin, type Command, type EditorState, type Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { CheckMemo } from '../../shared/check/checkMemo.ts';
import type { CommandId } from '../../shared/commands.ts';
import { textAttr } from './attributes.ts';
import {
  addAnnotation,
  addReply,
  deleteAnnotation,
  deleteReply,
  updateAnnotation,
  updateReply,
} from './commands/annotations.ts';
import { insertReference } from './commands/captions.ts';
import { figureHere, insertChart, setChart } from './commands/charts.ts';
import { composer } from './commands/template.ts';
import { setBanner } from './commands/document.ts';
import { citationAtCaret, cite, insertFact } from './commands/facts.ts';
import { settle } from './commands/guard.ts';
import { linkNumber } from './commands/mends.ts';
import { setLink } from './commands/links.ts';
import { setPortion } from './commands/portions.ts';
import { insertPicture, setPicture } from './commands/pictures.ts';
import { annotationAnchors, caretIn, checkAnchors } from './commands/visit.ts';
import { createBookmarks } from './bookmarks.ts';
import type { Anchor, Box, Editor, EditorContext, Snapshot } from './editor.ts';
import { createFinder } from './finder.ts';
import { keymapPlugin } from './keymap.ts';
import { atCaretPlugin } from './plugins/atCaret.ts';
import { cardsPlugin, type CardOf } from './plugins/cards.ts';
import { chartKeysPlugin } from './plugins/chartKeys.ts';
import { indexed, known, withContext, type Known } from './plugins/context.ts';
import { dropFactPlugin } from './plugins/dropFact.ts';
import { factAnchors } from './plugins/facts.ts';
import { picturesPlugin, type PictureHooks } from './plugins/pictures.ts';
import { checkNow, guardOf, withPages, type CheckFunction } from './plugins/guard.ts';
import { writingPlugins } from './plugins/writing.ts';
import { anchorsIn, snapshotOf } from './snapshot.ts';
import { pastePlugin, type PasteHooks } from './paste/pastePlugin.ts';
import { scrollerOf } from './scroller.ts';
import { createState } from './state.ts';
import { activeCommands, enabledCommands, factAtCaret, mayRun, textCommands } from './textCommands.ts';
import { createBanner } from './views/banner.ts';
import { ChartViews } from './views/chart.ts';
import { citationView } from './views/citation.ts';
import { imageView } from './views/image.ts';
import { createTops } from './tops.ts';
import { SourceLists } from './views/sourceList.ts';
import { tableView } from './views/table.ts';

export interface EditorOptions {
  readonly doc: Node;
  readonly annotations: readonly Annotation[];
  readonly context: EditorContext;
  /** False: the text can be read, searched and visited, not changed. */
  readonly editable?: boolean;
  /** Mod+Enter (`byKey`) or a click on a traced word or a citation: the place of the fact in its source is asked for. */
  onEvidence(factId: string, byKey: boolean): void;
  /** The same of a citation without a fact. */
  onCitation?(articleId: string, locator: string | null): void;
  /** Alt and a click on a traced word or a citation: its source is asked for beside it. */
  onPeek?(factId: string, box: Box): void;
  /** A key of the command table was pressed in the text, and the command is not the text's own; or its banner was pressed. */
  onCommand(id: CommandId): void;
  readonly pictures: PictureHooks;
  /** Whether typed quotation marks, dashes and ellipses are set as the language has them; left out, they are. */
  readonly typography?: () => boolean;
  /** What the window does about a paste. */
  readonly paste: Omit<PasteHooks, 'hasPicture'>;
  /** The element id of the card that is drawn now for a fact, note or check, for aria-details; null for none. */
  readonly cardOf?: CardOf;
}

/** The name of the text for those who hear it: "Briefing text: its title". */
function label(doc: Node): string {
  const title = doc.firstChild?.firstChild?.textContent.trim() ?? '';
  return title === '' ? 'Briefing text' : `Briefing text: ${title}`;
}

/** The settling commands, and then the guard at once: the analyst looks whether the warning is gone. */
function withCheckAfter(command: Command, check: CheckFunction): Command {
  return (state, dispatch, view) => {
    if (!command(state, dispatch, view)) return false;
    if (dispatch && view) view.dispatch(checkNow(view.state, check));
    return true;
  };
}

function eventPlugin(options: EditorOptions): Plugin {
  return new Plugin({
    props: {
      handleClick(view, _pos, event) {
        const plain = !(event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey);
        if (!plain || !(event.target instanceof Element)) return false;
        const citation = event.target.closest<HTMLElement>('.citation');
        // A click selects a citation, which is no selection of words.
        if (!view.state.selection.empty && !citation) return false;
        const traced = citation ?? event.target.closest<HTMLElement>('[data-fact]');
        const id = citation ? citation.dataset['factid'] : traced?.dataset['fact'];
        if (id && traced && event.altKey) {
          options.onPeek?.(id, traced.getBoundingClientRect());
          return true;
        }
        if (event.altKey) return false;
        if (id) options.onEvidence(id, false);
        else if (citation) {
          const node = view.state.doc.nodeAt(view.posAtDOM(citation, 0));
          const articleId = node && textAttr(node.attrs, 'articleId');
          if (node && articleId) options.onCitation?.(articleId, textAttr(node.attrs, 'locator'));
        }
        // The caret goes there as well.
        return false;
      },
    },
  });
}

/** Scrolls the words at `pos` to the middle of what is seen, unless they are seen already; `clear` pixels of it are covered. */
function scrollTo(view: EditorView, pos: number, clear = 0): void {
  const { node } = view.domAtPos(pos);
  const element = node instanceof Element ? node : node.parentElement;
  if (!element) return;
  const box = view.coordsAtPos(pos);
  const margin = 48;
  const scroller = scrollerOf(element);
  if (!scroller) return element.scrollIntoView({ block: 'nearest' });
  const seen = scroller.getBoundingClientRect();
  if (box.top < seen.top + margin + clear || box.bottom > seen.bottom - margin) {
    scroller.scrollTop += box.top - seen.top - seen.height / 2;
  }
}

function anchorsOfKind(state: EditorState, kind: Anchor['kind']): readonly Anchor[] {
  return kind === 'fact' ? factAnchors(state) : kind === 'annotation' ? annotationAnchors(state) : checkAnchors(state);
}

/** The place of a thing; of a fact that is used more than once the use after the caret, so that asking again goes round. */
function placeFor(state: EditorState, target: Parameters<Editor['reveal']>[0]): Selection | null {
  if ('pos' in target) return caretIn(state, target.pos, target.pos);
  const places = anchorsOfKind(state, target.kind).filter((anchor) => anchor.id === target.id);
  const stops = places.map(({ from, to }) => caretIn(state, from, to));
  return stops.find((stop) => stop.from > state.selection.from) ?? stops[0] ?? null;
}

/** Mounts the text in `place`, with its sheet. The guard has looked once when this returns. */
export function createEditor(place: HTMLElement, options: EditorOptions): Editor {
  const editable = options.editable ?? true;
  const listeners = new Set<() => void>();
  // Kept from one check to the next: while typing only what changed is looked at.
  const memo = new CheckMemo();
  const check: CheckFunction = (briefing) => checkBriefing(briefing, memo);
  const commands = new Map(textCommands((id) => options.onEvidence(id, true)));
  for (const id of ['restoreWords', 'makeParaphrase', 'markCuts', 'ownNumber'] as const) {
    const command = commands.get(id);
    if (command) commands.set(id, withCheckAfter(command, check));
  }
  const state = createState({
    doc: options.doc,
    annotations: options.annotations,
    context: options.context,
    check,
    cardOf: options.cardOf,
    typography: options.typography,
    first: [
      picturesPlugin(options.pictures),
      chartKeysPlugin(() => options.onCommand('editChart')),
      pastePlugin({ ...options.paste, hasPicture: (name) => options.pictures.show(name) !== null }),
      keymapPlugin({
        commands,
        editable,
        mac: /mac/iu.test(navigator.platform),
        onCommand: (id) => options.onCommand(id),
      }),
      eventPlugin(options),
      dropFactPlugin(),
      atCaretPlugin(),
      ...writingPlugins(editable, {
        run: (id) => void run(id),
        menuState: () => ({
          enabled: enabledCommands(view.state, commands, editable),
          active: activeCommands(view.state),
        }),
      }),
      ...(options.cardOf ? [cardsPlugin(options.cardOf, anchorsIn)] : []),
    ],
  });

  const sheet = document.createElement('div');
  sheet.className = 'page';
  const banner = createBanner(editable ? () => options.onCommand('banner') : null);
  const text = document.createElement('div');
  sheet.append(banner.head, text, banner.foot);
  place.append(sheet);
  let articles = options.context.articles;
  const sources = new SourceLists(() => articles);
  const bookmarks = createBookmarks();
  let sourcesOf: Known = indexed(options.context);
  const charts = new ChartViews({
    fact: (id) => sourcesOf.facts.get(id),
    article: (id) => sourcesOf.articles.get(id),
  });
  let shown: { state: EditorState; snapshot: Snapshot } | null = null;

  const view: EditorView = new EditorView(
    { mount: text },
    {
      state,
      editable: () => editable,
      attributes: (current) => ({
        class: 'briefing-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label(current.doc),
        ...(editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        lang: textAttr(current.doc.attrs, 'lang') ?? 'en-GB',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      }),
      nodeViews: {
        sourceList: () => sources.create(),
        image: imageView((name) => options.pictures.show(name)),
        citation: citationView,
        chart: (node) => charts.create(node),
        table: tableView,
      },
      scrollMargin: 48,
      scrollThreshold: 48,
      dispatchTransaction(tr) {
        bookmarks.moved(tr);
        view.updateState(view.state.apply(tr));
        banner.show(textAttr(view.state.doc.attrs, 'banner'));
        for (const listener of [...listeners]) listener();
      },
    },
  );
  banner.show(textAttr(view.state.doc.attrs, 'banner'));

  function run(id: CommandId): boolean {
    const command = commands.get(id);
    return command !== undefined && mayRun(id, editable) && command(view.state, view.dispatch, view);
  }
  /** Runs a command that changes the text; nothing is changed in a text that is only read. */
  const change = (command: Command): boolean => editable && command(view.state, view.dispatch, view);

  return {
    compose: composer(change),
    find: createFinder({ view, editable, scrollTo: (pos, clear) => scrollTo(view, pos, clear) }),
    snapshot() {
      if (shown?.state !== view.state) {
        shown = { state: view.state, snapshot: snapshotOf(view.state, commands, editable) };
      }
      return shown.snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setContext(context) {
      articles = context.articles;
      view.dispatch(withContext(view.state.tr, context));
      sources.refresh();
      sourcesOf = known(view.state);
      charts.refresh();
    },
    run,
    insertFact(factId, form, at) {
      if (!at) return change(insertFact(factId, form));
      const found = view.posAtCoords(at);
      return found !== null && change(insertFact(factId, form, found.pos));
    },
    insertPicture: (picture, pos) => change(insertPicture(picture, pos)),
    setPicture: (pos, picture) => change(setPicture(pos, picture)),
    cite: (articleId, factId) => change(cite(articleId, factId)),
    insertChart: (chart, caption) => change(insertChart(chart, caption)),
    setChart: (pos, chart, typing) => change(setChart(pos, chart, typing)),
    figureHere: () => figureHere(view.state, factAtCaret(view.state)),
    insertReference: (pos) => change(insertReference(pos, known(view.state).context.newId())),
    setPortion: (mark) => change(setPortion(mark)),
    setLink: (href) => change(setLink(href)),
    setPages(pages) {
      if (guardOf(view.state).pages !== pages) view.dispatch(withPages(view.state.tr, pages));
    },
    setBanner(words) {
      change(setBanner(words));
    },
    addAnnotation() {
      const id = known(view.state).context.newId();
      return change(addAnnotation(id)) ? id : null;
    },
    updateAnnotation(id, changes) {
      change(updateAnnotation(id, changes));
    },
    addReply(id, body) {
      change(addReply(id, body));
    },
    deleteAnnotation(id) {
      change(deleteAnnotation(id));
    },
    updateReply(id, replyId, body) {
      change(updateReply(id, replyId, body));
    },
    deleteReply(id, replyId) {
      change(deleteReply(id, replyId));
    },
    canSettle: (checkId, how) => editable && settle(checkId, how)(view.state),
    linkNumber: (checkId, factId) => change(withCheckAfter(linkNumber(checkId, factId), check)),
    settle: (checkId, how) => change(withCheckAfter(settle(checkId, how), check)),
    reveal(target, focus = false) {
      if (
        !('pos' in target) &&
        target.kind === 'check' &&
        !guardOf(view.state).checks.some(({ id }) => id === target.id)
      )
        return;
      const selection = placeFor(view.state, target);
      if (!selection) return;
      view.dispatch(view.state.tr.setSelection(selection));
      scrollTo(view, selection.from);
      if (focus) view.focus();
    },
    citationHere() {
      const node = citationAtCaret(view.state);
      const articleId = node && textAttr(node.attrs, 'articleId');
      if (!node || !articleId) return null;
      return { articleId, factId: textAttr(node.attrs, 'factId'), locator: textAttr(node.attrs, 'locator') };
    },
    bookmark: () => bookmarks.take(view),
    boxOf(pos) {
      if (pos < 0 || pos > view.state.doc.content.size) return null;
      const node = view.state.doc.nodeAt(pos);
      const dom = node && !node.isText ? view.nodeDOM(pos) : null;
      return dom instanceof HTMLElement ? dom.getBoundingClientRect() : view.coordsAtPos(pos, 1);
    },
    topsOf: createTops(view),
    focus: () => view.focus(),
    destroy() {
      listeners.clear();
      view.destroy();
      sheet.remove();
    },
  };
}
