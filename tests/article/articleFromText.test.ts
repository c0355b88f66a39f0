// A text taken as it stands keeps every character, and its metadata is read all the same.
import { describe, expect, it } from 'vitest';
import { articleFromText } from '../../shared/article/articleFromText.ts';

describe('articleFromText', () => {
  const text = ' \r\nBy Per Holm\r\n\r\nThe mill in Sund reopened in 2021. Read more\r\n';

  it('drops and maps nothing', () => {
    expect(articleFromText(text, { id: 'x' })).toMatchObject({ id: 'x', text });
  });

  it('reads the metadata', () => {
    expect(articleFromText('By Per Holm\n\nThe mill in Sund reopened in 2021.', { id: 'x' }).byline).toBe('Per Holm');
  });
});
