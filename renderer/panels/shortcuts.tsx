// Shortcuts: every key of the command table, in its groups.
import { COMMANDS, type Command, type Group } from '../../shared/commands.ts';
import { Dialog } from '../ui/dialog.tsx';
import { keyText } from '../ui/keyText.ts';
import { useWorkbench } from './use.ts';

const ORDER: readonly Group[] = ['File', 'View', 'Insert', 'Format', 'Briefing', 'Sources', 'Edit', 'Help'];

export function Shortcuts() {
  const bench = useWorkbench();
  const { os } = bench.platform;
  const rows = (group: Group): readonly Command[] =>
    COMMANDS.filter((command) => command.group === group && command.keys.length > 0);
  return (
    <Dialog
      title="Keyboard shortcuts"
      text="Everything the pointer can do has a key or a command."
      className="shortcuts"
      onClose={() => bench.dialog(null)}
    >
      <div className="keys scroll" tabIndex={0} role="region" aria-label="Keys by group">
        {ORDER.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {rows(group).map((command) => (
                <div key={command.id}>
                  <dt>{command.title}</dt>
                  <dd>
                    {command.keys.map((combo) => (
                      <kbd className="key" key={combo}>
                        {keyText(combo, os)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
              {group === 'Help' && (
                <div>
                  <dt>Leave the text with Tab</dt>
                  <dd>
                    <kbd className="key">Esc</kbd>
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
