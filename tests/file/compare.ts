// comparable: a briefing as plain data, so that two can be compared and a difference be read.
import type { Briefing } from '../../shared/briefing/briefing.ts';

export function comparable(briefing: Briefing) {
  return {
    ...briefing,
    doc: briefing.doc.toJSON() as unknown,
    sources: Object.fromEntries([...briefing.sources].map(([id, bytes]) => [id, [...bytes]])),
  };
}
