import { expect, test } from 'vitest';

import { createTestApp } from '../support/test-app.ts';

test('furniture is searched when it is asked for, by words and by expression', async () => {
  const app = createTestApp();
  const article =
    'The council voted on Tuesday to close the old harbour, and nobody was against it.\n\nMost read\n\n' +
    'The mayor did not attend the meeting, and said nothing about it later in the week.';
  await app.addText('council.txt', article);
  for (const [query, regex] of [
    ['most read', false],
    ['Mo.t r', true],
  ] as const) {
    const find = async (withBoilerplate?: boolean) =>
      (await app.api.search.find({ query, in: 'text', limit: 10, regex, withBoilerplate })).map(
        ({ start, match }) => [start, match],
      );
    expect(await find()).toEqual([]);
    expect(await find(false)).toEqual([]);
    expect(await find(true)).toEqual([
      [article.indexOf('Most'), query === 'most read' ? 'Most read' : 'Most r'],
    ]);
  }
});
