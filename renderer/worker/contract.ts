// Contract between the window and its worker: the requests, their answers, and a briefing as it crosses between them.
import type { Article } from '../../shared/article/article.ts';
import type { Outcome, Result } from '../../shared/base/result.ts';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import type { LeaveOut } from '../../shared/briefing/fillings.ts';
import type { Settings } from '../../shared/briefing/briefing.ts';
import type { Template } from '../../shared/briefing/template.ts';
import type { ExportChoices, Leaving } from '../../shared/briefing/exportChoices.ts';
import type { HouseStylePreview } from '../../shared/export/houseStyle.ts';
import type { PageLength } from '../../shared/export/length.ts';
import type { Fact, Facts } from '../../shared/facts/fact.ts';
import type { PrintPage } from '../../shared/printPage.ts';

export type { HouseStylePreview, PageLength };

/** The original bytes of articles, by article id. */
export type Sources = readonly (readonly [articleId: string, bytes: Uint8Array])[];

/** Every picture of a briefing, by name. Bytes are null for one that the worker has been given; from the worker never. */
export type Media = readonly (readonly [name: string, bytes: Uint8Array | null])[];

/** A Briefing without what cannot be cloned: the document as its JSON, sources and media as pairs. */
export interface BriefingParts {
  readonly doc: unknown;
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly annotations: readonly Annotation[];
  readonly settings: Settings;
  readonly unknown?: Readonly<Record<string, unknown>>;
  /**
   * To the worker: only those it has not been given yet (it keeps them, so that a backup never copies them again).
   * From the worker: all.
   */
  readonly sources: Sources;
  readonly media: Media;
}

/**
 * What the count of pages needs. Blocks by number, each a top-level block of the document that stays the same as long as it
 * has the same number; `fresh` brings those that the worker has not been given. Null or absent: as in the parcel before.
 */
export interface LengthParcel {
  /** Attributes of the document. */
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly blocks: readonly number[];
  readonly fresh: readonly (readonly [id: number, block: unknown])[];
  readonly articles: readonly Article[] | null;
  readonly facts: readonly Fact[] | null;
  readonly settings: Settings;
  readonly media: Media;
  /** The file of the house style, or null when there is none. */
  readonly houseStyle?: Uint8Array | null;
}

export interface Imported {
  readonly article: Article;
  readonly facts: Facts;
  readonly source: Uint8Array;
}

export interface Exported {
  readonly bytes: Uint8Array;
  /** What the document holds, by kind: `quotations`, `figures`, `comments`, `footnotes` ... */
  readonly contents: Readonly<Record<string, number>>;
  readonly draft: boolean;
}

/** Every request: what is asked and what is answered. */
export interface Requests {
  /** An article and its facts, out of bytes. `today` (`YYYY-MM-DD`) is for relative dates of an article without a date. */
  importArticle: {
    ask: { readonly name: string; readonly bytes: Uint8Array; readonly today: string };
    answer: Result<Outcome<Imported>>;
  };
  prefill: {
    ask: {
      readonly articles: readonly Article[];
      readonly facts: readonly Facts[];
      readonly sources: Sources;
      readonly template: Template;
      /** `YYYY-MM-DD`. */
      readonly date: string;
      readonly banner: string | null;
      readonly author: string;
      readonly language: string;
      /** ISO 8601 instant. */
      readonly now: string;
      readonly leaveOut?: LeaveOut;
    };
    answer: Outcome<BriefingParts>;
  };
  /** The facts of articles as they are read now, in their order. `today` as for `importArticle`. */
  readFacts: {
    ask: { readonly articles: readonly Article[]; readonly today: string };
    answer: readonly Facts[];
  };
  /** The bytes of a .brief. */
  write: { ask: { readonly briefing: BriefingParts; readonly app: string }; answer: Uint8Array };
  read: {
    ask: { readonly bytes: Uint8Array };
    answer: Result<Outcome<BriefingParts & { readonly readOnly: boolean }>>;
  };
  exportWord: {
    ask: {
      readonly briefing: BriefingParts;
      readonly now: string;
      /** Minutes east of UTC, for the times of comments. */
      readonly offsetMinutes: number;
      readonly copy: 'annotated' | 'clean';
      readonly choices: ExportChoices;
      /** The file of a house style; null or absent for the template's own style. */
      readonly houseStyle?: Uint8Array | null;
    };
    answer: Result<Outcome<Exported>>;
  };
  /** What the Word document in `bytes` would do to an export; messages tell what of it is left out. */
  describeHouseStyle: {
    ask: { readonly bytes: Uint8Array };
    answer: Result<Outcome<HouseStylePreview>>;
  };
  /** What the Word file will hold of persons and sources. */
  leaving: {
    ask: { readonly briefing: BriefingParts; readonly choices: ExportChoices };
    answer: Result<Leaving>;
  };
  /** How many pages the briefing has in Word; null when the parcel takes for given what this worker was never given. */
  pageLength: { ask: LengthParcel; answer: PageLength | null };
  /** The clean copy as a page that the host prints. */
  exportPage: {
    ask: { readonly briefing: BriefingParts; readonly now: string };
    answer: Result<Outcome<Omit<Exported, 'bytes'> & { readonly page: PrintPage }>>;
  };
}

export type RequestName = keyof Requests;
export type Ask<K extends RequestName> = Requests[K]['ask'];
export type Answer<K extends RequestName> = Requests[K]['answer'];

/** What the window can ask of its worker. A rejection is a fault of the program, never of the input. */
export type Work = { readonly [K in RequestName]: (ask: Ask<K>) => Promise<Answer<K>> };

/** Messages as they are posted; `id` pairs an answer with its request. */
export type Posted = {
  readonly [K in RequestName]: { readonly id: number; readonly name: K; readonly ask: Ask<K> };
}[RequestName];
export type Returned =
  { readonly id: number; readonly answer: Answer<RequestName> } | { readonly id: number; readonly fault: string };
