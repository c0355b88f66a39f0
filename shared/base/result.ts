// The two shapes of an answer: Result (done, or a failure one can explain) and Outcome (a value plus messages).

/** A failure that is expected to happen: a file, a dialog, a version. `text` is a sentence for the user. */
export interface Failure {
  /** Stable name of the case, for code and tests: `too-large`, `not-a-zip`, `newer-format` ... */
  readonly code: string;
  /** What happened, to what, and what to do. One or two sentences. */
  readonly text: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** What the user should know about an imperfect input; the work went on. */
export interface Message {
  readonly code: string;
  readonly text: string;
}

/** A value plus what was noticed on the way (after mammoth's results). */
export interface Outcome<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: string, text: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, text } };
}

export function outcome<T>(value: T, messages: readonly Message[] = []): Outcome<T> {
  return { value, messages };
}
