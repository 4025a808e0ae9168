import { useEffect, useRef, useState } from 'react';
import type { Grade, GradeTarget } from '../../shared/domain/grades/grade.ts';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { useUnsent } from '../claims/use-unsent.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './Grade.module.css';
import {
  axisWords,
  gradeOptions,
  gradeValues,
  gradeWords,
  type GradeChoice,
} from './grade-form.ts';

/** Makes one judgement: a grade and the reason for it; it comes on top of the earlier ones. No form element: it also stands in the forms of dialogs. */
export function GradeForm({
  targetKind,
  targetId,
  present,
  onClose,
}: {
  readonly targetKind: GradeTarget;
  readonly targetId: string;
  readonly present: Grade | undefined;
  readonly onClose: () => void;
}) {
  const [choice, setChoice] = useState<GradeChoice>(
    (present ? (gradeWords(present)?.sign ?? '') : '') as GradeChoice,
  );
  const [reason, setReason, forget] = useUnsent(`grade/${targetId}`, '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  // A form that comes back with what was typed leaves the focus where it is.
  const [isFresh] = useState(reason === '');
  useEffect(() => {
    if (isFresh) frame.current?.querySelector('select')?.focus();
  }, [isFresh]);

  function close(): void {
    forget();
    onClose();
  }
  async function record(): Promise<void> {
    const values = gradeValues(targetKind, choice);
    if (values === null) {
      setProblem('Choose a grade first.');
      return;
    }
    setBusy(true);
    try {
      await api.grades.add({ targetKind, targetId, ...values, reason: reason.trim() || null });
      announce(`Grade recorded: ${choice}`);
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <div ref={frame} className={styles.form}>
      <Select<GradeChoice>
        label={`${axisWords(targetKind)} grade`}
        error={problem}
        value={choice}
        options={[{ value: '', name: 'Choose' }, ...gradeOptions(targetKind)]}
        onValue={(value) => {
          setChoice(value);
          setProblem(null);
        }}
      />
      <TextArea
        label="Reason"
        rows={1}
        value={reason}
        onText={setReason}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void record();
        }}
      />
      <div className={styles.buttons}>
        <Button small variant="primary" busy={busy} onClick={() => void record()}>
          Record grade
        </Button>
        <Button small onClick={close}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
