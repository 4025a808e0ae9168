import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  compareSketches,
  nearDuplicateShare,
  shareOfShorter,
  sketchKeys,
  sketchOf,
} from '../../../src/shared/domain/sources/text-sketch.ts';

const report = [
  'The operator of the northern pumping station shut both of its lines on Monday after an alarm in the control room.',
  '“We saw the pressure fall within minutes and decided to close everything,” said Marta Heller, who leads the night shift.',
  'Engineers found a crack of eleven centimetres in a weld that had been inspected in the spring of last year.',
  'The ministry of water asked for a full account of the inspection by the end of the week, according to a spokesman.',
  'About forty thousand households in four districts were without water for nine hours, the city said in a statement.',
  'Schools stayed open, and the fire service drove water to the two hospitals that lie in the affected part of the city.',
  'The company that did the inspection declined to comment while its own lawyers are looking at the records.',
  'Repairs should be finished by Thursday, though the second line will stay closed until the weld has been tested again.',
];

const sameEvent = [
  'Water stopped flowing in four districts on Monday morning, and for nine hours nobody could say when it would return.',
  'Residents queued at tank lorries that the fire service had sent to the market place shortly after seven.',
  '“I heard it on the radio and filled the bath with what was left,” said a pensioner who lives near the station.',
  'At the pumping station the night shift had closed both lines after an alarm, its leader Marta Heller told this paper.',
  'A weld had cracked, and the last inspection of it was more than a year ago, people who know the plant say.',
  'The ministry wants to know by Friday how a crack of that size could be missed; the inspectors say nothing.',
  'Opposition members of the council called for the resignation of the head of the works, who was on leave.',
  'By the evening the pressure was back in most houses, though the water was brown for some time after.',
];

function share(a: readonly string[], b: readonly string[]): number {
  return shareOfShorter(sketchOf(a), sketchOf(b));
}

describe('one report in several outlets', () => {
  const [lead = '', ...body] = report;
  test.each([
    ['the same', report, 1],
    [
      'another lead',
      ['A burst weld left a part of the city dry, officials told reporters today.', ...body],
      0.8,
    ],
    ['cut to its first half', report.slice(0, 4), 0.95],
    ['cut to two paragraphs', [lead, report[4] ?? ''], 0.95],
    ['within a longer one', [...report, ...sameEvent], 0.95],
    [
      'British and American spelling',
      report.map((each) =>
        each
          .replaceAll('centimetres', 'centimeters')
          .replaceAll('lawyers', 'attorneys')
          .replaceAll('“', '"')
          .replaceAll('”', '"'),
      ),
      0.85,
    ],
    [
      'capitals and typography',
      report.map((each) => each.toUpperCase().replaceAll(' ', '\u00a0')),
      1,
    ],
    [
      'a word changed in each sentence',
      report.map((each) => each.replace(/ (\w+) (\w+)\.?$/, ' $1 otherwise.')),
      0.6,
    ],
  ])('%s', (_, printed, atLeast) => {
    expect(share(report, printed)).toBeGreaterThanOrEqual(atLeast);
    expect(share(report, printed)).toBeGreaterThanOrEqual(nearDuplicateShare);
  });

  test('two articles on one event are no near duplicates', () => {
    expect(share(report, sameEvent)).toBeLessThan(0.1);
  });

  test('nor are two that share a quotation', () => {
    expect(share([...sameEvent, report[1] ?? ''], report)).toBeLessThan(nearDuplicateShare / 2);
  });

  test('what is very short is not compared', () => {
    expect(share(['A short note of the day.'], ['A short note of the day.'])).toBe(0);
    expect(sketchKeys(sketchOf(['A short note.']))).toHaveLength(0);
  });

  test('Chinese text is compared by its characters', () => {
    const text =
      '外交部发言人周一在例行记者会上说，双方将于下月在首都举行新一轮会谈，讨论边境贸易和水资源问题。';
    expect(share([text], [`据新华社报道，${text}`])).toBe(1);
    expect(
      share(
        [text],
        [
          '气象台发布暴雨预警，预计今天夜间到明天白天全市有大到暴雨，请市民减少外出并注意防范次生灾害。',
        ],
      ),
    ).toBe(0);
  });
});

test('estimates of long texts are near what they share', () => {
  const words = (seed: number, count: number): string =>
    Array.from({ length: count }, (_, i) => `w${(seed * 1_000_003 + i * 7_919) % 1_000_033}`).join(
      ' ',
    );
  const common = words(1, 30_000);
  const first = sketchOf([common, words(2, 30_000)]);
  const second = sketchOf([common, words(3, 10_000)]);
  const shared = compareSketches(first, second);
  expect(shared.ofFirst).toBeCloseTo(0.5, 1);
  expect(shared.ofSecond).toBeCloseTo(0.75, 1);
  const short = sketchOf([words(1, 300)]);
  expect(shareOfShorter(short, first)).toBeGreaterThan(0.9);
  const keys = new Set(sketchKeys(first));
  expect([...sketchKeys(short)].filter((key) => keys.has(key)).length).toBeGreaterThan(0);
});

const folder = join(import.meta.dirname, '../../../../shared/sources');

test.skipIf(!existsSync(folder))(
  'the five articles are different ones (skipped without them)',
  () => {
    const sketches = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => sketchOf(readFileSync(join(folder, name), 'utf8').split('\n')));
    expect(sketches.length).toBeGreaterThan(1);
    const shares = sketches.flatMap((a, i) =>
      sketches.slice(i + 1).map((b) => shareOfShorter(a, b)),
    );
    expect(Math.max(...shares)).toBeLessThan(nearDuplicateShare / 2);
  },
);
