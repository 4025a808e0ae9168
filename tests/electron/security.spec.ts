import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Reply } from '../../src/shared/contract/transport.ts';
import { test } from './launch.ts';

/** Calls as a page might that does not keep to the contract. */
function send(page: Page, call: unknown): Promise<Reply> {
  return page.evaluate((sent) => window.attest.send(sent as never), call);
}

/** Runs a script outside of the debugger's own call, which the page's policy does not bind. */
function runAsPage<T>(page: Page, script: () => T | Promise<T>): Promise<T | string> {
  return page.evaluate(
    (source) =>
      new Promise<T | string>((resolve) => {
        // oxlint-disable-next-line no-eval -- a function reaches the page as its text
        const run = (0, eval)(`(${source})`) as () => T | Promise<T>;
        setTimeout(() => {
          Promise.resolve()
            .then(run)
            .then(resolve, (error: unknown) => resolve(String(error)));
        });
      }),
    script.toString(),
  );
}

test('the page has the bridge and nothing of Node or Electron', async ({ launch }) => {
  const { app, page } = await launch();
  const known = await page.evaluate(() => ({
    bridge: Object.keys(window.attest).toSorted(),
    node: ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(known).toEqual({ bridge: ['grantFiles', 'onEvent', 'send'], node: [] });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the policy refuses scripts, styles, pictures, frames and requests from elsewhere', async ({
  launch,
}) => {
  const { app, page } = await launch({ expectedProblems: /./ });
  // oxlint-disable-next-line no-eval -- it is what must fail
  expect(await runAsPage(page, () => eval('1 + 1') as number)).toMatch(/EvalError/);
  // oxlint-disable-next-line no-new-func -- it is what must fail
  expect(await runAsPage(page, () => new Function('return 2')() as number)).toMatch(/EvalError/);
  expect(await runAsPage(page, () => fetch('https://example.org/').then(() => 'reached'))).toMatch(
    /TypeError/,
  );
  expect(await runAsPage(page, () => fetch('app://attest/index.html').then(() => 'read'))).toMatch(
    /TypeError/,
  );
  const refused = await runAsPage(page, async () => {
    const directives = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => {
      directives.add(event.effectiveDirective);
    });
    const holder = document.createElement('div');
    holder.innerHTML =
      '<img src="https://example.org/a.png" onerror="document.title = 1">' +
      '<p style="color: red">a</p><style>p { color: red }</style>' +
      '<iframe src="https://example.org/"></iframe><object data="https://example.org/a"></object>';
    document.body.append(holder);
    const script = document.createElement('script');
    script.textContent = 'document.body.dataset.injected = "yes"';
    document.body.append(script);
    while (directives.size < 7) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    return [...directives, String(document.body.dataset.injected)].toSorted();
  });
  expect(refused).toEqual([
    'frame-src',
    'img-src',
    'object-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-attr',
    'style-src-elem',
    'undefined',
  ]);
  const outside = await app.evaluate(async ({ session }) => {
    const reach = (address: string) =>
      session.defaultSession.fetch(address).then(
        ({ status }) => String(status),
        () => 'refused',
      );
    return [
      await reach('http://127.0.0.1:9/'),
      await reach('https://example.org/'),
      await reach('app://attest/..%2f..%2fpackage.json'),
      await reach('app://attest/index.html'),
    ];
  });
  expect(outside).toEqual(['refused', 'refused', '404', '200']);
});

test('the window stays on its page and opens no other', async ({ launch }) => {
  const { app, page } = await launch({ expectedProblems: /./ });
  const address = page.url();
  expect(await runAsPage(page, () => String(window.open('https://example.org/')))).toBe('null');
  await runAsPage(page, () => {
    location.href = 'https://example.org/';
  });
  await runAsPage(page, () => {
    location.href = 'app://attest/assets/';
  });
  await runAsPage(page, () => {
    for (const target of ['_self', '_blank']) {
      const link = Object.assign(document.createElement('a'), { href: 'data:text/html,x', target });
      document.body.append(link);
      link.click();
    }
    const form = Object.assign(document.createElement('form'), { action: 'https://example.org/' });
    document.body.append(form);
    form.submit();
  });
  expect(
    await runAsPage(page, () =>
      window.attest.send({ domain: 'projects', method: 'state', input: {} }),
    ),
  ).toMatchObject({ ok: true });
  expect(page.url()).toBe(address);
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
  expect(windows).toEqual([address]);
});

test('every permission is refused', async ({ launch }) => {
  const { page } = await launch({ expectedProblems: /./ });
  const states = await runAsPage(page, async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    const asked = names.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
    );
    return [...new Set(await Promise.all(asked))].join();
  });
  expect(states).toBe('denied');
  expect(await runAsPage(page, () => Notification.requestPermission())).toBe('denied');
  expect(
    await runAsPage(page, () =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'heard'),
    ),
  ).toMatch(/NotAllowedError|NotFoundError/);
  expect(await runAsPage(page, () => navigator.clipboard.readText())).toMatch(/NotAllowedError/);
});

