// Judgements: what the analyst decides about findings and sources: acceptances, reliability, credibility; each can be taken back.
import type { Article, Reliability } from '../shared/article/article.ts';
import type { Settings } from '../shared/briefing/briefing.ts';
import { accept, acceptancesOf, withAcceptance, withoutAcceptance } from '../shared/check/acceptance.ts';
import type { Check } from '../shared/check/check.ts';
import type { Credibility } from '../shared/facts/admiralty.ts';
import type { Fact } from '../shared/facts/fact.ts';
import type { TakeBack } from './takeBack.ts';

/** What it needs of the session. */
export interface JudgementsPort {
  settings(): Settings | null;
  articles(): readonly Article[];
  facts(): readonly Fact[];
  /** Puts others in their place; a change of the briefing. */
  set(change: { settings?: Settings; articles?: readonly Article[]; facts?: readonly Fact[] }): void;
  author(): string;
  /** ISO 8601 instant. */
  now(): string;
}

export interface Judgements {
  /** Lets a finding stand; null when it cannot be accepted. Throws RangeError for a reason that says nothing. */
  accept(check: Pick<Check, 'kind' | 'about'>, reason: string): TakeBack | null;
  /** Opens an accepted finding again, by the key of its acceptance. */
  reopen(key: string): TakeBack;
  setReliability(articleId: string, reliability: Reliability | null): TakeBack;
  setCredibility(factId: string, credibility: Credibility | null): TakeBack;
}

export function createJudgements(port: JudgementsPort): Judgements {
  /** Puts the acceptance of `key` back as `before` has it; those of others stay as they are by now. */
  function restore(key: string, before: Settings): TakeBack {
    return () => {
      const settings = port.settings();
      if (!settings) return;
      const old = acceptancesOf(before).find((one) => one.key === key);
      port.set({ settings: old ? withAcceptance(settings, old) : withoutAcceptance(settings, key) });
    };
  }
  function setOfArticle(id: string, reliability: Reliability | null): void {
    port.set({ articles: port.articles().map((one) => (one.id === id ? { ...one, reliability } : one)) });
  }
  function setOfFact(id: string, credibility: Credibility | null): void {
    port.set({ facts: port.facts().map((one) => (one.id === id ? { ...one, credibility } : one)) });
  }
  return {
    accept(check, reason) {
      const before = port.settings();
      const next = before && accept(before, check, { reason, author: port.author(), at: port.now() });
      if (!before || !next) return null;
      port.set({ settings: next });
      const key = acceptancesOf(next).at(-1)?.key ?? '';
      return restore(key, before);
    },
    reopen(key) {
      const before = port.settings();
      if (!before) return () => undefined;
      port.set({ settings: withoutAcceptance(before, key) });
      return restore(key, before);
    },
    setReliability(articleId, reliability) {
      const old = port.articles().find(({ id }) => id === articleId)?.reliability ?? null;
      setOfArticle(articleId, reliability);
      return () => setOfArticle(articleId, old);
    },
    setCredibility(factId, credibility) {
      const old = port.facts().find(({ id }) => id === factId)?.credibility ?? null;
      setOfFact(factId, credibility);
      return () => setOfFact(factId, old);
    },
  };
}
