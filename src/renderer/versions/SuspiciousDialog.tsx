import { useQuery } from '@tanstack/react-query';
import { contextAfter, contextBefore } from '../../shared/domain/highlights/quote.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import {
  describeSuspicious,
  suspicionNames,
  type SuspiciousPlace,
} from '../../shared/domain/sources/suspicious-characters.ts';
import { closeDialog, showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { openPlace } from '../app/workspace.ts';
import dialogs from '../sources/Dialogs.module.css';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Busy, EmptyState, ErrorState } from '../ui/States.tsx';
import styles from './Versions.module.css';

const listedAtMost = 500;
/** How much of the text is shown on either side, in UTF-16 code units. */
const contextUnits = 40;

/** Lists the places of a source that may not be what they seem; choosing one goes there. */
export function showSuspicious(sourceId: SourceId): void {
  showDialog((close) => <SuspiciousDialog sourceId={sourceId} onClose={close} />);
}

function SuspiciousDialog({
  sourceId,
  onClose,
}: {
  readonly sourceId: SourceId;
  readonly onClose: () => void;
}) {
  const content = useQuery(read('sources', 'content', { sourceId }));
  const found = useQuery(read('sources', 'suspicious', { sourceId }));
  const error = content.error ?? found.error;
  return (
    <Dialog
      title="Suspicious characters"
      description={content.data && `In “${sourceName(content.data.source)}”. Nothing is altered.`}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} />
      ) : content.data === undefined || found.data === undefined ? (
        <Busy label="Reading the places" />
      ) : found.data.count === 0 ? (
        <EmptyState title="No suspicious characters">
          No letters of another alphabet within a word, no invisible characters, no direction
          controls, none lost.
        </EmptyState>
      ) : (
        <Places sourceId={sourceId} text={content.data.text} {...found.data} />
      )}
    </Dialog>
  );
}

function Places({
  sourceId,
  text,
  count,
  places,
}: {
  readonly sourceId: SourceId;
  readonly text: string;
  readonly count: number;
  readonly places: readonly SuspiciousPlace[];
}) {
  const shown = places.slice(0, listedAtMost);
  return (
    <>
      <ul className={styles.places} aria-label="Places">
        {shown.map((place) => (
          <li key={place.start}>
            <button
              type="button"
              className={styles.place}
              onClick={() => {
                closeDialog();
                openPlace(sourceId, null, [place.start, place.end]);
              }}
            >
              <span className={styles.what}>{describeSuspicious(text, place)}</span>
              <span className={dialogs.soft}> · {suspicionNames[place.kind]}</span>
              <br />
              <bdi className={dialogs.soft}>
                …{oneLine(contextBefore(text, place.start, contextUnits))}
                <span className={styles.found}>
                  {place.kind === 'mixed-script' ? text.slice(place.start, place.end) : '◌'}
                </span>
                {oneLine(contextAfter(text, place.end, contextUnits))}…
              </bdi>
            </button>
          </li>
        ))}
      </ul>
      {count > shown.length && (
        <p className={dialogs.soft}>And {(count - shown.length).toLocaleString('en')} more.</p>
      )}
    </>
  );
}

/** Without line breaks, and without characters that would turn what stands around them. */
function oneLine(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
}
