// The window's side of the worker: starts it, pairs answers with requests, and sends the bytes of a source or picture only once.
import type {
  Answer,
  Ask,
  BriefingParts,
  Media,
  Posted,
  RequestName,
  Returned,
  Sources,
  Work,
} from './worker/contract.ts';

interface Waiting {
  resolve(answer: Answer<RequestName>): void;
  reject(fault: Error): void;
}

/** Starts the worker. When it dies, what it was asked is rejected, and the next request starts another. */
export function startWork(): Work & { stop(): void } {
  let worker: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();
  /** Ids of the articles whose bytes this worker has. */
  let given = new Set<string>();
  /** Pictures that it has. By their bytes: a file may have any picture under any name. */
  let givenMedia = new Map<string, Uint8Array>();

  function begin(): Worker {
    const started = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', (event: MessageEvent<Returned>) => {
      const returned = event.data;
      const asked = waiting.get(returned.id);
      waiting.delete(returned.id);
      if ('fault' in returned) asked?.reject(new Error(returned.fault));
      else asked?.resolve(returned.answer);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      end(event.message || 'The worker stopped.');
    });
    return started;
  }
  /** What it was asked is rejected; the next request starts another, which has been given nothing. */
  function end(why: string): void {
    worker?.terminate();
    worker = null;
    given = new Set();
    givenMedia = new Map();
    for (const asked of waiting.values()) asked.reject(new Error(why));
    waiting.clear();
  }

  function fresh(sources: Sources): Sources {
    const left = sources.filter(([id]) => !given.has(id));
    for (const [id] of left) given.add(id);
    return left;
  }

  function freshMedia(media: Media): Media {
    return media.map(([name, bytes]) => {
      if (!bytes || givenMedia.get(name) === bytes) return [name, null];
      givenMedia.set(name, bytes);
      return [name, bytes];
    });
  }

  function post<K extends RequestName>(name: K, ask: Ask<K>): Promise<Answer<K>> {
    worker ??= begin();
    const id = nextId++;
    const answer = new Promise<Answer<RequestName>>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, name, ask } as Posted);
    return answer as Promise<Answer<K>>;
  }
  function lean(briefing: BriefingParts): BriefingParts {
    return { ...briefing, sources: fresh(briefing.sources), media: freshMedia(briefing.media) };
  }

  return {
    stop: () => end('Stopped.'),
    importArticle: (ask) => post('importArticle', ask),
    prefill: (ask) => post('prefill', { ...ask, sources: fresh(ask.sources) }),
    readFacts: (ask) => post('readFacts', ask),
    write: (ask) => post('write', { ...ask, briefing: lean(ask.briefing) }),
    read: (ask) => post('read', ask),
    exportWord: (ask) => post('exportWord', { ...ask, briefing: lean(ask.briefing) }),
    describeHouseStyle: (ask) => post('describeHouseStyle', ask),
    leaving: (ask) => post('leaving', { ...ask, briefing: lean(ask.briefing) }),
    pageLength: (ask) => post('pageLength', ask),
    exportPage: (ask) => post('exportPage', { ...ask, briefing: lean(ask.briefing) }),
  };
}
