// CheckMemo: answers kept from one check to the next, so that checking while typing looks only at what changed.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { LikelihoodScale } from '../briefing/likelihood.ts';
import { blockText, quotationWords, tiedRanges, type TieName, type TiedRange } from '../briefing/queries.ts';
import { quotationSource } from '../briefing/quotationText.ts';
import { schema } from '../briefing/schema.ts';
import type { Fact, Figure, Quote } from '../facts/fact.ts';
import { anchor } from '../text/selectors.ts';
import { matchQuote } from '../text/matchQuote.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { readNumbers, readSpeech, type NumberReading } from './blockFacts.ts';
import { claimKey, claimPlaces } from './claimPlaces.ts';
import { compareFigure, type FigureComparison } from './figureGuard.ts';
import { conflictsOf, type Conflict } from './conflicts.ts';
import { inlineFault, type InlineFault } from './inlineSpeaker.ts';
import { readLikelihood, type LikelihoodReading } from './likelihoodGuard.ts';
import { ownNumbers, positionedText, type OwnNumber } from './ownNumbers.ts';
import { periodOfCell } from './periodGuard.ts';
import { compareQuotation, type QuotationComparison } from './quotationGuard.ts';
import { readFigures, type ReadFigure } from './readFigures.ts';
import { castOf, signedFault, type Cast, type SpeakerContext } from './speakerGuard.ts';

/** A stretch under a mark, with its words; citations are none. */
export interface TiedWords extends TiedRange {
  readonly words: string;
}

/** What a check wants to know of a textblock; offsets count in its content. */
export interface BlockReading {
  /** One character for every position. */
  readonly text: string;
  readonly figures: readonly TiedWords[];
  readonly quoted: readonly TiedWords[];
  readonly annotations: readonly TiedWords[];
  /** Offsets of the citations. */
  readonly citations: readonly { readonly offset: number; readonly articleId: string }[];
}

function readBlock(block: Node): BlockReading {
  const citations: { offset: number; articleId: string }[] = [];
  let tied = false;
  block.forEach((child, offset) => {
    if (child.type === schema.nodes.citation) citations.push({ offset, articleId: String(child.attrs['articleId']) });
    tied ||= child.marks.length > 0;
  });
  const text = positionedText(block);
  const ranges = (name: TieName): TiedWords[] =>
    tied
      ? tiedRanges(block, 0, name).map((range) => ({
          ...range,
          words: text.slice(range.from, range.to).replaceAll('\uFFFC', ''),
        }))
      : [];
  return { text, figures: ranges('figure'), quoted: ranges('quoted'), annotations: ranges('annotation'), citations };
}

/** More answers than this for one fact are those of states that are gone. */
const MOST_ANSWERS = 64;

/**
 * Keeps answers by the objects they are about: facts and articles are never changed, nodes of a document neither. Make one
 * per open briefing and pass it to every check; without one each check starts afresh, with the same result.
 */
export class CheckMemo {
  readonly #sources = new WeakMap<Fact, string>();
  readonly #located = new WeakMap<Fact, boolean>();
  readonly #whole = new WeakMap<Fact, Map<string, QuotationComparison>>();
  readonly #parts = new WeakMap<Fact, Map<string, QuotationComparison>>();
  readonly #quotationWords = new WeakMap<Node, string>();
  readonly #signed = new WeakMap<Node, { readonly fact: Quote; readonly cast: Cast; readonly fault: string | null }>();
  readonly #inline = new WeakMap<Node, { readonly cast: Cast; readonly faults: Map<string, InlineFault | null> }>();
  readonly #figures = new WeakMap<Fact, Map<string, FigureComparison>>();
  readonly #numbers = new WeakMap<Node, { readonly titles: string; readonly numbers: readonly OwnNumber[] }>();
  readonly #blocks = new WeakMap<Node, BlockReading>();
  readonly #conflicts = new WeakMap<readonly Fact[], readonly Conflict[]>();
  readonly #claims = new WeakMap<Node, Map<string, readonly Span[]>>();
  readonly #folded = new WeakMap<Node, string>();
  readonly #typed = new WeakMap<Node, { readonly ids: string; readonly once: boolean }>();

  readonly #shown = new WeakMap<Node, readonly ReadFigure[]>();
  readonly #ownNumbers = new WeakMap<Node, NumberReading>();
  readonly #speech = new WeakMap<Node, readonly Quote[]>();
  readonly #sentences = new WeakMap<Article, readonly Span[]>();
  readonly #likelihood = new WeakMap<Node, Map<string, LikelihoodReading>>();
  readonly #casts = new WeakMap<readonly Fact[], Cast>();
  readonly #periods = new WeakMap<Node, { readonly period: string | null }>();

