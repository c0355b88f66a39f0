// The acceptances in a file: they come back as they were given, and fields of a newer version with them.
import { expect, test } from 'vitest';
import { acceptancesOf, withAcceptance } from '../../shared/check/acceptance.ts';
import { writeBrief } from '../../shared/file/write.ts';
import { APP, readWhole, sampleBriefing } from './sample.ts';

const acceptance = {
  key: 'unsourced-figure:12 ships:0123456789abcdef',
  reason: 'Counted by us: “twelve”, not more.',
  author: 'Ida Moss',
  at: '2031-05-07T09:24:00.000Z',
};

test('an acceptance comes back from a file as it was given, and one of a newer version with all its fields', () => {
  const briefing = sampleBriefing();
  const settings = withAcceptance(withAcceptance(briefing.settings, acceptance), {
    ...acceptance,
    key: 'no-banner:banner:0',
    seenBy: ['Cy Dell'],
  });
  const bytes = writeBrief({ ...briefing, settings }, { app: APP });
  const read = readWhole(bytes);
  expect(read.codes).toEqual([]);
  expect(read.briefing.settings).toEqual(settings);
  expect(acceptancesOf(read.briefing.settings)).toEqual([
    acceptance,
    { ...acceptance, key: 'no-banner:banner:0', seenBy: ['Cy Dell'] },
  ]);
  expect(writeBrief(read.briefing, { app: APP })).toEqual(bytes);
});

test('a list of acceptances that is damaged takes nothing with it', () => {
  const briefing = sampleBriefing();
  const settings = { ...briefing.settings, accepted: [acceptance, null, 7, { key: '' }] };
  const read = readWhole(writeBrief({ ...briefing, settings }, { app: APP }));
  expect(acceptancesOf(read.briefing.settings)).toEqual([acceptance]);
  expect(read.briefing.settings['accepted']).toEqual(settings.accepted);
});
