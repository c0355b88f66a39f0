// Tests of links.
import { describe, expect, it } from 'vitest';
import { isSafeAddress, linkAtCaret, setLink } from '../../../../renderer/editor/commands/links.ts';
import { apply, doc, link, p, stateOf, strong } from '../../../builders.ts';

const marl = 'https://marl.example/dues';
const board = 'https://board.example/';

describe('a link', () => {
  it('is set on the words selected, and needs some', () => {
    apply(doc(p('<from>one<to> two')), setLink(marl), doc(p(link(marl, 'one'), ' two')));
    apply(doc(p('o<cursor>ne')), setLink(marl), null);
  });

  it('at the caret is changed and taken away whole, across other marks', () => {
    apply(
      doc(p('a ', link(marl, 'on<cursor>e', strong('two')))),
      setLink(board),
      doc(p('a ', link(board, 'one', strong('two')))),
    );
    apply(doc(p('a ', link(marl, 'on<cursor>e', strong('two')))), setLink(null), doc(p('a one', strong('two'))));
  });

  it('is the one at the caret, not its neighbour', () => {
    const state = stateOf(doc(p(link(board, 'board'), link(marl, 'ma<cursor>rl'), ' end')));
    expect(linkAtCaret(state)?.href).toBe(marl);
    expect(linkAtCaret(stateOf(doc(p(link(marl, 'marl'), ' e<cursor>nd'))))).toBe(null);
  });

  it('leads to the web or to mail, nowhere else', () => {
    const safe = [marl, 'http://marl.example', 'mailto:board@marl.example'];
    const unsafe = [
      'javascript:alert(1)',
      'file:///etc/hosts',
      ' https://marl.example',
      'https://a b',
      '//marl.example',
      '',
    ];
    expect(safe.filter(isSafeAddress)).toEqual(safe);
    expect(unsafe.filter(isSafeAddress)).toEqual([]);
    apply(doc(p('<from>one<to>')), setLink('javascript:alert(1)'), null);
  });
});
