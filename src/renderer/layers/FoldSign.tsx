import { ChevronDown, ChevronRight } from 'lucide-react';
import { Icon } from '../ui/Icon.tsx';
import styles from '../highlights/MarkList.module.css';
import type { MarkLine } from './mark-lines.ts';

/** Says in a line of the list how many analysts made the mark, and unfolds them with the pointer; the list has the keys. */
export function FoldSign({
  line,
  onExpand,
}: {
  readonly line: MarkLine;
  readonly onExpand: () => void;
}) {
  const { isExpanded, fold } = line;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- an option may hold no button; the list unfolds with the arrow keys
    <span
      className={styles.fold}
      data-fold={isExpanded ? 'open' : 'closed'}
      title={isExpanded ? 'Fold into one line (←)' : 'Show each mark (→)'}
      onClick={(event) => {
        event.stopPropagation();
        onExpand();
      }}
    >
      <Icon of={isExpanded ? ChevronDown : ChevronRight} small />
      {fold.marks.length} analysts
      <span className="for-readers">
        {isExpanded ? ', each in a line; left arrow folds' : ' agree; right arrow shows each'}
      </span>
    </span>
  );
}
