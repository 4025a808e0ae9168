import { expect, test, vi } from 'vitest';
import { canonicalChord } from '../../../src/renderer/app/commands/chord.ts';

// The commands' modules listen to the window as soon as they are loaded.
const listening = { addEventListener: () => undefined };
vi.stubGlobal('window', { ...listening, attest: { onEvent: () => () => undefined } });
vi.stubGlobal('matchMedia', () => ({ ...listening, matches: true }));
vi.stubGlobal('document', { ...listening, documentElement: { style: {} } });
const { everyCommand } = await import('../../../src/renderer/app/commands/all-commands.ts');

/** Commands that share keys because they never meet: Esc goes from the inspector to the text, and from there closes the bar. */
const neverMeet = [['reader.back', 'find.close']];

/** What belongs to a part of the review counts while that is on the screen, and then before all others. */
const ofParts = ['merges.', 'adjudicate.', 'waiting.'];
const partOf = (id: string): string | undefined => ofParts.find((part) => id.startsWith(part));

test('no two commands that can meet have the same keys in one scope', () => {
  const holders = new Map<string, string[]>();
  for (const { id, scope, shortcuts = [] } of everyCommand) {
    for (const chord of new Set(shortcuts.map(canonicalChord))) {
      const key = `${partOf(id) ?? scope} ${chord}`;
      holders.set(key, [...(holders.get(key) ?? []), id]);
    }
  }
  const shared = [...holders.values()].filter((ids) => ids.length > 1);
  expect(shared.filter((ids) => !neverMeet.some((pair) => `${pair}` === `${ids}`))).toEqual([]);
});

test('a part of the review goes before what has its keys otherwise, and only while it is on the screen', () => {
  const firstOther = everyCommand.findIndex(({ id }) => partOf(id) === undefined);
  const withKeys = everyCommand.filter(
    ({ id, shortcuts = [] }) => partOf(id) !== undefined && shortcuts.length > 0,
  );
  for (const command of withKeys) {
    expect(everyCommand.indexOf(command), command.id).toBeLessThan(firstOther);
    expect(command.when?.(), command.id).toBe(false);
  }
});

test('every command has a name and an id of its own', () => {
  const ids = everyCommand.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(everyCommand.filter(({ name }) => name.trim() === '')).toEqual([]);
});
