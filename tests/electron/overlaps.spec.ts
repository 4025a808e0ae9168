import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { crowdedTitle, projectOfOverlaps } from './pages/overlapping-marks.ts';
import { ReaderPage } from './pages/reader-page.ts';

test('sixteen marks over one another can be read, in every theme and size', async ({
  launch,
  folder,
}) => {
  const { path } = await projectOfOverlaps(folder);
  const attest = await launch({ args: [path], size: { width: 1440, height: 900 } });
  const { page, app, api } = attest;
  await new InspectorPage(page).openSource(crowdedTitle);
  const reader = new ReaderPage(page);
  await expect(reader.bars).toHaveCount(16);
  await attest.screenshot('overlaps-light-1440');

  await api.window.setTheme({ theme: 'dark' });
  await attest.screenshot('overlaps-dark-1440');
  await page.emulateMedia({ forcedColors: 'active' });
  await attest.screenshot('overlaps-forced-1440');
  await page.emulateMedia({ forcedColors: null });
  await api.window.setTheme({ theme: 'light' });
  await page.emulateMedia({ contrast: 'more' });
  await attest.screenshot('overlaps-contrast-1440');
  await page.emulateMedia({ contrast: null });
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600);
  });
  await attest.screenshot('overlaps-light-900');
  await api.window.setTheme({ theme: 'dark' });
  await attest.screenshot('overlaps-dark-900');
});
