import { useState } from 'react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notify } from '../app/overlays.ts';
import { openSource } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { characterSets } from './character-sets.ts';
import styles from './Dialogs.module.css';

/** Where the character set that was found is wrong: reads the kept original in another, as a newer version. */
export function ReadAgain({
  source,
  onDone,
}: {
  readonly source: SourceRow;
  readonly onDone: () => void;
}) {
  const [encoding, setEncoding] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  if (!canChangeProject() || !isDecoded(source.mediaType)) return null;
  async function read(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const outcome = await api.sources.readAgain({ sourceId: source.id, encoding });
      if (outcome.status === 'duplicate') {
        setError('Read so, the text is the same as it is now. Nothing was changed.');
        return;
      }
      onDone();
      if (outcome.sourceId !== null) openSource(outcome.sourceId);
      notify('info', `Read again as ${encoding}: a newer version of the source.`);
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }
  const options = [{ value: '', name: 'Choose a character set' }, ...characterSets];
  return (
    <section className={styles.section} aria-label="Character set">
      <h3>Character set</h3>
      <p className={styles.soft}>
        It was read as {source.encoding}. If letters are wrong, read the original again; the new
        text is a newer version, and this one stays.
      </p>
      <div className={styles.pair}>
        <Select
          label="Read again as"
          hideLabel
          value={encoding}
          options={options}
          onValue={setEncoding}
        />
        <Button busy={busy} disabled={encoding === ''} onClick={() => void read()}>
          Read again
        </Button>
      </div>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </section>
  );
}

/** Whether the text was made of bytes in a character set of the analyst's choosing. */
function isDecoded(mediaType: string): boolean {
  return [
    'text/plain',
    'text/html',
    'text/markdown',
    'message/rfc822',
    'multipart/related',
  ].includes(mediaType);
}
