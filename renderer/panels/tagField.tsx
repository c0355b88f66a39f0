// TagField: the tags of a note: added by typing, with those in use offered, and taken off by a press.
import { useId, useRef, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { X } from '../ui/icons.ts';
import { cleanTag, sameTag, tagWords } from './noteFilter.ts';

export function TagField({
  tags,
  used,
  onChange,
}: {
  tags: readonly string[];
  /** Tags in use elsewhere, those used most first. */
  used: readonly string[];
  onChange: (tags: string[]) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const offered = used.filter((tag) => !tags.some((one) => sameTag(one, tag)));

  /** Commas part tags, so that several can be written or pasted in one go. */
  function add(all: string): void {
    const fresh: string[] = [];
    for (const part of all.split(',')) {
      const tag = cleanTag(part);
      if (tag === null || [...tags, ...fresh].some((one) => sameTag(one, tag))) continue;
      // As it is written elsewhere, so that one tag has one spelling.
      fresh.push(used.find((one) => sameTag(one, tag)) ?? tag);
    }
    setWords('');
    if (fresh.length > 0) onChange([...tags, ...fresh]);
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        Tags
      </label>
      <div className="tags">
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className="tag"
            onClick={() => {
              onChange(tags.filter((one) => one !== tag));
              field.current?.focus();
            }}
          >
            {tagWords(tag)}
            <Icon of={X} size="s" />
            <span className="sr">: take this tag off</span>
          </button>
        ))}
        <input
          ref={field}
          id={id}
          className="input"
          list={`${id}used`}
          autoComplete="off"
          placeholder={tags.length === 0 ? 'Add a tag' : ''}
          value={words}
          onChange={(event) => {
            // A comma ends a tag.
            if (event.target.value.includes(',')) add(event.target.value);
            else setWords(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && words.trim() !== '') {
              event.preventDefault();
              add(words);
            } else if (event.key === 'Backspace' && words === '' && tags.length > 0) onChange(tags.slice(0, -1));
          }}
          onBlur={() => {
            if (words.trim() !== '') add(words);
          }}
        />
        <datalist id={`${id}used`}>
          {offered.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </div>
    </div>
  );
}
