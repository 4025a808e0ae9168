import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { mentionColumns } from '../../../src/shared/domain/exports/mention-cells.ts';
import { escapeText } from '../../../src/shared/domain/exports/report-markdown.ts';
import type { AnalystAtWork } from './analyst.ts';
import { expectedCells, type Mention } from './expected-rows.ts';
import { claimsSaid, mentionsSaid, sourcesSaid } from './what-is-said.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Compares every cell of every row with what the articles and the analyst say. */
export async function expectCsv({ api, quoteOf }: AnalystAtWork, csv: string): Promise<void> {
  expect(csv.startsWith(`\ufeff${mentionColumns.join(',')}\r\n`)).toBe(true);
  const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  const mentions: readonly Mention[] = Object.values(mentionsSaid());
  expect(rows.map((row) => row['quote']).toSorted()).toEqual(mentions.map(quoteOf).toSorted());

  const { profile } = await api.projects.state({});
  const sources = new Map((await api.sources.list({})).map(({ file, id }) => [file, id]));
  const claimIds = new Map<string, string>();
  for (const mention of mentions) {
    const row = rows.find((each) => each['quote'] === quoteOf(mention)) ?? {};
    const { claim_id = '', highlight_id = '', marked_at = '', ...others } = row;
    expect(others).toEqual({
      ...expectedCells(mention),
      analyst: profile.name,
      source_id: sources.get(mention.article.file),
    });
    expect(claim_id).toMatch(uuid);
    expect(highlight_id).toMatch(uuid);
    expect(new Date(marked_at).toISOString()).toBe(marked_at);
    expect(claimIds.get(mention.claim.statement) ?? claim_id).toBe(claim_id);
    claimIds.set(mention.claim.statement, claim_id);
  }
  expect(new Set(claimIds.values()).size).toBe(Object.keys(claimsSaid).length);
  expect(new Set(rows.map((row) => row['highlight_id'])).size).toBe(mentions.length);
}

/** Compares the text, each citation, the list of sources and each quote under it with what the articles and the analyst say. */
export async function expectMarkdown({ quoteOf }: AnalystAtWork, markdown: string): Promise<void> {
  const [text = '', list = ''] = markdown.split('\n## Sources\n');
  expect(text.trim().split('\n\n')).toEqual([
    '# What the envoys said',
    'The envoy protested against arms transfers [1–3]. China asked all parties to listen [1, 2].',
  ]);

  const { morning, agency, digest } = sourcesSaid();
  const entries = list.split(/^(?=\d+\. )/m).filter((entry) => /^\d/.test(entry));
  expect(entries).toHaveLength(3);
  const { quoted, cut, retold, demanded, translated } = mentionsSaid();
  const cited = [
    [morning, [quoted, demanded]],
    [agency, [cut, translated]],
    [digest, [retold]],
  ] as const;
  cited.forEach(([{ article, says }, mentions], index) => {
    const [head = '', ...rest] = (entries[index] ?? '').trim().split('\n');
    const title = `${index + 1}. **${escapeText(says.title)}**. ${says.outlet}. `;
    expect(head.slice(0, title.length)).toBe(title);
    expect(head).toContain(
      `File ${escapeText(article.file)}. SHA-256 of its text ${article.sha256}.`,
    );
    const items = rest.filter((line) => line.startsWith('   - '));
    const expected = mentions.map(
      (mention) => `   - “${escapeText(quoteOf(mention))}” ${escapeText(mention.attribution)}. `,
    );
    expect(items.map((item, at) => item.slice(0, expected[at]?.length))).toEqual(expected);
  });
}
