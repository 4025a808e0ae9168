import { X } from 'lucide-react';
import type { RecentProject } from '../../shared/contract/projects.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { dateText } from '../claims/date-text.ts';
import { queryClient } from '../app/queries.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { openProjectAt } from './open-project.ts';
import styles from './Welcome.module.css';

/** The projects that were open last; one whose file is gone can only be forgotten. */
export function RecentProjects({ rows }: { readonly rows: readonly RecentProject[] }) {
  if (rows.length === 0) {
    return <p className={styles.soft}>None yet. The projects you open are listed here.</p>;
  }
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.path} className={styles.project}>
          <button
            type="button"
            className={styles.projectButton}
            disabled={row.missing}
            onClick={() => openProjectAt(row.path).catch(notifyError)}
          >
            <span className={styles.wayName}>{row.name}</span>
            <span className={styles.path}>
              {row.missing ? `No longer at ${row.path}` : row.path}
            </span>
          </button>
          <time className={styles.soft} dateTime={row.openedAt}>
            {dateText(row.openedAt)}
          </time>
          <IconButton
            icon={X}
            small
            label={`Take “${row.name}” off the list`}
            onClick={() => forget(row.path)}
          />
        </li>
      ))}
    </ul>
  );
}

function forget(path: string): void {
  api.projects
    .forget({ path })
    .then(() => queryClient.invalidateQueries({ queryKey: ['projects', 'recent'] }))
    .catch(notifyError);
}
