// Checks: every finding about the briefing, what is to settle first, and what passed.
import { bannerBelow } from '../../shared/check/bannerRules.ts';
import type { Check } from '../../shared/check/check.ts';
import type { Snapshot } from '../editor/editor.ts';
import { usesOf } from '../../shared/briefing/queries.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { Icon } from '../ui/icon.tsx';
import { CircleAlert, CircleCheck, TriangleAlert } from '../ui/icons.ts';
import type { Workbench } from '../workbench.ts';
import { standsBeside } from './marginItems.ts';
import { useSession, useTextLater, useWorkbench } from './use.ts';
import { counted, workingWords } from './words.ts';

/** Leads to a finding: its card when it has one, else its place. */
export function goToCheck(bench: Workbench, check: Check): void {
  bench.dialog(null);
  if (standsBeside(check)) bench.openCard(`check:${check.id}`, true);
  else if (check.annotationId) bench.openCard(`annotation:${check.annotationId}`, true);
  else if (check.kind === 'no-banner') bench.dialog({ kind: 'banner' });
  else if (check.kind === 'over-length') bench.dialog({ kind: 'lengthLimit' });
  else bench.text.get().editor?.reveal({ pos: check.from }, true);
}

/** "2 of 3 quotations and 6 of 6 figures match their source. 1 of 1 claims supported: …" */
export function passedWords(text: Snapshot, facts: readonly Fact[]): string {
  const uses = usesOf(text.doc);
  const bad = new Set(
    text.checks.flatMap((check) => (check.severity === 'settle' && check.factId ? [check.factId] : [])),
  );
  const used = (kind: Fact['kind']) => facts.filter((fact) => fact.kind === kind && uses.has(fact.id));
  const part = (list: readonly Fact[], name: string) => {
    const good = list.filter((fact) => !bad.has(fact.id)).length;
    return list.length === 0 ? [] : [`${good} of ${counted(list.length, name)}`];
  };
  const quotes = used('quote');
  const figures = used('figure');
  const parts = [...part(quotes, 'quotation'), ...part(figures, 'figure')];
  const claims = facts.filter((fact) => fact.kind === 'claim');
  const supported = claims.filter((fact) => fact.verdict === 'supported');
  const computed = supported.find((fact) => fact.computed)?.computed;
  return [
    parts.length > 0
      ? `${parts.join(' and ')} ${quotes.length + figures.length === 1 ? 'matches its' : 'match their'} source.`
      : '',
    claims.length > 0
      ? `${supported.length} of ${counted(claims.length, 'claim')} supported by the article’s figures${computed ? `: ${workingWords(computed)}` : ''}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The way out of a banner that is too low, next to what was found. */
function RaiseBanner() {
  const bench = useWorkbench();
  const text = useTextLater();
  const raised = text ? bannerBelow(text.doc)?.raised : undefined;
  if (raised === undefined) return null;
  return (
    <button
      type="button"
      className="link way-out"
      onClick={(event) => {
        // The finding goes, and the focus with it: what holds the list keeps it.
        event.currentTarget.closest<HTMLElement>('[tabindex="0"], dialog')?.focus();
        bench.text.get().editor?.setBanner(raised);
        bench.say(`Banner: ${raised}.`);
      }}
    >
      Raise the banner to {raised}
    </button>
  );
}

export function Findings({ checks, label }: { checks: readonly Check[]; label: string }) {
  const bench = useWorkbench();
  if (checks.length === 0) return null;
  return (
    <section>
      <h3 className="findings-head">
        {label} <span className="count">{checks.length}</span>
      </h3>
      <ul className="findings">
        {checks.map((check) => (
          <li key={check.id}>
            <Icon
              of={check.severity === 'settle' ? TriangleAlert : CircleAlert}
              className={check.severity === 'settle' ? 's-bad' : 's-warn'}
            />
            <b>{check.title}</b>
            <p>{check.detail}</p>
            <button type="button" className="link" onClick={() => goToCheck(bench, check)}>
              {check.severity === 'settle' ? 'Settle' : 'Go to'}
              <span className="sr">: {check.title}</span>
            </button>
            {check.kind === 'banner-below-portion' && <RaiseBanner />}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Passed() {
  const { facts } = useSession();
  const text = useTextLater();
  const words = text && passedWords(text, facts);
  if (!words) return null;
  return (
    <p className="passed">
      <Icon of={CircleCheck} size="s" className="s-ok" />
      <span>{words}</span>
    </p>
  );
}

export function Checks() {
  const text = useTextLater();
  const checks = text?.checks ?? [];
  return (
    <div className="scroll checks" role="region" aria-label="Checks" tabIndex={0}>
      {checks.every((check) => check.severity !== 'settle') && <p className="checks-none">Nothing to settle.</p>}
      <Findings label="To settle" checks={checks.filter((check) => check.severity === 'settle')} />
      <Findings label="Worth a look" checks={checks.filter((check) => check.severity === 'look')} />
      <Passed />
    </div>
  );
}
