import { useRef } from 'react';
import type { ClaimDetail } from '../../shared/contract/claims.ts';
import { claimKinds, claimStatuses } from '../../shared/domain/claims/claim.ts';
import { EventField } from '../events/EventField.tsx';
import { GradeField } from '../grades/GradeField.tsx';
import { openGradeForm } from '../grades/open-grade-form.ts';
import { VerdictBox } from '../reviews/VerdictBox.tsx';
import { TagField } from '../tags/TagField.tsx';
import { Button } from '../ui/Button.tsx';
import { showJoinClaim, showRemoveClaims } from './claim-actions.tsx';
import { kindWords, statusWords } from './claim-words.ts';
import { ClaimChecks } from './ClaimChecks.tsx';
import { ClaimLinks } from './ClaimLinks.tsx';
import { ClaimMentions } from './ClaimMentions.tsx';
import { useFocusWish } from './focus-request.ts';
import { HandlingField } from './HandlingField.tsx';
import styles from './Inspector.module.css';
import { SavedSelect } from './SavedSelect.tsx';
import { optionsOf } from '../ui/options-of.ts';
import { SavedText } from './SavedText.tsx';
import { Section } from './Section.tsx';
import { editClaim, type ClaimPatch } from './use-claims.ts';

/** Everything about one claim, each field saving by itself. */
export function ClaimDetails({ detail }: { readonly detail: ClaimDetail }) {
  const { claim } = detail;
  const edit = (patch: ClaimPatch) => editClaim(claim.id, patch);
  const field = (name: string): string => `claim/${claim.id}/${name}`;
  const statement = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const grade = useRef<HTMLDivElement>(null);
  useFocusWish('grade', () => openGradeForm(grade.current));
  useFocusWish('statement', () => statement.current?.select());
  return (
    <div className={styles.body}>
      <SavedText
        name={field('statement')}
        label="Statement"
        lines="wrapped"
        value={claim.statement}
        required="A claim needs a statement."
        onSave={async (text) => (await edit({ statement: text ?? '' })).statement}
        inputRef={(input) => {
          statement.current = input;
        }}
      />
      <div className={styles.pair}>
        <SavedSelect
          name={field('kind')}
          label="Kind"
          value={claim.kind}
          options={optionsOf(claimKinds, kindWords)}
          onSave={(kind) => edit({ kind })}
        />
        <SavedSelect
          name={field('status')}
          label="Status"
          value={claim.status}
          options={optionsOf(claimStatuses, statusWords)}
          onSave={(status) => edit({ status })}
        />
      </div>
      <EventField event={detail.event} onSave={(eventId) => edit({ eventId })} />
      <SavedText
        name={field('stated')}
        label="Stated on"
        placeholder="2023-10-30, or 2023-10"
        value={claim.stated}
        onSave={async (stated) => (await edit({ stated })).stated}
      />
      <TagField
        name={field('tags')}
        label="Tags of the claim itself"
        tagIds={claim.tagIds}
        onSave={(tagIds) => edit({ tagIds })}
      />
      <SavedText
        name={field('note')}
        label="Note"
        lines="many"
        value={claim.note}
        onSave={async (note) => (await edit({ note })).note}
      />
      <ClaimMentions detail={detail} />
      <Section title="Credibility of the claim">
        <div ref={grade}>
          <GradeField targetKind="claim" targetId={claim.id} />
        </div>
      </Section>
      <VerdictBox target={{ targetKind: 'claim', targetId: claim.id }} />
      <ClaimLinks detail={detail} />
      <ClaimChecks detail={detail} />
      <Section title="Handling and more">
        <HandlingField
          name={field('handling')}
          value={claim.handling}
          onSave={async (handling) => (await edit({ handling })).handling}
        />
        <div className={styles.row}>
          <Button small onClick={() => showJoinClaim(claim)}>
            Join with another…
          </Button>
          <Button small onClick={() => showRemoveClaims([claim])}>
            Remove claim…
          </Button>
        </div>
      </Section>
    </div>
  );
}
