import { useState } from 'react';
import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { useWorkspace } from '../app/workspace.ts';
import { useUnsent } from '../claims/use-unsent.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import {
  proposalFieldsOf,
  proposalMissing,
  proposedFields,
  startOfProposal,
  type ProposalDraft,
  type ProposalField,
} from './proposal-form.ts';
import { ProposeChain } from './ProposeChain.tsx';
import type { Reviewed } from './review-actions.ts';
import styles from './Reviews.module.css';

/** Under which a proposal that was begun is kept. */
export function proposalName({ targetId }: Reviewed): string {
  return `propose/${targetId}`;
}

/** Proposes what should stand there instead; only what differs is sent. What was begun stays until it is sent or cancelled. */
export function ProposeForm({
  target,
  sourceId,
  present,
  onClose,
}: {
  readonly target: Reviewed;
  readonly sourceId: SourceId | null;
  /** What stands there now. */
  readonly present: Proposal['fields'];
  readonly onClose: () => void;
}) {
  const { targetKind } = target;
  const [draft, setDraft, forget] = useUnsent(
    proposalName(target),
    startOfProposal(targetKind, present),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  function change(patch: Partial<ProposalDraft>): void {
    setDraft({ ...draft, ...patch });
    setProblem(null);
  }
  function close(): void {
    forget();
    onClose();
  }
  async function send(): Promise<void> {
    const missing = proposalMissing(targetKind, present, draft);
    if (missing !== null) {
      setProblem(missing);
      return;
    }
    setBusy(true);
    try {
      await api.reviews.give({
        ...target,
        verdict: 'change-proposed',
        reason: draft.reason.trim() || null,
        proposal: proposedFields(targetKind, present, draft),
      });
      announce('Change proposed');
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }
  return (
    <div className={styles.stack} role="group" aria-label="Proposed change" data-keeps-escape>
      {draft.chain !== null && sourceId !== null && (
        <ProposeChain
          chain={draft.chain}
          sourceId={sourceId}
          onChain={(chain) => change({ chain })}
        />
      )}
      {proposalFieldsOf(targetKind, present).map((field, index) => (
        <ProposedField
          key={field.name}
          field={field}
          autoFocus={index === 0}
          value={draft.texts[field.name] ?? ''}
          onValue={(value) => change({ texts: { ...draft.texts, [field.name]: value } })}
        />
      ))}
      {targetKind === 'highlight' && (
        <MoveField sourceId={sourceId} spans={draft.spans} onSpans={(spans) => change({ spans })} />
      )}
      <TextArea
        label="Reason"
        hint="Why it should be so"
        rows={1}
        value={draft.reason}
        onText={(reason) => change({ reason })}
      />
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={styles.row}>
        <Button small variant="primary" busy={busy} onClick={() => void send()}>
          Propose
        </Button>
        <Button small onClick={close}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function ProposedField({
  field: { label, as, options, hint },
  value,
  autoFocus,
  onValue,
}: {
  readonly field: ProposalField;
  readonly value: string;
  readonly autoFocus: boolean;
  readonly onValue: (value: string) => void;
}) {
  if (as === 'choice') {
    return <Select label={label} value={value} options={options ?? []} onValue={onValue} />;
  }
  if (as === 'lines') {
    return (
      <TextArea
        label={label}
        hint={hint}
        rows={1}
        autoFocus={autoFocus}
        value={value}
        onText={onValue}
      />
    );
  }
  return (
    <TextInput label={label} hint={hint} autoFocus={autoFocus} value={value} onText={onValue} />
  );
}

/** Whether the mark should move to the words that are selected in the text; they are kept once they were taken. */
function MoveField({
  sourceId,
  spans,
  onSpans,
}: {
  readonly sourceId: SourceId | null;
  readonly spans: ProposalDraft['spans'];
  readonly onSpans: (spans: ProposalDraft['spans']) => void;
}) {
  const selection = useWorkspace((state) => state.selection);
  const selected = selection?.sourceId === sourceId ? selection.spans : null;
  const isOff = spans === null && selected === null;
  return (
    <Checkbox
      label="Move it to the selected words"
      {...(isOff ? { hint: 'Select the words in the text first.' } : {})}
      checked={spans !== null}
      disabled={isOff}
      onChecked={(checked) => onSpans(checked ? selected : null)}
    />
  );
}
