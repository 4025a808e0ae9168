import { expect, type Locator } from '@playwright/test';
import { test } from './launch.ts';
import { listenToAnnouncements } from './pages/announced.ts';
import { ClaimsPage } from './pages/claims-page.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { layered } from './pages/layered-project.ts';
import { launchLayered, layerParts, look, painted, small, top } from './pages/layers-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

test.setTimeout(120_000);

test('two layers are compared over one another, then only where they differ', async ({
  launch,
  folder,
}) => {
  const { attest } = await launchLayered(launch, folder);
  const { page } = attest;
  const { control, list, bar, marks } = layerParts(page);
  const reader = new ReaderPage(page);
  const said = await listenToAnnouncements(page);
  await control.click();
  await expect(list.getByRole('combobox', { name: 'Compare' })).toContainText('Ana Silva (you)');
  await list.getByRole('combobox', { name: 'with' }).selectOption({ label: 'Ben Okafor' });
  await list.getByRole('button', { name: 'Over one another' }).click();
  await expect(bar).toContainText('4 differences');
  await expect(control).toHaveText(/2 of 3 layers/);
  // The second layer has dashed lines, and its lanes on the other side.
  await expect.poll(async () => (await reader.painted(top.onlyBen)).lines).toEqual(['0 second']);
  await expect.poll(async () => (await reader.painted(top.onlyAna)).lines).toEqual(['0 plain']);
  await expect.poll(async () => (await reader.painted(top.agreed)).lines).toEqual(['0 claim']);
  await expect(page.locator('.reader-gutter-right .reader-bar')).toHaveCount(3);
  await expect(page.locator('.reader-gutter-left .reader-bar')).toHaveCount(4);
  await look(attest, 'over');

  await bar.getByRole('button', { name: 'Only differences' }).click();
  await said.expect('Only what differs: 4 differences');
  await expect(marks.getByRole('option')).toHaveCount(6);
  await expect(marks.getByRole('option').filter({ hasText: 'Other boundary' })).toHaveCount(2);
  await expect(marks.getByRole('option').filter({ hasText: 'Other tags' })).toHaveCount(2);
  await expect(marks.getByRole('option').filter({ hasText: 'Only Ana Silva' })).toHaveCount(1);
  await expect(marks.getByRole('option').filter({ hasText: 'Only Ben Okafor' })).toHaveCount(1);
  await expect.poll(() => painted(reader.region)).not.toContain(top.agreed);
  await look(attest, 'differences');

  await reader.text.focus();
  await page.keyboard.press('F9');
  await said.expect('Difference 1 of 4, other boundary');
  await expect(bar).toContainText('1 of 4 differences');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('F9');
  await said.expect('Difference 4 of 4, only Ben Okafor');
  await page.keyboard.press('F9');
  await said.expect('No difference after this place');
  await page.keyboard.press('Shift+F9');
  await said.expect('Difference 3 of 4, only Ana Silva');

  // Where both marked the same there is nothing to see, and the window says so.
  await new InspectorPage(page).openSource(layered.bridge);
  await expect(bar).toContainText('No differences');
  await expect(page.getByText('Ana Silva and Ben Okafor marked the same')).toBeVisible();
  await look(attest, 'none');
  await page.getByRole('button', { name: 'Show all marks' }).click();
  await expect(marks.getByRole('option')).toHaveCount(2);

  // A source with one layer, or a blind one, has nothing to compare and lists no other layer.
  await new InspectorPage(page).openSource(layered.blind);
  await expect(bar).toContainText('Ben Okafor has no marks here to compare.');
  await expect(control).toHaveCount(0);
  await expect.poll(() => painted(reader.region)).toEqual(['nobody asked them']);
  await expect(marks.getByRole('option')).toHaveCount(1);
  await bar.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(bar).toHaveCount(0);
  await new InspectorPage(page).openSource(layered.own);
  await expect(marks.getByRole('option')).toHaveCount(1);
  await expect(control).toHaveCount(0);
});

