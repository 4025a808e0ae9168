import type { Credibility, Reliability } from '../../shared/domain/grades/grade.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './Grade.module.css';
import { gradeWords } from './grade-form.ts';

/** A grade as its letter or number; its words are read aloud. "Cannot be judged" looks unknown, not bad. */
export function GradeSign({
  reliability = null,
  credibility = null,
}: {
  readonly reliability?: Reliability | null;
  readonly credibility?: Credibility | null;
}) {
  const grade = gradeWords({ reliability, credibility });
  if (grade === null) return null;
  return (
    <span className={classNames(styles.sign, !grade.judged && styles.unjudged)} title={grade.words}>
      {grade.sign}
      <span className="for-readers"> {grade.words}</span>
    </span>
  );
}
