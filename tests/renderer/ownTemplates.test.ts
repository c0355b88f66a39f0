// Tests of own templates: kept, renamed, deleted and brought back, imported and exported; nothing that is kept is lost by a fault.
import { beforeEach, describe, expect, it } from 'vitest';
import { createOwnTemplates, type OwnTemplates } from '../../renderer/ownTemplates.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import { DEFAULT_TEMPLATE, TEMPLATES } from '../../shared/briefing/templates.ts';
import type { InputFile } from '../../shared/platform.ts';
import { encode, place } from './pretend.ts';

let kept: string | null;
let chosen: InputFile | null;
let full: boolean;
let written: { readonly name: string; readonly words: string } | null;
let templates: OwnTemplates;

const platform = {
  chooseTemplate: async () => ok(chosen),
  keptTemplates: async (): Promise<Result<string | null>> => ok(kept),
  keepTemplates: async (json: string): Promise<Result<void>> => {
    if (full) return fail('full', 'The disk is full.');
    kept = json;
    return ok(undefined);
  },
  exportFile: async (bytes: Uint8Array, name: string) => {
    written = { name, words: new TextDecoder().decode(bytes) };
    return ok({ place: place(name), at: '2031-03-04T10:00:00.000Z' });
  },
};
const template = (name: string) => ({ ...DEFAULT_TEMPLATE, id: 'own-x', name });
const names = () => templates.get().own.map(({ name }) => name);

beforeEach(() => {
  [kept, chosen, full, written] = [null, null, false, null];
  templates = createOwnTemplates({ platform });
});

describe('own templates', () => {
  it('are kept under names and ids of their own, beside the shipped ones', async () => {
    const first = await templates.add(template('Grain'));
    const second = await templates.add(template('Grain'));
    const third = await templates.add(template(TEMPLATES[0]?.name ?? ''));
    expect([first?.id, second?.id]).toEqual(['own-grain', 'own-grain-2']);
    expect(names()).toEqual(['Grain', 'Grain 2', `${TEMPLATES[0]?.name} 2`]);
    expect(templates.byId('own-grain')?.name).toBe('Grain');
    expect(templates.byId(DEFAULT_TEMPLATE.id)).toEqual(DEFAULT_TEMPLATE);
    expect(templates.get().all).toHaveLength(TEMPLATES.length + 3);
    expect(third?.id).toMatch(/^own-/u);
    const other = createOwnTemplates({ platform });
    await other.load();
    expect(other.get().own).toEqual(templates.get().own);
  });

  it('are renamed without losing their id, and deleted with a way back to their place', async () => {
    await templates.add(template('A'));
    await templates.add(template('B'));
    await templates.rename('own-a', ' B ');
    expect(names()).toEqual(['B 2', 'B']);
    const restore = await templates.remove('own-a');
    expect(names()).toEqual(['B']);
    expect(await restore?.()).toBe(true);
    expect(names()).toEqual(['B 2', 'B']);
    expect(await restore?.()).toBe(true);
    expect(names()).toEqual(['B 2', 'B']);
    expect(await templates.remove('own-none')).toBeNull();
  });

  it('are put in the place of the one that they replace', async () => {
    await templates.add(template('A'));
    await templates.replace({ ...template('A'), id: 'own-a', summary: 'New' });
    expect(templates.get().own).toMatchObject([{ name: 'A', summary: 'New' }]);
  });

  it('come out of a file and go into one', async () => {
    await templates.add(template('A'));
    expect(await templates.exportFile('own-a')).toBe('A.json');
    chosen = { name: 'A.json', bytes: encode(written?.words ?? '') };
    expect((await templates.importFile())?.name).toBe('A 2');
    chosen = { name: 'no.json', bytes: encode('{}') };
    expect(await templates.importFile()).toBeNull();
    expect(templates.get().problem).toContain('“no.json” is no template of Chancery.');
    chosen = null;
    templates.forget();
    expect(await templates.importFile()).toBeNull();
    expect([templates.get().problem, names()]).toEqual([null, ['A', 'A 2']]);
  });

  it('stay as they are when they cannot be kept, which is told', async () => {
    await templates.add(template('A'));
    full = true;
    expect(await templates.add(template('B'))).toBeNull();
    expect(await templates.remove('own-a')).toBeNull();
    expect(names()).toEqual(['A']);
    expect(templates.get().problem).toBe('The template could not be kept. The disk is full.');
  });

  it('are not written over when what is kept cannot be read, and unknown entries stay', async () => {
    kept = '{broken';
    expect(await templates.add(template('A'))).toBeNull();
    expect(kept).toBe('{broken');
    expect(templates.get().problem).toContain('could not be read');
    kept = JSON.stringify([{ of: 'a later version' }, { ...template('Old'), id: 'own-old' }]);
    await templates.add(template('A'));
    expect(names()).toEqual(['Old', 'A']);
    expect(JSON.parse(kept)).toContainEqual({ of: 'a later version' });
  });
});
