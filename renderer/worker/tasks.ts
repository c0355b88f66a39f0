// What the worker does for each request; plain functions, so that tests call them without a worker.
import { Node } from 'prosemirror-model';
import { importArticle } from '../../shared/article/importArticle.ts';
import { fail, ok, outcome } from '../../shared/base/result.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { prefill } from '../../shared/briefing/prefill.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { optionsOf } from '../../shared/briefing/exportChoices.ts';
import { describeHouseStyle, readHouseStyle } from '../../shared/export/houseStyle.ts';
import { whatLeaves } from '../../shared/export/leaving.ts';
import { toPrintPage } from '../../shared/export/printPage.ts';
import { readBrief } from '../../shared/file/read.ts';
import { writeBrief } from '../../shared/file/write.ts';
import type { BriefingParts, Media, Sources, Work } from './contract.ts';
import { createPageLengthTask } from './pageLength.ts';

/** The tasks of one worker, which keeps the bytes of every source and every picture it has seen. */
export function createTasks(): Work {
  const kept = new Map<string, Uint8Array>();
  const keptMedia = new Map<string, Uint8Array>();
  const pageLength = createPageLengthTask();

  function keep(sources: Sources): void {
    for (const [id, bytes] of sources) kept.set(id, bytes);
  }
  function sourcesOf(articleIds: readonly string[]): Map<string, Uint8Array> {
    return new Map(
      articleIds.flatMap((id) => {
        const bytes = kept.get(id);
        return bytes ? [[id, bytes] as const] : [];
      }),
    );
  }
  /** The pictures of one briefing: only those it names, for what was seen of another is not its own. */
  function mediaOf(media: Media): Map<string, Uint8Array> {
    for (const [name, bytes] of media) if (bytes) keptMedia.set(name, bytes);
    return new Map(
      media.flatMap(([name]) => {
        const bytes = keptMedia.get(name);
        return bytes ? [[name, bytes] as const] : [];
      }),
    );
  }
  function whole(parts: BriefingParts): Briefing {
    keep(parts.sources);
    return {
      doc: Node.fromJSON(schema, parts.doc),
      articles: parts.articles,
      sources: sourcesOf(parts.articles.map((article) => article.id)),
      media: mediaOf(parts.media),
      facts: parts.facts,
      annotations: parts.annotations,
      settings: parts.settings,
      ...(parts.unknown ? { unknown: parts.unknown } : {}),
    };
  }
  function parts(briefing: Briefing): BriefingParts {
    return {
      doc: briefing.doc.toJSON() as unknown,
      articles: briefing.articles,
      facts: briefing.facts,
      annotations: briefing.annotations,
      settings: briefing.settings,
      sources: [...briefing.sources],
      media: [...briefing.media],
      ...(briefing.unknown ? { unknown: briefing.unknown } : {}),
    };
  }

  return {
    importArticle: async ({ name, bytes, today }) => {
      const imported = importArticle(bytes, { name });
      if (!imported.ok) return imported;
      const article = imported.value.value;
      const facts = extractFacts(article, { today });
      return ok(
        outcome({ article, facts: facts.value, source: bytes }, [...imported.value.messages, ...facts.messages]),
      );
    },

    prefill: async (ask) => {
      keep(ask.sources);
      const made = prefill({ ...ask, sources: sourcesOf(ask.articles.map((article) => article.id)) });
      return outcome(parts(made.value), made.messages);
    },

    readFacts: async ({ articles, today }) => articles.map((article) => extractFacts(article, { today }).value),

    write: async ({ briefing, app }) => writeBrief(whole(briefing), { app }),

    read: async ({ bytes }) => {
      const read = readBrief(bytes);
      if (!read.ok) return read;
      const { briefing, readOnly } = read.value.value;
      return ok(outcome({ ...parts(briefing), readOnly }, read.value.messages));
    },

    exportWord: async ({ briefing, now, offsetMinutes, copy, choices, houseStyle: file }) => {
      try {
        const read = file ? readHouseStyle(file) : null;
        if (read?.ok === false) return read;
        // What of it is left out was told when it was chosen.
        const houseStyle = read ? { houseStyle: read.value.value } : {};
        const options = { now, offsetMinutes, copy, ...optionsOf(choices), ...houseStyle };
        const made = await toDocx(whole(briefing), options);
        return ok(outcome({ ...made.value, contents: { ...made.value.contents } }, made.messages));
      } catch (fault) {
        return fail('export-failed', fault instanceof Error ? fault.message : String(fault));
      }
    },

    describeHouseStyle: async ({ bytes }) => describeHouseStyle(bytes),

    leaving: async ({ briefing, choices }) => {
      try {
        return ok(whatLeaves(whole(briefing), choices));
      } catch (fault) {
        return fail('export-failed', fault instanceof Error ? fault.message : String(fault));
      }
    },

    pageLength: async (ask) => pageLength(ask),

    exportPage: async ({ briefing, now }) => {
      try {
        const made = toPrintPage(whole(briefing), { now });
        return ok(outcome({ ...made.value, contents: { ...made.value.contents } }, made.messages));
      } catch (fault) {
        return fail('export-failed', fault instanceof Error ? fault.message : String(fault));
      }
    },
  };
}
