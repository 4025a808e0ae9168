import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { listenToAnnouncements } from './pages/announced.ts';
import { ClaimsPage } from './pages/claims-page.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { launchLayered, layerParts, look, painted, small, top, wide } from './pages/layers-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

test.setTimeout(120_000);

test('a layer is hidden from the text, the margin and the list, and is still hidden after a restart', async ({
  launch,
  folder,
}) => {
  const { attest, path } = await launchLayered(launch, folder);
  const { page, api } = attest;
  const { control, list, marks, hidden } = layerParts(page);
  const reader = new ReaderPage(page);
  const said = await listenToAnnouncements(page);
  await expect(control).toHaveText(/3 layers/);
  await expect(marks.getByRole('option')).toHaveCount(9);
  await expect(page.getByText('12 marks, 9 lines')).toBeVisible();
  // What three made is painted once, in one lane that says how many agree.
  const quotes = [
    top.agreed,
    top.anas,
    top.bens,
    top.denial,
    top.denial,
    top.onlyAna,
    top.onlyBen,
    top.cems,
  ];
  await expect.poll(() => painted(reader.region)).toEqual(quotes.toSorted());
  await expect(reader.bars).toHaveCount(8);
  await expect(reader.bars.filter({ hasText: 'D3' })).toHaveCount(1);
  await look(attest, 'everyone');

  await control.click();
  await expect(list.getByRole('listitem')).toHaveText([
    /Ana Silva \(you\).*5 marks/,
    /Ben Okafor.*5 marks/,
    /Cem Aydın.*2 marks/,
  ]);
  await list.getByRole('checkbox', { name: 'Ben Okafor' }).uncheck();
  await said.expect('Ben Okafor hidden. 2 of 3 layers shown');
  await look(attest, 'list');
  await page.keyboard.press('Escape');
  await expect(control).toBeFocused();
  await expect(control).toHaveText(/2 of 3 layers/);
  const left = [top.agreed, top.anas, top.denial, top.onlyAna, top.cems];
  await expect.poll(() => painted(reader.region)).toEqual(left.toSorted());
  await expect(reader.bars).toHaveCount(5);
  await expect(marks.getByRole('option')).toHaveCount(6);
  await expect(page.getByRole('slider', { name: 'Map of the source' })).toHaveAttribute(
    'aria-valuetext',
    /^6 marks/,
  );
  await reader.text.focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press(']');
  await said.expect('Mark 6 of 6');
  await page.keyboard.press(']');
  await said.expect('No mark after this place');

  // A claim of the hidden layer is opened from the table: its mark is shown, and its layer one press away.
  const claims = new ClaimsPage(page);
  await claims.open();
  await claims.row('Ben Okafor: No date was ever given').dblclick();
  await expect(hidden).toContainText('This is a mark of Ben Okafor, whose layer is hidden here.');
  await expect.poll(() => painted(reader.region)).toEqual([...left, top.denial].toSorted());
  await look(attest, 'hidden');
  await hidden.getByRole('button', { name: 'Show the layer' }).click();
  await expect(control).toHaveText(/^3 layers/);
  await expect(hidden).toHaveCount(0);

  // One's own layer is off: a mark that is made turns it on.
  await control.click();
  await list.getByRole('button', { name: 'Only Cem Aydın' }).click();
  await page.keyboard.press('Escape');
  await reader.press('after eleven months');
  await expect.poll(() => painted(reader.region)).toEqual([top.agreed, top.cems].toSorted());
  await reader.drag('after eleven months');
  await page.keyboard.press('h');
  await expect(control).toHaveText(/2 of 3 layers/);
  await expect.poll(() => painted(reader.region)).toContain('after eleven months');
  await expect.poll(() => painted(reader.region)).toContain(top.onlyAna);
  const kept = async () => {
    const state = await api.projects.state({});
    const id = state.project?.id ?? '';
    return JSON.stringify(await api.projects.getSetting({ key: `layers.${id}` }));
  };
  await expect.poll(kept).toContain('hidden":["');
  await attest.close();

  const again = await launch({ userData: attest.userData, args: [path], size: wide });
  const after = layerParts(again.page);
  await expect(after.control).toHaveText(/2 of 3 layers/);
  await expect.poll(() => painted(new ReaderPage(again.page).region)).not.toContain(top.onlyBen);
  await after.control.click();
  await expect(after.list.getByRole('checkbox', { name: 'Ben Okafor' })).not.toBeChecked();
});

