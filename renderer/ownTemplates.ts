// OwnTemplates: the templates that the user made or was given: kept on this computer, renamed, deleted, handed on as files.
import { createTurns } from '../shared/base/turns.ts';
import {
  checkTemplate,
  freeName,
  isOwnTemplate,
  ownId,
  readTemplate,
  writeTemplate,
} from '../shared/briefing/ownTemplate.ts';
import type { Template } from '../shared/briefing/template.ts';
import { templateById, TEMPLATES } from '../shared/briefing/templates.ts';
import type { Platform } from '../shared/platform.ts';
import { fileNameOf } from './sessionState.ts';
import { createStore } from './store.ts';

export interface OwnTemplatesState {
  /** The shipped ones, then the user's own in the order in which they came. */
  readonly all: readonly Template[];
  readonly own: readonly Template[];
  /** What went wrong last, as sentences; null when nothing did. */
  readonly problem: string | null;
}

export type OwnTemplates = ReturnType<typeof createOwnTemplates>;

/** Takes a change of the list back. */
export type Restore = () => Promise<boolean>;

interface Kept {
  readonly own: readonly Template[];
  /** Entries that this version cannot read; written back as they were. */
  readonly others: readonly unknown[];
}

function parse(json: string | null): Kept {
  const list: unknown = json === null ? [] : JSON.parse(json);
  if (!Array.isArray(list)) throw new TypeError('No list.');
  const own: Template[] = [];
  const others: unknown[] = [];
  for (const one of list as readonly unknown[]) {
    const read = checkTemplate(one, 'template');
    if (read.ok && isOwnTemplate(read.value.id) && !own.some(({ id }) => id === read.value.id)) own.push(read.value);
    else others.push(one);
  }
  return { own, others };
}

export function createOwnTemplates({
  platform,
}: {
  readonly platform: Pick<Platform, 'chooseTemplate' | 'keptTemplates' | 'keepTemplates' | 'exportFile'>;
}) {
  const state = createStore<OwnTemplatesState>({ all: TEMPLATES, own: [], problem: null });
  let others: readonly unknown[] = [];
  const inTurn = createTurns();
  function show(own: readonly Template[], problem: string | null = null): void {
    state.set({ own, all: [...TEMPLATES, ...own], problem });
  }
  /** What is kept by now: another window may have changed it. False when it cannot be read. */
  async function look(): Promise<boolean> {
    const kept = await platform.keptTemplates();
    let why = kept.ok ? '' : kept.error.text;
    if (kept.ok) {
      try {
        const read = parse(kept.value);
        others = read.others;
        show(read.own, state.get().problem);
        return true;
      } catch {
        why = 'The file in which they are kept is damaged.';
      }
    }
    state.set({ problem: `Your own templates could not be read. ${why}` });
    return false;
  }
  /** Puts `change` of what is kept in its place; false, and told, when it cannot be kept. */
  function keep(change: (own: readonly Template[]) => readonly Template[]): Promise<boolean> {
    return inTurn(async () => {
      // What cannot be read is not written over: it may be mended by hand.
      if (!(await look())) return false;
      const next = change(state.get().own);
      const kept = await platform.keepTemplates(JSON.stringify([...next, ...others]));
      if (kept.ok) show(next);
      else state.set({ problem: `The template could not be kept. ${kept.error.text}` });
      return kept.ok;
    });
  }
  const names = (except?: string): ReadonlySet<string> =>
    new Set(
      state
        .get()
        .all.filter(({ id }) => id !== except)
        .map(({ name }) => name),
    );
  async function add(template: Template): Promise<Template | null> {
    let added: Template = template;
    const kept = await keep((own) => {
      const ids = new Set(own.map(({ id }) => id));
      const name = freeName(template.name.trim(), names());
      added = { ...template, name, id: ownId(name, ids) };
      return [...own, added];
    });
    return kept ? added : null;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    load: () => inTurn(look),
    byId: (id: string): Template | null => templateById(id) ?? state.get().own.find((one) => one.id === id) ?? null,
    forget: () => state.set({ problem: null }),

    /** Keeps it under a name and an id of its own; null, and told, when it cannot be kept. */
    add,
    /** Puts `template` in the place of the own one of its id. */
    async replace(template: Template): Promise<boolean> {
      return keep((own) => own.map((one) => (one.id === template.id ? template : one)));
    },
    /** Its id stays, so that briefings still know it. */
    async rename(id: string, name: string): Promise<boolean> {
      const free = freeName(name.trim(), names(id));
      return keep((own) => own.map((one) => (one.id === id ? { ...one, name: free } : one)));
    },
    /** Deletes it; answers how to bring it back, null when it could not be deleted. */
    async remove(id: string): Promise<Restore | null> {
      let gone: { readonly template: Template; readonly at: number } | null = null;
      const kept = await keep((own) => {
        const at = own.findIndex((one) => one.id === id);
        const template = own[at];
        if (template) gone = { template, at };
        return own.filter((one) => one.id !== id);
      });
      const { template, at } = (gone as { readonly template: Template; readonly at: number } | null) ?? {};
      if (!kept || !template) return null;
      return () => keep((own) => (own.some((one) => one.id === id) ? own : own.toSpliced(at ?? 0, 0, template)));
    },
    /** Asks for a file and adds its template; null when the user stepped back or it is none, which is told. */
    async importFile(): Promise<Template | null> {
      const chosen = await platform.chooseTemplate();
      const read = chosen.ok ? chosen.value && readTemplate(chosen.value.bytes, chosen.value.name) : chosen;
      if (!read) return null;
      if (!read.ok) {
        state.set({ problem: read.error.text });
        return null;
      }
      return add(read.value);
    },
    /** Writes it to a place the user chooses; the name of the file, null when there is none. */
    async exportFile(id: string): Promise<string | null> {
      const template = state.get().all.find((one) => one.id === id);
      if (!template) return null;
      const written = await platform.exportFile(writeTemplate(template), fileNameOf(template.name, 'json'));
      if (written.ok) return written.value?.place.name ?? null;
      state.set({ problem: `The template could not be written. ${written.error.text}` });
      return null;
    },
  };
}
