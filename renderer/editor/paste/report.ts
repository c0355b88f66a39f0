// What a paste left out or changed, in sentences; silence about it would be a loss that nobody sees.

export interface PasteReport {
  /** Pictures that are only addresses, or another briefing's. */
  picturesLeftOut: number;
  /** Pictures that came along, but of a kind that is not taken in as it is. */
  picturesUnfit: number;
  /** Items that stood deeper than a list goes. */
  flattenedItems: number;
  /** Stretches that a reviewer had struck out. */
  deletions: number;
  /** Lists, or items of them, that are counted by letters or Roman numerals. */
  letteredLists: number;
  /** True when comments of the other program were with it. */
  comments: boolean;
}

export function emptyReport(): PasteReport {
  return { picturesLeftOut: 0, picturesUnfit: 0, flattenedItems: 0, deletions: 0, letteredLists: 0, comments: false };
}

const PICTURE_LEFT_OUT =
  'A picture was left out of what was pasted, because nothing is ever fetched: save it as a file, and insert that.';

/** One sentence for each thing that is not as it was; none when all is. */
export function reportWords(report: Readonly<PasteReport>, deepest: number): readonly string[] {
  const words: string[] = [];
  const { picturesLeftOut, picturesUnfit, flattenedItems, deletions, letteredLists } = report;
  if (picturesLeftOut === 1) words.push(PICTURE_LEFT_OUT);
  else if (picturesLeftOut > 1) {
    words.push(
      `${picturesLeftOut} pictures were left out of what was pasted, because nothing is ever fetched: save them as files, and insert those.`,
    );
  }
  if (picturesUnfit > 0) {
    words.push(
      `${picturesUnfit === 1 ? 'A picture' : `${picturesUnfit} pictures`} of what was pasted cannot be taken in as it is: save it as PNG or JPEG, and insert that.`,
    );
  }
  if (flattenedItems > 0) {
    words.push(
      `${flattenedItems === 1 ? 'An item' : `${flattenedItems} items`} of a pasted list stood deeper than level ${deepest}, the deepest of Word, and ${flattenedItems === 1 ? 'stands' : 'stand'} there now.`,
    );
  }
  if (deletions > 0) {
    words.push('Words that a reviewer had deleted came along, struck through: take them out, or keep them.');
  }
  if (letteredLists > 0) {
    words.push(
      'A pasted list was counted by letters or Roman numerals; here its first level is counted by numbers. Look at words that point to its items.',
    );
  }
  if (report.comments) words.push('The comments of the other document were left out of what was pasted.');
  return words;
}
