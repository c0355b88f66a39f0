// BrowserExport: exported documents out of a browser tab, one or two, through a picker or as downloads.
import { fail, ok, type Result } from '../shared/base/result.ts';
import { annotatedNameOf } from '../shared/base/annotatedName.ts';
import type { Saved, SavedCopies } from '../shared/platform.ts';

/** Kinds of files for the picker, by the name that is suggested. */
export function typesOf(name: string): object[] {
  if (name.endsWith('.json')) return [{ description: 'Template', accept: { 'application/json': ['.json'] } }];
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return [{ description: 'Word document', accept: { [word]: ['.docx'] } }];
}

export interface ExportParts {
  /** Asks for a place: a handle, null for a download, undefined when cancelled. */
  target(suggestedName: string): Promise<FileSystemFileHandle | null | undefined>;
  write(to: FileSystemFileHandle, bytes: Uint8Array): Promise<void>;
  download(bytes: Uint8Array, name: string): void;
  /** Words for what the browser threw. */
  sentence(fault: unknown): string;
}

function saved(name: string, folder: string): Saved {
  return { place: { id: crypto.randomUUID(), name, folder }, at: new Date().toISOString() };
}

export function browserExport({ target, write, download, sentence }: ExportParts) {
  async function exportFile(bytes: Uint8Array, suggestedName: string): Promise<Result<Saved | null>> {
    const to = await target(suggestedName);
    if (to === undefined) return ok(null);
    try {
      if (to) await write(to, bytes);
      else download(bytes, suggestedName);
    } catch (fault) {
      return fail('failed', sentence(fault));
    }
    return ok(saved(to?.name ?? suggestedName, to ? 'This computer' : 'Downloads'));
  }
  return {
    exportFile,
    /** A tab may write only where a picker pointed, so the second copy is always a download. */
    async exportCopies(
      clean: Uint8Array,
      annotated: Uint8Array,
      suggestedName: string,
    ): Promise<Result<SavedCopies | null>> {
      const first = await exportFile(clean, suggestedName);
      if (!first.ok) return first;
      if (first.value === null) return ok(null);
      const beside = annotatedNameOf(first.value.place.name);
      download(annotated, beside);
      return ok({ clean: first.value, annotated: ok(saved(beside, 'Downloads')) });
    },
  };
}
