import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';
import type { ParsedSource } from '../../../src/shared/domain/sources/parsed-source.ts';

const folder = join(import.meta.dirname, '../../../../shared/sources');

async function article(number: string): Promise<ParsedSource> {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? number;
  const result = await parseBytes(readFileSync(join(folder, name)), name, {});
  if ('problem' in result) throw new Error(result.problem);
  return result.source;
}

function blocksOf({ text, blocks }: ParsedSource, pattern: RegExp): readonly string[] {
  return blocks
    .filter(({ start, end }) => pattern.test(text.slice(start, end)))
    .map(({ kind, boilerplateRule }) => `${kind} ${boilerplateRule ?? '-'}`);
}

function countOf({ blocks }: ParsedSource): readonly [number, number] {
  return [blocks.length, blocks.filter(({ boilerplateRule }) => boilerplateRule !== null).length];
}

describe.skipIf(!existsSync(folder))(
  'the five articles (skipped without ../shared/sources)',
  () => {
    test('000 has no title, and a headline of another article printed twice', async () => {
      const source = await article('000');
      expect(countOf(source)).toEqual([14, 2]);
      expect(blocksOf(source, /‘burden’ for/)).toEqual([
        'paragraph related-headline',
        'paragraph related-headline',
      ]);
      expect(source.metadata).toMatchObject({
        title: null,
        outlet: null,
        published: null,
        language: 'en',
      });
    });

    test('001 has a title and a link to the top', async () => {
      const source = await article('001');
      expect(countOf(source)).toEqual([8, 1]);
      expect(blocksOf(source, /scroll to top/)).toEqual(['paragraph scroll-link']);
      expect(blocksOf(source, /^WASHINGTON —/)).toEqual(['paragraph -']);
      expect(source.metadata.title).toMatch(/^U\.S\. and Chinese Diplomats .* Repatriation$/);
    });

    test('002 has an error shown thrice, teasers, lists, a notice of copyright, and two notes', async () => {
      const source = await article('002');
      expect(countOf(source)).toEqual([23, 8]);
      expect(blocksOf(source, /Oops/)).toEqual(Array(3).fill('list-item widget-error'));
      expect(blocksOf(source, /^Read: /)).toEqual(['paragraph teaser', 'paragraph teaser']);
      expect(blocksOf(source, /^Most Read/)).toEqual(Array(2).fill('paragraph related-list-title'));
      expect(blocksOf(source, /^©/)).toEqual(['paragraph copyright']);
      expect(blocksOf(source, /assistance from|\(Updates with/)).toEqual([
        'paragraph -',
        'paragraph -',
      ]);
      expect(source.metadata).toMatchObject({ outlet: 'Bloomberg', byline: null, published: null });
      expect(source.metadataOrigins.outlet).toBe('visible text');
    });

    test('003 has a caption, a promotion, teasers, and the site it came from', async () => {
      const source = await article('003');
      expect(countOf(source)).toEqual([19, 5]);
      expect(blocksOf(source, /Senior Chinese Leader Event/)).toEqual(['caption -']);
      expect(blocksOf(source, /^ALSO READ/)).toEqual(Array(3).fill('paragraph teaser'));
      expect(blocksOf(source, /breaking news!/)).toEqual(['paragraph promotion']);
      expect(blocksOf(source, /^Source: www/)).toEqual(['paragraph source-link']);
      expect(source.metadata).toMatchObject({ title: null, outlet: null });
    });

    test('004 has a caption printed twice, a byline, and furniture to its end', async () => {
      const source = await article('004');
      expect(countOf(source)).toEqual([22, 6]);
      expect(blocksOf(source, /\(123rf\)/)).toEqual(['caption -', 'caption repeated-caption']);
      expect(blocksOf(source, /^By Choi/)).toEqual(['paragraph -']);
      expect(source.blocks.slice(-4).every(({ boilerplateRule }) => boilerplateRule !== null)).toBe(
        true,
      );
      expect(blocksOf(source, /^Back To Top/)).toEqual(['paragraph scroll-link']);
      expect(source.metadata).toMatchObject({ byline: 'Choi Si-young' });
      expect(source.metadata.title).toMatch(/^China says .* own ties$/);
    });

    test('are given back exactly, and no mark of the worked example stands in boilerplate', async () => {
      const marks = readFileSync(join(folder, 'worked-example.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
      let seen = 0;
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
        const source = await article(name);
        expect(source.text).toBe(readFileSync(join(folder, name), 'utf8'));
        for (const mark of marks.filter((each) => each['source'] === name)) {
          const start = Number(mark['start']);
          seen += 1;
          const block = source.blocks.find((each) => each.start <= start && start < each.end);
          expect(block?.boilerplateRule).toBeNull();
        }
      }
      expect(seen).toBe(71);
    });
  },
);
