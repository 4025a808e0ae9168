import {
  textFinder,
  type FindQuery,
  type TextFinder,
} from '../../shared/domain/search/find-in-text.ts';

/** What the worker is told: first the text, then one query after another. */
export type FindRequest =
  | { readonly text: string }
  | { readonly id: number; readonly query: FindQuery; readonly limit: number };

/** What it answers to the query of that id. */
export type FindAnswer = { readonly id: number } & ReturnType<TextFinder['find']>;

let finder: TextFinder | null = null;

self.addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  if ('text' in data) {
    finder = textFinder(data.text);
    return;
  }
  if (finder === null) return;
  const answer: FindAnswer = { id: data.id, ...finder.find(data.query, data.limit) };
  const transfer = 'problem' in answer ? [] : [answer.starts.buffer, answer.ends.buffer];
  self.postMessage(answer, { transfer: transfer as ArrayBuffer[] });
});
