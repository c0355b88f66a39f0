// FindBar: finds words in the briefing and its notes, and puts others in their place; stands over the desk, not in its way.
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, IconButton } from '../ui/button.tsx';
import {
  ArrowDown,
  ArrowUp,
  CaseSensitive,
  ChevronDown,
  ChevronRight,
  MessageSquare,
  TriangleAlert,
  WholeWord,
  X,
} from '../ui/icons.ts';
import { Icon } from '../ui/icon.tsx';
import type { FindState } from '../view.ts';
import { CommandButton } from './commandButton.tsx';
import { foundWords, leftWords, notesWith } from './findWords.ts';
import { useEditor, useTextLater, useView, useWorkbench } from './use.ts';
import { counted } from './words.ts';

/** How long the keys rest before the count is said, in milliseconds. */
const PAUSE = 600;

export function FindBar() {
  const { find } = useView();
  const editor = useEditor();
  if (!find.open || !editor) return null;
  return (
    <div className="find-place">
      <Bar find={find} />
    </div>
  );
}

/** What the bar looks for, told to the text; the first match after the caret is selected while the words are typed. */
function useSearch(find: FindState, bar: React.RefObject<HTMLElement | null>): void {
  const editor = useEditor();
  const { query, turn } = find;
  const start = useRef(0);
  const opened = useRef<typeof editor>(null);
  useEffect(() => {
    start.current = editor?.find.caret() ?? 0;
  }, [editor, turn]);
  useEffect(() => {
    // What was looked for last is shown again, but the caret stays until something is typed or pressed.
    const typed = opened.current === editor;
    opened.current = editor;
    const clear = bar.current?.offsetHeight ?? 0;
    editor?.find.set(query, typed ? { from: start.current, clear } : { clear });
  }, [editor, query, bar]);
  useEffect(() => () => editor?.find.set(null), [editor]);
}

/** Says how many there are, once the keys rest. */
function useSaid(words: string): void {
  const { say } = useWorkbench();
  useEffect(() => {
    if (words === '') return undefined;
    const timer = setTimeout(() => say(words), PAUSE);
    return () => clearTimeout(timer);
  }, [say, words]);
}

/** Asks before the words of a source are changed: the guard would call them altered at once. */
function Asks({ onReplace, onSkip }: { onReplace: () => void; onSkip: () => void }) {
  return (
    <div className="find-asks" role="group" aria-label="These words are a source’s">
      <Icon of={TriangleAlert} size="s" className="s-warn" />
      <span className="grow">These words are a source’s.</span>
      <Button size="sm" autoFocus onClick={onSkip}>
        Leave them
      </Button>
      <Button size="sm" kind="danger" onClick={onReplace}>
        Replace them
      </Button>
    </div>
  );
}

function Line({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </>
  );
}

function Bar({ find }: { find: FindState }) {
  const bench = useWorkbench();
  const editor = useEditor();
  const text = useTextLater();
  const bar = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { query, replacement, replacing, turn } = find;
  const [asks, setAsks] = useState(false);
  const change = (next: Partial<FindState>) => bench.view.set({ find: { ...bench.view.get().find, ...next } });
  useSearch(find, bar);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [turn]);

  const found = text && editor ? editor.find.found() : null;
  const notes = text ? notesWith([...text.annotations.values()], query) : [];
  const count = foundWords(query, found);
  useSaid([count, ...(notes.length > 0 ? [`${counted(notes.length, 'note')} too`] : [])].filter(Boolean).join(', '));

  function close(): void {
    change({ open: false });
    editor?.focus();
  }
  function replaceOne(evenSource = false): void {
    setAsks(editor?.find.replace(replacement, evenSource) === 'asks');
  }
  function skip(): void {
    setAsks(false);
    editor?.find.step(1);
    field.current?.focus();
  }
  function everywhere(): void {
    const done = editor?.find.replaceAll(replacement);
    if (!done) return;
    setAsks(false);
    const words = leftWords(done);
    if (done.replaced > 0) bench.offerUndo(words);
    else bench.say(words);
    if (done.replaced === 0) bench.notify({ text: words, undo: null });
  }
  function nextNote(): void {
    const card = bench.view.get().card;
    const at = notes.findIndex((id) => card === `annotation:${id}`);
    const id = notes[(at + 1) % notes.length];
    if (id) bench.openCard(`annotation:${id}`);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (asks) skip();
    else close();
  }
  function onFieldKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    editor?.find.step(event.shiftKey ? -1 : 1);
  }
  function onReplaceKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    replaceOne();
  }
  const nothing = !found || found.total === 0 ? (query.words === '' ? 'Find something first' : 'Nothing found') : null;

  return (
    <div
      ref={bar}
      className="find-bar"
      role="search"
      aria-label="Find in the briefing"
      data-part="find"
      onKeyDown={onKeyDown}
    >
      <IconButton
        label={replacing ? 'Fold replacing' : 'Replace too'}
        icon={replacing ? ChevronDown : ChevronRight}
        aria-expanded={replacing}
        onClick={() => change({ replacing: !replacing })}
      />
      <div className="find-rows">
        <div className="find-row">
          <div className="find-field">
            <Line label="Find">
              {(id) => (
                <input
                  id={id}
                  ref={field}
                  className="input"
                  placeholder="Find"
                  autoComplete="off"
                  spellCheck={false}
                  value={query.words}
                  onChange={(event) => {
                    setAsks(false);
                    change({ query: { ...query, words: event.target.value } });
                  }}
                  onKeyDown={onFieldKey}
                />
              )}
            </Line>
            <span className={`count num ${found?.total === 0 ? 's-warn' : ''}`} data-testid="found">
              {count}
            </span>
          </div>
          <IconButton
            label="Match case"
            icon={CaseSensitive}
            pressed={query.matchCase}
            onClick={() => change({ query: { ...query, matchCase: !query.matchCase } })}
          />
          <IconButton
            label="Whole words"
            icon={WholeWord}
            pressed={query.wholeWords}
            onClick={() => change({ query: { ...query, wholeWords: !query.wholeWords } })}
          />
          <CommandButton id="findPrevious" icon={ArrowUp} />
          <CommandButton id="findNext" icon={ArrowDown} />
          <IconButton label="Close" icon={X} keyLabel="Esc" onClick={close} />
        </div>
        {replacing && (
          <div className="find-row">
            <div className="find-field">
              <Line label="Replace with">
                {(id) => (
                  <input
                    id={id}
                    className="input"
                    placeholder="Replace with"
                    autoComplete="off"
                    spellCheck={false}
                    value={replacement}
                    onChange={(event) => change({ replacement: event.target.value })}
                    onKeyDown={onReplaceKey}
                  />
                )}
              </Line>
            </div>
            <Button size="sm" off={nothing} onClick={() => replaceOne()}>
              Replace
            </Button>
            <Button size="sm" off={nothing} onClick={everywhere}>
              Replace all
            </Button>
          </div>
        )}
        {asks && (
          <Asks
            onSkip={skip}
            onReplace={() => {
              replaceOne(true);
              field.current?.focus();
            }}
          />
        )}
        {notes.length > 0 && (
          <button type="button" className="link find-notes" onClick={nextNote}>
            <Icon of={MessageSquare} size="s" />
            {notes.length === 1 ? 'In 1 note too' : `In ${notes.length} notes too`}
          </button>
        )}
      </div>
    </div>
  );
}
