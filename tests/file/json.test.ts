// Tests of the JSON of a .brief: depth, prototypes, order of keys.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JSON_DEPTH, parseJson, writeJson } from '../../shared/file/json.ts';

const parse = (text: string) => parseJson(new TextEncoder().encode(text), 'x.json');
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('parseJson', () => {
  test('takes as deep as the limit, and no deeper', () => {
    expect(parse(nested(JSON_DEPTH)).ok).toBe(true);
    expect(parse(nested(JSON_DEPTH + 1))).toMatchObject({ ok: false, error: { code: 'too-deep' } });
    expect(parse(nested(1_000_000))).toMatchObject({ ok: false, error: { code: 'too-deep' } });
  });

  test('brackets in strings, also after an escaped quotation mark, are no depth', () => {
    const value = [`" ${'['.repeat(500)}`, `\\ ${'{'.repeat(500)}`, 1];
    expect(parse(JSON.stringify(value))).toEqual({ ok: true, value });
  });

  test('brackets after a string that ends in a backslash are depth', () => {
    expect(parse(`["\\\\",${nested(JSON_DEPTH)}]`)).toMatchObject({ ok: false, error: { code: 'too-deep' } });
  });

  test.each(['__proto__', '\\u005f_proto__', '\\u005F\\u005Fproto\\u005f_'])('the key %s is left out', (key) => {
    const parsed = parse(`{"a":{"${key}":{"polluted":1},"b":2}}`);
    expect(parsed).toEqual({ ok: true, value: { a: { b: 2 } } });
    expect(parsed.ok && Object.keys((parsed.value as { a: object }).a)).toEqual(['b']);
  });

  test('what is no JSON, or no UTF-8, is damage', () => {
    expect(parse('{"a":')).toMatchObject({ ok: false, error: { code: 'damaged-part' } });
    expect(parseJson(new Uint8Array([0x22, 0xff, 0x22]), 'x.json')).toMatchObject({
      ok: false,
      error: { code: 'damaged-part' },
    });
  });
});

describe('writeJson', () => {
  test('orders keys, at every depth, and leaves lists as they are', () => {
    expect(new TextDecoder().decode(writeJson({ b: [{ d: 1, c: 2 }, 1], a: null }))).toBe(
      '{"a":null,"b":[{"c":2,"d":1},1]}',
    );
  });

  test('law: what is written is read as it was, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const plain: unknown = JSON.parse(
          JSON.stringify(value, (key, one: unknown) => (key === '__proto__' ? undefined : one)),
        );
        expect(parseJson(writeJson(plain), 'x.json')).toEqual({ ok: true, value: plain });
      }),
      { seed: 20260809, numRuns: 500 },
    );
  });
});
