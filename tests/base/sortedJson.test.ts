// sortedJson: the same data gives the same words, and nothing of it is lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedJson } from '../../shared/base/sortedJson.ts';

test('keys stand in order at every depth, lists as they are', () => {
  expect(sortedJson({ b: [{ d: 1, c: 'x' }, 2, 1], a: null })).toBe('{"a":null,"b":[{"c":"x","d":1},2,1]}');
});

test('what is undefined is left out of objects, as JSON does', () => {
  expect(sortedJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
});

test('a key __proto__ is left out, and gives no object another prototype', () => {
  expect(sortedJson(JSON.parse('{"b":{"__proto__":{"toJSON":1,"x":2}},"a":1}'))).toBe('{"a":1,"b":{}}');
});

test('law: the words hold the data, whatever order it was made in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (data) => {
      const plain = JSON.parse(
        JSON.stringify(data, (key, one: unknown) => (key === '__proto__' ? undefined : one)),
      ) as Record<string, unknown>;
      const turned = Object.fromEntries(Object.entries(plain).reverse());
      expect(JSON.parse(sortedJson(plain))).toEqual(plain);
      expect(sortedJson(turned)).toBe(sortedJson(plain));
    }),
    { seed: 41 },
  );
});
