// BrowserTemplates: choosing a template's file in a browser tab, and keeping the user's own templates between visits.
import { fail, ok } from '../shared/base/result.ts';
import type { Platform } from '../shared/platform.ts';
import type { BrowserStore } from './browserStore.ts';

/** Its row among the places: these are named by UUIDs, so that none has this name. */
const ROW = 'templates';

export interface TemplateParts {
  readonly store: Promise<BrowserStore>;
  /** Asks for a file; null when the user steps back. */
  pick(): Promise<Pick<File, 'name' | 'size' | 'arrayBuffer'> | null>;
  /** Words for what the browser threw. */
  sentence(fault: unknown): string;
}

export function browserTemplates({
  store,
  pick,
  sentence,
}: TemplateParts): Pick<Platform, 'chooseTemplate' | 'keptTemplates' | 'keepTemplates'> {
  return {
    async chooseTemplate() {
      const file = await pick();
      if (!file) return ok(null);
      try {
        return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        return fail('unreadable', `“${file.name}” could not be read. Check that you may open it.`);
      }
    },
    async keptTemplates() {
      try {
        return ok((await (await store).get<string>('places', ROW)) ?? null);
      } catch (fault) {
        return fail('damaged', sentence(fault));
      }
    },
    async keepTemplates(json) {
      try {
        await (await store).put('places', ROW, json);
        return ok(undefined);
      } catch (fault) {
        return fail('failed', sentence(fault));
      }
    },
  };
}
