// Settings: the user's few choices in one JSON file of the data folder; what a later version added to it survives.
import { z } from '../shared/base/validate.ts';
import { THEMES, type UserSettings } from '../shared/platform.ts';
import { layoutSchema } from './contract.ts';
import { DataFile } from './dataFile.ts';
import { errorCode, thisProcess, type Caller, type FileSystem } from './disk.ts';

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
  readonly #file: DataFile;

  constructor(fs: FileSystem, folder: string, caller: Caller = thisProcess) {
    this.#file = new DataFile(fs, folder, 'settings.json', caller);
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
    return this.#file.inTurn(async () => {
      const whole = { ...(await this.#load()), ...settings };
      await this.#file.write(new TextEncoder().encode(JSON.stringify(whole, null, 2)));
    });
  }

  async #load(): Promise<z.infer<typeof settingsSchema>> {
    let parsed: unknown = null;
    try {
      parsed = JSON.parse(new TextDecoder().decode(await this.#file.read()));
    } catch (error) {
      // Not there yet, or not JSON: start from the defaults. A disk that cannot be read must not stop the program either.
      if (errorCode(error) === 'ENOENT') return { ...DEFAULT_SETTINGS };
    }
    const checked = settingsSchema.safeParse(parsed);
    return checked.success ? checked.data : { ...DEFAULT_SETTINGS };
  }
}
