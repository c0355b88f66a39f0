// AlertLine: what went wrong, announced when it appears; the region stays while there is nothing, or it would not be heard.
import { Icon } from './icon.tsx';
import { CircleAlert } from './icons.ts';

/** `words`: whole sentences; null while nothing is wrong. */
export function AlertLine({ words }: { readonly words: string | null }) {
  return (
    <div role="alert">
      {words !== null && (
        <p className="error">
          <Icon of={CircleAlert} size="s" />
          <span>{words}</span>
        </p>
      )}
    </div>
  );
}
