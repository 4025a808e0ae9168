import { ArrowDown, ArrowUp } from 'lucide-react';
import { useStore } from '../app/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { claimColumns, columnWords, nextSort } from './claims-table-form.ts';
import { claimsView } from './claims-view-store.ts';
import styles from './ClaimsTable.module.css';

/** The headings of the table; a press orders by the column: up, down, as made. */
export function ClaimsTableHead() {
  const sort = useStore(claimsView, (state) => state.sort);
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.columns}>
        {claimColumns.map((column, index) => {
          const sorted = sort?.column === column;
          return (
            <div
              key={column}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              className={styles.heading}
              data-column={column}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() => claimsView.set({ sort: nextSort(sort, column) })}
              >
                {columnWords[column]}
                {sorted && <Icon of={sort.descending ? ArrowDown : ArrowUp} small />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
