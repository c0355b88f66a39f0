// Security of pages: the app: protocol with its fixed file map, the content security policy, and everything that is denied.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Protocol, Session, WebContents } from 'electron';

export const SCHEME = 'app';
export const ORIGIN = 'app://chancery';
export const START_PAGE = `${ORIGIN}/index.html`;

/** The policy of safety.md, sent as a response header. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** URL -> file on disk. Built once from the folder; what is not a key does not exist. */
export type FileMap = ReadonlyMap<string, string>;

/** Lists a folder into a map of whole URLs, so that a lookup needs no parsing and nothing can be climbed out of. */
export function fileMap(folder: string): FileMap {
  const map = new Map<string, string>();
  const walk = (from: string, url: string) => {
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const file = join(from, entry.name);
      if (entry.isDirectory()) walk(file, `${url}/${encodeURIComponent(entry.name)}`);
      else if (entry.isFile()) map.set(`${url}/${encodeURIComponent(entry.name)}`, file);
    }
  };
  walk(folder, ORIGIN);
  return map;
}

/**
 * The file of an app: URL, or undefined (answered with 404). The URL is compared as it stands, query and fragment cut off:
 * `..`, `%2e%2e`, backslashes, NUL, a doubled slash or another host are simply no keys of the map.
 */
export function resolveUrl(map: FileMap, url: string): string | undefined {
  const end = url.search(/[?#]/);
  return map.get(end < 0 ? url : url.slice(0, end));
}

/** Answers one request of the app: protocol. */
export async function answerRequest(map: FileMap, method: string, url: string): Promise<Response> {
  const headers = {
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  const file = method === 'GET' || method === 'HEAD' ? resolveUrl(map, url) : undefined;
  if (file === undefined) {
    return new Response('Not found.', { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' } });
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } });
}

/** Before the app is ready: app: pages get an origin of their own, as https pages have one. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** True for what a page may load: the program's own files and what the page itself holds. Nothing of it leaves the machine. */
export function mayLoad(url: string): boolean {
  return url.startsWith(`${SCHEME}:`) || url.startsWith('blob:') || url.startsWith('data:');
}

/** Serves the pages and denies every permission, device and request outwards. */
export function secureSession(session: Session, map: FileMap, refused: (what: string) => void): void {
  session.protocol.handle(SCHEME, (request) => answerRequest(map, request.method, request.url));
  session.setPermissionRequestHandler((_page, permission, answer) => {
    refused(`permission ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    // The developer tools, which the packed app does not offer, are pages of devtools:.
    const allowed = mayLoad(details.url) || details.url.startsWith('devtools:');
    if (!allowed) refused(`request ${details.url.slice(0, 200)}`);
    answer({ cancel: !allowed });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** A page stays where it is: no navigation, no window, no webview. */
export function securePage(page: WebContents, refused: (what: string) => void): void {
  const stay = (event: { preventDefault(): void }) => {
    refused('navigation');
    event.preventDefault();
  };
  page.on('will-navigate', stay);
  page.on('will-frame-navigate', stay);
  page.on('will-redirect', stay);
  page.on('will-attach-webview', stay);
  page.setWindowOpenHandler(() => {
    refused('window.open');
    return { action: 'deny' };
  });
}

const EXTERNAL = new Set(['http:', 'https:', 'mailto:']);

/** The address as it may be handed to the system, re-serialised; undefined when it is none of http, https and mailto. */
export function externalAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return EXTERNAL.has(url.protocol) ? url.href : undefined;
}
