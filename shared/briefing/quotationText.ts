// The words of a quote as a quotation shows them: its pieces joined into paragraphs, with the way back to the article.
import type { Quote } from '../facts/fact.ts';

/** One paragraph, without its outer quotation marks. */
export interface QuotedParagraph {
  readonly text: string;
  /** The offset in the article of each code unit of `text`; -1 for what stands between two pieces. */
  readonly offsets: readonly number[];
}

const LETTER = /[\p{L}\p{N}]/u;
const OPENING_MARK = /["'“‘„«‹]/u;
const SENTENCE_END = /[.!?…][\s"'“”‘’«»]*$/u;

/** What runs inside double marks is set in single ones; the words stay. */
function innerMark(char: string, before: string): string {
  if (char === '“' || char === '„') return '‘';
  if (char === '”') return '’';
  if (char === '"') return before === '' || /[\s([—–-]/u.test(before) ? '‘' : '’';
  return char;
}

class Builder {
  readonly done: QuotedParagraph[] = [];
  private text = '';
  private offsets: number[] = [];

  put(char: string, offset: number): void {
    this.text += char;
    this.offsets.push(offset);
  }

  /** A comma before the speaker was named, where the sentence ended in fact: `"We go," he said. "We must."` */
  endSentence(): void {
    if (this.text.endsWith(',')) this.text = `${this.text.slice(0, -1)}.`;
  }

  /** The comma that only led to the naming of the speaker: `"We go," he said.` */
  dropComma(): void {
    if (!this.text.endsWith(',')) return;
    this.text = this.text.slice(0, -1);
    this.offsets.pop();
  }

  endParagraph(): void {
    const start = this.text.length - this.text.trimStart().length;
    const end = this.text.trimEnd().length;
    if (end > start) this.done.push({ text: this.text.slice(start, end), offsets: this.offsets.slice(start, end) });
    this.text = '';
    this.offsets = [];
  }

  get last(): string {
    return this.text.at(-1) ?? '';
  }
}

/**
 * True when all the words are the speaker's. In a mixed quote ("the plan was 'doomed'") the article speaks too, so its own
 * marks stay as they are and none are set around it: they would put the article's words into the speaker's mouth.
 */
export function isWhole(quote: Pick<Quote, 'quoteKind'>): boolean {
  return quote.quoteKind === 'direct';
}

/** Copies one piece; a line end is a space within a paragraph, and a new paragraph after a blank line or before a mark. */
function putPiece(
  builder: Builder,
  articleText: string,
  [start, end]: readonly [number, number],
  whole: boolean,
): void {
  for (let at = start; at < end; at++) {
    const char = articleText.charAt(at);
    if (!/\s/u.test(char)) {
      builder.put(whole ? innerMark(char, builder.last) : char, at);
      continue;
    }
    let to = at;
    while (to < end && /\s/u.test(articleText.charAt(to))) to++;
    const space = articleText.slice(at, to);
    const lines = space.split('\n').length - 1;
    const opens = lines > 0 && OPENING_MARK.test(articleText.charAt(to));
    if (lines > 1 || opens) {
      builder.endParagraph();
      // Each paragraph of a quotation opens again; that mark is the outer one.
      if (opens) to++;
    } else {
      builder.put(' ', at);
    }
    at = to - 1;
  }
}

/**
 * The paragraphs of `quote`. Pieces parted by the naming of the speaker are joined; pieces of a mixed quote, between which
 * the article speaks for itself, are joined by an ellipsis. This is what prefill writes, what restoring brings back and
 * what the guard compares with.
 */
export function quotationParagraphs(articleText: string, quote: Pick<Quote, 'spans' | 'quoteKind'>): QuotedParagraph[] {
  const builder = new Builder();
  let before: number | null = null;
  for (const [start, end] of quote.spans) {
    if (before !== null) {
      const gap = articleText.slice(before, start);
      if (/\n\s*\n/u.test(gap) || (gap.includes('\n') && !LETTER.test(gap))) {
        if (LETTER.test(gap) && SENTENCE_END.test(gap)) builder.endSentence();
        builder.endParagraph();
      } else if (quote.quoteKind === 'direct' || !LETTER.test(gap)) {
        if (SENTENCE_END.test(gap)) builder.endSentence();
        builder.put(' ', -1);
      } else {
        for (const char of ' … ') builder.put(char, -1);
      }
    }
    putPiece(builder, articleText, [start, end], isWhole(quote));
    before = end;
  }
  builder.dropComma();
  builder.endParagraph();
  return builder.done;
}

/** The same words as one string, paragraphs parted by a blank line: the guard's source. */
export function quotationSource(articleText: string, quote: Pick<Quote, 'spans' | 'quoteKind'>): string {
  return quotationParagraphs(articleText, quote)
    .map((paragraph) => paragraph.text)
    .join('\n\n');
}

/** The paragraphs with the marks of a quotation, when it is whole: each opens, only the last closes (conventions.md 3.9, Continuation). */
export function markedParagraphs(articleText: string, quote: Pick<Quote, 'spans' | 'quoteKind'>): string[] {
  const paragraphs = quotationParagraphs(articleText, quote);
  if (!isWhole(quote)) return paragraphs.map(({ text }) => text);
  return paragraphs.map(({ text }, index) => `“${text}${index === paragraphs.length - 1 ? '”' : ''}`);
}

/** Who says it, for the line under a quotation: "Name, Role"; empty when the article names nobody. */
export function attributionText(quote: Pick<Quote, 'speaker'>): string {
  const speaker = quote.speaker;
  if (!speaker) return '';
  const name = speaker.name ?? (speaker.role ? '' : speaker.text);
  const words = [name, speaker.role].filter((part) => part !== null && part !== '').join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
