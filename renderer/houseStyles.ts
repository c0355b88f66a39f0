// HouseStyles: the Word document whose style exports are set in: chosen, looked at, kept for the next time, removed.
import { createTurns } from '../shared/base/turns.ts';
import type { InputFile, Platform } from '../shared/platform.ts';
import type { Session } from './session.ts';
import type { HouseStylePreview } from './worker/contract.ts';
import { createStore } from './store.ts';

/** A house style that can be read. */
export interface HouseStyle extends InputFile {
  readonly preview: HouseStylePreview;
  /** Sentences on what of it is left out. */
  readonly told: readonly string[];
}

export interface HouseStylesState {
  readonly style: HouseStyle | null;
  /** What went wrong last, as sentences; null when nothing did. */
  readonly problem: string | null;
}

export interface HouseStylesParts {
  readonly platform: Pick<Platform, 'chooseHouseStyle' | 'keptHouseStyle' | 'keepHouseStyle' | 'dropHouseStyle'>;
  readonly session: Pick<Session, 'describeHouseStyle'>;
}

export type HouseStyles = ReturnType<typeof createHouseStyles>;

export function createHouseStyles({ platform, session }: HouseStylesParts) {
  const state = createStore<HouseStylesState>({ style: null, problem: null });
  /** True when the one in use could not be kept: then the kept one is not to take its place. */
  let onlyHere = false;
  const inTurn = createTurns();
  /** The file as a house style; null, and why, when it is none. */
  async function read(file: InputFile): Promise<HouseStyle | null> {
    const described = await session.describeHouseStyle(file.bytes);
    if (described.ok) {
      const { value, messages } = described.value;
      return { ...file, preview: value, told: messages.map(({ text }) => text) };
    }
    state.set({ problem: `“${file.name}” cannot be used. ${described.error.text}` });
    return null;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,

    /** Takes what is kept on this computer: another window may have chosen since. */
    load: () =>
      inTurn(async () => {
        state.set({ problem: null });
        if (onlyHere) return;
        const kept = await platform.keptHouseStyle();
        if (!kept.ok) return state.set({ style: null, problem: `Your house style is not used. ${kept.error.text}` });
        const { style } = state.get();
        if (kept.value && style && same(kept.value, style)) return;
        state.set({ style: kept.value && (await read(kept.value)) });
      }),

    /** Asks for a file; true when it is the house style now. One that is none leaves the one before. */
    choose: () =>
      inTurn(async () => {
        const chosen = await platform.chooseHouseStyle();
        if (!chosen.ok) {
          state.set({ problem: chosen.error.text });
          return false;
        }
        if (!chosen.value) return false;
        const style = await read(chosen.value);
        if (!style) return false;
        const kept = await platform.keepHouseStyle({ name: style.name, bytes: style.bytes });
        onlyHere = !kept.ok;
        state.set({
          style,
          problem: kept.ok
            ? null
            : `It is used in this window, but could not be kept for the next time. ${kept.error.text}`,
        });
        return true;
      }),

    remove: () =>
      inTurn(async () => {
        const gone = await platform.dropHouseStyle();
        // Still there, it would come back with the next export.
        if (!gone.ok) return state.set({ problem: `It could not be removed. ${gone.error.text}` });
        onlyHere = false;
        state.set({ style: null, problem: null });
      }),

    /** The house style, once what was asked of it last is done. */
    settled: () => inTurn(async () => state.get().style),
  };
}

function same(one: InputFile, other: InputFile): boolean {
  return (
    one.name === other.name &&
    one.bytes.length === other.bytes.length &&
    one.bytes.every((byte, at) => byte === other.bytes[at])
  );
}
