import { CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon, type IconType } from './Icon.tsx';
import styles from './States.module.css';

/** What stands where there is nothing yet: it says so, and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon?: IconType;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      {icon && <Icon of={icon} />}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** What stands where something is on its way; it appears only after a moment, so that nothing flickers. */
export function Busy({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <div className={styles.busy} role="status">
      <LoaderCircle aria-hidden="true" className={styles.turning} size={16} />
      {label}
    </div>
  );
}

/** What stands where something failed: the sentence of the core, and a way to try again. */
export function ErrorState({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}) {
  return (
    <div className={styles.state} role="alert">
      <Icon of={CircleAlert} />
      <p className={styles.text}>{error instanceof Error ? error.message : String(error)}</p>
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
