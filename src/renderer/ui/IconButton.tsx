import type { ComponentPropsWithRef } from 'react';
import { Icon, type IconType } from './Icon.tsx';
import styles from './IconButton.module.css';
import { classNames } from './class-names.ts';
import { Tooltip } from './Tooltip.tsx';

type IconButtonProps = Omit<
  ComponentPropsWithRef<'button'>,
  'className' | 'children' | 'aria-label'
> & {
  readonly icon: IconType;
  /** Its name: read aloud, and shown as a tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly small?: boolean;
  /** For a switch: whether it is on. */
  readonly pressed?: boolean;
};

/** A button that shows an icon alone. */
export function IconButton({
  icon,
  label,
  shortcut,
  small = false,
  pressed,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type="button"
        aria-pressed={pressed}
        {...rest}
        aria-label={label}
        className={classNames(styles.button, small && styles.small)}
      >
        <Icon of={icon} small={small} />
      </button>
    </Tooltip>
  );
}
