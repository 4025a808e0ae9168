import { useState } from 'react';
import type { Mixture } from '../../shared/contract/adjudications.ts';
import { showDialog } from '../app/overlays.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { settle } from './adjudicate.ts';

/** Asks which parts of the two versions the agreed mark should have, and settles the place so. */
export function showMix(): void {
  showDialog((close) => <MixDialog onClose={close} />);
}

const sides = [
  { value: 'a', name: 'First' },
  { value: 'b', name: 'Second' },
] as const;

function MixDialog({ onClose }: { readonly onClose: () => void }) {
  const [mixture, setMixture] = useState<Mixture>({
    spans: 'a',
    tags: 'both',
    attribution: 'a',
    credibility: 'a',
    stance: 'a',
  });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const change = (patch: Partial<Mixture>): void => setMixture({ ...mixture, ...patch });
  async function put(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await settle('edit', mixture);
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
      setBusy(false);
    }
  }
  return (
    <Dialog
      title="Put both together"
      description="The agreed mark takes each part from the version that you choose."
      onClose={onClose}
      onSubmit={() => void put()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Settle
          </Button>
        </>
      }
    >
      <Segmented
        label="Place"
        value={mixture.spans}
        onValue={(spans) => change({ spans })}
        options={[...sides, { value: 'both', name: 'All that either marked' }]}
      />
      <Segmented
        label="Tags"
        value={mixture.tags}
        onValue={(tags) => change({ tags })}
        options={[...sides, { value: 'both', name: 'All tags' }]}
      />
      <Segmented
        label="Attribution"
        value={mixture.attribution}
        onValue={(attribution) => change({ attribution })}
        options={sides}
      />
      <Segmented
        label="Stance and claim"
        value={mixture.stance}
        onValue={(stance) => change({ stance })}
        options={sides}
      />
      <Segmented
        label="Credibility"
        value={mixture.credibility}
        onValue={(credibility) => change({ credibility })}
        options={sides}
      />
      {error && <p role="alert">{error}</p>}
    </Dialog>
  );
}
