import type { AnalystId } from './ids.ts';

/** A person who marks up; two analysts are the same only by id. */
export interface Analyst {
  readonly id: AnalystId;
  readonly name: string;
  /** One to four letters shown in the margin beside the analyst's marks. */
  readonly initials: string;
  /** Index into the eight-colour palette. */
  readonly colour: number;
}

/** The first letters of the first and last word of a name, upper-case; `?` for a name without letters. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = [first, last].flatMap((word) => (word === undefined ? [] : [[...word][0] ?? '']));
  return letters.join('').toUpperCase() || '?';
}
