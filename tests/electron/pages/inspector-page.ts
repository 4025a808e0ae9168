import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Api } from '../../../src/shared/contract/api.ts';
import type { MarkRow } from '../../../src/shared/contract/highlights.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import type { LaunchedAttest } from '../launch.ts';

/** A source for a test: its words, and where it is from. */
export interface GivenSource {
  readonly title: string;
  readonly outlet?: string;
  readonly text: string;
}

/** Makes a project in the folder and brings the sources in, in order. */
export async function startProject(
  attest: LaunchedAttest,
  folder: string,
  sources: readonly GivenSource[],
): Promise<readonly SourceId[]> {
  const { api, page } = attest;
  attest.answerDialogs(join(folder, 'Inspected.attest'));
  const filters = [{ name: 'Attest projects', extensions: ['attest'] }];
  const path = await api.window.chooseSavePath({
    title: 'New project',
    defaultName: 'Inspected',
    filters,
  });
  await api.projects.create({ path: path ?? '' });
  const ids: SourceId[] = [];
  for (const { title, outlet, text } of sources) {
    const outcome = await api.sources.importPasted({
      text,
      html: null,
      metadata: { title, outlet: outlet ?? null },
      jobId: title,
    });
    if (outcome.sourceId === null)
      throw new Error(outcome.problem ?? 'The source did not come in.');
    ids.push(outcome.sourceId);
  }
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  return ids;
}

/** Marks the only place in a source where the words stand. */
export async function markWords(
  api: Api,
  sourceId: SourceId,
  words: string,
  more: Partial<Parameters<Api['highlights']['create']>[0]> = {},
): Promise<MarkRow> {
  const { text } = await api.sources.content({ sourceId });
  const start = text.indexOf(words);
  expect(text.split(words), `“${words}” stands once in the source`).toHaveLength(2);
  return api.highlights.create({ sourceId, spans: [[start, start + words.length]], ...more });
}

/** The right pane of the window. */
export class InspectorPage {
  readonly page: Page;
  readonly pane: Locator;
  readonly marks: Locator;
  readonly mark: Locator;
  readonly chain: Locator;
  readonly tree: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole('complementary', { name: 'Inspector' });
    this.marks = this.pane.getByRole('listbox', { name: 'Marks of this source' });
    this.mark = this.pane.getByRole('region', { name: 'Chosen mark' });
    this.chain = this.mark.getByRole('list', { name: 'Chain, nearest the words first' });
    this.tree = this.pane.getByRole('tree', { name: 'Tags' });
  }

  async openTab(name: 'Marks' | 'Claim' | 'Tags' | 'Actors'): Promise<void> {
    await this.pane.getByRole('tab', { name }).click();
  }

  async openSource(title: string): Promise<void> {
    const sources = this.page.getByRole('listbox', { name: 'Sources' });
    await sources.getByRole('option').filter({ hasText: title }).click();
  }

  async chooseMark(words: string): Promise<void> {
    await this.openTab('Marks');
    await this.marks.getByRole('option').filter({ hasText: words }).click();
    await expect(this.mark.getByRole('blockquote')).toContainText(words);
  }

  link(place: number): Locator {
    return this.chain.getByRole('listitem', { name: new RegExp(`^Link ${place} of`) });
  }

  /** Types into a field that finds, and takes the option of that name. */
  async pick(field: Locator, typed: string, option: string | RegExp): Promise<void> {
    await field.fill(typed);
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  tag(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name}\\b`) });
  }

  async grade(group: Locator, grade: string, reason: string): Promise<void> {
    await group.getByRole('button', { name: /^Grade/ }).click();
    await group.getByRole('combobox').selectOption({ label: grade });
    await group.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await group.getByRole('button', { name: 'Record grade' }).click();
    await expect(group.getByRole('button', { name: 'Record grade' })).toHaveCount(0);
  }
}
