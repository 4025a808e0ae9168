import { Select, type SelectOption } from '../ui/Select.tsx';
import { useDraft } from './use-draft.ts';

/** A choice that is saved when it is made; a failure says so and keeps the choice to try again. */
export function SavedSelect<V extends string>({
  name,
  label,
  hint,
  value,
  options,
  onSave,
}: {
  /** Which value of which object this is; the component needs a `key` that changes with it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onSave: (value: V) => Promise<unknown>;
}) {
  const [state, draft] = useDraft<V>(name, value, {
    same: Object.is,
    missing: () => null,
    save: async (next) => {
      await onSave(next);
      return next;
    },
    rebase: (current) => current,
  });
  return (
    <Select
      label={label}
      hint={hint}
      error={state.problem === null ? null : `Not saved: ${state.problem}`}
      value={state.value}
      options={options}
      onValue={(next) => {
        draft.change(next);
        void draft.commit();
      }}
    />
  );
}
