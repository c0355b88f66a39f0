// trimMarks: a text without the given characters at its ends; where a regular expression would backtrack.

/** `text` without characters of `marks` at its start and end. */
export function trimMarks(text: string, marks: string): string {
  let start = 0;
  while (start < text.length && marks.includes(text.charAt(start))) start++;
  let end = text.length;
  while (end > start && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
