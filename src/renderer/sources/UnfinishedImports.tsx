import { useQuery } from '@tanstack/react-query';
import type { UnfinishedImport } from '../../shared/contract/sources.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { dateText } from '../claims/date-text.ts';
import { Button } from '../ui/Button.tsx';
import { resumeImport } from './import-files.ts';
import { countOf } from './import-report.ts';
import styles from './SourcesPane.module.css';

/** Offers to take up again what was cancelled, or what ended with the application. */
export function UnfinishedImports() {
  const { data } = useQuery(read('sources', 'unfinishedImports', {}));
  if (data === undefined || !canChangeProject()) return null;
  return data.map((unfinished) => <Unfinished key={unfinished.id} unfinished={unfinished} />);
}

function Unfinished({ unfinished }: { readonly unfinished: UnfinishedImport }) {
  const { id, paths, startedAt, done, total } = unfinished;
  const names = paths.map((path) => path.split(/[/\\]/).at(-1) ?? path);
  const what = names.length === 1 ? `“${names[0]}”` : countOf(names.length, 'item', 'items');
  const far =
    total === null ? '' : ` (${done.toLocaleString('en')} of ${countOf(total, 'file', 'files')})`;
  async function forget(): Promise<void> {
    await api.sources.forgetImport({ importId: id });
    await queryClient.invalidateQueries(read('sources', 'unfinishedImports', {}));
  }
  return (
    <div className={styles.progress} role="group" aria-label="Unfinished import">
      <span>
        The import of {what} was not finished{far}; it began {dateText(startedAt)}.
      </span>
      <div className={styles.progressLine}>
        <Button small onClick={() => void forget().catch(notifyError)}>
          Leave it
        </Button>
        <Button small variant="primary" onClick={() => void resumeImport(id).catch(notifyError)}>
          Resume
        </Button>
      </div>
    </div>
  );
}
