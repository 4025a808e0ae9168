import { ChevronDown } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './Field.tsx';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';

/** One value that can be chosen. */
export interface SelectOption<V extends string> {
  readonly value: V;
  readonly name: string;
}

/** A choice of one from a short fixed list, drawn by the system. */
export function Select<V extends string>({
  label,
  hideLabel,
  hint,
  error,
  value,
  options,
  onValue,
  disabled = false,
  small = false,
}: FieldProps & {
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onValue: (value: V) => void;
  readonly disabled?: boolean;
  readonly small?: boolean;
}) {
  return (
    <Field label={label} hideLabel={hideLabel ?? false} hint={hint} error={error}>
      {(control) => (
        <div className={styles.selectFrame}>
          <select
            {...control}
            className={classNames(styles.control, small && styles.small)}
            value={value}
            disabled={disabled}
            onChange={(event) => onValue(event.target.value as V)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.name}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} small />
        </div>
      )}
    </Field>
  );
}
