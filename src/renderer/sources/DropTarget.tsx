import { FileDown } from 'lucide-react';
import { useStore } from '../app/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { dragging } from './dropped-files.ts';
import styles from './DropTarget.module.css';

/** Says, while files are dragged over the window, that they can be let go here. */
export function DropTarget() {
  const files = useStore(dragging, (state) => state.files);
  if (!files) return null;
  return (
    <div className={styles.target}>
      <p>
        <Icon of={FileDown} /> Let go to bring the files in
      </p>
    </div>
  );
}
