import { useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** Asks before something is done; the action's name says what happens. A failure stays in the dialog as a sentence. */
export function ConfirmDialog({
  title,
  children,
  actionName,
  danger = false,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actionName: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void | Promise<void>;
  readonly onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function confirm(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={title}
      size="narrow"
      onClose={onClose}
      onSubmit={() => void confirm()}
      footer={
        <>
          {/* What cannot be taken back is never one press of Enter away. */}
          <Button onClick={onClose} data-autofocus={danger || undefined}>
            Cancel
          </Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
            {actionName}
          </Button>
        </>
      }
    >
      {children}
      {error && <p role="alert">{error}</p>}
    </Dialog>
  );
}
