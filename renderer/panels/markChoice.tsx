// MarkChoice: one mark out of the presets of its schemes, none, or free words; what the dialogs of banner and portion mark ask.
import { useState, type ReactNode } from 'react';

export interface MarkGroup {
  readonly name: string;
  readonly marks: readonly { readonly mark: string; readonly label: ReactNode }[];
}

export interface MarkState {
  /** A preset, or '' for none. */
  readonly chosen: string;
  /** Goes before the preset when it is not empty. */
  readonly free: string;
}

/** Begins with `before`: as its preset, or as free words when it is none of `groups`. */
export function useMark(before: string, groups: readonly MarkGroup[]) {
  const preset = before === '' || groups.some(({ marks }) => marks.some(({ mark }) => mark === before));
  return useState<MarkState>({ chosen: before, free: preset ? '' : before });
}

interface Props {
  /** Of the radio buttons, and in the id of the free field. */
  readonly name: string;
  readonly none: string;
  readonly groups: readonly MarkGroup[];
  readonly freeLabel: string;
  readonly longest: number;
  readonly state: MarkState;
  readonly onChange: (state: MarkState) => void;
}

export function MarkChoice({ name, none, groups, freeLabel, longest, state, onChange }: Props) {
  const { chosen, free } = state;
  const choice = (mark: string, label: ReactNode) => (
    <label className="tick" key={mark}>
      <input
        type="radio"
        name={name}
        data-first={free === '' && chosen === mark ? '' : undefined}
        checked={free === '' && chosen === mark}
        onChange={() => onChange({ chosen: mark, free: '' })}
      />
      {label}
    </label>
  );
  return (
    <div className="dialog-body">
      {choice('', none)}
      <div className="banner-groups">
        {groups.map((group) => (
          <fieldset key={group.name}>
            <legend className="label">{group.name}</legend>
            {group.marks.map(({ mark, label }) => choice(mark, label))}
          </fieldset>
        ))}
      </div>
      <div className="field">
        <label className="label" htmlFor={`${name}-free`}>
          {freeLabel}
        </label>
        <input
          id={`${name}-free`}
          className="input"
          value={free}
          maxLength={longest}
          onChange={(event) => onChange({ chosen, free: event.target.value })}
        />
      </div>
    </div>
  );
}
