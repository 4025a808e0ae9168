import { Buffer } from 'node:buffer';

import { findColumns } from '../../shared/domain/sources/article-columns.ts';
import { articleSource } from './article-source.ts';
import { readWhole } from './byte-file.ts';
import type { ByteFile } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import type { Contained, Container, ContainerOptions } from './container.ts';
import { textPieces } from './decode-pieces.ts';
import { jsonCells, jsonNames, jsonRecord } from './json-cells.ts';
import { jsonItems, skipSpace } from './json-items.ts';
import { isMail } from './mail-container.ts';
import { holdsMarkup } from './markup-lines.ts';

/** Reads JSON files of articles: an array or an object of them, a list within an object, JSON lines, or one article. */
export const jsonContainer: Container = {
  name: 'json',
  version: 1,
  canRead: (fileName) => /\.(?:json|jsonl|ndjson)(?:\.\w{1,5})?$/.test(fileName),
  contents: async function* (file, options) {
    if (holdsMarkup(await file.read(0, 1_000_000), options.fileName)) {
      throw new ContainerProblem(
        'The file holds markup and not an article; bring it in as markup.',
      );
    }
    yield* articlesOf(writtenIn(file, options), options);
  },
  records: async function* (file, options) {
    for await (const { json } of writtenIn(file, options)) {
      const value = parsed(json);
      if (typeof value === 'string') yield new Map([['text', value]]);
      else if (isArticle(value)) yield jsonRecord(value);
    }
  },
};

function writtenIn(file: ByteFile, options: ContainerOptions): AsyncIterable<Written> {
  const isLines = /\.(?:jsonl|ndjson)$/i.test(options.fileName);
  return isLines ? linesOf(file, options) : recordsOf(file, options);
}

/** The value of a JSON text; undefined where it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isArticle(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One article as it is written, or what is wrong with it. */
interface Written {
  /** What follows the file's name: `''` where the file is one article. */
  readonly name: string;
  readonly json: string;
}

async function* articlesOf(
  records: AsyncIterable<Written>,
  options: ContainerOptions,
): AsyncGenerator<Contained> {
  let count = 0;
  let withText = 0;
  const failed: Contained[] = [];
  for await (const { name, json } of records) {
    count += 1;
    const item = articleOf(name, json, options);
    if (!('problem' in item)) {
      withText += 1;
      // Nothing is said of the first ones before it is known that the file is one of articles at all.
      yield* failed.splice(0);
      yield item;
    } else if (withText > 0) yield item;
    else if (failed.length < mostHeldBack) failed.push(item);
  }
  if (withText > 0) return;
  const [only] = failed;
  if (count !== 1 || only === undefined) throw new ContainerProblem(noTextProblem, true);
  if ('problem' in only && only.problem === emptyProblem)
    throw new ContainerProblem(emptyProblem, true);
  yield only;
}

const mostHeldBack = 10_000;
const emptyProblem = 'The article has no text; it was left out.';
const noTextProblem =
  'No field of this JSON file is named as the text of an article (“text”, “body”, “content” …); say which one holds it.';

function articleOf(name: string, json: string, options: ContainerOptions): Contained {
  let value = parsed(json);
  if (value === undefined) return { name, problem: 'This is no valid JSON; it was left out.' };
  if (typeof value === 'string') value = { text: value };
  if (!isArticle(value)) {
    return { name, problem: 'This is no article: a JSON object was expected.' };
  }
  const cells = jsonCells(value, findColumns(jsonNames(value), options.columns));
  const text = cells.text?.trim() ?? '';
  if (text === '') return { name, problem: emptyProblem };
  const bytes = Buffer.from(json);
  if (isMail(text.slice(0, 20_000))) {
    return { name, bytes: Buffer.from(cells.text ?? ''), fileName: 'message.eml' };
  }
  const origin = { mediaType: 'application/json', encoding: 'UTF-8', importer: 'json' };
  return {
    name,
    bytes: name === '' ? null : bytes,
    parse: async () => await articleSource(cells, { ...origin, importerVersion: 1 }),
  };
}

