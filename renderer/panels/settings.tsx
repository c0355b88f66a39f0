// SettingsDialog: author, appearance, template and banner of new briefings.
import { useState } from 'react';
import { BANNERS } from '../../shared/briefing/banner.ts';
import { THEMES } from '../../shared/platform.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useOwnTemplates, useSession, useWorkbench } from './use.ts';
import { capital } from './words.ts';

export function SettingsDialog() {
  const bench = useWorkbench();
  const { user } = useSession();
  const { all } = useOwnTemplates();
  const [author, setAuthor] = useState(user.author);
  const [banner, setBanner] = useState(user.banner ?? '');
  function close(): void {
    const now = bench.session.getSnapshot().user;
    bench.session.setUser({ ...now, author: author.trim() || 'Analyst', banner: banner.trim() || null });
    bench.dialog(null);
  }
  return (
    <Dialog
      title="Settings"
      text="Kept on this computer."
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button kind="primary" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      <div className="dialog-body settings">
        <div className="field">
          <label className="label" htmlFor="set-author">
            Your name, on notes and in the Word file
          </label>
          <input
            id="set-author"
            className="input"
            data-first=""
            value={author}
            maxLength={80}
            onChange={(event) => setAuthor(event.target.value)}
          />
        </div>
        <div className="field">
          <span className="label" id="set-theme">
            Appearance
          </span>
          <Choice
            full
            labelledBy="set-theme"
            value={user.theme}
            options={THEMES.map((value) => ({
              value,
              label: value === 'contrast' ? 'High contrast' : capital(value),
            }))}
            onChoose={(theme) => bench.session.setUser({ ...user, theme })}
          />
        </div>
        <label className="tick">
          <input
            type="checkbox"
            checked={user.typography !== false}
            onChange={(event) => bench.session.setUser({ ...user, typography: event.target.checked })}
          />
          Set quotation marks, dashes and ellipses while typing
        </label>
        <div className="field">
          <label className="label" htmlFor="set-template">
            Template of new briefings
          </label>
          <select
            id="set-template"
            className="input"
            value={user.template}
            onChange={(event) => bench.session.setUser({ ...user, template: event.target.value })}
          >
            {all.map((template) => (
              <option key={template.id} value={template.id}>
                {template.name}
              </option>
            ))}
          </select>
        </div>
        <label className="tick">
          <input
            type="checkbox"
            checked={user.preview !== false}
            onChange={(event) => bench.session.setUser({ ...user, preview: event.target.checked })}
          />
          Show what will be filled in before a briefing begins from chosen articles
        </label>
        <div className="field">
          <label className="label" htmlFor="set-banner">
            Banner of new briefings
          </label>
          <input
            id="set-banner"
            className="input"
            list="set-banners"
            placeholder="None"
            value={banner}
            maxLength={120}
            onChange={(event) => setBanner(event.target.value)}
          />
          <datalist id="set-banners">
            {[...new Set(BANNERS.flatMap((group) => group.banners))].map((words) => (
              <option key={words} value={words} />
            ))}
          </datalist>
        </div>
      </div>
    </Dialog>
  );
}
