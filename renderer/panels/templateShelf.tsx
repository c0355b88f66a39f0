// TemplateShelf: the templates on the start screen: as cards to begin with, and as a list in which the user's own are kept in order.
import { useEffect, useState } from 'react';
import { isOwnTemplate } from '../../shared/briefing/ownTemplate.ts';
import type { Template } from '../../shared/briefing/template.ts';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/icons.ts';
import { TemplateNews, TemplateWork, useOwnTemplateWork } from './templateList.tsx';
import { useOwnTemplates, useWorkbench } from './use.ts';

/** A drawing of a template's page, out of its own sections: headings, prompts, figures, quotations. */
function Thumbnail({ template }: { template: Template }) {
  const lines = template.sections.flatMap((section, index) => [
    { kind: 'head', width: 30 + ((section.heading.length * 7) % 45) },
    ...(section.fill ?? []).map((fill) => ({
      kind: fill === 'quotations' ? 'quote' : fill === 'keyFigures' ? 'figure' : 'line',
      width: 60 + ((index * 13) % 30),
    })),
    ...(section.prompt ? [{ kind: 'line', width: 70 + ((section.prompt.length * 3) % 25) }] : []),
  ]);
  return (
    <span className="thumbnail" aria-hidden="true">
      {lines.slice(0, 8).map((line, index) => (
        <i key={index} className={line.kind} style={{ width: `${line.width}%` }} />
      ))}
    </span>
  );
}

/** Begins an empty briefing by a press, and one from the articles that are dropped on a card (window/useDrops.ts). */
export function TemplateCards({ labelledBy }: { readonly labelledBy: string }) {
  const bench = useWorkbench();
  const { all } = useOwnTemplates();
  const [over, setOver] = useState<string | null>(null);
  useEffect(() => void bench.ownTemplates.load(), [bench]);
  return (
    <ul className="templates" aria-labelledby={labelledBy}>
      {all.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            className={`template ${over === template.id ? 'drop-here' : ''}`}
            data-template={template.id}
            onDragOver={() => setOver(template.id)}
            onDragLeave={() => setOver(null)}
            onDrop={() => setOver(null)}
            onClick={() => bench.whenSafe(() => void bench.session.startFrom([], template.id))}
          >
            <Thumbnail template={template} />
            <b>{template.name}</b>
            <small>{template.summary || (isOwnTemplate(template.id) ? 'Your own' : '')}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Every template with what can be done to it. */
export function TemplatePage() {
  const { all } = useOwnTemplates();
  const work = useOwnTemplateWork();
  return (
    <div className="start-in">
      <h1>Templates</h1>
      <p className="start-say">
        Your own are made of a briefing with Save as template… in its Briefing menu, or imported from a file. They are
        kept on this computer.
      </p>
      <Button icon={FileInput} onClick={() => void work.importFile()}>
        Import a template…
      </Button>
      <TemplateNews work={work} />
      <ul className="template-rows">
        {all.map((template) => (
          <li key={template.id}>
            <span>
              <b>{template.name}</b>
              <small>{template.summary || template.sections.map(({ heading }) => heading).join(' · ')}</small>
            </span>
            <TemplateWork template={template} work={work} />
          </li>
        ))}
      </ul>
    </div>
  );
}