/** JSON lines; a file of one line is that article. */
async function* linesOf(file: ByteFile, options: ContainerOptions): AsyncGenerator<Written> {
  let first: Written | null = null;
  let count = 0;
  for await (const written of numberedLines(file, options)) {
    count += 1;
    if (count === 1) first = written;
    else {
      if (first !== null) yield first;
      first = null;
      yield written;
    }
  }
  if (first !== null) yield { ...first, name: '' };
}

async function* numberedLines(file: ByteFile, options: ContainerOptions): AsyncGenerator<Written> {
  let rest = '';
  let number = 0;
  for await (const piece of textPieces(file, options)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestRecord) throw new ContainerProblem(tooLongLine);
    for (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield { name: `#${number}`, json: line };
    }
  }
  if (rest.trim() !== '') yield { name: `#${number + 1}`, json: rest };
}

const longestRecord = 100_000_000;
const tooLongLine = 'It has a line of more than 100 million characters, which is no article.';

async function* recordsOf(file: ByteFile, options: ContainerOptions): AsyncGenerator<Written> {
  if ((await readWhole(file)) === null) {
    throw new ContainerProblem(
      'The file is too large to be read as one JSON value; save it as JSON lines (.jsonl), one article a line.',
    );
  }
  let text = '';
  for await (const piece of textPieces(file, options)) text += piece;
  const start = skipSpace(text, 0);
  if (text[start] === '[') yield* listed(text, start);
  else if (text[start] !== '{') {
    throw new ContainerProblem(
      'The file is no JSON of articles: it begins with no list and no object.',
    );
  } else if (isLines(text, start)) {
    let number = 0;
    for (const line of text.split('\n')) {
      number += 1;
      if (line.trim() !== '') yield { name: `#${number}`, json: line };
    }
  } else yield* ofObject(text, start, options);
}

function* listed(text: string, start: number, prefix = ''): Generator<Written> {
  let number = 0;
  for (const item of jsonItems(text, start)) {
    number += 1;
    yield { name: `${prefix}#${number}`, json: text.slice(item.start, item.end) };
  }
}

/** Objects one below the other, whatever the file is called. */
function isLines(text: string, start: number): boolean {
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd === -1 || text[skipSpace(text, lineEnd)] !== '{') return false;
  try {
    JSON.parse(text.slice(start, lineEnd));
    return true;
  } catch {
    return false;
  }
}

/** An article; or a list of articles among other facts; or articles by their ids. */
function* ofObject(text: string, start: number, options: ContainerOptions): Generator<Written> {
  const items = [...jsonItems(text, start)];
  const whole = { name: '', json: text.slice(start) };
  const keys = items.map(({ key }) => key ?? '');
  const { text: textField } = findColumns(keys, options.columns);
  const ofText = items.find(({ key }) => key === textField);
  if (ofText !== undefined && text[ofText.start] === '"') {
    yield whole;
    return;
  }
  const lists = items.filter((item) => beginsWith(text, item.start, '[', '{'));
  const list =
    lists.find(({ key }) =>
      /^(?:articles|items|results?|data|documents|docs|entries|stories|news|hits|records|posts)$/i.test(
        key ?? '',
      ),
    ) ?? lists[0];
  const objects = items.filter((item) => text[item.start] === '{');
  if (list !== undefined) yield* listed(text, list.start);
  else if (objects.length > 0 && objects.length >= items.length / 2) {
    for (const { key, start: from, end } of objects) {
      yield { name: `#${(key ?? '').slice(0, 200).toWellFormed()}`, json: text.slice(from, end) };
    }
  } else yield whole;
}

function beginsWith(text: string, at: number, first: string, second: string): boolean {
  return text[at] === first && text[skipSpace(text, at + 1)] === second;
}
