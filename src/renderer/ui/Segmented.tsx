import { useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './Segmented.module.css';

/** A choice of one from a few, all of them seen; arrow keys move. */
export function Segmented<V extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onValue,
  disabled = false,
}: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: V; readonly name: string; readonly hint?: string }[];
  /** Null while nothing is chosen. */
  readonly value: V | null;
  readonly onValue: (value: V) => void;
  readonly disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={hideLabel ? 'for-readers' : styles.legend}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label
            key={option.value}
            title={option.hint}
            className={classNames(styles.option, option.value === value && styles.chosen)}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
