// Diff: changes as text with cuts struck and additions underlined, said as well as drawn.
import type { Change } from '../../shared/text/diff.ts';

export function Diff({ changes }: { changes: readonly Change[] }) {
  return (
    <div className="diff" dir="auto">
      {changes.map((change, index) =>
        change.kind === 'same' ? (
          <span key={index}>{change.text}</span>
        ) : change.kind === 'cut' ? (
          <del key={index}>
            <span className="sr">cut: </span>
            {change.text}
            <span className="sr"> end of cut </span>
          </del>
        ) : (
          <ins key={index}>
            <span className="sr">added: </span>
            {change.text}
            <span className="sr"> end of addition </span>
          </ins>
        ),
      )}
    </div>
  );
}
