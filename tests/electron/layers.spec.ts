import { expect, type Locator, type Page } from '@playwright/test';
import { test, type LaunchedAttest, type LaunchOptions } from './launch.ts';
import { listenToAnnouncements } from './pages/announced.ts';
import { ClaimsPage } from './pages/claims-page.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { createLayeredProject, layered } from './pages/layered-project.ts';
import { ReaderPage } from './pages/reader-page.ts';

test.setTimeout(120_000);

type Launch = (options?: LaunchOptions) => Promise<LaunchedAttest>;
const wide = { width: 1440, height: 900 };
const small = { width: 900, height: 600 };

/** Starts Ana's window on a project of three analysts. */
async function launchLayered(
  launch: Launch,
  folder: string,
  size = wide,
): Promise<{ readonly attest: LaunchedAttest; readonly path: string }> {
  const first = await launch();
  const ana = await first.api.projects.setProfile({
    name: 'Ana Silva',
    initials: 'AS',
    colour: 0,
  });
  await first.close();
  const path = await createLayeredProject(folder, ana);
  const attest = await launch({ userData: first.userData, args: [path], size });
  await new InspectorPage(attest.page).openSource(layered.port);
  await expect(new ReaderPage(attest.page).bars.first()).toBeVisible();
  return { attest, path };
}

function parts(page: Page) {
  return {
    control: page.getByRole('button', { name: /^Layers:/ }),
    list: page.getByRole('dialog', { name: 'Layers' }),
    bar: page.getByRole('group', { name: 'Comparison' }),
    hidden: page.getByRole('group', { name: 'Hidden layer' }),
    marks: page.getByRole('listbox', { name: 'Marks of this source' }),
    left: page.getByRole('region', { name: 'Left reader' }),
    right: page.getByRole('region', { name: 'Right reader' }),
  };
}

/** The words that are underlined as marks in a reader, each once a line. */
async function painted(reader: Locator): Promise<readonly string[]> {
  return reader.getByRole('textbox', { name: /^Text of/ }).evaluate((root) => {
    const quotes: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('mark-line')) continue;
      for (const range of highlight as unknown as Iterable<AbstractRange>) {
        if (!root.contains(range.startContainer)) continue;
        const { startContainer, startOffset, endOffset } = range;
        quotes.push(startContainer.nodeValue?.slice(startOffset, endOffset) ?? '');
      }
    }
    return quotes.toSorted();
  });
}

/** Looks at the window as it stands, in light and dark, by every rule and by eye. */
async function look(attest: LaunchedAttest, name: string): Promise<void> {
  await attest.page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await findAxeProblems(attest.page), `${name}, light`).toEqual([]);
  await attest.screenshot(`layers-${name}`);
  await attest.page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findAxeProblems(attest.page, ['color-contrast']), `${name}, dark`).toEqual([]);
  await attest.screenshot(`layers-${name}-dark`);
  await attest.page.emulateMedia({ colorScheme: 'light' });
}

const top = {
  agreed: 'reported on Monday',
  anas: 'promised in March',
  bens: 'promised in March that the pier would open',
  denial: 'No date was ever given',
  onlyAna: 'his crews had been told',
  onlyBen: 'who had signed the order',
  cems: 'her office told the committee',
} as const;

test('a layer is hidden from the text, the margin and the list, and is still hidden after a restart', async ({
  launch,
  folder,
}) => {
  const { attest, path } = await launchLayered(launch, folder);
  const { page, api } = attest;
  const { control, list, marks, hidden } = parts(page);
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
  const after = parts(again.page);
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
  const { marks } = parts(page);
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

test('two layers are compared over one another, then only where they differ', async ({
  launch,
  folder,
}) => {
  const { attest } = await launchLayered(launch, folder);
  const { page } = attest;
  const { control, list, bar, marks } = parts(page);
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
  const { control, list, left, right } = parts(page);
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
  const after = parts(again.page);
  await expect(after.left).toBeVisible();
  await expect.poll(() => painted(after.left)).toContain(top.anas);
  await expect.poll(() => painted(after.right)).toContain(top.bens);
  expect(await painted(after.left)).not.toContain(top.agreed);
  await look(again, 'beside-small');
  await after.right.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(after.right).toHaveCount(0);
  await expect(after.bar).toHaveCount(0);
});

test('everything about layers is done by key alone', async ({ launch, folder }) => {
  const { attest } = await launchLayered(launch, folder, small);
  const { page } = attest;
  const { control, list, bar } = parts(page);
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

test('a mark that a comparison hides is shown when it is chosen, with a way to the others', async ({
  launch,
  folder,
}) => {
  const { attest } = await launchLayered(launch, folder);
  const { page } = attest;
  const { control, list, hidden, left, right } = parts(page);
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
