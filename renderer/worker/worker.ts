// The worker itself: takes a request, does the task, posts the answer; one at a time, in order.
import type { Posted, Returned } from './contract.ts';
import { createTasks } from './tasks.ts';

const tasks = createTasks();
let last: Promise<void> = Promise.resolve();

async function serve(posted: Posted): Promise<void> {
  let returned: Returned;
  try {
    const task = tasks[posted.name] as (ask: unknown) => ReturnType<(typeof tasks)[typeof posted.name]>;
    returned = { id: posted.id, answer: await task(posted.ask) };
  } catch (fault) {
    returned = { id: posted.id, fault: fault instanceof Error ? fault.message : String(fault) };
  }
  self.postMessage(returned);
}

self.addEventListener('message', (event: MessageEvent<Posted>) => {
  last = last.then(() => serve(event.data));
});
