import { useState } from 'react';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { useWorkspace } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { Reviewed } from './review-actions.ts';
import styles from './Reviews.module.css';

/** What can be proposed, with how it stands now: the tags (by path) and note of a mark, or the statement and note of a claim. */
export interface Proposable {
  readonly sourceId: string | null;
  readonly tags: readonly string[] | null;
  readonly statement: string | null;
  readonly note: string | null;
}

/** Proposes what should stand there instead; only what differs is sent. */
export function ProposeForm({
  target,
  proposable,
  onClose,
}: {
  readonly target: Reviewed;
  readonly proposable: Proposable;
  readonly onClose: () => void;
}) {
  const before = {
    tags: proposable.tags?.join(', ') ?? '',
    statement: proposable.statement ?? '',
    note: proposable.note ?? '',
  };
  const [now, setNow] = useState(before);
  const [reason, setReason] = useState('');
  const [move, setMove] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const selection = useWorkspace((state) => state.selection);
  const canMove =
    proposable.sourceId !== null &&
    selection !== null &&
    selection.sourceId === proposable.sourceId;

  async function send(): Promise<void> {
    const proposal: Record<string, unknown> = {};
    if (canMove && move) proposal.spans = selection.spans;
    if (now.tags !== before.tags) {
      proposal.tags = now.tags.split(',').flatMap((path) => path.trim() || []);
    }
    if (now.statement !== before.statement) proposal.statement = now.statement;
    if (now.note !== before.note) proposal.note = now.note.trim() || null;
    if (Object.keys(proposal).length === 0) {
      setProblem('Change something first: that is what is proposed.');
      return;
    }
    try {
      await api.reviews.give({
        ...target,
        verdict: 'change-proposed',
        reason: reason.trim() || null,
        proposal,
      });
      announce('Change proposed');
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div className={styles.stack} role="group" aria-label="Proposed change">
      {proposable.statement !== null && (
        <TextArea
          label="Proposed statement"
          rows={2}
          autoFocus
          value={now.statement}
          onText={(statement) => setNow({ ...now, statement })}
        />
      )}
      {proposable.tags !== null && (
        <TextInput
          label="Proposed tags"
          hint="Paths, parted by commas"
          autoFocus
          value={now.tags}
          onText={(tags) => setNow({ ...now, tags })}
        />
      )}
      <TextArea
        label="Proposed note"
        rows={1}
        value={now.note}
        onText={(note) => setNow({ ...now, note })}
      />
      {proposable.sourceId !== null && (
        <Checkbox
          label="Move it to the selected words"
          {...(canMove ? {} : { hint: 'Select the words in the text first.' })}
          checked={canMove && move}
          disabled={!canMove}
          onChecked={setMove}
        />
      )}
      <TextArea label="Reason" rows={1} value={reason} onText={setReason} />
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={styles.row}>
        <Button small variant="primary" onClick={() => void send()}>
          Propose
        </Button>
        <Button small onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