test('calls that are no calls are refused with a sentence', async ({ launch }) => {
  const { page } = await launch();
  const calls = [
    null,
    'projects.state',
    { domain: 'projects', method: 'state', input: {}, more: 1 },
    { domain: 'projects', method: 'constructor', input: {} },
    { domain: '__proto__', method: 'toString', input: {} },
    { domain: 'projects', method: 'getSetting', input: { key: 1 } },
    { domain: 'window', method: 'openLink', input: { url: 'file:///etc/passwd' } },
    { domain: 'window', method: 'openLink', input: { url: 'javascript:alert(1)' } },
  ];
  for (const call of calls) {
    const reply = await send(page, call);
    expect(reply, JSON.stringify(call)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringMatching(/\.$|\n/) },
    });
  }
});

test('only files that a person gave to the window may be named', async ({ launch, folder }) => {
  const chosen = join(folder, 'chosen.txt');
  const dropped = join(folder, 'dropped.txt');
  for (const path of [chosen, dropped]) writeFileSync(path, 'An article.');
  const { page, api } = await launch({ dialogs: [[chosen]] });
  const show = (path: string) =>
    send(page, { domain: 'window', method: 'showInFolder', input: { path } });
  const refused = { ok: false, error: { code: 'not-allowed' } };

  for (const path of [chosen, dropped, folder]) expect(await show(path)).toMatchObject(refused);
  expect(
    await send(page, { domain: 'projects', method: 'open', input: { path: '/etc/passwd' } }),
  ).toMatchObject(refused);
  expect(
    await send(page, {
      domain: 'sources',
      method: 'importPaths',
      input: { paths: [chosen], jobId: 'a' },
    }),
  ).toMatchObject(refused);

  const question = { title: 'Bring in files', what: 'files' } as const;
  expect(await api.window.choosePaths(question)).toEqual([chosen]);
  expect(await show(chosen)).toMatchObject({ ok: true });
  expect(
    await send(page, { domain: 'projects', method: 'create', input: { path: chosen } }),
  ).toMatchObject(refused);

  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('input'), { type: 'file', id: 'drop' }),
    );
  });
  await page.locator('#drop').setInputFiles(dropped);
  const granted = await page.evaluate(() => {
    const { files } = document.querySelector<HTMLInputElement>('#drop') ?? {};
    return window.attest.grantFiles([...(files ?? []), new File(['made up'], '/etc/passwd')]);
  });
  expect(granted).toEqual([dropped]);
  expect(await show(dropped)).toMatchObject({ ok: true });
  expect(await show('/etc/passwd')).toMatchObject(refused);
});

test('a page or a frame that is not ours is not heard', async ({ launch }) => {
  const { app, page } = await launch({ expectedProblems: /./ });
  const preload = join(import.meta.dirname, '../../out/preload/index.cjs');
  const foreign = await app.evaluate(async ({ BrowserWindow }, path) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: path } });
    await window.loadURL('about:blank');
    const reply: unknown = await window.webContents.executeJavaScript(
      `attest.send({ domain: 'projects', method: 'recent', input: {} })`,
    );
    window.destroy();
    return reply;
  }, preload);
  expect(foreign).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  const frame = await page.evaluate(() => {
    const inner = document.createElement('iframe');
    document.body.append(inner);
    return String((inner.contentWindow as Window & { readonly attest?: unknown }).attest);
  });
  expect(frame).toBe('undefined');
});
