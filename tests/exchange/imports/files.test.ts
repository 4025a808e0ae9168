import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { collectFiles } from '../../../src/main/imports/collect-files.ts';
import { maximumFileBytes, readSourceFile } from '../../../src/main/imports/read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-files-'));
const at = (...names: readonly string[]): string => join(folder, ...names);

beforeAll(() => {
  mkdirSync(at('news', 'Beta', 'deep'), { recursive: true });
  mkdirSync(at('news', '.hidden'));
  mkdirSync(at('empty', 'emptier'), { recursive: true });
  for (const name of [
    'b.txt',
    'a.html',
    'Z.txt',
    '.secret',
    'Thumbs.db',
    'x.attest',
    'x.attest-wal',
  ]) {
    writeFileSync(at('news', name), `Content of ${name}.`);
  }
  writeFileSync(at('news', '.hidden', 'c.txt'), 'hidden');
  writeFileSync(at('news', 'Beta', 'deep', 'd.txt'), 'deep');
  symlinkSync(at('news'), at('news', 'Beta', 'loop'));
  symlinkSync(at('nowhere'), at('news', 'broken'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function collect(...paths: readonly string[]): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const each of collectFiles(paths)) {
    found.push('problem' in each ? [each.path, each.problem] : [each.name]);
  }
  return found;
}

describe('the files of folders', () => {
  test('come in one order, without hidden files, projects and loops of links', async () => {
    expect(await collect(at('news'))).toEqual([
      ['Beta/deep/d.txt'],
      ['Z.txt'],
      ['a.html'],
      ['b.txt'],
      [at('news', 'broken'), 'There is no such file or folder.'],
    ]);
  });

  test('are those that are named, hidden or not, in the order in which they are named', async () => {
    expect(await collect(at('news', 'b.txt'), at('news', '.secret'), at('none'))).toEqual([
      ['b.txt'],
      ['.secret'],
      [at('none'), 'There is no such file or folder.'],
    ]);
  });

  test('must be some', async () => {
    expect(await collect(at('empty'))).toEqual([[at('empty'), 'The folder holds no files.']]);
  });
});

describe('the bytes of a file', () => {
  test('come with their hash', async () => {
    writeFileSync(at('abc.txt'), 'abc');
    expect(await readSourceFile(at('abc.txt'))).toEqual({
      fileName: 'abc.txt',
      bytes: Buffer.from('abc'),
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  test('are refused before they are read where they are too many', async () => {
    writeFileSync(at('huge.txt'), '');
    truncateSync(at('huge.txt'), maximumFileBytes + 1);
    expect(await readSourceFile(at('huge.txt'))).toEqual({
      problem: 'The file has 201 MB; a file may have 200 MB. Split it and import its parts.',
    });
  });

  test.skipIf(process.platform === 'win32')('are not waited for from a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(await readSourceFile(at('pipe'))).toEqual({
      problem: 'This is a device or a pipe and not a file.',
    });
  });

  test.each([
    ['empty', 'This is a folder and not a file.'],
    ['none.txt', 'There is no such file or folder.'],
    ['nothing.txt', 'The file is empty.'],
  ])('are none: %s', async (name, problem) => {
    writeFileSync(at('nothing.txt'), '');
    expect(await readSourceFile(at(name))).toEqual({ problem });
  });
});
