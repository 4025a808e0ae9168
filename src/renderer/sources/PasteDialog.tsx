import { useState, type ClipboardEvent } from 'react';
import type { PastedText } from '../../shared/domain/sources/parsed-source.ts';
import { api } from '../app/connect.ts';
import { endJob, startJob } from '../app/jobs.ts';
import { announce, notify, showDialog } from '../app/overlays.ts';
import { focusPane } from '../app/panes.ts';
import { openSource } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { focusAfterDialog } from '../ui/return-focus.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './Dialogs.module.css';
import { changedMetadata, noMetadata } from './metadata-form.ts';
import { MetadataFields } from './MetadataFields.tsx';

/** Shows pasted text with the fields of its metadata, to make a source of it. */
export function showPasteDialog(pasted: PastedText): void {
  showDialog((close) => <PasteDialog pasted={pasted} onClose={close} />);
}

function PasteDialog({
  pasted,
  onClose,
}: {
  readonly pasted: PastedText;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(pasted.text);
  const [html, setHtml] = useState(pasted.html);
  const [metadata, setMetadata] = useState(noMetadata);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function paste(event: ClipboardEvent): void {
    // A first paste keeps its headings and lists; into a text that is being written only the words go.
    if (text !== '') return;
    const pastedHtml = event.clipboardData.getData('text/html');
    event.preventDefault();
    setText(event.clipboardData.getData('text/plain'));
    setHtml(pastedHtml === '' ? null : pastedHtml);
  }
  async function save(): Promise<void> {
    setBusy(true);
    setError(null);
    const jobId = startJob('Reading the pasted text');
    try {
      const outcome = await api.sources.importPasted({
        text,
        html,
        metadata: changedMetadata(noMetadata, metadata),
        jobId,
      });
      if (outcome.sourceId === null) {
        setError(outcome.problem ?? 'The text could not be read. Nothing was changed.');
        return;
      }
      onClose();
      openSource(outcome.sourceId);
      focusAfterDialog(() => focusPane('middle'));
      if (outcome.status !== 'duplicate') announce('The source is brought in and open');
      if (outcome.status === 'duplicate') notify('info', 'This text was there already.');
      else if (outcome.problem !== null) notify('info', outcome.problem);
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
      endJob(jobId);
    }
  }
  return (
    <Dialog
      title="New source from text"
      description="The text is kept as it is now and never changes afterwards."
      size="wide"
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy} disabled={text.trim() === ''}>
            Bring in
          </Button>
        </>
      }
    >
      <div className={styles.pasted}>
        <TextArea
          label="Text"
          hint={
            html === null
              ? `${text.length.toLocaleString('en')} characters`
              : 'Headings and lists of the page are kept. Editing the text here makes it plain.'
          }
          value={text}
          dir="auto"
          onPaste={paste}
          onText={(next) => {
            setText(next);
            setHtml(null);
          }}
        />
      </div>
      <MetadataFields texts={metadata} onTexts={setMetadata} />
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}
