// WhatLeaves: the sheet of what will leave the machine with a Word file, and what stays behind.
import { useEffect, useState } from 'react';
import type { ExportChoices, Leaving } from '../../shared/briefing/exportChoices.ts';
import { leavingRows } from './leavingWords.ts';
import { useWorkbench } from './use.ts';

/** Asked anew for every change of the choices: what is told is what the exporter itself planned. */
export function WhatLeaves({ choices }: { readonly choices: ExportChoices }) {
  const { session } = useWorkbench();
  const [told, setTold] = useState<Leaving | null>(null);
  const asked = JSON.stringify(choices);
  useEffect(() => {
    let current = true;
    // What cannot be told is not shown; the export itself then says why.
    const show = (leaving: Leaving | null) => {
      if (current) setTold(leaving);
    };
    session.leaving(JSON.parse(asked) as ExportChoices).then(show, () => show(null));
    return () => {
      current = false;
    };
  }, [session, asked]);
  if (!told) return null;
  return (
    <section aria-labelledby="export-leaves">
      <h3 className="findings-head" id="export-leaves">
        What leaves
      </h3>
      <dl className="options">
        {leavingRows(told, choices.copies).map(({ label, text }) => (
          <div key={label} className="option-pair">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
