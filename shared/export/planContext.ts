// PlanContext: what the entries of nodes.ts share while one briefing is planned.
import type { PlannedList } from './plan.ts';
import type { SourceNotes } from './sources.ts';
import type { Page } from './styles.ts';
import type { Cleaner } from './text.ts';

export interface PlanContext extends SourceNotes {
  readonly page: Page;
  readonly text: Cleaner;
  /** Threads whose range begins before, or ends after, the inline node at a document position. */
  readonly starts: ReadonlyMap<number, readonly (readonly number[])[]>;
  readonly ends: ReadonlyMap<number, readonly (readonly number[])[]>;
  newList(list: PlannedList): number;
  count(what: 'quotations' | 'figures' | 'tables' | 'charts' | 'pictures'): void;
  /** The same text is told once, however often it happens. */
  tell(code: string, text: string): void;
}
