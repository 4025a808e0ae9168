import { X } from 'lucide-react';
import type { ClaimDetail } from '../../shared/contract/claims.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { showClaim } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { showLinkClaim } from './claim-actions.tsx';
import { linksSeenFrom } from './claim-form.ts';
import styles from './Inspector.module.css';
import { Section } from './Section.tsx';

/** How a claim stands to others, each with the reason; a click shows the other claim. */
export function ClaimLinks({ detail }: { readonly detail: ClaimDetail }) {
  const { claim } = detail;
  const links = linksSeenFrom(claim.id, detail.links);
  return (
    <Section
      title="Links"
      count={links.length}
      actions={
        <Button small onClick={() => showLinkClaim(claim)}>
          Link…
        </Button>
      }
    >
      {links.length === 0 && (
        <p className={styles.soft}>
          No claim supports, contradicts, repeats or updates this one yet.
        </p>
      )}
      <ul className={styles.items}>
        {links.map(({ link, words, otherId, otherStatement }) => (
          <li key={link.id} className={styles.item}>
            <button type="button" className={styles.itemText} onClick={() => showClaim(otherId)}>
              <span className={styles.word}>{words}</span>
              <span className={styles.statement} dir="auto">
                {otherStatement}
              </span>
              {link.reason && <span className={styles.soft}>{link.reason}</span>}
            </button>
            <IconButton
              small
              icon={X}
              label={`Remove link: ${words} “${otherStatement}”`}
              onClick={() => {
                api.claims.removeLink({ linkId: link.id }).catch(notifyError);
              }}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
