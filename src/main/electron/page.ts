import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, pageFile } from './page-address.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Makes `app:` a scheme like https; must be called before the application is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Answers `app://attest/…` with the files of one folder, and everything else with 404. */
export function servePage(folder: string, styleNonce: string): void {
  const policy = contentSecurityPolicy(styleNonce);
  protocol.handle('app', async ({ method, url }) => {
    const path = method === 'GET' ? pageFile(folder, url) : null;
    const mediaType = path === null ? undefined : mediaTypes[extname(path)];
    if (path === null || mediaType === undefined) return notFound();
    try {
      return new Response(await readFile(path), {
        headers: {
          'content-type': mediaType,
          'content-security-policy': policy,
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
}
