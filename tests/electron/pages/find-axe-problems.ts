import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong in the window as it stands, however slight, by all its rules or by some, one line a rule and place. */
export async function findAxeProblems(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  // The legacy mode needs no second page, which Electron cannot open.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // What lies between the panes or over them (separators, lists, menus) is part of no landmark.
  const chosen = rules ? axe.withRules([...rules]) : axe.disableRules(['region']);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html }) => `${impact} ${id}: ${target} ${html}`),
  );
}
