import { shortcutText } from './shortcut-text.ts';
import styles from './Kbd.module.css';

/** A shortcut as a small key, such as `Ctrl+K`. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  return <kbd className={styles.kbd}>{shortcutText(shortcut)}</kbd>;
}
