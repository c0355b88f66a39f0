// Checks: every finding about the briefing, what is to settle first, and what passed.
import { useId, useRef } from 'react';
import { bannerBelow } from '../../shared/check/bannerRules.ts';
import type { Check as Finding } from '../../shared/check/check.ts';
import type { Snapshot } from '../editor/editor.ts';
import { usesOf } from '../../shared/briefing/queries.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { Icon } from '../ui/icon.tsx';
import { Check, CircleAlert, CircleCheck, TriangleAlert } from '../ui/icons.ts';
import type { Workbench } from '../workbench.ts';
import { AcceptButton, AcceptField } from './acceptField.tsx';
import { detailOf } from './checkWays.ts';
import { standsBeside } from './marginItems.ts';
import { useSession, useTextLater, useWorkbench } from './use.ts';
import { useWays } from './useWays.ts';
import { agoWords, counted, workingWords } from './words.ts';

/** Leads to a finding: its card when it has one, else its place. */
export function goToCheck(bench: Workbench, check: Finding): void {
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
    // What was accepted still differs.
    [...text.checks, ...text.accepted.map(({ check }) => check)].flatMap((check) =>
      check.severity === 'settle' && check.factId ? [check.factId] : [],
    ),
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
      className="link"
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

export function Findings({ checks, label }: { checks: readonly Finding[]; label: string }) {
  const bench = useWorkbench();
  const { facts } = useSession();
  const ways = useWays();
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  if (checks.length === 0) return null;
  /** The finding goes, and the focus with it: what holds the list keeps it. */
  const keepFocus = () => list.current?.closest<HTMLElement>('[tabindex="0"], dialog')?.focus();
  return (
    <section aria-labelledby={id}>
      <h3 className="findings-head" id={id}>
        {label} <span className="count">{checks.length}</span>
      </h3>
      <ul className="findings" ref={list}>
        {checks.map((check) => (
          <li key={check.id} data-check={check.id}>
            <Icon
              of={check.severity === 'settle' ? TriangleAlert : CircleAlert}
              className={check.severity === 'settle' ? 's-bad' : 's-warn'}
            />
            <b>{check.title}</b>
            <p>{detailOf(check)}</p>
            <button type="button" className="link" onClick={() => goToCheck(bench, check)}>
              {check.severity === 'settle' ? 'Settle' : 'Go to'}
              <span className="sr">: {check.title}</span>
            </button>
            <div className="finding-ways">
              {check.kind === 'banner-below-portion' && <RaiseBanner />}
              {ways.of(check, facts.find((fact) => fact.id === check.factId) ?? null).map((way) => (
                <button
                  key={way.key}
                  type="button"
                  className="link"
                  onClick={() => {
                    if (ways.go(check, way)) keepFocus();
                  }}
                >
                  {way.act.kind === 'link' ? way.title : way.button}
                  <span className="sr">: {check.title}</span>
                </button>
              ))}
              <AcceptButton check={check} named />
            </div>
            <AcceptField check={check} onDone={keepFocus} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was let stand: with the reason, who gave it and when; folded unless `open`. */
export function Accepted({ open = false }: { open?: boolean }) {
  const bench = useWorkbench();
  const accepted = useTextLater()?.accepted ?? [];
  if (accepted.length === 0) return null;
  const now = new Date(bench.session.context().now());
  return (
    <details className="accepted" open={open}>
      <summary className="findings-head">
        Accepted <span className="count">{accepted.length}</span>
      </summary>
      <ul className="findings">
        {accepted.map((one) => (
          <li key={one.check.id}>
            <Icon of={Check} className="s-none" />
            <b>{one.check.title}</b>
            <p className="accepted-reason">{one.acceptance.reason}</p>
            <p>
              {one.acceptance.author && `${one.acceptance.author}. `}
              <time className="num" dateTime={one.acceptance.at}>
                {agoWords(one.acceptance.at, now)}
              </time>
            </p>
            <button
              type="button"
              className="link"
              onClick={(event) => {
                event.currentTarget.closest<HTMLElement>('[tabindex="0"], dialog')?.focus();
                bench.reopenCheck(one);
              }}
            >
              Take back<span className="sr">: {one.check.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
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
      <Accepted />
      <Passed />
    </div>
  );
}
