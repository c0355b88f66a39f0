// Tests of reading a pasted element's style.
import { describe, expect, it } from 'vitest';
import { boldness, hasLine, isHidden, isItalic, readDeclarations } from '../../../../renderer/editor/paste/css.ts';

describe('a pasted style', () => {
  it('is read by property, the last one holding', () => {
    expect([...readDeclarations('Color: RED; color:blue !important;; broken; mso-list : l0 level1 lfo1 ')]).toEqual([
      ['color', 'blue'],
      ['mso-list', 'l0 level1 lfo1'],
    ]);
  });

  it('may hold its own marks within quotes and brackets', () => {
    expect([...readDeclarations('font: "a;b:c"; background: url(data:x;y); top:1')].map(([name]) => name)).toEqual([
      'font',
      'background',
      'top',
    ]);
  });

  it.each([
    ['font-weight: bold', true],
    ['font-weight: 600', true],
    ['font-weight: 500', false],
    ['font-weight: normal', false],
    ['font-weight: inherit', null],
    ['', null],
  ])('%s is bold: %s', (style, bold) => {
    expect(boldness(readDeclarations(style))).toBe(bold);
  });

  it('tells italics, lines and what is hidden', () => {
    expect(isItalic(readDeclarations('font-style: oblique 10deg'))).toBe(true);
    expect(isItalic(readDeclarations('font-style: normal'))).toBe(false);
    expect(hasLine(readDeclarations('text-decoration: underline line-through red'), 'line-through')).toBe(true);
    expect(hasLine(readDeclarations('text-decoration: underline; text-decoration-line: none'), 'underline')).toBe(
      false,
    );
    expect(
      ['display:none', 'mso-hide: all', 'visibility:hidden', 'mso-element:comment-list']
        .map(readDeclarations)
        .every(isHidden),
    ).toBe(true);
    expect(isHidden(readDeclarations('display: block'))).toBe(false);
  });
});
