import { Buffer } from 'node:buffer';

import { findColumns } from '../../shared/domain/sources/article-columns.ts';
import { articleFields } from '../../shared/domain/sources/parsed-source.ts';
import type { ArticleField, ParseOptions } from '../../shared/domain/sources/parsed-source.ts';
import {
  mostPreviewColumns,
  previewedArticles,
  previewedRows,
  previewLength,
  sampleCount,
} from '../../shared/domain/sources/table-preview.ts';
import type {
  PreviewArticle,
  PreviewColumn,
  TablePreview,
} from '../../shared/domain/sources/table-preview.ts';
import type { ByteFile } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import type { Contained, Container, ContainerOptions } from './container.ts';
import { brokenProblem } from './read-parts.ts';
import { containerOf } from './readers.ts';

/** The columns of a file of articles with their first values, and its first articles; or why there are none. */
export async function previewArticles(
  file: ByteFile,
  fileName: string,
  parseOptions: ParseOptions,
): Promise<TablePreview | { readonly problem: string }> {
  const first = await file.read(0, 4096);
  const start = Buffer.from(first).toString('latin1');
  const container = containerOf(fileName.toLowerCase(), start, first);
  if (container?.records === undefined) {
    return { problem: 'The file is no table (CSV, TSV) and no JSON of articles.' };
  }
  const options = { ...parseOptions, fileName };
  try {
    const columns = await columnsOf(container.records(file, options));
    const names = columns.map(({ name }) => name);
    const mapping = findColumns(names, options.columns);
    return { columns, mapping, ...(await articlesOf(container, file, options)) };
  } catch (error) {
    return { problem: error instanceof ContainerProblem ? error.message : brokenProblem(error) };
  }
}

async function columnsOf(
  records: AsyncIterable<ReadonlyMap<string, string>>,
): Promise<readonly PreviewColumn[]> {
  const samples = new Map<string, string[]>();
  let rows = 0;
  for await (const record of records) {
    for (const [name, value] of record) {
      // A column needs a name to be chosen by.
      if (name === '' || (!samples.has(name) && samples.size >= mostPreviewColumns)) continue;
      const known = samples.get(name) ?? [];
      samples.set(name, known);
      const shown = shortened(value);
      if (shown !== '' && known.length < sampleCount && !known.includes(shown)) known.push(shown);
    }
    rows += 1;
    if (rows >= previewedRows) break;
  }
  return [...samples].map(([name, values]) => ({ name, samples: values }));
}

async function articlesOf(
  container: Container,
  file: ByteFile,
  options: ContainerOptions,
): Promise<Pick<TablePreview, 'articles' | 'problem'>> {
  const articles: PreviewArticle[] = [];
  try {
    for await (const item of container.contents(file, options)) {
      articles.push(await articleOf(item));
      if (articles.length >= previewedArticles) break;
    }
  } catch (error) {
    if (!(error instanceof ContainerProblem)) throw error;
    return { articles, problem: error.message };
  }
  return { articles, problem: articles.length === 0 ? 'The file holds no articles.' : null };
}

async function articleOf(item: Contained): Promise<PreviewArticle> {
  const nothing = { name: item.name, values: {}, characters: 0 };
  if ('problem' in item) return { ...nothing, problem: item.problem };
  // A mail that lies in a column is read as a mail.
  if (!('parse' in item)) {
    const text = Buffer.from(item.bytes.subarray(0, 4 * previewLength)).toString('utf8');
    const characters = item.bytes.length;
    return { name: item.name, values: { text: shortened(text) }, characters, problem: null };
  }
  const result = await item.parse();
  if ('problem' in result) return { ...nothing, problem: result.problem };
  const { text, metadata } = result.source;
  const values: Partial<Record<ArticleField, string>> = {};
  for (const field of articleFields) {
    const value = field === 'text' ? text : metadata[field];
    if (value !== null) values[field] = shortened(value);
  }
  return { name: item.name, values, characters: text.length, problem: null };
}

function shortened(value: string): string {
  const folded = value
    .slice(0, 4 * previewLength)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const cut = folded.length > previewLength ? `${folded.slice(0, previewLength)}…` : folded;
  return cut.toWellFormed();
}
