import type { SelectOption } from './Select.tsx';

/** The options of a closed list, in its order, with their words. */
export function optionsOf<V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
): SelectOption<V>[] {
  return values.map((value) => ({ value, name: words[value] }));
}
