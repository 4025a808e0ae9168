import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  text: '“The pier will reopen in May,” Lindqvist said. “The works cost nine million,” she added.',
};

test('actors get other names, grades and notes, and two of them become one', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const first = await markWords(api, source, 'The pier will reopen in May');
  const second = await markWords(api, source, 'The works cost nine million');
  const link = { role: null, forms: [], cue: null, span: null, cueSpan: null, origin: null };
  for (const [mark, name] of [
    [first, 'Mara Lindqvist'],
    [second, 'Lindqvist'],
  ] as const) {
    await api.attributions.set({
      highlightId: mark.id,
      links: [{ ...link, actors: [{ name }], inferred: false }],
    });
  }
  const inspector = new InspectorPage(page);
  const { pane } = inspector;
  await inspector.openTab('Actors');
  await expect(pane.getByRole('region', { name: /^Actors/ }).getByRole('button')).toHaveText([
    /Lindqvist.*1/,
    /Mara Lindqvist.*1/,
  ]);

  await pane.getByRole('button', { name: /Mara Lindqvist/ }).click();
  const details = pane.getByRole('region', { name: 'Actor Mara Lindqvist' });
  await details.getByRole('textbox', { name: 'Role' }).fill('harbour minister');
  await details.getByRole('textbox', { name: 'Other names' }).fill('M. Lindqvist; the minister');
  await details.getByRole('textbox', { name: 'Note' }).click();
  await inspector.grade(
    details.getByRole('group', { name: 'Reliability' }),
    'F · Reliability cannot be judged',
    'Nothing to judge by yet.',
  );
  const row = async (name: string) =>
    (await api.actors.list({})).find((actor) => actor.name === name);
  expect(await row('Mara Lindqvist')).toMatchObject({
    role: 'harbour minister',
    aliases: ['M. Lindqvist', 'the minister'],
    reliability: 'F',
  });
  await expect(details.getByRole('button', { name: 'Remove…' })).toBeDisabled();

  await pane.getByRole('button', { name: /: Lindqvist/ }).click();
  await pane.getByRole('button', { name: 'Join…' }).click();
  const join = page.getByRole('dialog', { name: /^Join “Lindqvist”/ });
  await inspector.pick(join.getByRole('combobox'), 'minister', /^Mara Lindqvist/);
  await expect(join).toContainText('“Lindqvist” becomes a name of “Mara Lindqvist”: 1 mention');
  await join.getByRole('button', { name: 'Join actors' }).click();
  await expect(join).toHaveCount(0);
  expect(await api.actors.list({})).toMatchObject([
    { name: 'Mara Lindqvist', mentions: 2, aliases: ['M. Lindqvist', 'the minister', 'Lindqvist'] },
  ]);

  await inspector.openSource(harbour.title);
  await inspector.chooseMark('The pier will reopen');
  await inspector.link(1).getByRole('combobox', { name: 'Actors' }).fill('the minis');
  await page.keyboard.press('Escape');
  await inspector.link(1).getByRole('button', { name: 'Remove Mara Lindqvist' }).click();
  await inspector.pick(
    inspector.link(1).getByRole('combobox', { name: 'Actors' }),
    'the minister',
    /^Mara Lindqvist/,
  );
  await expect.poll(async () => (await row('Mara Lindqvist'))?.mentions).toBe(2);
  expect(await api.actors.list({})).toHaveLength(1);
});
