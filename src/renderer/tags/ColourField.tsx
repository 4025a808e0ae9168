import { useId } from 'react';
import { useDraft } from '../claims/use-draft.ts';
import { Swatch } from '../ui/Chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { paletteWords } from './palette-words.ts';
import styles from './Tags.module.css';

/** A choice of one of the palette's eight colours, saved when it is made; arrow keys move. */
export function ColourField({
  name: draftName,
  label,
  letter,
  value,
  onSave,
}: {
  /** Which object's colour it is; the component needs a `key` that changes with it. */
  readonly name: string;
  readonly label: string;
  /** Shown in each colour, as it will stand beside the marks. */
  readonly letter: string;
  readonly value: number;
  readonly onSave: (colour: number) => Promise<unknown>;
}) {
  const name = useId();
  const [state, draft] = useDraft<number>(draftName, value, {
    same: Object.is,
    missing: () => null,
    save: async (colour) => {
      await onSave(colour);
      return colour;
    },
    rebase: (current) => current,
  });
  return (
    <fieldset className={styles.colours}>
      <legend className={styles.legend}>{label}</legend>
      {paletteWords.map((word, colour) => (
        <label
          key={word}
          className={classNames(styles.colour, colour === state.value && styles.chosenColour)}
          title={word}
        >
          <input
            type="radio"
            name={name}
            aria-label={word}
            checked={colour === state.value}
            onChange={() => {
              draft.change(colour);
              void draft.commit();
            }}
          />
          <Swatch colour={colour} letter={letter} />
        </label>
      ))}
      {state.problem !== null && (
        <p className={styles.error} role="alert">
          Not saved: {state.problem}
        </p>
      )}
    </fieldset>
  );
}
