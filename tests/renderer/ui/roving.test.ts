// Roving focus: arrows wrap, Home and End reach the ends, other keys pass.
import { describe, expect, it } from 'vitest';
import { rovingTarget } from '../../../renderer/ui/roving.ts';

describe('rovingTarget', () => {
  it('moves and wraps', () => {
    expect(rovingTarget('ArrowRight', 0, 3, 'horizontal')).toBe(1);
    expect(rovingTarget('ArrowRight', 2, 3, 'horizontal')).toBe(0);
    expect(rovingTarget('ArrowLeft', 0, 3, 'horizontal')).toBe(2);
    expect(rovingTarget('ArrowDown', 0, 3, 'horizontal')).toBeNull();
    expect(rovingTarget('ArrowDown', 0, 3, 'vertical')).toBe(1);
    expect(rovingTarget('ArrowRight', 0, 3, 'vertical')).toBeNull();
    expect(rovingTarget('ArrowUp', 0, 3, 'both')).toBe(2);
    expect(rovingTarget('Home', 2, 3, 'vertical')).toBe(0);
    expect(rovingTarget('End', 0, 3, 'horizontal')).toBe(2);
    expect(rovingTarget('a', 0, 3, 'both')).toBeNull();
    expect(rovingTarget('End', 0, 0, 'both')).toBeNull();
  });
});
