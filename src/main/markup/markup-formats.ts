import { bratFormat } from './brat-format.ts';
import { jsonlFormat } from './jsonl-format.ts';
import type { MarkupFormat } from './markup-item.ts';

/** Every format that can be read; a further one is one file and one entry. */
export const markupFormats: readonly MarkupFormat[] = [jsonlFormat, bratFormat];

/** The format of a name that the command line or a file gives; null where there is none. */
export function markupFormat(name: string): MarkupFormat | null {
  return markupFormats.find((format) => format.name === name) ?? null;
}
