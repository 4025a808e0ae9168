import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import styles from './Field.module.css';

type AreaProps = Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'className' | 'id'>;

/** A field of several lines that grows with its text. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  value,
  onText,
  ...rest
}: FieldProps & AreaProps & { readonly value: string; readonly onText: (text: string) => void }) {
  return (
    <Field label={label} hideLabel={hideLabel ?? false} hint={hint} error={error}>
      {(control) => (
        <textarea
          dir="auto"
          {...rest}
          {...control}
          className={styles.control}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
