import { useId, type ReactNode } from 'react';
import styles from './Inspector.module.css';

/** A titled part of the inspector, with what can be done to it at the end of its heading. */
export function Section({
  title,
  count,
  actions,
  children,
}: {
  readonly title: string;
  readonly count?: number | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h3 id={id} className={styles.sectionTitle}>
          {title}
          {count !== undefined && count > 0 && <span className={styles.count}> {count}</span>}
        </h3>
        {actions && <div className={styles.sectionActions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
