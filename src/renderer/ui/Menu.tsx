import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import { MenuEntries } from './MenuEntries.tsx';
import styles from './Menu.module.css';

/** A button that opens a list of things to do. */
export function Menu({
  trigger,
  entries,
  align = 'start',
}: {
  /** One button. */
  readonly trigger: ReactElement;
  /** Asked for when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
  readonly align?: 'start' | 'end';
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
        >
          <MenuEntries parts={Radix} entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
