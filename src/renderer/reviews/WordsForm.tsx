import { useState, type ReactNode } from 'react';
import { useUnsent } from '../claims/use-unsent.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './Reviews.module.css';

/** Asks for words, a reason or a comment, and sends them; what was typed stays until it is sent. Enter sends, Shift+Enter makes a line. */
export function WordsForm({
  name,
  label,
  actionName,
  start = '',
  required,
  onSend,
  onClose,
  children,
}: {
  /** Under which what was typed is kept. */
  readonly name: string;
  readonly label: string;
  readonly actionName: string;
  readonly start?: string;
  /** What is said where nothing was typed; without it nothing needs to be. */
  readonly required?: string;
  readonly onSend: (text: string) => Promise<unknown>;
  readonly onClose: () => void;
  /** What stands below the field. */
  readonly children?: ReactNode;
}) {
  const [text, setText, forget] = useUnsent(name, start);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function send(): Promise<void> {
    if (required !== undefined && text.trim() === '') {
      setProblem(required);
      return;
    }
    setBusy(true);
    try {
      await onSend(text.trim());
      forget();
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }
  return (
    <div className={styles.stack} data-keeps-escape>
      <TextArea
        label={label}
        rows={2}
        autoFocus
        value={text}
        error={problem}
        onText={(typed) => {
          setText(typed);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            forget();
            onClose();
          }
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      {children}
      <div className={styles.row}>
        <Button small variant="primary" busy={busy} onClick={() => void send()}>
          {actionName}
        </Button>
        <Button
          small
          onClick={() => {
            forget();
            onClose();
          }}
        >
          Cancel
        </Button>
      </div>
    </div>
  );
}
