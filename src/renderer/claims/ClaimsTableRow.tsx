import type { MouseEvent, ReactNode } from 'react';
import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { GradeSign } from '../grades/GradeSign.tsx';
import { verdictWords } from '../reviews/review-words.ts';
import { Chip } from '../ui/Chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { kindWords, statusWords } from './claim-words.ts';
import { claimColumns, type ClaimColumn } from './claims-table-form.ts';
import styles from './ClaimsTable.module.css';

/** One claim as a row. */
export function ClaimsTableRow({
  id,
  row,
  index,
  topPx,
  tags,
  active,
  chosen,
  onClick,
  onOpen,
}: {
  readonly id: string;
  readonly row: ClaimRow;
  /** Its place among the rows, from 0. */
  readonly index: number;
  /** Where it stands in the table's body. */
  readonly topPx: number;
  readonly tags: ReadonlyMap<TagId, TagRow>;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onClick: (event: MouseEvent) => void;
  readonly onOpen: () => void;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid holds the focus and the keys
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={classNames(styles.columns, styles.row, active && styles.active)}
      style={{ transform: `translateY(${topPx}px)` }}
      onMouseDown={(event) => {
        // The grid keeps the focus; a selection of text is not meant.
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus();
      }}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      {claimColumns.map((column, place) => (
        <div
          key={column}
          role="gridcell"
          aria-colindex={place + 1}
          className={styles.cell}
          data-column={column}
        >
          {cellOf(column, row, tags)}
        </div>
      ))}
    </div>
  );
}

function cellOf(column: ClaimColumn, row: ClaimRow, tags: ReadonlyMap<TagId, TagRow>): ReactNode {
  switch (column) {
    case 'statement':
      return (
        <span className={styles.statement} title={row.statement}>
          {row.review !== null && (
            <>
              <span aria-hidden="true" title={verdictWords[row.review].name}>
                {verdictWords[row.review].sign}{' '}
              </span>
              <span className="for-readers">{verdictWords[row.review].name}: </span>
            </>
          )}
          {row.review === 'rejected' ? <s>{row.statement}</s> : row.statement}
        </span>
      );
    case 'kind':
      return kindWords[row.kind];
    case 'status':
      return statusWords[row.status];
    case 'event':
      return (
        <span className={styles.statement} title={row.eventName ?? undefined}>
          {row.eventName}
        </span>
      );
    case 'stated':
      return row.stated;
    case 'tags':
      return row.allTagIds.map((tagId) => {
        const tag = tags.get(tagId);
        return tag && <Chip key={tagId} name={tag.name} colour={tag.colour} title={tag.path} />;
      });
    case 'mentions':
      return row.mentions === 0 ? <span className={styles.warn}>None</span> : row.mentions;
    case 'sources':
      return row.sources;
    case 'origins':
      return row.origins;
    case 'contradictedBy':
      return row.contradictedBy === 0 ? (
        0
      ) : (
        <strong className={styles.warn}>{row.contradictedBy}</strong>
      );
    case 'credibility':
      return <GradeSign credibility={row.credibility} />;
  }
}
