// Pages load the program's own files and nothing else; every other address is no file (S4 of safety.md).
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerRequest, externalAddress, fileMap, mayLoad, POLICY, resolveUrl } from '../../electron/security.ts';
import { folder } from './faultyDisk.ts';

const top = folder();
const place = path.join(top, 'renderer');
mkdirSync(path.join(place, 'assets'), { recursive: true });
writeFileSync(path.join(top, 'secret.txt'), 'not for pages');
writeFileSync(path.join(place, 'index.html'), '<h1>Ferry</h1>');
writeFileSync(path.join(place, 'assets', 'main.js'), 'void 0');
writeFileSync(path.join(place, 'assets', 'a name.css'), '');
const map = fileMap(place);

const status = async (url: string, method = 'GET') => (await answerRequest(map, method, url)).status;

describe('the app: protocol', () => {
  it('serves each file under its own address, with the policy and its type', async () => {
    expect([...map.keys()].sort()).toEqual([
      'app://chancery/assets/a%20name.css',
      'app://chancery/assets/main.js',
      'app://chancery/index.html',
    ]);
    const page = await answerRequest(map, 'GET', 'app://chancery/index.html?x=1#y');
    expect([page.status, await page.text()]).toEqual([200, '<h1>Ferry</h1>']);
    expect(page.headers.get('content-security-policy')).toBe(POLICY);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const script = await answerRequest(map, 'GET', 'app://chancery/assets/main.js');
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it('has the policy of safety.md', () => {
    expect(POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it.each([
    'app://chancery/../secret.txt',
    'app://chancery/assets/../../secret.txt',
    'app://chancery/assets/../index.html',
    'app://chancery/%2e%2e/secret.txt',
    'app://chancery/%2E%2E%2Fsecret.txt',
    'app://chancery/..%2fsecret.txt',
    'app://chancery/..\\secret.txt',
    'app://chancery\\index.html',
    'app://chancery/%5c..%5csecret.txt',
    'app://chancery/index.html\u0000',
    'app://chancery/index.html%00.js',
    'app://chancery//index.html',
    'app://chancery//host/index.html',
    'app://host/index.html',
    'app://chancery.host/index.html',
    'app://chancery@host/index.html',
    'app://user@chancery/index.html',
    'app://chancery:80/index.html',
    'app:index.html',
    'app:///index.html',
    'APP://chancery/index.html',
    'app://CHANCERY/index.html',
    'app://chancery/INDEX.HTML',
    'app://chancery/',
    'app://chancery',
    'app://chancery/assets',
    'app://chancery/assets/',
    'app://chancery/__proto__',
    'app://chancery/constructor',
    `app://chancery${place}/index.html`,
    'file:///etc/passwd',
    'https://chancery/index.html',
    '',
  ])('answers %j with 404', async (url) => {
    expect(resolveUrl(map, url)).toBeUndefined();
    expect(await status(url)).toBe(404);
  });

  it('answers reading only', async () => {
    expect(await status('app://chancery/index.html', 'HEAD')).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await status('app://chancery/index.html', method)).toBe(404);
    }
  });
});

describe('requests', () => {
  it.each(['app://chancery/index.html', 'blob:app://chancery/1', 'data:text/plain,x'])('%s may load', (url) => {
    expect(mayLoad(url)).toBe(true);
  });
  it.each([
    'https://a.example/',
    'http://127.0.0.1/',
    'ws://a.example/',
    'file:///etc/passwd',
    'ftp://a',
    'chrome://gpu',
  ])('%s may not', (url) => {
    expect(mayLoad(url)).toBe(false);
  });
});

describe('externalAddress', () => {
  it('lets http, https and mailto through, written anew', () => {
    expect(externalAddress('HTTPS://Example.org/a b')).toBe('https://example.org/a%20b');
    expect(externalAddress('mailto:desk@example.org')).toBe('mailto:desk@example.org');
  });
  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/x',
    'ms-msdt:x',
    'data:text/html,x',
    '/x',
    '',
    ' ',
  ])('refuses %j', (address) => {
    expect(externalAddress(address)).toBeUndefined();
  });
});
