// The banner at head and foot of the sheet, printed as in Word; at the head it is the button that changes it.
import { bannerStyle } from '../../../shared/briefing/banner.ts';

/** What stands above and below the text; it belongs to no node. */
export interface Banner {
  readonly head: HTMLElement;
  readonly foot: HTMLElement;
  show(banner: string | null): void;
}

function dress(label: HTMLElement, banner: string | null, place: HTMLElement): void {
  const style = bannerStyle(banner);
  label.textContent = style?.text ?? '';
  label.className = style ? `banner is-${style.scheme}` : 'banner is-none';
  // Colours of the standard, the same in every theme; free words take the ink of the page.
  label.style.color = style?.background ? style.color : '';
  label.style.background = style?.background ?? '';
  place.dataset['align'] = style?.align ?? 'right';
}

export function createBanner(onChange: (() => void) | null): Banner {
  const head = document.createElement('div');
  head.className = 'page-head';
  const button = document.createElement(onChange ? 'button' : 'span');
  head.append(button);
  if (onChange && button instanceof HTMLButtonElement) {
    button.type = 'button';
    button.addEventListener('click', onChange);
  }
  const foot = document.createElement('div');
  foot.className = 'page-foot';
  // The same words as at the head: a reader need not hear them twice.
  foot.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  foot.append(label);
  let shown: string | null | undefined;
  return {
    head,
    foot,
    show(banner) {
      if (banner === shown) return;
      shown = banner;
      dress(button, banner, head);
      dress(label, banner, foot);
      if (!onChange) return;
      if (!banner) button.textContent = 'No banner';
      button.setAttribute('aria-label', banner ? `Banner: ${button.textContent}` : 'Banner: none');
      button.title = 'Change the banner…';
    },
  };
}
