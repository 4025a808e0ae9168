import { join, sep } from 'node:path';

/** The address of the window's page; no other page is ever shown. */
export const pageOrigin = 'app://attest';
export const pageUrl = `${pageOrigin}/index.html`;

/**
 * The page's Content Security Policy. Scripts and styles come from the application's own files.
 * Radix's dialogs and menus lock scrolling with one style element; it is let through by a nonce that
 * is new in each run. Style attributes set by scripts are no matter of the policy, and none are
 * needed in markup.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "style-src-attr 'none'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The file of the folder that an address means; null for any address outside it. */
export function pageFile(folder: string, url: string): string | null {
  if (!url.startsWith(`${pageOrigin}/`)) return null;
  try {
    const path = join(folder, decodeURIComponent(new URL(url).pathname));
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
