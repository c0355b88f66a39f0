// Validation of data that comes from outside: zod, set up once so that it runs under our content security policy.
import * as z from 'zod';
import { fail, ok, type Result } from './result.ts';

// Without this zod compiles validators with `new Function`, which the app's CSP (safety.md) reports as a violation.
z.config({ jitless: true });

export { z };

/** Checks `value` against `schema`. The failure (code `invalid`) names the first place that does not fit. */
export function validate<T>(schema: z.ZodType<T>, value: unknown, what: string): Result<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  return fail('invalid', `${what} does not have the expected form${where}: ${issue?.message ?? 'unknown fault'}.`);
}
