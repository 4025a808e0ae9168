import { expect, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { openSample } from './pages/expect-nothing.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { Keyboard } from './pages/keyboard.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { shellPage } from './pages/shell-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  text: 'Talks resumed on Monday.\n\nThe pier would open in May, the minister said.',
};

/** Waits until the focus is in a part of the window. */
async function expectFocusIn(page: Page, id: string): Promise<void> {
  await expect(page.locator(`#${id}:focus-within`), `the focus is in ${id}`).toHaveCount(1);
}

test('the focus stays in reach when marks are removed, brought back and removed again', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page, api } = attest;
  const keys = new Keyboard(page);
  const [sourceId] = await startProject(attest, folder, [harbour]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await markWords(api, sourceId, 'resumed on Monday');
  await markWords(api, sourceId, 'open in May');
  const inspector = new InspectorPage(page);
  await inspector.openSource(harbour.title);
  await inspector.chooseMark('resumed on Monday');
  const rows = inspector.marks.getByRole('option');
  await inspector.marks.focus();
  for (const left of [1, 0]) {
    await page.keyboard.press('Delete');
    if (left > 0) await expect(rows).toHaveCount(left);
    else await expect(rows).toHaveCount(0);
    await keys.expectFocus();
    await expectFocusIn(page, 'pane-right');
    if (left > 0) await page.keyboard.press('Home');
  }
  for (const count of [1, 2]) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(rows).toHaveCount(count);
    await keys.expectFocus();
  }
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(rows).toHaveCount(1);
  await keys.expectFocus();
});

test('the focus goes back to the text from every dialog, and to the button that opened one', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const shell = shellPage(attest);
  await openSample(attest, folder);
  await new InspectorPage(page).openSource('Ammonia leak closes Osterhaven cold store');
  const { text } = new ReaderPage(page);
  await text.focus();
  for (const keys of [
    'F1',
    'ControlOrMeta+k',
    'ControlOrMeta+p',
    'ControlOrMeta+Shift+p',
    'ControlOrMeta+Shift+v',
  ]) {
    await page.keyboard.press(keys);
    await expect(shell.dialog, keys).toBeVisible();
    await shell.escape();
    await expect(text, keys).toBeFocused();
  }
  for (const command of [
    'Show the details of this source',
    'Verify the project',
    'Rename the project',
    'Edit your profile',
    'Marks without a place',
  ]) {
    await shell.run(command);
    await expect(shell.dialog, command).toBeVisible();
    await shell.escape();
    await expect(text, command).toBeFocused();
  }
  for (const opener of [
    page.getByRole('button', { name: /your profile/ }),
    page.getByRole('button', { name: 'How the text is set' }),
    shell.projectMenu,
  ]) {
    await opener.focus();
    await page.keyboard.press('Enter');
    const opened = shell.dialog.or(page.getByRole('menu'));
    await expect(opened).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opened).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test('the focus goes along into every view', async ({ launch, folder }) => {
  const attest = await launch();
  const { page } = attest;
  const keys = new Keyboard(page);
  await openSample(attest, folder);
  await new InspectorPage(page).openSource('Ammonia leak closes Osterhaven cold store');
  const { text } = new ReaderPage(page);
  await text.focus();
  for (const view of ['2', '3', '4', '1', '3', '1']) {
    await page.keyboard.press(`ControlOrMeta+${view}`);
    await keys.expectFocus();
    await expectFocusIn(page, 'pane-middle');
  }
  await expect(text).toBeFocused();
  for (const pane of ['pane-right', 'pane-left', 'pane-middle']) {
    await page.keyboard.press('F6');
    await expectFocusIn(page, pane);
  }
});

test('nothing moves by itself where less motion is asked for', async ({ launch, folder }) => {
  const attest = await launch();
  const { page } = attest;
  await openSample(attest, folder);
  /** The longest time, in seconds, that anything a style sheet moves would take, and how many rules move something. */
  const moving = () =>
    page.evaluate(() => {
      const rules = [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule instanceof CSSStyleRule)
        .filter(({ style }) =>
          ['animation-name', 'transition-property', 'transition-duration'].some(
            (name) => !['', 'none', '0s'].includes(style.getPropertyValue(name)),
          ),
        );
      const times = rules.flatMap(({ selectorText }) => {
        const names = /^\.([\w-]+)$/.exec(selectorText)?.[1];
        if (names === undefined) return [];
        const element = document.createElement('div');
        element.className = names;
        document.body.append(element);
        const { animationDuration, animationIterationCount, transitionDuration } =
          getComputedStyle(element);
        element.remove();
        const turns =
          animationIterationCount === 'infinite' ? 1e6 : Number(animationIterationCount);
        return [
          Number.parseFloat(animationDuration) * turns,
          Number.parseFloat(transitionDuration),
        ];
      });
      return { rules: rules.length, longest: Math.max(0, ...times.filter((time) => time > 0)) };
    });
  const usual = await moving();
  expect(usual.rules).toBeGreaterThan(0);
  expect(usual.longest).toBeGreaterThan(0.1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect((await moving()).longest).toBeLessThan(0.001);
  const running = await page.evaluate(() => document.getAnimations().length);
  expect(running).toBe(0);
});
