import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import type { SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './BlindNote.module.css';
import { useProfile } from './review-actions.ts';

/** Says that what is written holds only the own layer of sources that are blind; nothing where none is. */
export function BlindNote({ sourceId }: { readonly sourceId?: SourceId }) {
  const profile = useProfile();
  const { data: rows = [] } = useQuery(read('reviews', 'assignments', {}));
  const blind = new Set(
    rows.flatMap((row) =>
      !row.isOpen &&
      (sourceId === undefined || row.sourceId === sourceId) &&
      row.analysts.some(({ id }) => id === profile?.id)
        ? [row.sourceId]
        : [],
    ),
  );
  if (blind.size === 0) return null;
  const which =
    sourceId !== undefined
      ? 'This source is'
      : blind.size === 1
        ? 'One source is'
        : `${blind.size.toLocaleString('en-GB')} sources are`;
  return (
    <p className={styles.note}>
      <Icon of={EyeOff} />
      <span>
        {which} still blind: only your own layer there goes along until everybody has handed in.
      </span>
    </p>
  );
}
