// wordList: how the lexicons write their words, one string of words parted by spaces, entries of several words joined by `_`.

/** The entries of `text` as a set. `_` stands for a space inside an entry. */
export function wordList(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => word.replaceAll('_', ' ')),
  );
}
