// Settings: the user's few choices in one JSON file of the data folder; what a later version added to it survives.
import { dirname, join } from 'node:path';
import { z } from '../shared/base/validate.ts';
import { THEMES, type UserSettings } from '../shared/platform.ts';
import { layoutSchema } from './contract.ts';
import { errorCode, thisProcess, type Caller, type FileSystem } from './disk.ts';
import { replaceFile } from './files.ts';

export const DEFAULT_SETTINGS: UserSettings = {
  // Never the system's user name: it would leave the house in comments (decisions.md).
  author: 'Analyst',
  theme: 'system',
  template: 'ministerial-submission',
  banner: null,
};

/** Each field stands for itself: one that does not fit falls back, the others stay. */
const settingsSchema = z.looseObject({
  author: z.string().catch(DEFAULT_SETTINGS.author),
  theme: z.enum(THEMES).catch(DEFAULT_SETTINGS.theme),
  template: z.string().catch(DEFAULT_SETTINGS.template),
  banner: z.string().nullable().catch(DEFAULT_SETTINGS.banner),
  typography: z.boolean().optional().catch(undefined),
  preview: z.boolean().optional().catch(undefined),
  recentBanners: z.array(z.string()).readonly().optional().catch(undefined),
  layout: layoutSchema.optional().catch(undefined),
});

export class Settings {
  readonly #fs: FileSystem;
  readonly #file: string;
  readonly #caller: Caller;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(fs: FileSystem, folder: string, caller: Caller = thisProcess) {
    this.#fs = fs;
    this.#file = join(folder, 'settings.json');
    this.#caller = caller;
  }

  /** The settings; the defaults where there are none yet or the file is damaged. */
  async read(): Promise<UserSettings> {
    const { author, theme, template, banner, typography, preview, recentBanners, layout } = await this.#load();
    return {
      author,
      theme,
      template,
      banner,
      ...(typography === undefined ? {} : { typography }),
      ...(preview === undefined ? {} : { preview }),
      ...(recentBanners ? { recentBanners } : {}),
      ...(layout ? { layout } : {}),
    };
  }

  /** Throws the system's error when the data folder cannot be written. */
  async write(settings: UserSettings): Promise<void> {
    const step = this.#queue.then(async () => {
      const whole = { ...(await this.#load()), ...settings };
      await this.#fs.mkdir(dirname(this.#file), { recursive: true });
      await replaceFile(this.#fs, this.#file, new TextEncoder().encode(JSON.stringify(whole, null, 2)), this.#caller);
    });
    this.#queue = step.catch(() => undefined);
    return step;
  }

  async #load(): Promise<z.infer<typeof settingsSchema>> {
    let parsed: unknown = null;
    try {
      parsed = JSON.parse(new TextDecoder().decode(await this.#fs.readFile(this.#file)));
    } catch (error) {
      // Not there yet, or not JSON: start from the defaults. A disk that cannot be read must not stop the program either.
      if (errorCode(error) === 'ENOENT') return { ...DEFAULT_SETTINGS };
    }
    const checked = settingsSchema.safeParse(parsed);
    return checked.success ? checked.data : { ...DEFAULT_SETTINGS };
  }
}
