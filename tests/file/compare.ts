// comparable: a briefing as plain data, so that two can be compared and a difference be read (sources are taken for UTF-8).
import type { Briefing } from '../../shared/briefing/briefing.ts';

export function comparable(briefing: Briefing) {
  return {
    ...briefing,
    doc: briefing.doc.toJSON() as unknown,
    media: Object.fromEntries([...briefing.media].sort().map(([name, bytes]) => [name, [...bytes]])),
    sources: Object.fromEntries(
      [...briefing.sources].sort().map(([id, bytes]) => [id, new TextDecoder().decode(bytes)]),
    ),
  };
}
