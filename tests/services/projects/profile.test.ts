import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profileFolder, readProfile, saveProfile } from '../../../src/main/projects/profile.ts';
import { countingIds, temporaryFolder } from './folder.ts';

test('the first use makes a profile named after the user of the system; its id stays', () => {
  const folder = join(temporaryFolder(), 'Attest');
  const newId = countingIds();
  const first = readProfile(folder, newId);
  expect(first.name).toBe(userInfo().username);
  expect(first.initials).not.toBe('');
  expect(readProfile(folder, newId)).toEqual(first);
});

test('a changed profile keeps its id', () => {
  const folder = temporaryFolder();
  const newId = countingIds();
  const changed = { ...readProfile(folder, newId), name: 'Ana Silva', initials: 'AS', colour: 3 };
  saveProfile(folder, changed);
  expect(readProfile(folder, newId)).toEqual(changed);
});

test('a damaged profile is kept aside and a new one made', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'profile.json'), '{ "id": "me" }');
  const made = readProfile(folder, countingIds());
  expect(made.id).toBe('00000000-0000-7000-8000-000000000001');
  expect(readFileSync(join(folder, 'profile.json.damaged-1'), 'utf8')).toBe('{ "id": "me" }');
});

test('a folder that cannot be there gives a profile for this run, and says so when one is saved', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const folder = join(file, 'Attest');
  const profile = readProfile(folder, countingIds());
  expect(profile.name).toBe(userInfo().username);
  expect(() => saveProfile(folder, profile)).toThrow(/could not be saved/);
});

test('the folder is the named one, or else the platform’s', () => {
  expect(profileFolder({ ATTEST_PROFILE_DIR: '/somewhere' })).toBe('/somewhere');
  expect(profileFolder({ HOME: '/home/ana' })).toMatch(/Attest$/);
});
