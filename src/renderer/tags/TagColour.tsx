import { useDraft } from '../claims/use-draft.ts';
import { ColourField } from '../ui/ColourField.tsx';
import styles from './Tags.module.css';

/** The colour of a tag, saved when it is chosen. */
export function TagColour({
  name,
  letter,
  value,
  onSave,
}: {
  /** Which object's colour it is; the component needs a `key` that changes with it. */
  readonly name: string;
  /** The initial that stands beside the marks. */
  readonly letter: string;
  readonly value: number;
  readonly onSave: (colour: number) => Promise<unknown>;
}) {
  const [state, draft] = useDraft<number>(name, value, {
    same: Object.is,
    missing: () => null,
    save: async (colour) => {
      await onSave(colour);
      return colour;
    },
    rebase: (current) => current,
  });
  return (
    <ColourField
      label="Colour"
      letter={letter}
      value={state.value}
      onColour={(colour) => {
        draft.change(colour);
        void draft.commit();
      }}
    >
      {state.problem !== null && (
        <p className={styles.error} role="alert">
          Not saved: {state.problem}
        </p>
      )}
    </ColourField>
  );
}
