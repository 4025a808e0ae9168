import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';

/** What every kind of field takes. */
export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers alone. */
  readonly hideLabel?: boolean;
  /** A short explanation below. */
  readonly hint?: ReactNode;
  /** A sentence that says what is wrong; read aloud when it comes. */
  readonly error?: string | null | undefined;
  /** Instead of `error`: the id of an element elsewhere that says what is wrong, so that nothing moves. */
  readonly errorId?: string | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, the control that the function draws, and below it a hint and an error. */
export function Field({
  label,
  hideLabel = false,
  hint,
  error,
  errorId: otherErrorId,
  children,
}: FieldProps & { readonly children: (control: ControlAttributes) => ReactNode }) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint ? hintId : '', error ? errorId : '', otherErrorId ?? '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={classNames(hideLabel ? 'for-readers' : styles.label)}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error || otherErrorId ? true : undefined,
      })}
      {hint && (
        <div id={hintId} className={styles.hint}>
          {hint}
        </div>
      )}
      <div id={errorId} className={styles.error} aria-live="polite">
        {error}
      </div>
    </div>
  );
}
