// floatBeside: puts a floating card under some words, or over them where there is no room, whole within the window.
import type { Box } from '../editor/editor.ts';

const GAP = 6;
const EDGE = 8;

export function floatBeside(card: HTMLElement, box: Box): void {
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = box.bottom + GAP;
  const above = box.top - GAP - height;
  const top = below + height <= innerHeight - EDGE || above < EDGE ? below : above;
  card.style.left = `${Math.round(Math.max(EDGE, Math.min(box.left, innerWidth - width - EDGE)))}px`;
  card.style.top = `${Math.round(Math.max(EDGE, Math.min(top, innerHeight - height - EDGE)))}px`;
}
