// Workbench: one window's session, view and text, and every command that can be run on them.
import type { CommandId } from '../shared/commands.ts';
import { appearanceCommands } from './bench/appearanceCommands.ts';
import { createBench, type BenchParts } from './bench/bench.ts';
import { briefingCommands } from './bench/briefingCommands.ts';
import { fileCommands } from './bench/fileCommands.ts';
import { createFiles } from './bench/files.ts';
import { createFactWork } from './bench/factWork.ts';
import { findCommands } from './bench/findCommands.ts';
import { insertCommands } from './bench/insertCommands.ts';
import { createJudging, judgeCommands } from './bench/judging.ts';
import { createPlaces } from './bench/places.ts';
import { traceCommands } from './bench/traceCommands.ts';
import { createTracing } from './bench/tracing.ts';
import { templateCommands } from './bench/templateCommands.ts';
import { viewCommands } from './bench/viewCommands.ts';
import { REASONS, type WindowCommands } from './bench/windowCommand.ts';
import { createHouseStyles } from './houseStyles.ts';
import { createOwnTemplates } from './ownTemplates.ts';
import { createPageLength } from './pageLength.ts';
import { createPictureInsertion } from './pictureInsertion.ts';

export type { TwoVersions } from './bench/files.ts';

export type Workbench = ReturnType<typeof createWorkbench>;

export function createWorkbench(parts: BenchParts) {
  const bench = createBench(parts);
  const { session, view, editor, now, say, notify } = bench;
  const tracing = createTracing(bench);
  const places = createPlaces(bench, tracing);
  const factWork = createFactWork(bench, tracing);
  const judging = createJudging(bench);
  const ownTemplates = parts.ownTemplates ?? createOwnTemplates(bench);
  const files = createFiles(bench, ownTemplates);
  const pictures = createPictureInsertion(bench);
  const houseStyles = createHouseStyles(bench);
  const pageLength = createPageLength({
    bench,
    houseStyles,
    measure: parts.measure,
    now: () => Date.now(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as number),
  });

  /** What the window does itself; every other command is the text's. */
  const own: WindowCommands = {
    ...fileCommands(bench, files),
    ...viewCommands(bench),
    ...appearanceCommands(bench),
    ...insertCommands(bench, places, pictures),
    ...briefingCommands(bench, places),
    ...judgeCommands(bench, places),
    ...findCommands(bench),
    ...templateCommands(bench),
    ...traceCommands(bench, tracing, places, factWork),
  };

  /** Why a command cannot run now, as a short phrase; null when it can. */
  function reasonOff(id: CommandId): string | null {
    const command = own[id];
    if (command?.always) return null;
    if (!session.getSnapshot().open) return 'Open a briefing first';
    const leave = command ? (command.leave?.() ?? 'on') : 'asTheText';
    if (leave === 'on') return null;
    if (leave !== 'asTheText') return leave.off;
    return now()?.enabled.has(id) ? null : (REASONS[id] ?? 'Not possible here');
  }
  /** Runs a command; false when it cannot run now. */
  function run(id: CommandId): boolean {
    if (reasonOff(id) !== null) return false;
    const command = own[id];
    if (!command) return editor()?.run(id) ?? false;
    command.run();
    return true;
  }
  /** As `run`, for a key or a menu of the system, which show no reason themselves: one that cannot run says why. */
  function ask(id: CommandId): boolean {
    const reason = reasonOff(id);
    if (reason === null) return run(id);
    // What can still be taken back stays in sight.
    if (!view.get().notice?.undo) notify({ text: `${reason}.`, undo: null });
    say(`${reason}.`);
    return false;
  }

  return {
    ...bench,
    ...tracing,
    ...places,
    ...judging,
    ...files,
    factWork,
    pictures,
    houseStyles,
    ownTemplates,
    pageLength,
    run,
    ask,
    reasonOff,
  };
}
