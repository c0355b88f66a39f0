// Compare: what differs between two versions is found in its section; what is the same is not told.
import { describe, expect, it } from 'vitest';
import { compareParts, countParts } from '../../../renderer/panels/compare.ts';
import type { BriefingParts } from '../../../renderer/worker/contract.ts';
import type { Annotation } from '../../../shared/briefing/annotation.ts';
import type { Node } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';
import { doc, p } from '../../builders.ts';

const heading = (words: string) => schema.nodes.heading.create({ level: 1 }, schema.text(words));
const parts = (node: Node, annotations: readonly Annotation[] = []): BriefingParts => ({
  doc: node.toJSON() as unknown,
  articles: [],
  facts: [],
  annotations,
  settings: { template: 'bluf-memorandum', author: 'Analyst', language: 'en-GB' },
  sources: [],
  media: [],
});
const note = (body: string, ...replies: string[]): Annotation => ({
  id: 'n1',
  author: 'Analyst',
  at: '2031-03-04T09:00:00Z',
  body,
  status: 'unverified',
  confidence: null,
  tags: [],
  replies: replies.map((words, index) => ({
    id: `r${index}`,
    author: 'Desk',
    at: '2031-03-04T09:00:00Z',
    body: words,
  })),
  resolved: false,
  export: false,
});
const told = (before: BriefingParts, after: BriefingParts) =>
  compareParts(before, after).map(({ where, changes }) => [
    where,
    changes.filter((change) => change.kind !== 'same').map((change) => `${change.kind} ${change.text.trim()}`),
  ]);

describe('compareParts', () => {
  const before = doc(heading('Issue'), p('The port is shut.'), heading('Timing'), p('Soon.'));

  it('says nothing of versions that are the same', () => {
    expect(told(parts(before, [note('x')]), parts(before, [note('x')]))).toEqual([]);
  });

  it('names the section of each change, in the order of the text', () => {
    const after = doc(heading('Issue'), p('The port is open.'), heading('Timing'), p('Soon.'), p('By May.'));
    expect(told(parts(before), parts(after))).toEqual([
      ['Issue', ['cut shut.', 'added open.']],
      ['Timing', ['added By May.']],
    ]);
  });

  it('tells of sections that came and went, those of the same name too', () => {
    const after = doc(heading('Issue'), p('The port is shut.'), heading('Issue'), p('New words.'));
    expect(told(parts(before), parts(after))).toEqual([
      ['Issue (2)', ['added New words.']],
      ['Timing', ['cut Soon.']],
    ]);
  });

  it('tells of notes and replies', () => {
    const gone = told(parts(before, [note('Ask', 'Asked.')]), parts(before, [note('Ask again', 'Asked.', 'Yes.')]));
    expect(gone).toEqual([
      ['Note', ['added again']],
      ['Reply', ['added Yes.']],
    ]);
  });

  it('counts words, notes and replies', () => {
    expect(countParts(parts(before, [note('Ask', 'a', 'b')]))).toEqual({ words: 9, notes: 1, replies: 2 });
  });
});
