// createTurns: lets tasks run one after the other, in the order they were asked for.

/** Runs a task once all before it are done, also when one of them failed; its own failure is its caller's alone. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const step = last.then(task);
    last = step.catch(() => undefined);
    return step;
  };
}
