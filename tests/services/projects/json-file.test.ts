import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../../../src/main/projects/json-file.ts';
import { testFolder } from '../../support/test-app.ts';

const schema = z.object({ size: z.int() });

test('what was written is read, and nothing else is left in the folder', () => {
  const folder = join(testFolder(), 'not', 'yet', 'there');
  const path = join(folder, 'window.json');
  writeJsonFile(path, { size: 1 });
  writeJsonFile(path, { size: 2 });
  expect(readJsonFile(path, schema)).toEqual({ size: 2 });
  expect(readdirSync(folder)).toEqual(['window.json']);
});

test('a file that is not there is nothing', () => {
  expect(readJsonFile(join(testFolder(), 'window.json'), schema)).toBeNull();
});

test.each(['', '{ "size": 1', '{ "size": "large" }', '\0\0\0\0'])(
  'a damaged file (%j) is kept aside under a free name',
  (content) => {
    const folder = testFolder();
    const path = join(folder, 'window.json');
    writeFileSync(`${path}.damaged-1`, 'an older one');
    writeFileSync(path, content);
    expect(readJsonFile(path, schema)).toBeNull();
    expect(readFileSync(`${path}.damaged-2`, 'utf8')).toBe(content);
    expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe('an older one');
    writeJsonFile(path, { size: 3 });
    expect(readJsonFile(path, schema)).toEqual({ size: 3 });
  },
);

test('a write that fails keeps the old content and leaves no draft', () => {
  const folder = testFolder();
  const path = join(folder, 'taken.json');
  mkdirSync(join(path, 'inside'), { recursive: true });
  expect(() => writeJsonFile(path, { size: 4 })).toThrow();
  expect(readdirSync(folder)).toEqual(['taken.json']);
});
