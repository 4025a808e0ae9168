import { useQuery } from '@tanstack/react-query';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import { read } from '../app/queries.ts';
import { useWorkspace } from '../app/workspace.ts';
import { useMarks } from '../highlights/marks-store.ts';
import { useDrawnIn } from '../reader/active-reader.ts';
import { chooseMark } from '../reader/choose-mark.ts';
import { Button } from '../ui/Button.tsx';
import { useLayerView } from './layer-store.ts';
import styles from './Layers.module.css';

/** The marks of others that agree with the one that is looked at and stand for one with it: each can be looked at too. */
export function AlikeMarks({ mark }: { readonly mark: MarkRow }) {
  const readerId = useWorkspace((state) => state.readerId);
  useMarks(mark.sourceId);
  useLayerView(readerId);
  const drawn = useDrawnIn(readerId);
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  if (drawn === null || drawn.content.source.id !== mark.sourceId) return null;
  const { marks } = drawn.marks.foldOf(mark);
  if (marks.length < 2) return null;
  return (
    <div className={styles.alike} role="group" aria-label="Marked alike by">
      <span className={styles.words}>Marked alike by</span>
      {marks.map(({ id, analystId, sourceId }) => {
        const name = analysts?.find((each) => each.id === analystId)?.name ?? '';
        return (
          <Button
            key={id}
            small
            variant="quiet"
            aria-pressed={id === mark.id}
            onClick={() => chooseMark(sourceId, id)}
          >
            {name}
          </Button>
        );
      })}
    </div>
  );
}
