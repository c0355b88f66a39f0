// Commands of the Insert menu that must ask something first: which fact, which figures, which picture, which address.
import type { Fact } from '../../shared/facts/fact.ts';
import { formsOf } from '../editor/editor.ts';
import { hasSeries } from '../panels/chartSeries.ts';
import type { PictureInsertion } from '../pictureInsertion.ts';
import type { Bench } from './bench.ts';
import type { Places } from './places.ts';
import { asTheText, type Leave, type WindowCommands } from './windowCommand.ts';

export function insertCommands(bench: Bench, places: Places, pictures: PictureInsertion): WindowCommands {
  const { session, view, editor, now, dialog } = bench;
  const hasFact = (kind: Fact['kind'], off: string) => (): Leave =>
    session.getSnapshot().facts.some((fact) => fact.kind === kind) ? 'on' : { off };
  return {
    insertQuotation: {
      leave: hasFact('quote', 'No quotes in the sources'),
      run: () => dialog({ kind: 'insert', form: 'quotation' }),
    },
    insertFigure: {
      leave: hasFact('figure', 'No figures in the sources'),
      run: () => dialog({ kind: 'insert', form: 'figure' }),
    },
    insertSentence: {
      leave: () => {
        const { facts } = session.getSnapshot();
        if (!facts.some(({ kind }) => formsOf(kind).includes('sentence')))
          return { off: 'Nothing in the sources to report' };
        return now()?.enabled.has('insertFigure') ? 'on' : { off: 'Put the caret in a paragraph first' };
      },
      run: () => dialog({ kind: 'insert', form: 'sentence' }),
    },
    insertInline: {
      leave: hasFact('quote', 'No quotes in the sources'),
      run: () => dialog({ kind: 'insert', form: 'quoted' }),
    },
    insertRow: {
      leave: hasFact('figure', 'No figures in the sources'),
      run: () => dialog({ kind: 'insert', form: 'row' }),
    },
    insertChart: {
      leave() {
        const { facts, articles } = session.getSnapshot();
        return hasSeries(facts, articles) ? 'asTheText' : { off: 'No figure has two periods to compare' };
      },
      run: () => dialog({ kind: 'chart' }),
    },
    editChart: {
      leave: () => (now()?.chart ? 'on' : { off: 'Select a chart first' }),
      run() {
        view.set({ chartClosed: false });
        bench.showPane('facts');
        bench.afterDrawing(() => document.querySelector<HTMLElement>('.chart-pane [aria-checked=true]')?.focus());
      },
    },
    insertImage: { run: () => void pictures.choose() },
    citeSource: {
      leave: () => (session.getSnapshot().articles.length > 0 ? 'asTheText' : { off: 'No source yet' }),
      run() {
        const { articles, facts } = session.getSnapshot();
        const { hit, articleId } = view.get();
        const fact = facts.find((one) => one.id === hit?.factId);
        const article = fact?.articleId ?? articleId ?? articles[0]?.id;
        if (article) editor()?.cite(article, fact?.id ?? null);
      },
    },
    addNote: {
      leave: asTheText,
      run() {
        const id = editor()?.addAnnotation();
        if (id) places.openCard(`annotation:${id}`, true);
      },
    },
    insertReference: { leave: asTheText, run: () => dialog({ kind: 'reference' }) },
    portionMark: { leave: asTheText, run: () => dialog({ kind: 'portion' }) },
    link: { leave: asTheText, run: () => dialog({ kind: 'link' }) },
    openLink: {
      leave: asTheText,
      run() {
        const href = bench.now()?.linkAtCaret;
        // The host asks first: the program itself never connects.
        if (href) void bench.platform.openExternal(href);
      },
    },
  };
}
