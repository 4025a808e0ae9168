import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './Field.tsx';
import styles from './Field.module.css';

type InputProps = Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'className' | 'id'>;

/** A field of one line. */
export function TextInput({
  label,
  hideLabel,
  hint,
  error,
  errorId,
  value,
  onText,
  small = false,
  ...rest
}: FieldProps &
  InputProps & {
    readonly value: string;
    readonly onText: (text: string) => void;
    readonly small?: boolean;
  }) {
  return (
    <Field label={label} hideLabel={hideLabel ?? false} hint={hint} error={error} errorId={errorId}>
      {(control) => (
        <input
          type="text"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...control}
          className={classNames(styles.control, small && styles.small)}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
