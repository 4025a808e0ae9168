import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profileFolder, readProfile, saveProfile } from '../../../src/main/projects/profile.ts';
import { testFolder, testTime } from '../../support/test-app.ts';

test('the first use makes a profile named after the user of the system; its id stays', () => {
  const folder = join(testFolder(), 'Attest');
  const newId = testTime().newId;
  const first = readProfile(folder, newId);
  expect(first.name).toBe(userInfo().username);
  expect(first.initials).not.toBe('');
  expect(readProfile(folder, newId)).toEqual(first);
});

test('a changed profile keeps its id', () => {
  const folder = testFolder();
  const newId = testTime().newId;
  const changed = { ...readProfile(folder, newId), name: 'Ana Silva', initials: 'AS', colour: 3 };
  saveProfile(folder, changed);
  expect(readProfile(folder, newId)).toEqual(changed);
});

test('a damaged profile is kept aside and a new one made', () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'profile.json'), '{ "id": "me" }');
  const made = readProfile(folder, testTime().newId);
  expect(made.id).toBe(testTime().newId());
  expect(readFileSync(join(folder, 'profile.json.damaged-1'), 'utf8')).toBe('{ "id": "me" }');
});

test('a folder that cannot be there gives a profile for this run, and says so when one is saved', () => {
  const file = join(testFolder(), 'file');
  writeFileSync(file, '');
  const folder = join(file, 'Attest');
  const profile = readProfile(folder, testTime().newId);
  expect(profile.name).toBe(userInfo().username);
  expect(() => saveProfile(folder, profile)).toThrow(/could not be saved/);
});

test('the folder is the named one, or else the platform’s', () => {
  expect(profileFolder({ ATTEST_PROFILE_DIR: '/somewhere' })).toBe('/somewhere');
  expect(profileFolder({ HOME: '/home/ana' })).toMatch(/Attest$/);
});
