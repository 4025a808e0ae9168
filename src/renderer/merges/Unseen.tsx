import { EyeOff } from 'lucide-react';
import type { MergeReport } from '../../shared/contract/merges.ts';
import { unseenLines } from '../../shared/domain/merge/unseen-words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Merges.module.css';

/** Says how much a merge brings of layers that may not be seen yet, and whose it is; nothing where there is none. */
export function Unseen({ report }: { readonly report: MergeReport }) {
  return unseenLines(report).map((line) => (
    <p key={line} className={styles.unseen}>
      <Icon of={EyeOff} />
      <span>{line}; seen when everybody has handed in.</span>
    </p>
  ));
}
