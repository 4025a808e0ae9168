import { ContextMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import { MenuEntries } from './MenuEntries.tsx';
import styles from './Menu.module.css';

/** What the second mouse button, the menu key or Shift+F10 opens over its child. */
export function ContextMenu({
  entries,
  children,
}: {
  /** Asked for when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
  /** One element that takes a ref and a contextmenu listener. */
  readonly children: ReactElement;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.menu} collisionPadding={8} loop>
          <MenuEntries parts={Radix} entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
