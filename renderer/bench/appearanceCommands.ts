// Commands of the window's looks: the theme, and a page that stays white in the dark ones.
import type { CommandId } from '../../shared/commands.ts';
import type { UserSettings } from '../../shared/platform.ts';
import type { Bench } from './bench.ts';
import type { WindowCommand, WindowCommands } from './windowCommand.ts';

/** Commands that set something for good: the palette keeps them apart from what is done once. */
export const SETTING_COMMANDS: ReadonlySet<CommandId> = new Set<CommandId>([
  'themeSystem',
  'themeLight',
  'themeDark',
  'themeContrast',
  'whitePage',
]);

export function appearanceCommands({ session, view, say }: Bench): WindowCommands {
  const theme = (to: UserSettings['theme']): WindowCommand => ({
    always: true,
    run: () => session.setUser({ ...session.getSnapshot().user, theme: to }),
  });
  return {
    themeSystem: theme('system'),
    themeLight: theme('light'),
    themeDark: theme('dark'),
    themeContrast: theme('contrast'),
    whitePage: {
      run() {
        const whitePage = !view.get().whitePage;
        view.set({ whitePage });
        say(whitePage ? 'The page stays white.' : 'The page follows the window.');
      },
    },
  };
}
