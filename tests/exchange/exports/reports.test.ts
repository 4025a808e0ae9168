import { expect, test } from 'vitest';
import type { RichTextNode } from '../../../src/shared/domain/summaries/summary.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { exported, markLines } from '../markup/exchange-app.ts';

const claim = '11111111-1111-4111-8111-111111111111';
const mark = '33333333-3333-4333-8333-333333333333';
const removed = '44444444-4444-4444-8444-444444444444';

async function project(): Promise<TestApp> {
  const app = createTestApp();
  await app.addText('a.txt', 'The minister said <b>no</b> & left.');
  await app.addText('b.txt', 'She *refused*, says [the ministry](x).');
  const report = await markLines(app, [
    {
      type: 'source',
      source: 'a.txt',
      title: 'Talks <end>',
      outlet: 'The Paper',
      published: '2026-01',
      url: 'javascript:alert(1)',
    },
    {
      type: 'source',
      source: 'b.txt',
      title: 'She refused',
      url: 'https://example.org/b?x=1&y=2',
      handling: 'TLP:AMBER',
    },
    { type: 'claim', id: '55555555-5555-4555-8555-555555555555', statement: 'Nobody says this.' },
    {
      id: mark,
      source: 'a.txt',
      start: 0,
      end: 27,
      stance: 'asserts',
      tags: ['talks/end'],
      claim: {
        id: claim,
        statement: 'The minister # refused_',
        kind: 'fact',
      },
      createdAt: '2026-01-01T00:00:00Z',
      attribution: [
        {
          actors: ['Ada Novak'],
          form: ['quoted'],
          cue: 'said',
        },
      ],
    },
    { source: 'b.txt', start: 0, end: 14, claim: { id: claim }, createdAt: '2026-01-02T00:00:00Z' },
  ]);
  expect(report.problems).toEqual([]);
  return app;
}

function paragraph(...content: RichTextNode[]): RichTextNode {
  return { type: 'paragraph', content };
}

function text(value: string, ...marks: RichTextNode['marks'] & object[]): RichTextNode {
  return { type: 'text', text: value, marks };
}

function cite(targetKind: 'claim' | 'highlight', targetId: string): RichTextNode {
  return { type: 'citation', attrs: { targetKind, targetId } };
}

async function withSummary(app: TestApp): Promise<string> {
  const { id } = await app.api.summaries.create({ title: 'What happened <1>' });
  const content: RichTextNode = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [text('Part *one*')] },
      paragraph(
        text('She '),
        text('refused', { type: 'bold' }),
        text(' it '),
        cite('claim', claim),
        text('(twice)'),
        text(' and again '),
        cite('highlight', mark),
        text('. '),
        cite('claim', removed),
        text(' A link', { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
        text(' and one', { type: 'link', attrs: { href: 'https://example.org/' } }),
      ),
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(text('1. first'))] }],
      },
      { type: 'blockquote', content: [paragraph(text('# quoted'))] },
    ],
  };
  await app.api.summaries.save({ summaryId: id, content, handling: 'TLP:GREEN' });
  return id;
}

test('a summary in Markdown: citations as numbers of the source list, the cited quotes below', async () => {
  const app = await project();
  const summaryId = (await withSummary(app)) as never;
  const lines = (await exported(app, { format: 'md', summaryId })).split('\n');
  expect(lines.slice(0, 14)).toEqual([
    '**TLP:AMBER**',
    '',
    '# What happened \\<1\\>',
    '',
    '## Part \\*one\\*',
    '',
    'She **refused** it [1, 2]\\(twice) and again [1]. [citation of something removed] A link[ and one](<https://example.org/>)',
    '',
    '3. 1\\. first',
    '',
    '> \\# quoted',
    '',
    '## Sources',
    '',
  ]);
  const rest = lines.slice(14).join('\n');
  expect(rest).toContain(
    '1. **Talks \\<end\\>**. The Paper. Published 2026-01. javascript:alert(1) ',
  );
  expect(rest).toContain(
    '- “The minister said \\<b\\>no\\</b\\>” Ada Novak, "said", quoted. Stance: asserts. Tags: talks/end. Marked by Ana Silva.',
  );
  expect(rest).toContain(
    '2. **She refused**. [https://example.org/b?x=1\\&y=2](<https://example.org/b?x=1&y=2>) Handling: TLP:AMBER.',
  );
  expect(rest).toContain('- “She \\*refused\\*,” Not yet attributed.');
  expect(lines.filter((line) => line === '**TLP:AMBER**').length).toBe(2);
});

test('a summary in HTML: one file, nothing runs, references lead to the quotes', async () => {
  const app = await project();
  const summaryId = (await withSummary(app)) as never;
  const html = await exported(app, { format: 'html', summaryId });
  expect(html).not.toMatch(/<script|javascript:alert\(1\)"|<b>no|onload|src=|<link/);
  expect(html).toContain('<p class="banner">TLP:AMBER</p>');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain(`[<a href="#mark-${mark}">1</a>, <a href="#mark-`);
  for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) {
    expect(html).toContain(`id="${anchor}"`);
  }
  expect(html).toContain('“The minister said &#60;b&#62;no&#60;/b&#62;”');
});

test('a report of all claims, also of those that nobody says', async () => {
  const app = await project();
  const report = await exported(app, { format: 'md' });
  expect(report).toContain('# Claims: Test');
  expect(report).toContain('The minister # refused\\_');
  expect(report).toContain('Nobody says this.');
  expect(report).toContain('unsupported');
  expect(report).toContain(
    '- “The minister said \\<b\\>no\\</b\\>” [1]\\\n  Ada Novak, "said", quoted.',
  );
  expect(report.indexOf('[1]')).toBeLessThan(report.indexOf('[2]'));
  const html = await exported(app, { format: 'html' });
  expect(html).toContain('href="#source-1"');
  expect(html).toContain('id="source-2"');
  expect(html).toContain('<h2 id="claim-');
});
