import { useRef, useState } from 'react';
import type { Grade, GradeTarget } from '../../shared/domain/grades/grade.ts';
import { hasUnsent } from '../claims/use-unsent.ts';
import { PartVerdictBox } from '../reviews/VerdictBox.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import styles from './Grade.module.css';
import { axisWords, gradeWords } from './grade-form.ts';
import { GradeForm } from './GradeForm.tsx';
import { GradeHistory } from './GradeHistory.tsx';
import { GradeSign } from './GradeSign.tsx';
import { useGrades } from './use-grades.ts';

/** How far a source, an actor, a mention or a claim is to be believed: the present judgement, its reason, a way to judge anew, and the history. */
export function GradeField({
  targetKind,
  targetId,
  openAtFirst = false,
}: {
  readonly targetKind: GradeTarget;
  readonly targetId: string;
  /** Whether the form for a new judgement is open from the start. */
  readonly openAtFirst?: boolean;
}) {
  const query = useGrades(targetKind, targetId);
  const [open, setOpen] = useState(() => openAtFirst || hasUnsent(`grade/${targetId}`));
  const frame = useRef<HTMLDivElement>(null);
  function close(): void {
    setOpen(false);
    // The form goes with the focus: the button that opens it comes back.
    requestAnimationFrame(() => frame.current?.querySelector('button')?.focus());
  }
  return (
    <div ref={frame} className={styles.form} role="group" aria-label={axisWords(targetKind)}>
      <Loaded query={query}>
        {(grades) => (
          <>
            <Current latest={grades[0]} open={open} onOpen={() => setOpen(true)} />
            {open && (
              <GradeForm
                key={targetId}
                targetKind={targetKind}
                targetId={targetId}
                present={grades[0]}
                onClose={close}
              />
            )}
            {grades[0] !== undefined && (
              <PartVerdictBox
                key={grades[0].id}
                target={{ targetKind: 'grade', targetId: grades[0].id }}
                of="the grade"
              />
            )}
            {grades.length > 0 && <GradeHistory grades={grades} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Current({
  latest,
  open,
  onOpen,
}: {
  readonly latest: Grade | undefined;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <>
      <div className={styles.current}>
        {latest ? (
          <>
            <GradeSign reliability={latest.reliability} credibility={latest.credibility} />
            <span>{gradeWords(latest)?.words}</span>
          </>
        ) : (
          <span className={styles.soft}>Not graded</span>
        )}
        {!open && (
          <Button small variant="quiet" data-grade="open" onClick={onOpen}>
            {latest ? 'Grade anew' : 'Grade'}
          </Button>
        )}
      </div>
      {latest?.reason && <p className={styles.soft}>{latest.reason}</p>}
    </>
  );
}
