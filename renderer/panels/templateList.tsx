// TemplateList: the templates to choose one of, the shipped ones and the user's own, which can be renamed, handed on and deleted here.
import { useEffect, useRef, useState } from 'react';
import { isOwnTemplate } from '../../shared/briefing/ownTemplate.ts';
import type { Template } from '../../shared/briefing/template.ts';
import type { Restore } from '../ownTemplates.ts';
import { AlertLine } from '../ui/alertLine.tsx';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/icons.ts';
import { useOwnTemplates, useWorkbench } from './use.ts';

/** What can be done to own templates, and what was deleted last with the way back. */
export function useOwnTemplateWork() {
  const { ownTemplates, say } = useWorkbench();
  const [gone, setGone] = useState<{ readonly name: string; readonly restore: Restore } | null>(null);
  useEffect(() => {
    ownTemplates.forget();
    void ownTemplates.load();
  }, [ownTemplates]);
  return {
    gone,
    async importFile(): Promise<Template | null> {
      const added = await ownTemplates.importFile();
      if (added) say(`Template imported: ${added.name}.`);
      return added;
    },
    async exportFile(template: Template): Promise<void> {
      const name = await ownTemplates.exportFile(template.id);
      if (name !== null) say(`Template written as ${name}.`);
    },
    async rename(template: Template, name: string): Promise<void> {
      if (name.trim() === '' || name.trim() === template.name) return;
      if (await ownTemplates.rename(template.id, name)) say('Template renamed.');
    },
    async remove(template: Template): Promise<void> {
      const restore = await ownTemplates.remove(template.id);
      if (!restore) return;
      setGone({ name: template.name, restore });
      say(`Template deleted: ${template.name}. The button Undo brings it back.`);
    },
    async restore(): Promise<void> {
      if (gone && (await gone.restore())) {
        say('Undone.');
        setGone(null);
      }
    },
  };
}

export type OwnTemplateWork = ReturnType<typeof useOwnTemplateWork>;

/** What went wrong, and what was deleted. */
export function TemplateNews({ work }: { readonly work: OwnTemplateWork }) {
  const { problem } = useOwnTemplates();
  return (
    <>
      <AlertLine words={problem} />
      {work.gone && (
        <p className="template-gone">
          <span>“{work.gone.name}” deleted.</span>
          <Button size="sm" kind="quiet" autoFocus onClick={() => void work.restore()}>
            Undo
          </Button>
        </p>
      )}
    </>
  );
}

/** Rename, export, delete; the name is asked for in place. */
export function TemplateWork({ template, work }: { readonly template: Template; readonly work: OwnTemplateWork }) {
  const [name, setName] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const done = (keep: boolean): void => {
    if (keep && name !== null) void work.rename(template, name);
    setName(null);
    setTimeout(() => button.current?.focus());
  };
  if (name !== null) {
    return (
      <div className="template-work">
        <input
          className="input"
          aria-label={`New name of ${template.name}`}
          autoFocus
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            done(event.key === 'Enter');
          }}
        />
        <Button size="sm" onClick={() => done(true)}>
          Rename
        </Button>
      </div>
    );
  }
  return (
    <div className="template-work">
      {isOwnTemplate(template.id) && (
        <Button
          ref={button}
          size="sm"
          kind="quiet"
          aria-label={`Rename ${template.name}`}
          onClick={() => setName(template.name)}
        >
          Rename
        </Button>
      )}
      <Button
        size="sm"
        kind="quiet"
        aria-label={`Export ${template.name}…`}
        onClick={() => void work.exportFile(template)}
      >
        Export…
      </Button>
      {isOwnTemplate(template.id) && (
        <Button
          size="sm"
          kind="quiet"
          aria-label={`Delete ${template.name}`}
          onClick={() => void work.remove(template)}
        >
          Delete
        </Button>
      )}
    </div>
  );
}

interface Props {
  readonly chosen: string;
  /** The template of the open briefing, which is told as such. */
  readonly current?: string | undefined;
  readonly onChoose: (id: string) => void;
}

export function TemplateList({ chosen, current, onChoose }: Props) {
  const { all } = useOwnTemplates();
  const work = useOwnTemplateWork();
  const template = all.find(({ id }) => id === chosen);
  return (
    <div className="template-list">
      <fieldset>
        <legend className="sr">Template</legend>
        {all.map(({ id, name, summary }) => (
          <label className="template-option" key={id}>
            <input
              type="radio"
              name="template"
              value={id}
              data-first={id === chosen ? '' : undefined}
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <span>
              <b>{name}</b>
              <small className="quiet-text">
                {id === current ? 'The template now. ' : ''}
                {summary || (isOwnTemplate(id) ? 'Your own' : '')}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {template && isOwnTemplate(template.id) && <TemplateWork key={template.id} template={template} work={work} />}
      <Button
        size="sm"
        icon={FileInput}
        onClick={() => void work.importFile().then((added) => added && onChoose(added.id))}
      >
        Import a template…
      </Button>
      <TemplateNews work={work} />
    </div>
  );
}
