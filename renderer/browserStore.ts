// BrowserStore: what the browser window keeps between runs: backups and file handles in IndexedDB, or in memory where there is none.

export interface BrowserStore {
  get<T>(table: TableName, key: string): Promise<T | undefined>;
  all<T>(table: TableName): Promise<readonly T[]>;
  put(table: TableName, key: string, value: unknown): Promise<void>;
  remove(table: TableName, key: string): Promise<void>;
}

const TABLES = ['backups', 'places'] as const;
export type TableName = (typeof TABLES)[number];

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser refused to store it.')));
  });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('chancery', 1);
  request.addEventListener('upgradeneeded', () => {
    for (const table of TABLES) request.result.createObjectStore(table);
  });
  return done(request);
}

/** For a window whose storage is barred (private modes): kept as long as the window lives. */
function inMemory(): BrowserStore {
  const tables = new Map(TABLES.map((name) => [name, new Map<string, unknown>()]));
  const table = (name: TableName) => tables.get(name) ?? new Map<string, unknown>();
  return {
    get: async <T>(name: TableName, key: string) => table(name).get(key) as T | undefined,
    all: async <T>(name: TableName) => [...table(name).values()] as T[],
    put: async (name, key, value) => void table(name).set(key, value),
    remove: async (name, key) => void table(name).delete(key),
  };
}

export async function openBrowserStore(): Promise<BrowserStore> {
  let database: IDBDatabase;
  try {
    database = await open();
  } catch {
    return inMemory();
  }
  const at = (name: TableName, mode: IDBTransactionMode) => database.transaction(name, mode).objectStore(name);
  return {
    get: <T>(name: TableName, key: string) => done(at(name, 'readonly').get(key) as IDBRequest<T | undefined>),
    all: <T>(name: TableName) => done(at(name, 'readonly').getAll() as IDBRequest<T[]>),
    put: async (name, key, value) => void (await done(at(name, 'readwrite').put(value, key))),
    remove: async (name, key) => void (await done(at(name, 'readwrite').delete(key))),
  };
}
