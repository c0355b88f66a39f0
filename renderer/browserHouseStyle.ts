// BrowserHouseStyle: choosing a house style in a browser tab, and keeping it between visits.
import { fail, ok } from '../shared/base/result.ts';
import { MAX_HOUSE_STYLE, type InputFile, type Platform } from '../shared/platform.ts';
import type { BrowserStore } from './browserStore.ts';

/** Its row among the places: these are named by UUIDs, so that none has this name. */
const ROW = 'house style';

export interface HouseStyleParts {
  readonly store: Promise<BrowserStore>;
  /** Asks for a file; null when the user steps back. */
  pick(): Promise<Pick<File, 'name' | 'size' | 'arrayBuffer'> | null>;
  /** Words for what the browser threw. */
  sentence(fault: unknown): string;
}

type Calls = Pick<Platform, 'chooseHouseStyle' | 'keptHouseStyle' | 'keepHouseStyle' | 'dropHouseStyle'>;

export function browserHouseStyle({ store, pick, sentence }: HouseStyleParts): Calls {
  return {
    async chooseHouseStyle() {
      const file = await pick();
      if (!file) return ok(null);
      const { name, size } = file;
      if (size > MAX_HOUSE_STYLE) {
        return fail('too-large', `“${name}” is larger than ${MAX_HOUSE_STYLE / 1024 / 1024} MB and was not read.`);
      }
      try {
        return ok({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        return fail('unreadable', `“${name}” could not be read. Check that you may open it.`);
      }
    },
    async keptHouseStyle() {
      try {
        return ok((await (await store).get<InputFile>('places', ROW)) ?? null);
      } catch {
        return fail(
          'damaged',
          'The copy of it that was kept here can no longer be read. Choose the Word document again.',
        );
      }
    },
    async keepHouseStyle(style) {
      try {
        await (await store).put('places', ROW, style);
        return ok(undefined);
      } catch (fault) {
        return fail('failed', sentence(fault));
      }
    },
    async dropHouseStyle() {
      try {
        await (await store).remove('places', ROW);
        return ok(undefined);
      } catch (fault) {
        return fail('failed', sentence(fault));
      }
    },
  };
}
