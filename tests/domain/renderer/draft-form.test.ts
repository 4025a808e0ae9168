import { describe, expect, it } from 'vitest';
import { createDraft, type Draft } from '../../../src/renderer/claims/draft-form.ts';

interface Bench {
  readonly draft: Draft<string>;
  readonly sent: string[];
  rest(): void;
  answer(value: string | Error): Promise<void>;
}

function bench(saved: string): Bench {
  const sent: string[] = [];
  let waiting: (() => void) | null = null;
  let settle: ((value: string | Error) => void) | null = null;
  const draft = createDraft<string>(saved, {
    same: (a, b) => a === b,
    missing: (value) => (value.trim() === '' ? 'A statement is needed.' : null),
    save: (value) => {
      sent.push(value);
      return new Promise((resolve, reject) => {
        settle = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
      });
    },
    rebase: (current) => current,
    wait: (run) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
  });
  return {
    draft,
    sent,
    rest: () => waiting?.(),
    async answer(value) {
      settle?.(value);
      await new Promise((done) => setImmediate(done));
    },
  };
}

describe('a field that saves by itself', () => {
  it('saves once after a rest, not at each key', async () => {
    const { draft, sent, rest, answer } = bench('one');
    draft.focus();
    draft.change('one t');
    draft.change('one two');
    expect(sent).toEqual([]);
    rest();
    await answer('one two');
    expect(sent).toEqual(['one two']);
    expect(draft.get()).toMatchObject({ saved: 'one two', edited: false, saving: false });
  });

  it('saves on leaving and then shows the value as stored', async () => {
    const { draft, sent, answer } = bench('one');
    draft.focus();
    draft.change(' two ');
    const left = draft.blur();
    await answer('two');
    await left;
    expect(sent).toEqual([' two ']);
    expect(draft.get().value).toBe('two');
  });

  it('keeps what is typed when data arrives, and says so to nobody', () => {
    const { draft } = bench('one');
    draft.focus();
    draft.change('mine');
    draft.arrive('theirs');
    expect(draft.get()).toMatchObject({ value: 'mine', saved: 'theirs', edited: true });
  });

  it('takes over what arrives where nobody edits', () => {
    const { draft } = bench('one');
    draft.arrive('theirs');
    expect(draft.get().value).toBe('theirs');
  });

  it('shows what arrives in a focused field that nobody edits, and does not write over it', async () => {
    const { draft, sent } = bench('one');
    draft.focus();
    draft.arrive('theirs');
    expect(draft.get().value).toBe('theirs');
    await draft.blur();
    expect(sent).toEqual([]);
    expect(draft.get().value).toBe('theirs');
  });

  it('keeps the text and says why when saving fails, and saves it with the next try', async () => {
    const { draft, sent, answer } = bench('one');
    draft.change('two');
    const first = draft.commit();
    await answer(new Error('The disk is full.'));
    await first;
    expect(draft.get()).toMatchObject({ value: 'two', edited: true, problem: 'The disk is full.' });
    const second = draft.commit();
    await answer('two');
    await second;
    expect(sent).toEqual(['two', 'two']);
    expect(draft.get()).toMatchObject({ saved: 'two', edited: false, problem: null });
  });

  it('does not save what is incomplete, and says what is missing', async () => {
    const { draft, sent, rest } = bench('one');
    draft.change('  ');
    rest();
    expect(draft.get().problem).toBeNull();
    await draft.commit();
    expect(sent).toEqual([]);
    expect(draft.get()).toMatchObject({ value: '  ', problem: 'A statement is needed.' });
  });

  it('sends what was typed during a save after it', async () => {
    const { draft, sent, answer } = bench('one');
    draft.change('two');
    const first = draft.commit();
    draft.change('three');
    const second = draft.commit();
    await answer('two');
    await first;
    expect(draft.get()).toMatchObject({ value: 'three', edited: true });
    await answer('three');
    await second;
    expect(sent).toEqual(['two', 'three']);
    expect(draft.get()).toMatchObject({ saved: 'three', edited: false });
  });

  it('saves nothing when the text is typed back', async () => {
    const { draft, sent } = bench('one');
    draft.change('two');
    draft.change('one');
    await draft.commit();
    expect(sent).toEqual([]);
    expect(draft.get().edited).toBe(false);
  });

  it('brings back what an earlier field could not save', () => {
    const first = bench('one').draft;
    first.change('two');
    const second = createDraft<string>(
      'one',
      {
        same: (a, b) => a === b,
        missing: () => null,
        save: (value) => Promise.resolve(value),
        rebase: (current) => current,
        wait: () => () => undefined,
      },
      first.get(),
    );
    expect(second.get()).toMatchObject({ value: 'two', saved: 'one', edited: true });
  });
});
