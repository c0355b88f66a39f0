// AnnotatedNameOf: what the annotated copy of an export is called beside the clean one.

/** Name or path of the annotated copy beside the clean one: `note.docx` gives `note (annotated).docx`. */
export function annotatedNameOf(name: string): string {
  return name.replace(/(\.docx)?$/i, (extension) => ` (annotated)${extension || '.docx'}`);
}
