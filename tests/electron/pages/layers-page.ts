import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedAttest, LaunchOptions } from '../launch.ts';
import { findAxeProblems } from './find-axe-problems.ts';
import { InspectorPage } from './inspector-page.ts';
import { createLayeredProject, layered } from './layered-project.ts';
import { ReaderPage } from './reader-page.ts';

type Launch = (options?: LaunchOptions) => Promise<LaunchedAttest>;
/** The sizes of window that layers are looked at in. */
export const wide = { width: 1440, height: 900 };
export const small = { width: 900, height: 600 };

/** Starts Ana's window on a project of three analysts. */
export async function launchLayered(
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

/** Everything about layers on the screen. */
export function layerParts(page: Page) {
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
export async function painted(reader: Locator): Promise<readonly string[]> {
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
export async function look(attest: LaunchedAttest, name: string): Promise<void> {
  await attest.page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await findAxeProblems(attest.page), `${name}, light`).toEqual([]);
  await attest.screenshot(`layers-${name}`);
  await attest.page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findAxeProblems(attest.page, ['color-contrast']), `${name}, dark`).toEqual([]);
  await attest.screenshot(`layers-${name}-dark`);
  await attest.page.emulateMedia({ colorScheme: 'light' });
}

/** Words that are marked at the top of the source of the port. */
export const top = {
  agreed: 'reported on Monday',
  anas: 'promised in March',
  bens: 'promised in March that the pier would open',
  denial: 'No date was ever given',
  onlyAna: 'his crews had been told',
  onlyBen: 'who had signed the order',
  cems: 'her office told the committee',
} as const;
