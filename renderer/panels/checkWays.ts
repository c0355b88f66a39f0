// CheckWays: what can be done about a finding, each way with what it would do; the cards and the list of checks show the same.
import type { Article } from '../../shared/article/article.ts';
import { paragraphNumber } from '../../shared/briefing/queries.ts';
import { periodWords } from '../../shared/briefing/dateWords.ts';
import { attributionText } from '../../shared/briefing/quotationText.ts';
import type { Check, CheckKind } from '../../shared/check/check.ts';
import { linkCandidates } from '../../shared/check/linkCandidates.ts';
import type { CommandId } from '../../shared/commands.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Settlement } from '../editor/editor.ts';
import {
  Brackets,
  Calendar,
  Check as Tick,
  Hash,
  Link,
  RotateCcw,
  Unlink,
  UserRound,
  type LucideIcon,
} from '../ui/icons.ts';
import { marked, restored, type PreviewPart } from './ways.ts';
import { factNote, sourceWords, workingWords } from './words.ts';

export type Act =
  | { readonly kind: 'settle'; readonly how: Settlement }
  | { readonly kind: 'link'; readonly factId: string }
  /** Another figure is asked for. */
  | { readonly kind: 'pick' }
  | { readonly kind: 'command'; readonly id: CommandId };

export interface Way {
  readonly key: string;
  readonly act: Act;
  readonly title: string;
  readonly button: string;
  readonly icon: LucideIcon;
  readonly preview: readonly PreviewPart[];
  /** The command that does the same from the text. */
  readonly command?: CommandId;
}

export interface WaysInput {
  readonly check: Check;
  readonly fact: Fact | null;
  readonly facts: readonly Fact[];
  readonly articles: readonly Article[];
  /** The words stand in a sentence of ours, so nothing is missing at their edges. */
  readonly fragment: boolean;
  /** Whether a way would do something now. */
  readonly can: (how: Settlement) => boolean;
}

/** What a finding says, with its computation as people read it. */
export function detailOf({ kind, detail }: Pick<Check, 'kind' | 'detail'>): string {
  return kind === 'contradicted-claim' ? workingWords(detail) : detail;
}

/** Figures of an equal value that are offered by name. */
const MOST_LINKS = 2;

const plain = (text: string): PreviewPart[] => [{ text, strong: false }];
const strong = (text: string): PreviewPart[] => [{ text, strong: true }];

type Settling = Pick<Way, 'title' | 'button' | 'icon' | 'preview'> & Partial<Pick<Way, 'command'>>;

function settling({ check, fact, fragment }: WaysInput): Readonly<Record<Settlement, Settling>> {
  const changes = check.diff ?? [];
  const figure = check.kind === 'altered-figure';
  const words = fact && figure ? strong(fact.text) : changes.length > 0 ? restored(changes) : null;
  const speaker = fact?.kind === 'quote' ? attributionText(fact) : '';
  const period = fact?.kind === 'figure' && fact.period !== null ? periodWords(fact.period) : '';
  return {
    restore: {
      title: 'Restore the source’s words',
      button: 'Restore',
      icon: RotateCcw,
      preview: words ?? plain('The words of the source again.'),
      command: 'restoreWords',
    },
    paraphrase: {
      title: 'Make it a paraphrase',
      button: 'Make it a paraphrase',
      icon: Unlink,
      preview: plain('The quotation marks go. The citation stays.'),
      command: 'makeParaphrase',
    },
    markCuts: {
      title: 'Keep, and mark the cuts',
      button: 'Mark the cuts',
      icon: Brackets,
      preview: changes.length > 0 ? marked(changes, { fragment }) : plain('Cuts become “…”, additions “[ ]”.'),
      command: 'markCuts',
    },
    own: {
      title: 'This number is my own',
      button: 'It is my own',
      icon: Tick,
      preview: plain(figure ? 'Its tie to the source goes. The words stay.' : 'It needs no source. The words stay.'),
      command: 'ownNumber',
    },
    speaker: {
      title: 'Give it to its speaker',
      button: 'Name the speaker',
      icon: UserRound,
      preview: strong(speaker),
    },
    period: { title: 'Restore the period', button: 'Restore the period', icon: Calendar, preview: strong(period) },
    uncite: {
      title: 'Remove the citation',
      button: 'Remove the citation',
      icon: Unlink,
      preview: plain('The words stay.'),
    },
  };
}

const SETTLE: Readonly<Partial<Record<CheckKind, readonly Settlement[]>>> = {
  'altered-quotation': ['restore', 'paraphrase', 'markCuts'],
  'altered-figure': ['restore', 'own'],
  'sense-changing-cut': ['restore', 'paraphrase'],
  'source-not-located': ['paraphrase', 'uncite'],
  'misattributed-quotation': ['speaker'],
  'missing-attribution': ['speaker'],
  'changed-period': ['period'],
  'unsourced-figure': ['own'],
};

function links({ check, facts, articles }: WaysInput): Way[] {
  const { same } = linkCandidates(check.about?.words ?? '', facts);
  const some: Way[] = same.slice(0, MOST_LINKS).map((fact) => {
    const article = articles.find(({ id }) => id === fact.articleId);
    const place = [sourceWords(article), article && `¶${paragraphNumber(article, fact)}`].filter(Boolean).join(', ');
    return {
      key: fact.id,
      act: { kind: 'link', factId: fact.id },
      title: `Link to ${fact.text.replace(/\s+/gu, ' ')}`,
      button: 'Link',
      icon: Hash,
      preview: plain(`${factNote(fact)}. ${place}`),
    };
  });
  const any = facts.some((fact) => fact.kind === 'figure' && !fact.dismissed);
  const pick: Way = {
    key: 'pick',
    act: { kind: 'pick' },
    title: some.length > 0 ? 'Link to another figure…' : 'Link to a source figure…',
    button: 'Link…',
    icon: Link,
    preview: plain('It gets its source, with a citation.'),
    command: 'linkFigure',
  };
  return any ? [...some, pick] : some;
}

const COMMANDS: Readonly<Partial<Record<CheckKind, { id: CommandId; title: string }>>> = {
  'no-banner': { id: 'banner', title: 'Set a banner' },
  'over-length': { id: 'lengthLimit', title: 'Change the limit' },
};

/** The ways out of a finding that would do something now, in the order of their keys 1, 2, 3. */
export function waysOut(input: WaysInput): Way[] {
  const { check } = input;
  const all = settling(input);
  const settled = (SETTLE[check.kind] ?? [])
    .filter((how) => input.can(how))
    .map((how): Way => ({ key: how, act: { kind: 'settle', how }, ...all[how] }));
  const command = COMMANDS[check.kind];
  const asked: Way[] = command
    ? [
        {
          key: command.id,
          act: { kind: 'command', id: command.id },
          title: command.title,
          button: command.title,
          icon: Tick,
          preview: [],
        },
      ]
    : [];
  return [...(check.kind === 'unsourced-figure' ? links(input) : []), ...settled, ...asked];
}
