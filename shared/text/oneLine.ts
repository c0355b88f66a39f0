// oneLine: words as running text takes them, every stretch of white space one space, none at the ends.

export function oneLine(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(' ');
}
