import type { Grade } from '../../shared/domain/grades/grade.ts';
import { dateText } from '../claims/date-text.ts';
import styles from './Grade.module.css';
import { gradeWords } from './grade-form.ts';
import { useAnalystNames } from './use-grades.ts';

/** Every judgement of a target, latest first: what, why, who, when. */
export function GradeHistory({ grades }: { readonly grades: readonly Grade[] }) {
  const names = useAnalystNames();
  return (
    <details className={styles.history}>
      <summary className={styles.soft}>History ({grades.length})</summary>
      <ol className={styles.entries}>
        {grades.map((grade) => {
          const words = gradeWords(grade);
          return (
            <li key={grade.id}>
              <div>
                <strong>{words?.sign}</strong> {words?.words}
              </div>
              {grade.reason && <div className={styles.soft}>{grade.reason}</div>}
              <div className={styles.soft}>
                {names.get(grade.analystId) ?? 'Unknown analyst'}, {dateText(grade.createdAt)}
              </div>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