  /** The words of `quote` as the guard compares with them. */
  source(article: Article, quote: Quote): string {
    return kept(this.#sources, quote, () => quotationSource(article.text, quote));
  }

  /** True when the fact's evidence is found in its article, at one place. */
  located(article: Article, fact: Fact): boolean {
    return kept(
      this.#located,
      fact,
      () => anchor(article.text, { position: fact.evidence.position, quote: fact.evidence.quote }) !== null,
    );
  }

  quotation(article: Article, quote: Quote, words: string, fragment: boolean): QuotationComparison {
    const answers = kept(fragment ? this.#parts : this.#whole, quote, () => new Map<string, QuotationComparison>());
    return answer(answers, words, () => compareQuotation(this.source(article, quote), words, { fragment }));
  }

  /** The words of a block quotation. */
  quotationWords(quotation: Node): string {
    return kept(this.#quotationWords, quotation, () => quotationWords(quotation));
  }

  /** What is wrong with the line under a block quotation of `fact`. */
  signedFault(attribution: Node, fact: Quote, context: SpeakerContext): string | null {
    const found = this.#signed.get(attribution);
    if (found?.fact === fact && found.cast === context.cast) return found.fault;
    const fault = signedFault(fact, blockText(attribution), context);
    this.#signed.set(attribution, { fact, cast: context.cast, fault });
    return fault;
  }

  /** What is wrong with whom `block` gives the words at `place` to, quoted from `fact`. */
  inlineFault(block: Node, place: Span, fact: Quote, context: SpeakerContext): InlineFault | null {
    let found = this.#inline.get(block);
    if (found?.cast !== context.cast) {
      found = { cast: context.cast, faults: new Map<string, InlineFault | null>() };
      this.#inline.set(block, found);
    }
    return answer(found.faults, `${fact.id}:${place.start}`, () => {
      if (!fact.speaker) return null;
      return inlineFault(fact.speaker, this.block(block).text, place, this.speech(block), context);
    });
  }

  figure(fact: Figure, words: string): FigureComparison {
    const answers = kept(this.#figures, fact, () => new Map<string, FigureComparison>());
    return answer(answers, words, () => compareFigure(fact, words));
  }

  block(block: Node): BlockReading {
    return kept(this.#blocks, block, () => readBlock(block));
  }

  /** The figures that `block` shows, as far as its own words tell them. */
  shown(block: Node): readonly ReadFigure[] {
    return kept(this.#shown, block, () => readFigures(this.block(block).text));
  }

  /** The figures of `block` with the periods beside them, and what it claims of them. */
  ownNumbers(block: Node): NumberReading {
    return kept(this.#ownNumbers, block, () => readNumbers(this.block(block).text));
  }

  /** Who is said to say what in `block`. */
  speech(block: Node): readonly Quote[] {
    return kept(this.#speech, block, () => readSpeech(this.block(block).text));
  }

  /** The sentence of `article` that `offset` stands in. */
  sentenceAt(article: Article, offset: number): Span | undefined {
    const all = kept(this.#sentences, article, () => sentences(article.text));
    return all.find(({ start, end }) => start <= offset && offset < end);
  }

  /** The words of likelihood in `block`, by `scale`. */
  likelihood(block: Node, scale: LikelihoodScale): LikelihoodReading {
    const answers = kept(this.#likelihood, block, () => new Map<string, LikelihoodReading>());
    return answer(answers, scale.id, () => {
      const { text, quoted } = this.block(block);
      return readLikelihood(
        text,
        scale,
        quoted.map(({ from, to }) => ({ start: from, end: to })),
      );
    });
  }

  cast(facts: readonly Fact[]): Cast {
    return kept(this.#casts, facts, () => castOf(facts));
  }

  /** The period that a cell of a table is. */
  periodOfCell(cell: Node): string | null {
    return kept(this.#periods, cell, () => ({ period: periodOfCell(cell.textContent) })).period;
  }

  conflicts(facts: readonly Fact[]): readonly Conflict[] {
    return kept(this.#conflicts, facts, () => conflictsOf(facts));
  }

  /** `titles`: those of the articles; when they change, the answer is found anew. */
  numbers(block: Node, titles: readonly string[]): readonly OwnNumber[] {
    const key = titles.join('\n');
    const found = this.#numbers.get(block);
    if (found?.titles === key) return found.numbers;
    const numbers = ownNumbers(block, titles, this.shown(block));
    this.#numbers.set(block, { titles: key, numbers });
    return numbers;
  }

  /** Where the words of a claim (`claimKey`) stand in the block; offsets count in its content. */
  claimPlaces(block: Node, key: string): readonly Span[] {
    const answers = kept(this.#claims, block, () => new Map<string, readonly Span[]>());
    return answer(answers, key, () => {
      const folded = kept(this.#folded, block, () => claimKey(this.block(block).text));
      return folded.includes(key) ? claimPlaces(this.block(block).text, key) : [];
    });
  }

  /** True when the words of a quotation without a fact stand in one of the articles, at one place. */
  standsInSources(quotation: Node, words: string, articles: readonly Article[]): boolean {
    const ids = articles.map((article) => article.id).join('\n');
    const found = this.#typed.get(quotation);
    if (found?.ids === ids) return found.once;
    const once = articles.reduce((places, article) => places + matchQuote(article.text, words).length, 0) === 1;
    this.#typed.set(quotation, { ids, once });
    return once;
  }
}

function kept<Key extends object, Value>(map: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function answer<Value>(answers: Map<string, Value>, key: string, make: () => Value): Value {
  const found = answers.get(key);
  if (found !== undefined) return found;
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const made = make();
  answers.set(key, made);
  return made;
}
