import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dependenciesInstalled } from '../../scripts/dependencies.mjs';
import { unzip } from '../../scripts/unzip.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('dependenciesInstalled', () => {
  const wanted = {
    '': { name: 'attest' },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  };

  function lock(path: string, packages: object): void {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify({ packages }));
  }

  test.each([
    ['as the lock file says', { version: '4.6.7', integrity: 'sha512-a' }, true],
    ['another version', { version: '4.6.6', integrity: 'sha512-a' }, false],
    ['another content', { version: '4.6.7', integrity: 'sha512-b' }, false],
  ])('%s', (_, installed, expected) => {
    lock('package-lock.json', wanted);
    lock('node_modules/.package-lock.json', { 'node_modules/zod': installed });
    expect(dependenciesInstalled(folder)).toBe(expected);
  });

  test('says no before and in the middle of an installation', () => {
    lock('package-lock.json', wanted);
    expect(dependenciesInstalled(folder)).toBe(false);
    lock('node_modules/.package-lock.json', {});
    expect(dependenciesInstalled(folder)).toBe(false);
  });
});

interface ZipEntry {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
  readonly deflated: boolean;
}

/** A ZIP archive by PKWARE's APPNOTE, with what `unzip` reads. */
function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode, deflated } of entries) {
    const nameBytes = Buffer.from(name);
    const bytes = Buffer.from(text);
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(deflated ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), shared, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((0o100000 | mode) * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), shared, rest, nameBytes]),
    );
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

describe('unzip', () => {
  function unpack(
    entries: readonly ZipEntry[],
    rename: (path: string) => string | undefined = (path) => path,
  ): string {
    const archive = join(folder, 'archive.zip');
    writeFileSync(archive, zipOf(entries));
    const target = join(folder, 'target');
    unzip(archive, target, rename);
    return target;
  }

  test('unpacks stored and deflated files with their modes', () => {
    const target = unpack([
      { name: 'a/tool', text: 'x'.repeat(1000), mode: 0o755, deflated: true },
      { name: 'b.txt', text: 'plain', mode: 0o644, deflated: false },
    ]);
    expect(readFileSync(join(target, 'a/tool'), 'utf8')).toBe('x'.repeat(1000));
    expect(statSync(join(target, 'a/tool')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(target, 'b.txt'), 'utf8')).toBe('plain');
  });

  test('renames and leaves out', () => {
    const entry = { text: '', mode: 0o644, deflated: false };
    const target = unpack(
      [
        { ...entry, name: 'keep' },
        { ...entry, name: 'drop' },
      ],
      (path) => (path === 'keep' ? 'kept' : undefined),
    );
    expect(readdirSync(target)).toEqual(['kept']);
  });

  test('writes nothing outside of the folder', () => {
    const entry = { name: 'a/../../escaped', text: '', mode: 0o644, deflated: false };
    expect(() => unpack([entry])).toThrow('leaves the folder');
    expect(readdirSync(folder)).toEqual(['archive.zip']);
  });

  test('refuses an archive that is cut off', () => {
    const archive = join(folder, 'archive.zip');
    const whole = zipOf([{ name: 'a', text: 'abc', mode: 0o644, deflated: false }]);
    writeFileSync(archive, whole.subarray(0, whole.length - 10));
    expect(() => unzip(archive, folder, (path) => path)).toThrow('no directory');
  });
});
