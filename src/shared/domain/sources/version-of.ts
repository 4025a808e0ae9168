import { diffWords, keptShare } from './word-diff.ts';

/** From this share of the shorter text on, a file of the same name is taken for the same article. */
export const sameFileShare = 0.6;
/** From this share on, a page of the same address is; below it, the address shows something else by now (a front page). */
export const sameAddressShare = 0.3;

/** Parameters that say how a reader came to a page, not which page it is. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|smid)$/i;

/**
 * An address as pages are told apart by it: without scheme, `www.`, fragment, tracking parameters and the last
 * slash. Null for what is no web address, and for a site's front page, which shows other articles every day.
 */
export function addressKey(url: string | null): string | null {
  const match = /^https?:\/\/(?:www\.)?([^/?#\s]+)([^?#\s]*)(?:\?([^#\s]*))?/i.exec(
    url?.trim() ?? '',
  );
  if (match === null) return null;
  const [, host = '', path = '', query = ''] = match;
  const parameters = query
    .split('&')
    .filter((pair) => pair !== '' && !tracking.test(pair.split('=', 1)[0] ?? ''))
    .sort();
  const place = path.replace(/\/+$/, '');
  if (place === '' && parameters.length === 0) return null;
  return host.toLowerCase() + place + (parameters.length === 0 ? '' : `?${parameters.join('&')}`);
}

/** Whether a text is another version of an older one, by what the two sources have in common besides. */
export function isVersionOf(newText: string, oldText: string, by: 'address' | 'file'): boolean {
  if (newText.trim() === '' || oldText.trim() === '') return false;
  const share = keptShare(diffWords(oldText, newText));
  return share >= (by === 'address' ? sameAddressShare : sameFileShare);
}
