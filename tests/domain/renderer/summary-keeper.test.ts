import { describe, expect, test } from 'vitest';
import {
  createSummaryKeeper,
  restMs,
  type KeeperOptions,
  type SummaryKeeper,
} from '../../../src/renderer/summaries/summary-keeper.ts';
import type { RichTextNode } from '../../../src/shared/domain/summaries/summary.ts';

function text(words: string): RichTextNode {
  return {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  };
}

function wordsOf(content: RichTextNode): string {
  return content.content?.[0]?.content?.[0]?.text ?? '';
}

/** A keeper with a screen and a disk to look at; time passes when the test says so. */
function start(overrides: Partial<KeeperOptions> = {}) {
  const told: string[] = [];
  let screen = 'begun';
  let disk = 'begun';
  let rest: (() => void) | null = null;
  const keeper: SummaryKeeper = createSummaryKeeper({
    text: {
      take() {
        const taken = screen;
        return { content: text(taken), onDisk: () => told.push(`on disk: ${taken}`) };
      },
      arrive(content, moveCaret) {
        if (wordsOf(content) === screen) return 'same';
        screen = wordsOf(content);
        told.push(moveCaret ? `came back: ${screen}` : `arrived: ${screen}`);
        return 'taken';
      },
    },
    save: async (content) => {
      told.push(`save: ${wordsOf(content)}`);
      disk = wordsOf(content);
    },
    read: async () => text(disk),
    step: async (which) => {
      disk = `${which}ne`;
      return 'Edit the summary';
    },
    leftOut: () => told.push('left out'),
    wait(run, ms) {
      expect(ms).toBe(restMs);
      rest = run;
      return () => {
        rest = null;
      };
    },
    ...overrides,
  });
  return {
    keeper,
    told,
    type(words: string) {
      screen = words;
      keeper.typed();
    },
    rests: () => rest?.(),
    get waiting() {
      return rest !== null;
    },
    setDisk: (words: string) => {
      disk = words;
    },
    get screen() {
      return screen;
    },
  };
}

/** Lets everything that was begun come to its end. */
async function settle(keeper: SummaryKeeper): Promise<void> {
  await keeper.changedElsewhere().catch(() => undefined);
}

describe('a summary’s text', () => {
  test('is saved once after a rest, and said to be saved only then', async () => {
    const made = start();
    expect(made.keeper.get()).toEqual({ saved: 'clean', problem: null });
    made.type('a');
    made.type('ab');
    expect(made.keeper.get().saved).toBe('saving');
    expect(made.told).toEqual([]);
    made.rests();
    await settle(made.keeper);
    expect(made.told).toEqual(['save: ab', 'on disk: ab']);
    expect(made.keeper.get()).toEqual({ saved: 'saved', problem: null });
    expect(made.waiting).toBe(false);
  });

  test('is not saved without a change', async () => {
    const made = start();
    expect(await made.keeper.commit()).toBe(true);
    expect(made.told).toEqual([]);
  });

  test('stays, with the reason, where saving fails, and is saved the next time', async () => {
    let full = true;
    const saved: string[] = [];
    const made = start({
      save: async (content) => {
        if (full) throw new Error('The disk is full.');
        saved.push(wordsOf(content));
      },
    });
    made.type('a');
    expect(await made.keeper.commit()).toBe(false);
    expect(made.keeper.get()).toEqual({ saved: 'saving', problem: 'The disk is full.' });
    expect(made.screen).toBe('a');
    full = false;
    expect(await made.keeper.commit()).toBe(true);
    expect(saved).toEqual(['a']);
    expect(made.keeper.get()).toEqual({ saved: 'saved', problem: null });
  });

  test('that is typed while another save is under way is saved after it, in order', async () => {
    const gates: (() => void)[] = [];
    const saved: string[] = [];
    const made = start({
      save: (content) =>
        new Promise((resolve) => {
          saved.push(wordsOf(content));
          gates.push(resolve);
        }),
    });
    made.type('a');
    const first = made.keeper.commit();
    await Promise.resolve();
    made.type('ab');
    const second = made.keeper.commit();
    expect(saved).toEqual(['a']);
    gates[0]?.();
    await first;
    expect(made.keeper.get().saved).toBe('saving');
    await Promise.resolve();
    gates[1]?.();
    expect(await second).toBe(true);
    expect(saved).toEqual(['a', 'ab']);
    expect(made.keeper.get().saved).toBe('saved');
  });

  test('that changed elsewhere is taken in; its own save is nothing new', async () => {
    const made = start();
    made.type('a');
    await made.keeper.commit();
    await made.keeper.changedElsewhere();
    expect(made.told).toEqual(['save: a', 'on disk: a']);
    made.setDisk('other');
    await made.keeper.changedElsewhere();
    expect(made.told.at(-1)).toBe('arrived: other');
  });

  test('that could not be taken in is told of', async () => {
    const told: string[] = [];
    const made = start({
      text: { take: () => ({ content: text(''), onDisk: () => undefined }), arrive: () => 'kept' },
      leftOut: () => told.push('left out'),
    });
    await made.keeper.changedElsewhere();
    expect(told).toEqual(['left out']);
  });
});

describe('undo in a summary', () => {
  test('saves what was typed first, then shows what came back', async () => {
    const made = start();
    made.type('a');
    expect(await made.keeper.step('undo')).toBe('Edit the summary');
    expect(made.told).toEqual(['save: a', 'on disk: a', 'came back: undone']);
  });

  test('does nothing where what was typed could not be saved', async () => {
    let steps = 0;
    const made = start({
      save: () => Promise.reject(new Error('The disk is full.')),
      step: async () => {
        steps += 1;
        return 'Edit';
      },
    });
    made.type('a');
    expect(await made.keeper.step('undo')).toBeNull();
    expect(steps).toBe(0);
    expect(made.keeper.get().problem).toBe('The disk is full.');
  });

  test('reads nothing where nothing was left to undo, and passes failures on', async () => {
    const nothing = start({ step: async () => null });
    expect(await nothing.keeper.step('redo')).toBeNull();
    expect(nothing.told).toEqual([]);
    const failing = start({ step: () => Promise.reject(new Error('Changed since.')) });
    await expect(failing.keeper.step('undo')).rejects.toThrow('Changed since.');
    failing.type('still works');
    expect(await failing.keeper.commit()).toBe(true);
  });
});
