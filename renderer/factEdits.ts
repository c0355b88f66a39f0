// FactEdits: what the analyst does to facts: status, corrections, added and dismissed ones; each can be taken back.
import type { Article } from '../shared/article/article.ts';
import { fail, ok, type Result } from '../shared/base/result.ts';
import { addedFact, type AddedKind } from '../shared/facts/adding.ts';
import { asRead, claimsAfter, correctFact, correctSpan, isAdded, type FactChange } from '../shared/facts/correction.ts';
import type { Fact, Status } from '../shared/facts/fact.ts';
import type { Span } from '../shared/text/span.ts';
import type { TakeBack } from './takeBack.ts';

/** What it needs of the session. */
export interface FactsPort {
  facts(): readonly Fact[];
  articles(): readonly Article[];
  /** Puts other facts in their place; a change of the briefing. */
  set(facts: readonly Fact[]): void;
  author(): string;
  /** ISO 8601 instant. */
  now(): string;
  newId(): string;
}

export interface FactEdits {
  setStatus(id: string, status: Status): TakeBack;
  setDismissed(id: string, dismissed: boolean): TakeBack;
  /** Sets what was read wrongly, with `span` the words too; throws RangeError for a value that the kind of fact cannot have. */
  correct(id: string, change: FactChange, span?: Span): TakeBack;
  /** Sets the words that a fact covers. Failure: `no-words`, `gone`. */
  cover(id: string, span: Span): Result<TakeBack>;
  /** Puts the fact back as it was read; one that was added is left as it is. */
  putBack(id: string): TakeBack;
  /** Adds a fact that was missed. Failures: those of addedFact, and `gone` for an article that is not there. */
  add(kind: AddedKind, articleId: string, span: Span): Result<{ readonly fact: Fact; readonly takeBack: TakeBack }>;
}

const nothing: TakeBack = () => undefined;

export function createFactEdits(port: FactsPort): FactEdits {
  const who = () => ({ by: port.author(), at: port.now() });

  /** Puts `next` in place; answers how to bring back those that are now other objects. */
  function put(next: readonly Fact[]): TakeBack {
    const before = new Map(port.facts().map((fact) => [fact.id, fact]));
    const touched = next.filter((fact) => before.get(fact.id) !== fact).map(({ id }) => id);
    if (touched.length === 0) return nothing;
    port.set(next);
    return () => {
      const back = new Set(touched);
      port.set(
        port.facts().flatMap((fact) => {
          if (!back.has(fact.id)) return [fact];
          const old = before.get(fact.id);
          return old ? [old] : [];
        }),
      );
    };
  }
  function change(id: string, edit: (fact: Fact) => Fact): TakeBack {
    return put(port.facts().map((fact) => (fact.id === id ? edit(fact) : fact)));
  }

  return {
    setStatus: (id, status) => change(id, (fact) => (fact.status === status ? fact : { ...fact, status })),
    setDismissed: (id, dismissed) =>
      change(id, (fact) => (fact.dismissed === dismissed ? fact : { ...fact, dismissed })),
    correct(id, set, span) {
      const next = port.facts().map((fact) => {
        if (fact.id !== id) return fact;
        const corrected = correctFact(fact, set, who());
        const article = port.articles().find((one) => one.id === fact.articleId);
        return (span && article && correctSpan(corrected, article, span, who())) ?? corrected;
      });
      return put(claimsAfter(next, id, who()));
    },
    cover(id, span) {
      const fact = port.facts().find((one) => one.id === id);
      const article = port.articles().find((one) => one.id === fact?.articleId);
      if (!fact || !article) return fail('gone', 'This fact is not in the briefing any more.');
      const covered = correctSpan(fact, article, span, who());
      if (!covered) return fail('no-words', 'Select some words of the source first.');
      return ok(change(id, () => covered));
    },
    putBack(id) {
      const next = port.facts().map((fact) => {
        if (fact.id !== id || isAdded(fact)) return fact;
        return asRead(fact) ?? fact;
      });
      return put(claimsAfter(next, id, who()));
    },
    add(kind, articleId, span) {
      const article = port.articles().find((one) => one.id === articleId);
      if (!article) return fail('gone', 'This source is not in the briefing any more.');
      const facts = port.facts();
      const made = addedFact(kind, article, span, { ...who(), facts, id: `added-${port.newId()}` });
      if (!made.ok) return made;
      return ok({ fact: made.value, takeBack: put([...facts, made.value]) });
    },
  };
}
