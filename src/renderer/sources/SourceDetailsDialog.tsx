import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { sourceName, type SourceMetadata } from '../../shared/domain/sources/source.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce, showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { GradeField } from '../grades/GradeField.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './Dialogs.module.css';
import { changedMetadata, metadataTexts } from './metadata-form.ts';
import { MetadataFields } from './MetadataFields.tsx';
import { SourceRelations } from '../versions/SourceRelations.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { SourceFacts } from './SourceFacts.tsx';

const usualMarkings = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'];

/** A part of what is known of a source. */
export type SourceDetail = keyof SourceMetadata | 'handling' | 'reliability';

/** Shows what is known of a source, to correct it, with the focus on one detail of it. */
export function showSourceDetails(sourceId: SourceId, focused?: SourceDetail): void {
  showDialog((close) => (
    <SourceDetailsDialog sourceId={sourceId} focused={focused} onClose={close} />
  ));
}

function SourceDetailsDialog({
  sourceId,
  focused,
  onClose,
}: {
  readonly sourceId: SourceId;
  readonly focused: SourceDetail | undefined;
  readonly onClose: () => void;
}) {
  const source = useQuery(read('sources', 'get', { sourceId }));
  if (source.data) return <DetailsForm source={source.data} focused={focused} onClose={onClose} />;
  return (
    <Dialog title="Details of the source" onClose={onClose}>
      <Loaded query={source}>{() => null}</Loaded>
    </Dialog>
  );
}

function DetailsForm({
  source,
  focused,
  onClose,
}: {
  readonly source: SourceRow;
  readonly focused: SourceDetail | undefined;
  readonly onClose: () => void;
}) {
  const [before] = useState(() => metadataTexts(source));
  const [texts, setTexts] = useState(before);
  const [handling, setHandling] = useState(source.handling ?? '');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { data: found } = useQuery(read('sources', 'foundValues', { sourceId: source.id }));
  const markingsId = useId();
  const fixed = !canChangeProject();

  async function save(): Promise<void> {
    const patch = {
      ...changedMetadata(before, texts),
      ...(handling.trim() === (source.handling ?? '') ? {} : { handling: handling.trim() || null }),
    };
    if (Object.keys(patch).length === 0) return onClose();
    setBusy(true);
    try {
      await api.sources.edit({ sourceId: source.id, patch });
      announce('Saved.');
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
      setBusy(false);
    }
  }
  return (
    <Dialog
      title="Details of the source"
      description={sourceName(source)}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        fixed ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={busy}>
              Save
            </Button>
          </>
        )
      }
    >
      <MetadataFields
        texts={texts}
        onTexts={setTexts}
        disabled={fixed}
        found={found}
        focused={focused === 'handling' || focused === 'reliability' ? undefined : focused}
      />
      <TextInput
        label="Handling"
        hint="How this may be passed on: TLP, a classification, an embargo. Exports carry it and warn."
        value={handling}
        disabled={fixed}
        list={markingsId}
        data-autofocus={focused === 'handling' || undefined}
        onText={setHandling}
      />
      <datalist id={markingsId}>
        {usualMarkings.map((marking) => (
          <option key={marking} value={marking} aria-label={marking} />
        ))}
      </datalist>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <section
        className={styles.section}
        aria-label="Reliability"
        tabIndex={-1}
        data-autofocus={focused === 'reliability' || undefined}
      >
        <h3>Reliability</h3>
        <GradeField
          targetKind="source"
          targetId={source.id}
          openAtFirst={focused === 'reliability' && !fixed}
        />
      </section>
      <SourceRelations source={source} />
      <ReadAgain source={source} onDone={onClose} />
      <SourceFacts source={source} />
    </Dialog>
  );
}
