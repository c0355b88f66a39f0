// Tests of the colours of charts: they are told apart on a grey printer.
import { describe, expect, test } from 'vitest';
import { PALETTE } from '../../shared/export/parts/chart.ts';

describe('colours', () => {
  /** CIE lightness of a colour, 0 to 100: what a grey printer makes of it. */
  function lightness(hex: string): number {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 116 * Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16;
  }

  test('keep apart without their hue', () => {
    const grey = PALETTE.map(lightness);
    for (const [at, one] of grey.entries()) {
      for (const other of grey.slice(at + 1)) expect(Math.abs(one - other)).toBeGreaterThan(8);
      const next = grey[at + 1];
      if (next !== undefined) expect(Math.abs(one - next)).toBeGreaterThan(16);
    }
  });
});
