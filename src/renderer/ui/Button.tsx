import type { ComponentPropsWithRef } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconType } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className'> & {
  /** `primary`: what one mostly wants, at most one a place; `quiet`: no frame; `danger`: what cannot be taken back. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly small?: boolean;
  readonly icon?: IconType;
  /** Shown beside the name. */
  readonly shortcut?: string | undefined;
  /** At work: it stays focusable and does nothing. */
  readonly busy?: boolean;
};

/** A button with its name in words. */
export function Button({
  variant = 'plain',
  small = false,
  icon,
  shortcut,
  busy = false,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[variant], small && styles.small)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {icon && <Icon of={icon} small={small} />}
      <span className={styles.name}>{children}</span>
      {shortcut && <Kbd shortcut={shortcut} />}
    </button>
  );
}