test('marks that agree fold into one line, by key and pointer, and the inspector reaches each', async ({
  launch,
  folder,
}) => {
  const { attest } = await launchLayered(launch, folder);
  const { page } = attest;
  const { marks } = layerParts(page);
  const said = await listenToAnnouncements(page);
  const inspector = new InspectorPage(page);
  const folded = marks.getByRole('option').filter({ hasText: '3 analysts' });
  await expect(folded).toHaveCount(1);
  await expect(folded).toContainText('Ana Silva: reported on Monday');
  await folded.getByText('3 analysts').click();
  await expect(marks.getByRole('option')).toHaveCount(11);
  await expect(marks.getByRole('option').nth(1)).toContainText('Ben Okafor: reported on Monday');
  await look(attest, 'unfolded');
  await folded.getByText('3 analysts').click();
  await expect(marks.getByRole('option')).toHaveCount(9);

  await marks.focus();
  await page.keyboard.press('Home');
  await said.expect(/Ana Silva and Ben Okafor and Cem Aydın|Ana Silva.*Ben Okafor.*Cem Aydın/);
  await page.keyboard.press('ArrowRight');
  const bens = marks.getByRole('option').filter({ hasText: 'Ben Okafor: reported on Monday' });
  await expect(bens).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  const alike = inspector.pane.getByRole('group', { name: 'Marked alike by' });
  await expect(alike.getByRole('button', { name: 'Ben Okafor' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(inspector.mark).toContainText('Ben Okafor: reported on Monday');
  await page.keyboard.press('ArrowLeft');
  await expect(bens).toHaveCount(0);
  await expect(inspector.mark).toContainText('Ana Silva: reported on Monday');
  await alike.getByRole('button', { name: 'Cem Aydın' }).click();
  await expect(inspector.mark).toContainText('Cem Aydın: reported on Monday');
  // The line of the fold stays the chosen one.
  await expect(folded).toHaveAttribute('aria-selected', 'true');
});

test('everything about layers is done by key alone', async ({ launch, folder }) => {
  const { attest } = await launchLayered(launch, folder, small);
  const { page } = attest;
  const { control, list, bar } = layerParts(page);
  const reader = new ReaderPage(page);
  const said = await listenToAnnouncements(page);
  await reader.text.focus();
  await page.keyboard.press('Shift+o');
  await said.expect('Only Ana Silva. 1 of 3 layers shown');
  await page.keyboard.press('Shift+o');
  await said.expect('Everyone. 3 layers shown');
  await page.keyboard.press('Shift+l');
  await expect(list).toBeVisible();
  await expect(list.getByRole('checkbox', { name: 'Ana Silva' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(list.getByRole('checkbox', { name: 'Ben Okafor' })).not.toBeChecked();
  await look(attest, 'list-small');
  await page.keyboard.press('Escape');
  await expect(control).toHaveText(/2 of 3/);
  await reader.text.focus();
  await page.keyboard.press('Shift+d');
  await said.expect('Only what differs: 4 differences');
  await page.keyboard.press('F9');
  await said.expect('Difference 1 of 4');
  await look(attest, 'differences-small');
  await page.keyboard.press('Shift+d');
  await said.expect('All marks of both');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Stop comparing');
  await page.keyboard.press('Enter');
  await expect(bar).toHaveCount(0);
});
