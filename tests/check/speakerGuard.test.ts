// Tests of the guard of speakers: names, their forms, offices and ranks; what it says, and where it holds its tongue.
import { describe, expect, it } from 'vitest';
import type { Fact, Speaker } from '../../shared/facts/fact.ts';
import { castOf, speakerFault } from '../../shared/check/speakerGuard.ts';
import { article, nameOf } from '../records.ts';

const NEWS = article(
  'Finance minister Ilse van Dorn met Tomas Eriksen Lund and Member of Parliament Ada Quist in Calder.',
);
const CAST: readonly Fact[] = [
  nameOf(NEWS, 'Ilse van Dorn', { role: 'Finance minister' }),
  nameOf(NEWS, 'Ada Quist', { role: 'Member of Parliament' }),
];
const context = { cast: castOf(CAST), beside: ['The Calder Post'] };

function speaker(name: string | null, role: string | null, over: Partial<Speaker> = {}): Speaker {
  return { start: 0, end: 0, text: name ?? role ?? '', name, role, resolved: name !== null, ...over };
}
const dorn = speaker('Ilse van Dorn', 'Finance minister');

describe('the same speaker', () => {
  it.each<[Speaker, string]>([
    [dorn, 'Ilse van Dorn, Finance minister'],
    [dorn, 'Van Dorn'],
    [dorn, 'Ms van Dorn'],
    [dorn, 'I. van Dorn'],
    [dorn, 'Ilse'],
    [dorn, 'The finance minister'],
    [dorn, 'Minister van Dorn, in Calder'],
    [dorn, 'Finance Minister Ilse van Dorn told the Calder Post'],
    [dorn, 'Calder’s finance minister'],
    [dorn, 'Minister of Finance Ilse van Dorn'],
    [dorn, 'Ilse van Dorn, a politician'],
    [speaker('Tomas Eriksen Lund', null), 'Eriksen Lund, a pilot'],
    [speaker('Tomas E. Lund', null), 'Tomas E. Lund'],
    [speaker('Ada Quist', 'Member of Parliament'), 'Ada Quist MP'],
    [speaker('Ada Quist', 'Member of Parliament'), 'The MP'],
    [speaker('Per Wahl', 'spokesman'), 'Per Wahl, spokesperson of the port'],
    [speaker('Per Wahl', 'chief executive'), 'CEO Per Wahl'],
    [speaker('Per Wahl', 'Premier'), 'Prime Minister Per Wahl'],
  ])('%j: %s', (who, line) => {
    expect(speakerFault(who, line, context)).toBeNull();
  });
});

describe('another speaker', () => {
  it.each<[Speaker, string, string]>([
    [dorn, 'Ada Quist', 'Ada Quist is named. The source says Ilse van Dorn, Finance minister.'],
    [dorn, 'Karl van Dorn', 'Karl van Dorn is named.'],
    [dorn, 'Ilse Maar', 'Ilse Maar is named.'],
    [dorn, 'Harbour Trust', 'Harbour Trust is named.'],
    [dorn, 'Ada Quist, for Ilse van Dorn', 'Ada Quist is named.'],
    [dorn, 'The foreign minister', 'The role differs.'],
    [dorn, 'The prime minister', 'The role differs.'],
    [dorn, 'Former finance minister Ilse van Dorn', 'The role differs.'],
    [dorn, 'Ilse van Dorn, deputy finance minister', 'The role differs.'],
    [dorn, 'Ilse van Dorn, mayor', 'The role differs.'],
    [speaker('Per Wahl', 'vice-president'), 'President Per Wahl', 'The role differs.'],
    [speaker(null, 'deputy mayor'), 'The mayor', 'The role differs. The source says deputy mayor.'],
  ])('%j: %s', (who, line, fault) => {
    expect(speakerFault(who, line, context)).toContain(fault);
  });
});

describe('where it cannot be told', () => {
  it.each<[string, Speaker, string]>([
    ['the source gives no role', speaker('Per Wahl', null), 'The mayor'],
    ['the source names nobody', speaker(null, 'deputy mayor'), 'Per Wahl, deputy mayor'],
    ['the source leaves a choice', speaker('Per Wahl', 'pilot', { resolved: false }), 'Ada Quist'],
    ['the line names nobody', dorn, 'In an interview with The Calder Post on Monday'],
    ['the line is a wide word', dorn, 'A senior official'],
  ])('nothing is said: %s', (_, who, line) => {
    expect(speakerFault(who, line, context)).toBeNull();
  });
});
