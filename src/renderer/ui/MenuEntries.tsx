import { Check } from 'lucide-react';
import type { ContextMenu, DropdownMenu } from 'radix-ui';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import type { MenuEntry } from './menu-entry.ts';
import styles from './Menu.module.css';

/** The parts that a kind of menu draws its rows with. */
export type MenuParts = Pick<
  typeof DropdownMenu | typeof ContextMenu,
  'Item' | 'CheckboxItem' | 'Separator' | 'Label'
>;

/** The rows of an open menu. */
export function MenuEntries({
  parts: { Item, CheckboxItem, Separator, Label },
  entries,
}: {
  readonly parts: MenuParts;
  readonly entries: () => readonly MenuEntry[];
}) {
  return entries().map((entry, index) => {
    if ('line' in entry) return <Separator key={`line-${index}`} className={styles.line} />;
    if ('heading' in entry) {
      return (
        <Label key={entry.heading} className={styles.heading}>
          {entry.heading}
        </Label>
      );
    }
    const attributes = {
      className: classNames(styles.entry, entry.danger && styles.danger),
      disabled: entry.disabled ?? false,
      onSelect: entry.run,
    };
    const content = (
      <>
        <span className={styles.icon}>
          {entry.icon && <Icon of={entry.icon} small />}
          {entry.checked && <Icon of={Check} small />}
        </span>
        <span className={styles.name}>{entry.name}</span>
        {entry.shortcut && <Kbd shortcut={entry.shortcut} />}
      </>
    );
    return entry.checked === undefined ? (
      <Item key={entry.name} {...attributes}>
        {content}
      </Item>
    ) : (
      <CheckboxItem key={entry.name} checked={entry.checked} {...attributes}>
        {content}
      </CheckboxItem>
    );
  });
}
