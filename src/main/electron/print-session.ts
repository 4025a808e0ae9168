import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { session, type Session } from 'electron';

/** The address of a page that is printed, by its name. */
export function printAddress(name: string): string {
  return `app://print/${name}.html`;
}

/** What the page may load: nothing but the application's faces, as its own policy says too. */
const policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'";

/** A session of its own, in memory, that knows the pages of one folder and the application's faces, and answers nothing else. */
export function createPrintSession(folder: string, pageFolder: string): Session {
  const own = session.fromPartition('print');
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !request.url.startsWith('app://print/') });
  });
  const assets = join(pageFolder, 'assets');
  own.protocol.handle('app', async ({ method, url }) => {
    const page = /^app:\/\/print\/([\w-]+\.html)$/.exec(url)?.[1];
    const name = /^app:\/\/print\/assets\/([\w.-]+)$/.exec(url)?.[1];
    if (method !== 'GET') return notFound();
    if (page !== undefined) {
      return reply(await readFile(join(folder, page)), 'text/html; charset=utf-8');
    }
    if (name === 'faces.css') return reply(facesIn(assets), 'text/css; charset=utf-8');
    if (name?.endsWith('.woff2') === true && readdirSync(assets).includes(name)) {
      return reply(await readFile(join(assets, name)), 'font/woff2');
    }
    return notFound();
  });
  return own;
}

/** The rules for faces in the application's own style sheets. */
function facesIn(assets: string): string {
  return readdirSync(assets)
    .filter((name) => name.endsWith('.css'))
    .flatMap(
      (name) => readFileSync(join(assets, name), 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [],
    )
    .join('\n');
}

function reply(body: string | Buffer<ArrayBuffer>, mediaType: string): Response {
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    },
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
}
