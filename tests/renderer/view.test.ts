// View: zoom goes step by step and stays at the ends.
import { describe, expect, it } from 'vitest';
import { nextZoom, ZOOMS } from '../../renderer/view.ts';

describe('nextZoom', () => {
  it('visits every step up and down, and stays at the ends', () => {
    let zoom: number = ZOOMS[0];
    const seen = [zoom];
    while (nextZoom(zoom, 1) !== zoom) seen.push((zoom = nextZoom(zoom, 1)));
    expect(seen).toEqual([...ZOOMS]);
    while (nextZoom(zoom, -1) !== zoom) zoom = nextZoom(zoom, -1);
    expect(zoom).toBe(50);
  });
});
