import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';
import type { ParsedSource } from '../../../src/shared/domain/sources/parsed-source.ts';
import { parseResultProblems } from '../../support/check-parsed-source.ts';
import { column, makePdf } from '../../support/documents/make-pdf.ts';
import type { MadePage } from '../../support/documents/make-pdf.ts';

async function read(pages: readonly MadePage[], information?: string): Promise<ParsedSource> {
  const result = await parseBytes(makePdf(pages, information), 'paper', {});
  expect(parseResultProblems(result)).toEqual([]);
  if ('problem' in result) throw new Error(result.problem);
  return result.source;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const result = await parseBytes(bytes, 'a.pdf', {});
  expect(parseResultProblems(result)).toEqual([]);
  return 'problem' in result ? result.problem : 'no problem';
}

function texts({ text, blocks }: ParsedSource, furniture = false): readonly string[] {
  return blocks
    .filter(({ boilerplateRule }) => (boilerplateRule !== null) === furniture)
    .map(({ start, end }) => text.slice(start, end));
}

const left = [
  'The harbour was closed on Mon-',
  'day after a ferry had lost its',
  'rudder, the port authority did',
  'say. A well-known pilot called',
  'it the worst day of the winter',
];
const right = [
  'and asked for tugs. The owners',
  'of the ferry replied that they',
  'had offered help from the very',
  'beginning and would not pay at',
  'all for what others had broken.',
];

describe('a PDF document', () => {
  test('with two columns is read down the first and then the second', async () => {
    const lines = [
      { x: 60, y: 780, size: 20, text: 'Ferry adrift in the harbour' },
      ...column(60, 740, left).flatMap((line, index) => [
        line,
        ...column(320, 740, right).slice(index, index + 1),
      ]),
    ];
    const source = await read([{ lines }]);
    expect(texts(source)).toEqual([
      'Ferry adrift in the harbour',
      'The harbour was closed on Monday after a ferry had lost its rudder, the port authority did say. A well-known pilot called it the worst day of the winter and asked for tugs. The owners of the ferry replied that they had offered help from the very beginning and would not pay at all for what others had broken.',
    ]);
    expect(source.blocks[0]?.kind).toBe('heading');
    expect(source.metadata.title).toBe('Ferry adrift in the harbour');
  });

  test('goes on over pages, with running heads and page numbers folded, each block with its page', async () => {
    const page = (number: number, body: readonly string[]): MadePage => ({
      lines: [
        { x: 60, y: 810, size: 9, text: `Port report ${2020 + number}` },
        ...column(60, 740, body),
        { x: 290, y: 30, size: 9, text: `${number + 6}` },
      ],
    });
    const source = await read([
      page(1, left),
      page(2, right),
      page(3, [
        'A new paragraph ends this long',
        'report on ferries and harbours',
        'and on the men who pilot them.',
      ]),
    ]);
    expect(texts(source)).toEqual([
      `${left.join(' ').replace('Mon- day', 'Monday')} ${right.join(' ')}`,
      'A new paragraph ends this long report on ferries and harbours and on the men who pilot them.',
    ]);
    expect(texts(source, true)).toEqual(
      expect.arrayContaining(['Port report 2021', 'Port report 2023', '7', '8', '9']),
    );
    const pages = source.blocks.map(
      ({ page: at, boilerplateRule }) => `${at} ${boilerplateRule ?? ''}`,
    );
    expect(pages).toContain('3 ');
    expect(pages).toContain('2 running-head');
    expect(pages).toContain('3 page-number');
  });

  test('has tables with tabs, and pages that are turned read upright', async () => {
    const rows = [
      ['Ship', 'Tonnes'],
      ['Astrid', '1200'],
      ['Boreas', '800'],
    ].flatMap(([name = '', weight = ''], index) => [
      { x: 60, y: 700 - 14 * index, text: name },
      { x: 260, y: 700 - 14 * index, text: weight },
    ]);
    const source = await read([{ lines: rows, rotate: 180 }]);
    // Turned by the viewer, the rows stand upside down, and are read as they were written.
    expect(source.text).toContain('Ship\tTonnes\nAstrid\t1200\nBoreas\t800');
  });

  test('says which pages hold only pictures, and is refused where all do', async () => {
    const text: MadePage = { lines: column(60, 700, ['Read.']) };
    const scan: MadePage = { isPicture: true };
    const { notes } = await read([text, scan, scan, text, scan]);
    expect(notes).toEqual([
      expect.stringMatching(/^Pages 2–3 and 5 hold only pictures; no text was read/),
    ]);
    expect(await problemOf(makePdf([scan, scan]))).toMatch(/holds only pictures of pages/);
    expect(await problemOf(makePdf([{}]))).toBe('The PDF document holds no text.');
  });

  test('gives its properties, but not what programs write where nobody did', async () => {
    const page: MadePage = { lines: column(60, 700, ['Text.']) };
    const stated = await read(
      [page],
      "/Title (On ferries) /Author (A. Pilot) /CreationDate (D:20240203101112+01'00')",
    );
    expect(stated.metadata).toMatchObject({
      title: 'On ferries',
      byline: 'A. Pilot',
      published: '2024-02-03T10:11:12+01:00',
    });
    const unstated = await read(
      [page],
      '/Title (Microsoft Word - draft2.doc) /Author (Administrator)',
    );
    expect(unstated.metadata).toMatchObject({ title: null, byline: null });
  });

  test('that is broken or encrypted ends in a sentence', async () => {
    expect(await problemOf(Buffer.from('%PDF-1.7\nnothing'))).toMatch(/^The PDF document /);
    const encrypted = Buffer.from(makePdf([{ lines: [] }])).toString('latin1');
    const key = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00><00>]`;
    const locked = encrypted.replace('/Info 4 0 R', `/Info 4 0 R ${key}`);
    expect(await problemOf(Buffer.from(locked, 'latin1'))).toMatch(/protected by a password/);
  });
});
