// Tests of Markdown: marks go, words stay, front matter and the first heading give the fields.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../shared/article/markdown.ts';

const words = (source: string): string => readMarkdown(source).value.text.trim();

describe('marks', () => {
  test.each([
    ['He said **not** and *never* and __no__ and _nothing_.', 'He said not and never and no and nothing.'],
    ['***All***', 'All'],
    ['2 * 3 * 4 and a_snake_case word', '2 * 3 * 4 and a_snake_case word'],
    ['Escaped \\*stars\\* and \\# signs', 'Escaped *stars* and # signs'],
    ['See [the port](https://port.ostrel.example/a) now', 'See the port now'],
    ['A [bracket] alone and (this) too', 'A [bracket] alone and (this) too'],
    ['Use `port open` here', 'Use port open here'],
    ['## The port ##', 'The port'],
    ['#hashtag', '#hashtag'],
    ['> “No,” he said.', '“No,” he said.'],
    ['- one\n- two', '- one\n- two'],
    ['```\n*raw* text\n```', '*raw* text'],
    ['Line one\\\nline two  \nline three', 'Line one\nline two\nline three'],
    ['Above\n\n---\n\n* * *\n\nBelow', 'Above\n\n\n\n\n\nBelow'],
    ['[1]: https://ostrel.example', ''],
  ])('%j', (source, text) => {
    expect(words(source)).toBe(text);
  });

  test('an image is left out and said', () => {
    const { value, messages } = readMarkdown('Before ![a map](map.png) after');
    expect(value.text).toBe('Before  after');
    expect(messages.map(({ code }) => code)).toEqual(['images']);
  });
});

describe('fields', () => {
  test('of the front matter', () => {
    const { value } = readMarkdown(
      '---\ntitle: "Port: open"\nauthor: Ann Bo\npublisher: Ostrel Courier\ndate: 2031-05-07\nurl: https://ostrel.example/a\nlang: fr\n---\n# Another heading\nBody',
    );
    expect(value.metadata).toMatchObject({
      title: 'Port: open',
      byline: 'Ann Bo',
      publisher: 'Ostrel Courier',
      published: '2031-05-07',
      url: 'https://ostrel.example/a',
    });
    expect(value.language).toBe('fr');
    expect(value.text.trim()).toBe('Another heading\n\nBody');
  });

  test('the first heading is the title when the front matter has none', () => {
    expect(readMarkdown('Words\n\n## The *port* opens\n\nBody').value.metadata.title).toBe('The port opens');
    expect(readMarkdown('The port opens\n===\n\nBody').value.metadata.title).toBe('The port opens');
  });

  test('an address that is no web address, and a front matter that does not end, are none', () => {
    expect(readMarkdown('---\nurl: javascript:alert(1)\n---\nBody').value.metadata.url).toBeNull();
    const open = readMarkdown('---\ntitle: x\n\nBody').value;
    expect(open.metadata.title).toBeNull();
    expect(open.text).toContain('title: x');
  });
});

test('law: letters and digits of a text come through whole and in order', () => {
  const piece = fc.constantFrom(
    'port',
    '**not**',
    '_no_',
    '`12`',
    '2 * 3',
    '[rail](x)',
    '\n\n',
    '\n',
    '> ',
    '# ',
    '“ja”',
    '- ',
    '\\*',
    '***',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
      const source = pieces.join(' ');
      expect(letters(readMarkdown(source).value.text)).toBe(letters(source.replaceAll('(x)', '')));
    }),
    { seed: 20260807, numRuns: 400 },
  );
});
