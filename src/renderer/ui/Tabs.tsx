import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconType } from './Icon.tsx';
import styles from './Tabs.module.css';
import { Tooltip } from './Tooltip.tsx';

/** One tab; its panel is drawn while it is chosen. */
export interface TabItem<V extends string> {
  readonly value: V;
  readonly name: string;
  readonly icon?: IconType;
  /** A number beside the name; nothing is shown while it is not known. */
  readonly count?: number | null;
  readonly shortcut?: string | undefined;
}

/** A row of tabs with the panel of the chosen one; arrow keys move along the row. */
export function Tabs<V extends string>({
  label,
  items,
  value,
  onValue,
  actions,
  children,
}: {
  readonly label: string;
  readonly items: readonly TabItem<V>[];
  readonly value: V;
  readonly onValue: (value: V) => void;
  /** Stands at the end of the row. */
  readonly actions?: ReactNode;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
}) {
  return (
    <Radix.Root className={styles.tabs} value={value} onValueChange={(next) => onValue(next as V)}>
      <div className={styles.bar}>
        <Radix.List className={styles.list} aria-label={label}>
          {items.map((item) => (
            <Tab key={item.value} item={item} />
          ))}
        </Radix.List>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <Radix.Content key={value} className={styles.panel} value={value} tabIndex={-1}>
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}

function Tab<V extends string>({ item }: { readonly item: TabItem<V> }) {
  const trigger = (
    <Radix.Trigger className={styles.tab} value={item.value}>
      {item.icon && <Icon of={item.icon} small />}
      {item.name}
      {typeof item.count === 'number' && <span className={styles.count}>{item.count}</span>}
    </Radix.Trigger>
  );
  if (!item.shortcut) return trigger;
  return (
    <Tooltip text={item.name} shortcut={item.shortcut}>
      {trigger}
    </Tooltip>
  );
}
