// Boot: the platform, the worker, the session and the window, in that order; nothing else.
// Sheets that adapt others to small windows and forced colours come after them.
import './ui/tokens.css';
import './ui/layers.css';
import './ui/base.css';
import './panels/start.css';
import './panels/window.css';
import './panels/facts.css';
import './panels/factList.css';
import './panels/tracing.css';
import './panels/panes.css';
import './panels/dialogs.css';
import './panels/charts.css';
import './panels/find.css';
import './panels/judging.css';
import './panels/styleChoice.css';
import './panels/templates.css';
import { createRoot } from 'react-dom/client';
import type { Platform } from '../shared/platform.ts';
import { App } from './app.tsx';
import { createBrowserPlatform } from './browserPlatform.ts';
import { createOwnTemplates } from './ownTemplates.ts';
import { createSession } from './session.ts';
import { startWork } from './work.ts';
import { createWorkbench } from './workbench.ts';

/** Set by build/bundle.mjs. */
declare const __APP_VERSION__: string;

declare global {
  interface Window {
    /** Given by the preload of the desktop app. */
    readonly chancery?: Platform;
  }
}

const root = document.getElementById('root');
if (!root) throw new RangeError('index.html has no element "root".');
const platform = window.chancery ?? createBrowserPlatform();
const ownTemplates = createOwnTemplates({ platform });
const session = createSession({
  platform,
  work: startWork(),
  exporter: startWork(),
  clock: () => new Date(),
  newId: () => crypto.randomUUID(),
  app: __APP_VERSION__,
  templateById: ownTemplates.byId,
});
createRoot(root).render(
  <App bench={createWorkbench({ platform, session, ownTemplates, measure: startWork().pageLength })} />,
);
