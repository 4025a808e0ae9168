import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  /** The mutators, each as often as the others. */
  readonly mutators: readonly Mutator[];
}

const data = join(import.meta.dirname, '../../../../shared/data');

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
];

const largestSeed = 300_000;

/** The real files of a format, the largest left out; none where the shared data is missing. */
export function realFiles(format: FuzzedFormat): readonly Uint8Array[] {
  const folder = join(data, format.folder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => !name.startsWith('.'))
    .map((name) => readFileSync(join(folder, name)))
    .filter(({ length }) => length > 0 && length <= largestSeed);
}
