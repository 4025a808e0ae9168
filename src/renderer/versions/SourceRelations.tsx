import { useQuery } from '@tanstack/react-query';
import type { SourceRow } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { closeDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { openBesideAndFocus } from '../reader/readers-commands.ts';
import dialogs from '../sources/Dialogs.module.css';
import { Button } from '../ui/Button.tsx';
import { showCarry } from './CarryDialog.tsx';
import { showCompare } from './CompareDialog.tsx';
import { showSuspicious } from './SuspiciousDialog.tsx';
import styles from './Versions.module.css';

/** What a source has to do with others: its versions, and where else its text was printed; and what in it is suspicious. */
export function SourceRelations({ source }: { readonly source: SourceRow }) {
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const { data: near = [] } = useQuery(read('sources', 'nearDuplicates', { sourceId: source.id }));
  const { data: suspicious } = useQuery(read('sources', 'suspicious', { sourceId: source.id }));
  const byId = new Map(sources.map((row) => [row.id, row]));
  const older = source.replacesId === null ? undefined : byId.get(source.replacesId);
  const newer = sources.filter(({ replacesId }) => replacesId === source.id);
  return (
    <>
      {(older !== undefined || newer.length > 0) && (
        <section className={dialogs.section} aria-label="Versions">
          <h3>Versions</h3>
          <ul className={styles.rows}>
            {older && <Version what="Replaces" other={older} pair={[older.id, source.id]} carry />}
            {newer.map((row) => (
              <Version key={row.id} what="Replaced by" other={row} pair={[source.id, row.id]} />
            ))}
          </ul>
        </section>
      )}
      {near.length > 0 && (
        <section className={dialogs.section} aria-label="Also printed as">
          <h3>Also printed as</h3>
          <ul className={styles.rows}>
            {near.map(({ sourceId, share }) => {
              const row = byId.get(sourceId);
              if (row === undefined) return null;
              return (
                <li key={sourceId}>
                  <span className={styles.name}>
                    {sourceName(row)}
                    <span className={dialogs.soft}>
                      {` · ${row.outlet ?? row.file}`} · shares {Math.round(share * 100)} %
                    </span>
                  </span>
                  <Button small onClick={() => showCompare(sourceId, source.id)}>
                    Compare
                  </Button>
                  <Button
                    small
                    onClick={() => {
                      closeDialog();
                      openBesideAndFocus(sourceId);
                    }}
                  >
                    Open beside
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {suspicious !== undefined && suspicious.count > 0 && (
        <section className={dialogs.section} aria-label="Suspicious characters">
          <h3>Suspicious characters</h3>
          <div className={styles.bar}>
            <span className={styles.grow}>
              {suspicious.count === 1
                ? '1 place may not be what it seems.'
                : `${suspicious.count.toLocaleString('en')} places may not be what they seem.`}
            </span>
            <Button small onClick={() => showSuspicious(source.id)}>
              Show them
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

function Version({
  what,
  other,
  pair: [oldSourceId, newSourceId],
  carry = false,
}: {
  readonly what: string;
  readonly other: SourceRow;
  readonly pair: readonly [older: SourceId, newer: SourceId];
  readonly carry?: boolean;
}) {
  return (
    <li>
      <span className={styles.name}>
        <span className={dialogs.soft}>{what} </span>
        {sourceName(other)}
      </span>
      <Button small onClick={() => showCompare(oldSourceId, newSourceId)}>
        What changed
      </Button>
      {carry && (
        <Button small onClick={() => showCarry({ oldSourceId, newSourceId })}>
          Carry marks over
        </Button>
      )}
    </li>
  );
}
