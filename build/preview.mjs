// Serves the built renderer on 127.0.0.1 for a browser, with the same content security policy as the app.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/** A fixed port: another one would be another origin, with an empty storage (stack.md). */
const PORT = 4670;

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
});

/** safety.md, Electron security. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Starts the server. `files` are the articles that the page opens with.
 * @param {{ name: string, bytes: Uint8Array }[]} files
 * @param {number} [port] the first port to try
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function servePreview(files, port = PORT) {
  const folder = path.join(root, 'dist', 'renderer');
  const start = JSON.stringify({
    kind: 'articles',
    files: files.map((file) => ({ name: file.name, base64: Buffer.from(file.bytes).toString('base64') })),
  });
  const server = createServer((request, response) => {
    const { port: own } = /** @type {import('node:net').AddressInfo} */ (server.address());
    /** @param {number} status @param {string} type @param {string | Buffer} body */
    const answer = (status, type, body) => {
      response.writeHead(status, {
        'content-type': type,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    // A page of another site whose name was pointed at this address must not read what is served here.
    if (![`127.0.0.1:${own}`, `localhost:${own}`].includes(request.headers.host ?? '')) {
      return answer(403, 'text/plain', 'Wrong host.');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'Only reading.');
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/start.json') return answer(200, TYPES['.json'] ?? '', start);
    let wanted;
    try {
      wanted = path.resolve(folder, `.${decodeURIComponent(pathname === '/' ? '/index.html' : pathname)}`);
    } catch {
      return answer(404, 'text/plain', 'Not found.');
    }
    const type = TYPES[path.extname(wanted)];
    if (!wanted.startsWith(folder + path.sep) || !type || !existsSync(wanted)) {
      return answer(404, 'text/plain', 'Not found.');
    }
    return answer(200, type, readFileSync(wanted));
  });
  /** @param {number} from @returns {Promise<number>} */
  const listen = (from) =>
    new Promise((resolve, reject) => {
      server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        if (error.code === 'EADDRINUSE' && from < port + 50) resolve(listen(from + 1));
        else reject(error);
      });
      server.listen(from, '127.0.0.1', () => resolve(from));
    });
  const taken = await listen(port);
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
