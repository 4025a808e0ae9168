import { expect, type Locator, type Page } from '@playwright/test';
import type { InspectorPage } from '../pages/inspector-page.ts';

/** Fills the focused field of actors, Tab by Tab: names, role, cue, and the forms to tick or untick. */
export async function typeLink(
  page: Page,
  link: {
    readonly actors: readonly string[];
    readonly role?: string;
    readonly cue?: string;
    readonly forms?: readonly Form[];
  },
): Promise<void> {
  const { keyboard } = page;
  for (const actor of link.actors) {
    await keyboard.type(actor);
    // A known name comes first; a new one is offered as such.
    const offered = page.getByRole('option', { name: new RegExp(`^(New actor “)?${actor}`) });
    await expect(offered.first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: `Remove ${actor}` }).last()).toBeVisible();
  }
  await keyboard.press('Tab');
  if (link.role !== undefined) await keyboard.type(link.role);
  await keyboard.press('Tab');
  if (link.cue !== undefined) {
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(link.cue);
  }
  for (const form of forms) {
    await keyboard.press('Tab');
    if (link.forms?.includes(form)) await keyboard.press('Space');
  }
}

const forms = ['Quoted', 'Partly quoted', 'Paraphrased', 'Translated'] as const;
export type Form = (typeof forms)[number];

/** Makes an origin of a link through its dialog. */
export async function makeOrigin(
  inspector: InspectorPage,
  link: Locator,
  origin: {
    readonly kind: string;
    readonly title: string;
    readonly issuer: string;
    readonly date: string;
  },
): Promise<void> {
  const { page } = inspector;
  await inspector.pick(link.getByRole('combobox', { name: 'Origin' }), origin.title, /New origin/);
  const dialog = page.getByRole('dialog', { name: 'New origin' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(origin.title);
  await dialog.getByRole('combobox', { name: 'Kind' }).fill(origin.kind);
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill(origin.issuer);
  await dialog.getByRole('textbox', { name: 'Date' }).fill(origin.date);
  await dialog.getByRole('button', { name: 'Use origin' }).click();
  await expect(dialog).toHaveCount(0);
}
