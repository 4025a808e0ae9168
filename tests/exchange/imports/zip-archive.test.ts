import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { archiveLimits, openZip } from '../../../src/main/imports/zip-archive.ts';
import type { ZipLimits } from '../../../src/main/imports/zip-archive.ts';
import { beginsLikeZip } from '../../../src/main/imports/zip-directory.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';

const limits: ZipLimits = { ...archiveLimits, entries: 20, entryBytes: 20_000_000 };

function readAll(bytes: Uint8Array, within = limits): Readonly<Record<string, string>> {
  const archive = openZip(bytes, within);
  return Object.fromEntries(
    archive.entries.map((entry) => [entry.name, Buffer.from(archive.read(entry)).toString()]),
  );
}

const files = {
  'a.txt': strToU8('One'),
  'b/ü.txt': strToU8('two '.repeat(1000)),
  empty: strToU8(''),
};
const expected = { 'a.txt': 'One', 'b/ü.txt': 'two '.repeat(1000), empty: '' };

test('entries are listed and read, stored and deflated', () => {
  for (const level of [0, 6] as const) expect(readAll(zipSync(files, { level }))).toEqual(expected);
});

test('an archive is read behind whatever stands before it', () => {
  const bytes = Buffer.concat([Buffer.from('#!/bin/sh\nexit\n'), zipSync(files)]);
  expect(beginsLikeZip(bytes)).toBe(false);
  expect(readAll(bytes)).toEqual(expected);
});

test('an entry is found without regard to case where there is none of its very name', () => {
  const archive = openZip(zipSync({ 'A.txt': strToU8('1'), 'a.txt': strToU8('2') }));
  expect(archive.find('A.txt')?.name).toBe('A.txt');
  expect(archive.find('a.TXT')?.name).toBe('a.txt');
  expect(archive.find('b.txt')).toBe(null);
});

test('paths that lead out are names and nothing else', () => {
  const names = ['../../etc/passwd', '/etc/passwd', 'C:\\x\\y', 'a/./b'];
  const archive = openZip(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))));
  expect(archive.entries.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['../../etc/passwd', '/etc/passwd', 'C:/x/y', 'a/./b']),
  );
});

test('a bomb is refused while it unpacks, whatever its headers say', () => {
  const bytes = Buffer.from(zipSync({ bomb: new Uint8Array(30_000_000) }, { level: 9 }));
  expect(() => readAll(bytes)).toThrow(/^“bomb” unpacks to more than 250 times its size/);
  const directory = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(10, directory + 24);
  expect(() => readAll(bytes)).toThrow(/^“bomb” unpacks to more than 250 times its size/);
  expect(() => readAll(bytes, { ...limits, growth: 1e9 })).toThrow(
    /^“bomb” unpacks to more than 19/,
  );
});

test('many entries and a large sum are refused', () => {
  const many = Object.fromEntries(
    Array.from({ length: 21 }, (_, index) => [`${index}`, strToU8('x')]),
  );
  expect(() => readAll(zipSync(many))).toThrow('The ZIP archive has more than 20 entries');
  const noise = Uint8Array.from({ length: 600_000 }, (_, index) => (index * index * 7919) >> 7);
  const bytes = zipSync({ a: noise, b: noise });
  expect(() => readAll(bytes, { ...limits, totalBytes: 1024 ** 2 })).toThrow(
    'The ZIP archive unpacks to more than 1 MB and was left out.',
  );
});

test('what is damaged, divided, encrypted or packed oddly is said in a sentence', () => {
  const whole = Buffer.from(zipSync(files, { level: 0 }));
  expect(() => readAll(whole.subarray(0, -30))).toThrow(
    /^The file is a damaged ZIP archive: .*\.$/,
  );
  const changed = Buffer.from(whole);
  changed.write('X', changed.indexOf('One'));
  expect(() => readAll(changed)).toThrow('“a.txt” in the file is damaged; get the file again.');
  const directory = whole.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const encrypted = Buffer.from(whole);
  encrypted.writeUInt16LE(1, directory + 8);
  expect(() => readAll(encrypted)).toThrow(/^“a.txt” is protected by a password/);
  const odd = Buffer.from(whole);
  odd.writeUInt16LE(14, directory + 10);
  expect(() => readAll(odd)).toThrow(/^“a.txt” is compressed in a way that is not read/);
});

test('a changed archive gives its entries or one sentence', () => {
  const whole = zipSync(files);
  const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.integer({ min: 0, max: 255 }) });
  const mutants = fc.record({
    changes: fc.array(change, { minLength: 1, maxLength: 8 }),
    length: fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
  });
  fc.assert(
    fc.property(mutants, ({ changes, length }) => {
      const bytes = Uint8Array.from(whole);
      for (const { at, to } of changes) bytes[at] = to;
      try {
        readAll(bytes.subarray(0, length));
      } catch (error) {
        expect((error as Error).name).toBe('ZipProblem');
        expect((error as Error).message).toMatch(/^[^\n]{10,200}\.$/);
      }
    }),
    { numRuns: fuzzRuns(5) },
  );
});
