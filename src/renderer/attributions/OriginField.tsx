import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { showDialog } from '../app/overlays.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Chain.module.css';
import type { OriginChoice } from './chain-form.ts';
import { knownOrigin } from './known-origin.ts';
import { OriginDialog } from './OriginDialog.tsx';
import { useOrigins } from './use-chain.ts';

/** What a link rests on: a statement, readout, interview, report or utterance; found by typing, or new. Never an actor alone. */
export function OriginField({
  origin,
  onOrigin,
}: {
  readonly origin: OriginChoice | null;
  readonly onOrigin: (origin: OriginChoice | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const origins = useOrigins(typed ?? '');

  function create(title: string): void {
    setTyped(null);
    showDialog((close) => (
      <OriginDialog origin={null} title={title} onSaved={onOrigin} onClose={close} />
    ));
  }
  return (
    <div className={styles.origin}>
      <Combobox
        label="Origin"
        hint={origin ? originHint(origin) : undefined}
        text={typed ?? origin?.title ?? ''}
        onText={setTyped}
        options={origins.slice(0, 50).map((each) => ({
          id: each.id,
          name: each.title,
          detail: [each.kind, each.issuer, each.date].filter(Boolean).join(', '),
        }))}
        onChoose={(option) => {
          setTyped(null);
          const found = origins.find((each) => each.id === option.id);
          if (found) onOrigin(knownOrigin(found));
        }}
        onCreate={create}
        createName={(title) => `New origin “${title}”…`}
        placeholder="Statement, readout, interview …"
        onBlur={() => setTyped(null)}
      />
      {origin !== null && (
        <div className={styles.originTools}>
          <IconButton
            icon={Pencil}
            label="Edit the origin"
            onClick={() =>
              showDialog((close) => (
                <OriginDialog origin={origin} title="" onSaved={onOrigin} onClose={close} />
              ))
            }
          />
          <IconButton icon={X} label="No origin" onClick={() => onOrigin(null)} />
        </div>
      )}
    </div>
  );
}

function originHint(origin: OriginChoice): string {
  const known = [origin.kind, origin.issuer, origin.date].filter(Boolean).join(', ');
  return `${known} · ${origin.sourceId === null ? 'not held' : 'held in the project'}`;
}