test('two layers stand side by side, scroll together, and are there after a restart', async ({
  launch,
  folder,
}) => {
  const { attest, path } = await launchLayered(launch, folder);
  const { page, api } = attest;
  const { control, list, left, right } = layerParts(page);
  await control.click();
  await list.getByRole('combobox', { name: 'with' }).selectOption({ label: 'Ben Okafor' });
  await list.getByRole('button', { name: 'Side by side' }).click();
  const anas = [top.agreed, top.anas, top.denial, top.onlyAna].toSorted();
  const bens = [top.agreed, top.bens, top.denial, top.onlyBen].toSorted();
  await expect.poll(() => painted(left)).toEqual(anas);
  await expect.poll(() => painted(right)).toEqual(bens);
  await look(attest, 'beside');

  const topOf = (reader: Locator, line: number) =>
    reader
      .locator(`[data-line="${line}"]`)
      .evaluate((element) => element.getBoundingClientRect().top);
  const apart = async (line: number) =>
    Math.abs((await topOf(left, line)) - (await topOf(right, line)));
  await left.locator('[data-line="60"]').evaluate((line) => line.scrollIntoView());
  await expect.poll(() => apart(60)).toBeLessThan(3);
  await expect.poll(() => topOf(right, 60)).toBeLessThan(300);
  await right.locator('[data-line="20"]').evaluate((line) => line.scrollIntoView());
  await expect.poll(() => topOf(left, 20)).toBeLessThan(300);
  const link = right.getByRole('button', { name: 'Scroll both readers together' });
  await link.click();
  await expect(link).toHaveAttribute('aria-pressed', 'false');
  await right.locator('[data-line="70"]').evaluate((line) => line.scrollIntoView());
  await expect.poll(() => apart(70)).toBeGreaterThan(200);
  await link.click();
  await expect.poll(() => apart(70)).toBeLessThan(3);

  // Only the differences, in both; the next one is shown in both.
  await left.getByRole('button', { name: 'Only differences' }).click();
  await left.getByRole('button', { name: 'Next difference' }).click();
  await expect.poll(() => painted(left)).not.toContain(top.agreed);
  await page.evaluate(() =>
    document.querySelectorAll('.reader-scroller').forEach((each) => each.scrollTo(0, 0)),
  );
  await expect.poll(() => painted(left)).toEqual([top.anas, top.denial, top.onlyAna].toSorted());
  await expect.poll(() => painted(right)).toEqual([top.bens, top.denial, top.onlyBen].toSorted());
  await look(attest, 'beside-differences');
  const kept = async () => {
    const state = await api.projects.state({});
    return JSON.stringify(
      await api.projects.getSetting({ key: `layers.${state.project?.id ?? ''}` }),
    );
  };
  await expect.poll(kept).toContain('"side":"b"');
  await expect.poll(kept).toContain('"onlyDifferences":true');
  await attest.close();

  const again = await launch({ userData: attest.userData, args: [path], size: small });
  const after = layerParts(again.page);
  await expect(after.left).toBeVisible();
  await expect.poll(() => painted(after.left)).toContain(top.anas);
  await expect.poll(() => painted(after.right)).toContain(top.bens);
  expect(await painted(after.left)).not.toContain(top.agreed);
  await look(again, 'beside-small');
  await after.right.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(after.right).toHaveCount(0);
  await expect(after.bar).toHaveCount(0);
});

test('a mark that a comparison hides is shown when it is chosen, with a way to the others', async ({
  launch,
  folder,
}) => {
  const { attest } = await launchLayered(launch, folder);
  const { page } = attest;
  const { control, list, hidden, left, right } = layerParts(page);
  const reader = new ReaderPage(page);
  const claims = new ClaimsPage(page);
  const open = async (statement: string) => {
    await claims.open();
    await claims.row(statement).dblclick();
  };
  await reader.text.focus();
  await page.keyboard.press('Shift+d');
  await expect.poll(() => painted(reader.region)).not.toContain(top.agreed);
  await open('Ana Silva: reported on Monday');
  await expect(hidden).toContainText('Both marked this the same');
  await expect.poll(() => painted(reader.region)).toContain(top.agreed);
  await hidden.getByRole('button', { name: 'Show all marks of both' }).click();
  await expect(hidden).toHaveCount(0);

  await open('Cem Aydın: reported on Monday');
  await expect(hidden).toContainText('This is a mark of Cem Aydın');
  await hidden.getByRole('button', { name: 'Show the layer too' }).click();
  await expect(control).toHaveText(/^3 layers/);
  await expect.poll(() => painted(reader.region)).toContain(top.cems);

  await control.click();
  await list.getByRole('button', { name: 'Side by side' }).click();
  await expect(right).toBeVisible();
  await open('Ben Okafor: No date was ever given');
  await left.getByRole('button', { name: 'Go to the other reader' }).click();
  await expect(hidden).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Right reader' })).toHaveAttribute(
    'data-active',
    'true',
  );
});
