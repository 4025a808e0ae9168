import { expect } from '@playwright/test';
import type { Api } from '../../../src/shared/contract/api.ts';
import type { MarkRow } from '../../../src/shared/contract/highlights.ts';
import type { LaunchedAttest } from '../launch.ts';
import { ClaimsPage } from '../pages/claims-page.ts';
import { InspectorPage } from '../pages/inspector-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { shellPage } from '../pages/shell-page.ts';
import { sourcesPane } from '../pages/sources-pane.ts';
import { SummaryPage } from '../pages/summary-page.ts';
import { wordsIn } from './articles.ts';
import type { Mention } from './expected-rows.ts';

/** Every mark of the project. */
export async function storedMarks(api: Api): Promise<readonly MarkRow[]> {
  const sources = await api.sources.list({});
  const marks = sources.map(({ id }) => api.highlights.ofSource({ sourceId: id }));
  return (await Promise.all(marks)).flat();
}

/** The window in the hands of an analyst: the page models, and what one does again and again. */
export function analystAt(attest: LaunchedAttest) {
  const { page, api } = attest;
  const { keyboard } = page;
  const inspector = new InspectorPage(page);
  const reader = new ReaderPage(page);
  const quoteOf = (mention: Mention): string => wordsIn(mention.article, mention.pattern).quote;

  async function stored(mention: Mention): Promise<MarkRow | undefined> {
    const quote = quoteOf(mention);
    return (await storedMarks(api)).find((mark) => mark.quote === quote);
  }

  return {
    attest,
    page,
    api,
    keyboard,
    inspector,
    reader,
    shell: shellPage(attest),
    sources: sourcesPane(attest),
    claims: new ClaimsPage(page),
    summary: new SummaryPage(page),
    quoteOf,
    stored,

    /** Opens the source of a mention with the pointer. */
    async open(mention: Mention): Promise<void> {
      await inspector.openSource(mention.source.title);
      await expect(reader.text).toHaveAccessibleName(`Text of ${mention.source.title}`);
    },

    /** Drags over words that stand once in the shown text, wherever that is. */
    async drag(words: string): Promise<void> {
      const line = reader.text.locator('[data-line]').filter({ hasText: words }).first();
      await line.scrollIntoViewIfNeeded();
      await reader.frame();
      await reader.drag(words);
    },

    /** Finds words of a mention's source by typing and puts the caret before them, without the pointer. */
    async find(words: string, { source }: Mention): Promise<void> {
      await keyboard.press('ControlOrMeta+Shift+f');
      await expect(page.getByRole('searchbox', { name: 'Search the project' })).toBeFocused();
      await keyboard.type(`"${words}"`);
      const places = page.getByRole('listbox', { name: 'Places found' });
      await expect(places.getByRole('option')).toHaveCount(1);
      await keyboard.press('Enter');
      await expect(places).toBeFocused();
      await keyboard.press('Enter');
      await expect(reader.text).toHaveAccessibleName(`Text of ${source.title}`);
      await keyboard.press('F6');
      await expect(reader.text).toBeFocused();
    },

    /** Presses one key so many times. */
    async press(key: string, times: number): Promise<void> {
      for (let time = 0; time < times; time += 1) await keyboard.press(key);
    },

    /** Says the claim of the mark that was just made, in the field that has the focus by then. */
    async say(statement: string): Promise<void> {
      await expect(inspector.pane.getByRole('textbox', { name: 'Statement' })).toBeFocused();
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(statement);
      await keyboard.press('Enter');
      await expect
        .poll(async () => (await api.claims.list({})).map((claim) => claim.statement))
        .toContain(statement);
    },

    /** Goes from the inspector back to the text, by key. */
    async backToText(): Promise<void> {
      await keyboard.press('Shift+F6');
      await expect(reader.text).toBeFocused();
    },

    async expectMarked(mention: Mention): Promise<void> {
      await expect.poll(async () => (await stored(mention))?.quote).toBe(quoteOf(mention));
    },

    async expectAttributed(mention: Mention): Promise<void> {
      await expect
        .poll(async () => {
          const mark = await stored(mention);
          return mark && (await api.attributions.of({ highlightId: mark.id }))?.text;
        })
        .toBe(mention.attribution);
    },
  };
}

export type AnalystAtWork = ReturnType<typeof analystAt>;
