// The marks of an edited paragraph: what was changed under a mark, or put in beside it, and where citations stay.
import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { schema } from '../../shared/briefing/schema.ts';
import { leafText } from '../../shared/sent/lines.ts';
import { mapMarks, originOf } from '../../shared/sent/mapMarks.ts';
import { br, cite, em, figure, own, p, quoted } from '../builders.ts';

/** The nodes as a drawing: marked words in brackets after the mark's initial, a citation as ^, a line break as /. */
function drawn(block: Node, text: string): string {
  const nodes = mapMarks(
    originOf([block], (leaf) => leafText(leaf, new Map())),
    text,
    schema.nodes.paragraph,
  );
  // Whatever comes out is content of a paragraph.
  schema.nodes.paragraph.createChecked(null, nodes);
  return nodes
    .map((node) => {
      if (node.type === schema.nodes.citation) return '^';
      if (node.type === schema.nodes.hardBreak) return '/';
      const marks = node.marks.map(({ type }) => type.name.charAt(0)).join('');
      return marks === '' ? (node.text ?? '') : `${marks}[${node.text ?? ''}]`;
    })
    .join('');
}

const SPOKE = p('She said “', quoted('q', 'we shall sell the old boats'), '” and left.', cite('a'));
const SHIPPED = p(
  'It shipped ',
  figure('f', '570'),
  ' tonnes, or ',
  figure('g', '12'),
  '% more.',
  cite('a'),
  ' So it went.',
);

describe('marks', () => {
  it.each([
    [
      'the same words',
      SPOKE,
      'She said “we shall sell the old boats” and left.',
      'She said “q[we shall sell the old boats]” and left.^',
    ],
    [
      'a word changed',
      SPOKE,
      'She said “we shall buy the old boats” and left.',
      'She said “q[we shall buy the old boats]” and left.^',
    ],
    [
      'a word taken out',
      SPOKE,
      'She said “we shall sell boats” and left.',
      'She said “q[we shall sell boats]” and left.^',
    ],
    [
      'a word put in',
      SPOKE,
      'She said “we shall not sell the old boats” and left.',
      'She said “q[we shall not sell the old boats]” and left.^',
    ],
    [
      'words put in before the closing mark',
      SPOKE,
      'She said “we shall sell the old boats soon” and left.',
      'She said “q[we shall sell the old boats soon]” and left.^',
    ],
    [
      'words put in behind the opening mark',
      SPOKE,
      'She said “well, we shall sell the old boats” and left.',
      'She said “q[well, we shall sell the old boats]” and left.^',
    ],
    [
      'words put in outside the marks',
      SPOKE,
      'She said now “we shall sell the old boats” and then left.',
      'She said now “q[we shall sell the old boats]” and then left.^',
    ],
    [
      'other marks',
      SPOKE,
      'She said "we shall sell the old boats" and left.',
      'She said "q[we shall sell the old boats]" and left.^',
    ],
    [
      'a digit changed',
      SHIPPED,
      'It shipped 571 tonnes, or 12% more. So it went.',
      'It shipped f[571] tonnes, or f[12]% more.^ So it went.',
    ],
    [
      'decimals put behind',
      SHIPPED,
      'It shipped 570.5 tonnes, or 12% more. So it went.',
      'It shipped f[570.5] tonnes, or f[12]% more.^ So it went.',
    ],
    [
      'thousands put before',
      SHIPPED,
      'It shipped 3,570 tonnes, or 12% more. So it went.',
      'It shipped f[3,570] tonnes, or f[12]% more.^ So it went.',
    ],
    [
      'a currency put before',
      SHIPPED,
      'It shipped $570 tonnes, or 12% more. So it went.',
      'It shipped f[$570] tonnes, or f[12]% more.^ So it went.',
    ],
    [
      'a word put before',
      SHIPPED,
      'It shipped about 570 tonnes, or 12% more. So it went.',
      'It shipped about f[570] tonnes, or f[12]% more.^ So it went.',
    ],
    [
      'a comma put behind',
      SHIPPED,
      'It shipped 570, tonnes, or 12% more. So it went.',
      'It shipped f[570], tonnes, or f[12]% more.^ So it went.',
    ],
    [
      'a figure taken out',
      SHIPPED,
      'It shipped tonnes, or 12% more. So it went.',
      'It shipped tonnes, or f[12]% more.^ So it went.',
    ],
    [
      'the last sentence taken out',
      SHIPPED,
      'It shipped 570 tonnes, or 12% more.',
      'It shipped f[570] tonnes, or f[12]% more.^',
    ],
    ['everything taken out', SHIPPED, '', '^'],
    ['everything replaced', p('Old ', em('words')), 'Nothing alike', 'Nothing e[alike]'],
    ['an own number and a line break', p('One', br(), own('73'), ' ports'), 'One\n73 big ports', 'One/o[73] big ports'],
    ['an accent apart', p(figure('f', 'cafe\u0301 9')), 'caf\u00e9 9', 'f[caf\u00e9 9]'],
  ])('%s', (_name, block, text, expected) => expect(drawn(block, text)).toBe(expected));
});
