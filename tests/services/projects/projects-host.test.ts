import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createProjectsHost } from '../../../src/main/projects/projects-host.ts';
import { createClient } from '../../../src/shared/contract/client.ts';
import type { AttestEvent } from '../../../src/shared/contract/events.ts';
import type { OpenProject } from '../../../src/shared/contract/projects.ts';
import { migrationsDirectory, testFolder, testTime } from '../../support/test-app.ts';

/** A host with a folder of its own, and all it says. */
function startHost(folder = testFolder()) {
  const events: AttestEvent[] = [];
  const projects: (string | null)[] = [];
  const host = createProjectsHost({
    folder: join(folder, 'user-data'),
    migrationsDirectory,
    ...testTime(folder),
    onProject: (project: OpenProject | null) => projects.push(project?.name ?? null),
  });
  host.subscribe((event) => events.push(event));
  onTestFinished(() => host.close());
  return { folder, host, api: createClient(host.send), events, projects };
}

test('a project is made, worked in, closed and found among the recent ones', async () => {
  const { folder, api, events, projects } = startHost();
  expect((await api.projects.state({})).project).toBeNull();
  await expect(api.sources.list({})).rejects.toMatchObject({ code: 'no-project' });

  const path = join(folder, 'Pier talks.attest');
  const made = await api.projects.create({ path });
  expect(made).toMatchObject({ name: 'Pier talks', path, readOnly: false });
  expect((await api.projects.state({})).project).toEqual(made);
  expect(await api.sources.list({})).toEqual([]);
  await api.projects.close({});
  await expect(api.sources.list({})).rejects.toMatchObject({ code: 'no-project' });

  expect(projects).toEqual(['Pier talks', null]);
  expect(events).toEqual([{ type: 'project' }, { type: 'project' }]);
  expect(await api.projects.recent({})).toMatchObject([{ path, name: 'Pier talks' }]);
  await api.projects.forget({ path });
  expect(await api.projects.recent({})).toEqual([]);
  expect(existsSync(path)).toBe(true);
});

test('a project that cannot be opened leaves the open one open', async () => {
  const { folder, api, projects } = startHost();
  const made = await api.projects.create({ path: join(folder, 'good.attest'), name: 'Good' });
  const other = join(folder, 'other.attest');
  writeFileSync(other, 'Something else.');
  await expect(api.projects.open({ path: other })).rejects.toMatchObject({ code: 'not-a-project' });
  await expect(api.projects.open({ path: join(folder, 'gone.attest') })).rejects.toMatchObject({
    code: 'not-a-project',
  });
  await expect(api.projects.open({ path: 'good.attest' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(api.projects.create({ path: made.path })).rejects.toMatchObject({ code: 'exists' });
  await expect(api.projects.createSample({ path: made.path })).rejects.toMatchObject({
    code: 'exists',
  });
  expect((await api.projects.state({})).project).toEqual(made);
  expect(projects).toEqual(['Good']);
});

test('one project follows the other, and calls wait for it', async () => {
  const { folder, api } = startHost();
  const first = await api.projects.create({ path: join(folder, 'first.attest') });
  await api.projects.create({ path: join(folder, 'second.attest') });
  const [opened, info] = await Promise.all([
    api.projects.open({ path: first.path }),
    api.project.info({}),
  ]);
  expect(opened).toEqual(first);
  expect(info).toEqual(first);
});

test('the open project is not opened twice, whatever it is called', async () => {
  const { folder, api, projects } = startHost();
  mkdirSync(join(folder, 'real'));
  const made = await api.projects.create({ path: join(folder, 'real', 'case.attest') });
  symlinkSync(join(folder, 'real'), join(folder, 'linked'));
  expect(await api.projects.open({ path: join(folder, 'linked', 'case.attest') })).toEqual(made);
  expect(projects).toEqual(['case']);
});

test('what another has open is opened to be read, and to be written once it is free', async () => {
  const writer = startHost();
  const path = join(writer.folder, 'case.attest');
  await writer.api.projects.create({ path });
  const reader = startHost();
  const shown = await reader.api.projects.open({ path });
  expect(shown).toMatchObject({ readOnly: true, readOnlyReason: expect.stringMatching(/\.$/) });
  await expect(reader.api.project.rename({ name: 'Mine' })).rejects.toMatchObject({
    code: 'read-only',
  });
  await writer.host.close();
  expect(await reader.api.projects.open({ path })).toMatchObject({ readOnly: false });
  expect(await reader.api.project.rename({ name: 'Mine' })).toMatchObject({ name: 'Mine' });
});

test('a new name is told and remembered', async () => {
  const { folder, api, projects } = startHost();
  await api.projects.create({ path: join(folder, 'case.attest') });
  await api.project.rename({ name: 'Harbour' });
  expect(projects).toEqual(['case', 'Harbour']);
  expect(await api.projects.recent({})).toMatchObject([{ name: 'Harbour' }]);
});

test('a changed profile counts at once and stays', async () => {
  const started = startHost();
  const { folder, api, events } = started;
  await api.projects.create({ path: join(folder, 'case.attest') });
  const before = (await api.projects.state({})).profile;
  const fields = { name: 'Ana Silva', initials: 'AS', colour: 3 };
  const profile = await api.projects.setProfile(fields);
  expect(profile).toEqual({ id: before.id, ...fields });
  expect(events.at(-1)).toMatchObject({ type: 'changed', kinds: ['analyst'] });
  await api.tags.create({ path: 'talks' });
  expect(await api.project.analysts({})).toContainEqual(profile);
  await started.host.close();
  expect((await startHost(folder).api.projects.state({})).profile).toEqual(profile);
});

test('the sample project is made and opened', async () => {
  const { folder, api } = startHost();
  const path = join(folder, 'sample.attest');
  expect(await api.projects.createSample({ path })).toMatchObject({ path, readOnly: false });
  expect((await api.sources.list({})).length).toBeGreaterThan(1);
  expect(await api.project.verify({})).toMatchObject({ ok: true, failures: [] });
});
