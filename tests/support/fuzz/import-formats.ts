import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  archivesOf,
  boxesOf,
  jsonOf,
  mailsOf,
  markdownOf,
  savedPagesOf,
  tablesOf,
} from './derived-files.ts';
import type { DeriveFiles } from './derived-files.ts';
import { byteMutators } from './mutate-bytes.ts';
import type { Mutator } from './mutate-bytes.ts';
import { pdfTokens, rtfTokens, tokenMutator } from './mutate-tokens.ts';
import { mutateEntries } from './mutate-zip.ts';

/** A format whose importer is fuzzed: the files that are mutated, and how. */
export interface FuzzedFormat {
  readonly name: string;
  /** The ending of the mutants' names, with the dot. */
  readonly ending: string;
  /** The folder of the real files, below the shared data. */
  readonly folder: string;
  /** The names of the real files, where not all of the folder are of the format. */
  readonly files?: RegExp;
  /** What is made of the real files before they are mutated. */
  readonly derive?: DeriveFiles;
  /** The mutators, each as often as the others. */
  readonly mutators: readonly Mutator[];
}

const data = join(import.meta.dirname, '../../../../shared/data');

const pages = 'articles/extraction-benchmark';

/** Every format that is fuzzed. A new one is one line here. */
export const fuzzedFormats: readonly FuzzedFormat[] = [
  {
    name: 'PDF',
    ending: '.pdf',
    folder: 'import/pdf',
    mutators: [tokenMutator(pdfTokens), tokenMutator(pdfTokens), ...byteMutators],
  },
  {
    name: 'DOCX',
    ending: '.docx',
    folder: 'import/docx',
    mutators: [mutateEntries, mutateEntries, mutateEntries, mutateEntries, ...byteMutators],
  },
  {
    name: 'ODT',
    ending: '.odt',
    folder: 'import/odt',
    mutators: [mutateEntries, mutateEntries, mutateEntries, mutateEntries, ...byteMutators],
  },
  {
    name: 'EPUB',
    ending: '.epub',
    folder: 'import/epub',
    mutators: [mutateEntries, mutateEntries, mutateEntries, mutateEntries, ...byteMutators],
  },
  {
    name: 'RTF',
    ending: '.rtf',
    folder: 'import/rtf',
    mutators: [tokenMutator(rtfTokens), tokenMutator(rtfTokens), ...byteMutators],
  },
  { name: 'HTML', ending: '.html', folder: pages, files: /\.html$/, mutators: byteMutators },
  { name: 'plain text', ending: '.txt', folder: 'import/charsets', mutators: byteMutators },
  {
    name: 'MHTML',
    ending: '.mhtml',
    folder: pages,
    files: /\.html$/,
    derive: savedPagesOf,
    mutators: byteMutators,
  },
  { name: 'EML', ending: '.eml', folder: 'import/eml', derive: mailsOf, mutators: byteMutators },
  { name: 'MBOX', ending: '.mbox', folder: 'import/eml', derive: boxesOf, mutators: byteMutators },
  {
    name: 'JSON',
    ending: '.json',
    folder: 'articles/extraction-benchmark',
    files: /^reference\.json$/,
    derive: jsonOf,
    mutators: byteMutators,
  },
  {
    name: 'CSV',
    ending: '.csv',
    folder: 'articles/extraction-benchmark',
    files: /^reference\.json$/,
    derive: tablesOf,
    mutators: byteMutators,
  },
  {
    name: 'Markdown',
    ending: '.md',
    folder: 'articles/extraction-benchmark',
    files: /^reference\.json$/,
    derive: markdownOf,
    mutators: byteMutators,
  },
  {
    name: 'ZIP',
    ending: '.zip',
    folder: pages,
    files: /\.html$/,
    derive: archivesOf,
    mutators: [mutateEntries, mutateEntries, ...byteMutators],
  },
];

const largestSeed = 300_000;

/** The real files of a format, the largest left out; none where the shared data is missing. */
export function realFiles(format: FuzzedFormat): readonly Uint8Array[] {
  const folder = join(data, format.folder);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .sort()
    .filter((name) => !name.startsWith('.') && (format.files?.test(name) ?? true))
    .map((name) => readFileSync(join(folder, name)));
  return (format.derive?.(files) ?? files).filter(
    ({ length }) => length > 0 && length <= largestSeed,
  );
}
