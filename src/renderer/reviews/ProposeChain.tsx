import { useState } from 'react';
import type { SourceId } from '../../shared/domain/ids.ts';
import {
  chainWords,
  emptyLink,
  freeKey,
  moveLink,
  patchLink,
  type ChainLink,
} from '../attributions/chain-form.ts';
import chainStyles from '../attributions/Chain.module.css';
import { LinkEditor } from '../attributions/LinkEditor.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Reviews.module.css';

const ofChain = { speaker: false, cue: false };

/** The chain that a colleague would have instead: no link is the outlet's own voice. */
export function ProposeChain({
  chain,
  sourceId,
  onChain,
}: {
  readonly chain: readonly ChainLink[];
  readonly sourceId: SourceId;
  readonly onChain: (chain: readonly ChainLink[]) => void;
}) {
  const [newKey, setNewKey] = useState<string | null>(null);
  function add(): void {
    const key = freeKey(chain);
    setNewKey(key);
    onChain([...chain, emptyLink(key)]);
  }
  return (
    <>
      <p className={styles.soft}>{chainWords(chain)}</p>
      {chain.length > 0 && (
        <ol className={chainStyles.links} aria-label="Proposed chain, nearest the words first">
          {chain.map((link, index) => (
            <LinkEditor
              key={link.key}
              link={link}
              place={index + 1}
              size={chain.length}
              sourceId={sourceId}
              autoFocus={link.key === (newKey ?? chain[0]?.key)}
              wanting={ofChain}
              onChange={(patch) => onChain(patchLink(chain, link.key, patch))}
              onMove={(by) => onChain(moveLink(chain, link.key, by))}
              onRemove={() => onChain(chain.filter((other) => other !== link))}
            />
          ))}
        </ol>
      )}
      <div className={styles.row}>
        <Button small onClick={add}>
          Add link
        </Button>
        {chain.length > 0 && (
          <Button small variant="quiet" onClick={() => onChain([])}>
            The outlet’s own voice
          </Button>
        )}
      </div>
    </>
  );
}
