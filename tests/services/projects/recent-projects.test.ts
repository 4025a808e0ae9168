import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRecentProjects } from '../../../src/main/projects/recent-projects.ts';
import { createSettings } from '../../../src/main/projects/settings.ts';
import { testFolder } from '../../support/test-app.ts';

test('the latest project stands first, once, under its present name; a lost one is marked', () => {
  const folder = testFolder();
  const here = join(folder, 'here.attest');
  const gone = join(folder, 'gone.attest');
  writeFileSync(here, '');
  let nowMs = Date.UTC(2026, 0, 31, 9);
  const recents = createRecentProjects(folder, () => nowMs);
  recents.remember({ path: here, name: 'Here' });
  nowMs += 1_000;
  recents.remember({ path: gone, name: 'Gone' });
  nowMs += 1_000;
  recents.remember({ path: here, name: 'Here, renamed' });
  const expected = [
    { path: here, name: 'Here, renamed', openedAt: '2026-01-31T09:00:02.000Z', missing: false },
    { path: gone, name: 'Gone', openedAt: '2026-01-31T09:00:01.000Z', missing: true },
  ];
  expect(recents.list()).toEqual(expected);
  expect(createRecentProjects(folder, () => nowMs).list()).toEqual(expected);
  recents.forget(here);
  expect(recents.list()).toEqual(expected.slice(1));
});

test('thirty projects are remembered', () => {
  const recents = createRecentProjects(testFolder(), () => 0);
  for (let number = 0; number < 40; number += 1) {
    recents.remember({ path: `/projects/${number}.attest`, name: String(number) });
  }
  expect(recents.list().map(({ name }) => name)).toEqual(
    Array.from({ length: 30 }, (_, index) => String(39 - index)),
  );
});

test('settings hold any JSON value; null forgets one; they are there after a restart', () => {
  const folder = testFolder();
  const settings = createSettings(folder);
  expect(settings.get('panes')).toBeNull();
  settings.set('panes', { left: 240, folded: [true, null] });
  settings.set('constructor', 'a name like others');
  settings.set('theme', 'dark');
  settings.set('theme', null);
  const again = createSettings(folder);
  expect(again.get('panes')).toEqual({ left: 240, folded: [true, null] });
  expect(again.get('constructor')).toBe('a name like others');
  expect(again.get('theme')).toBeNull();
});

test('a setting that cannot be written is refused with a sentence, and the old one stays', () => {
  const file = join(testFolder(), 'file');
  writeFileSync(file, '');
  const settings = createSettings(join(file, 'Attest'));
  expect(() => settings.set('theme', 'dark')).toThrow(/could not be saved.*old one is kept/);
  expect(settings.get('theme')).toBeNull();
});
