import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { AttestEvent } from '../../src/shared/contract/events.ts';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { test } from './launch.ts';

const checkout = join(import.meta.dirname, '../..');

/** Collects from now on what the page is told. */
async function listen(page: Page): Promise<() => Promise<readonly AttestEvent[]>> {
  await page.evaluate(() => {
    const told: AttestEvent[] = [];
    Object.assign(window, { told });
    window.attest.onEvent((event) => told.push(event));
  });
  return () => page.evaluate(() => (window as never as { told: AttestEvent[] }).told);
}

function corePid(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electron }) => {
    const utility = electron.getAppMetrics().find(({ name }) => name === 'Attest core');
    if (utility) return utility.pid;
    // A child process of plain Node is no process of Electron's.
    const handles = (
      process as never as { _getActiveHandles(): { pid?: number }[] }
    )._getActiveHandles();
    return handles.find(({ pid }) => pid !== undefined)?.pid ?? 0;
  });
}

function windowState(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return {
      title: window?.getTitle(),
      bounds: window?.getBounds(),
      minimum: window?.getMinimumSize(),
    };
  });
}

test('a project is made, named in the title, closed, and opened again from the recent ones', async ({
  launch,
  folder,
}) => {
  const typed = join(folder, 'Case 1.2');
  const attest = await launch({ dialogs: [typed] });
  const { app, api } = attest;
  expect(await api.projects.state({})).toMatchObject({ project: null });
  expect((await windowState(app)).title).toBe('Attest');

  const filters = [{ name: 'Attest projects', extensions: ['attest'] }];
  const save = { title: 'New project', defaultName: 'a/b: c', filters };
  const path = await api.window.chooseSavePath(save);
  expect(path).toBe(`${typed}.attest`);
  expect(attest.askedDialogs()).toMatchObject([{ kind: 'chooseSave', defaultName: 'a-b- c' }]);
  await api.projects.create({ path: path ?? '' });
  expect(await api.projects.state({})).toMatchObject({ project: { name: 'Case 1.2', path } });
  await expect.poll(() => windowState(app)).toMatchObject({ title: 'Case 1.2 – Attest' });
  await api.projects.close({});
  await expect.poll(() => windowState(app)).toMatchObject({ title: 'Attest' });
  await attest.close();

  const again = await launch({ userData: attest.userData });
  const recent = await again.api.projects.recent({});
  expect(recent).toMatchObject([{ path, name: 'Case 1.2', missing: false }]);
  await again.api.projects.open({ path: recent[0]?.path ?? '' });
  await expect.poll(() => windowState(again.app)).toMatchObject({ title: 'Case 1.2 – Attest' });
});

test('size, place and theme are there after a restart; the window keeps its least size', async ({
  launch,
}) => {
  const first = await launch();
  expect(await windowState(first.app)).toMatchObject({ minimum: [900, 600] });
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 80, width: 1110, height: 730 });
  });
  const bounds = { x: 60, y: 80, width: 1110, height: 730 };
  await expect.poll(() => windowState(first.app)).toMatchObject({ bounds });
  await first.api.projects.setSetting({ key: 'theme', value: 'dark' });
  await first.api.window.setTheme({ theme: 'dark' });
  await first.close();

  const second = await launch({ userData: first.userData });
  expect(await windowState(second.app)).toMatchObject({ bounds });
  expect(await second.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
    true,
  );
});

test('a project named at the start is open when the window asks; another start hands its own over', async ({
  launch,
  folder,
}) => {
  const paths = [join(folder, 'first.attest'), join(folder, 'second.attest')] as const;
  const maker = await launch({ dialogs: paths });
  for (const path of paths) {
    await maker.api.window.chooseSavePath({ title: 'New project', defaultName: 'a' });
    await maker.api.projects.create({ path });
  }
  await maker.close();

  const { app, api, page, userData } = await launch({ args: [paths[0]] });
  expect(await api.projects.state({})).toMatchObject({ project: { path: paths[0] } });
  const told = await listen(page);
  const runtime = electronRuntime();
  const other = spawn(runtime.executablePath, [...runtime.arguments, checkout, paths[1]], {
    env: { ...process.env, ATTEST_USER_DATA: userData },
    stdio: 'ignore',
  });
  const status = await new Promise((resolve) => {
    other.once('exit', resolve);
  });
  expect(status).toBe(0);
  await expect.poll(told).toContainEqual({ type: 'project' });
  expect(await api.projects.state({})).toMatchObject({ project: { path: paths[1] } });
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a project that cannot be opened at the start is told in a dialog', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'no-project.attest');
  writeFileSync(path, 'Something else.');
  const { api, askedDialogs } = await launch({ args: [path] });
  expect(await api.projects.state({})).toMatchObject({ project: null });
  await expect
    .poll(askedDialogs)
    .toMatchObject([{ kind: 'ask', detail: expect.stringContaining('is not an Attest project') }]);
});

test('when the core is killed it is started again with its project', async ({ launch, folder }) => {
  const path = join(folder, 'case.attest');
  const { app, api, page } = await launch({ dialogs: [path] });
  await api.window.chooseSavePath({ title: 'New project', defaultName: 'case' });
  const project = await api.projects.create({ path });
  for (let time = 1; time <= 4; time += 1) {
    const told = await listen(page);
    const pid = await corePid(app);
    process.kill(pid, 'SIGKILL');
    await expect.poll(told).toContainEqual({
      type: 'resumed',
      message: expect.stringContaining('“case” is open again'),
    });
    expect(await corePid(app)).not.toBe(pid);
    expect(await api.projects.state({})).toMatchObject({ project });
    expect(await api.project.info({})).toEqual(project);
  }
});

test('what a page says while its window closes still arrives; a page may hold its window for a while', async ({
  launch,
}) => {
  const first = await launch();
  await first.page.evaluate(() => {
    const keep = (key: string) =>
      window.attest.send({
        domain: 'projects',
        method: 'setSetting',
        input: { key, value: 'kept' },
      });
    window.addEventListener(
      'beforeunload',
      (event) => {
        event.preventDefault();
        void keep('held').then(() =>
          window.attest.send({ domain: 'window', method: 'close', input: {} }),
        );
      },
      { once: true },
    );
    window.addEventListener('pagehide', () => void keep('last words'));
  });
  const ended = first.app.waitForEvent('close');
  await first.app.evaluate(({ app }) => app.quit());
  await ended;

  const { api } = await launch({ userData: first.userData });
  expect(await api.projects.getSetting({ key: 'held' })).toBe('kept');
  expect(await api.projects.getSetting({ key: 'last words' })).toBe('kept');
});

test('a menu entry asks the window to run its command', async ({ launch }) => {
  const { app, page } = await launch();
  const told = await listen(page);
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('help.shortcuts');
    item?.click(undefined, BrowserWindow.getAllWindows()[0]);
  });
  await expect.poll(told).toEqual([{ type: 'command', name: 'help.shortcuts' }]);
});

test('an address is opened in the browser only after asking', async ({ launch }) => {
  const { api, askedDialogs } = await launch({ dialogs: [null, 0] });
  const url = 'https://example.org/article?id=1';
  expect(await api.window.openLink({ url })).toBe(false);
  expect(await api.window.openLink({ url })).toBe(true);
  expect(askedDialogs()).toMatchObject([
    { kind: 'ask', detail: url },
    { kind: 'ask', detail: url },
    { kind: 'openInBrowser', url },
  ]);
});
