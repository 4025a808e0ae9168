import { expect, test } from 'vitest';
import { createGrants } from '../../../src/main/electron/grants.ts';
import { contentSecurityPolicy, pageFile } from '../../../src/main/electron/page-address.ts';
import { pathsTold } from '../../../src/main/electron/paths-told.ts';
import { projectArgument } from '../../../src/main/electron/start-arguments.ts';

const reads = { files: true } as const;
const writes = { files: true, writesFile: true } as const;

test('a path must have been granted, however it is written', () => {
  const grants = createGrants();
  grants.add('read', ['/articles/one.txt']);
  expect(grants.allow(reads, { path: '/articles/one.txt' })).toBe(true);
  expect(grants.allow(reads, { path: '/articles/../articles/./one.txt' })).toBe(true);
  expect(grants.allow(reads, { path: '/articles/two.txt' })).toBe(false);
  expect(grants.allow(reads, { path: '/articles/one.txt.secret' })).toBe(false);
  expect(grants.allow(reads, { path: '/' })).toBe(false);
});

test('each of several paths must have been granted', () => {
  const grants = createGrants();
  grants.add('read', ['/a', '/b']);
  expect(grants.allow(reads, { paths: ['/a', '/b'] })).toBe(true);
  expect(grants.allow(reads, { paths: ['/a', '/b', '/c'] })).toBe(false);
  expect(grants.allow(reads, { paths: '/c' })).toBe(false);
  expect(grants.allow(reads, { paths: ['/a'], path: '/c' })).toBe(false);
});

test('a folder is granted with all below it, but not what climbs out of it', () => {
  const grants = createGrants();
  grants.add('read', ['/articles/']);
  expect(grants.allow(reads, { paths: ['/articles', '/articles/2024/one.txt'] })).toBe(true);
  expect(grants.allow(reads, { path: '/articles/../secret' })).toBe(false);
  expect(grants.allow(reads, { path: '/articles-of-others/one.txt' })).toBe(false);
});

test('what was chosen to be read may not be written over; what was chosen to be written may be read', () => {
  const grants = createGrants();
  grants.add('read', ['/articles', '/articles/one.txt']);
  grants.add('write', ['/out/claims.csv']);
  expect(grants.allow(writes, { path: '/articles/one.txt' })).toBe(false);
  expect(grants.allow(writes, { path: '/out/claims.csv' })).toBe(true);
  expect(grants.allow(writes, { path: '/out/other.csv' })).toBe(false);
  expect(grants.allow(reads, { path: '/out/claims.csv' })).toBe(true);
});

test('a method that names no files is not looked at, and one without a path needs none', () => {
  const grants = createGrants();
  expect(grants.allow({}, { path: '/anything' })).toBe(true);
  expect(grants.allow(writes, {})).toBe(true);
  expect(grants.allow(reads, null)).toBe(true);
});

test('paths that the core names in its answers are found', () => {
  const told = (domain: string, method: string, value: unknown): readonly string[] =>
    pathsTold({ domain, method, input: {} }, value);
  expect(told('projects', 'recent', [{ path: '/a' }, { path: '/b' }])).toEqual(['/a', '/b']);
  expect(told('projects', 'state', { project: { path: '/a' } })).toEqual(['/a']);
  expect(told('projects', 'state', { project: null })).toEqual([]);
  expect(told('project', 'backup', { path: '/b' })).toEqual(['/b']);
  expect(told('projects', 'getSetting', { path: '/c' })).toEqual([]);
});

test('the page’s address leads to files of its folder only', () => {
  const file = (url: string): string | null => pageFile('/out/renderer', url);
  expect(file('app://attest/assets/index.js?v=1#top')).toBe('/out/renderer/assets/index.js');
  expect(file('app://attest/../main/core.js')).toBe('/out/renderer/main/core.js');
  expect(file('app://attest/..%2f..%2fmain/core.js')).toBeNull();
  expect(file('app://attest/%2e%2e%2f%2e%2e%2fetc/passwd')).toBeNull();
  expect(file('app://attest/index.html%00.png')).toBeNull();
  expect(file('app://attest/%')).toBeNull();
  expect(file('app://attest.example/index.html')).toBeNull();
  expect(file('app://other/index.html')).toBeNull();
});

test('the policy lets nothing in but the application’s own files', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('the project among the arguments', () => {
  expect(projectArgument(['--flag=x.attest', '.', 'b.attest'], '/here')).toBe('/here/b.attest');
  expect(projectArgument(['/there/Case.ATTEST'], '/here')).toBe('/there/Case.ATTEST');
  expect(projectArgument(['.', '--inspect=0'], '/here')).toBeNull();
});
